"""Visits to the pages of the running app, each of which asserts that nothing crashed."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

HOME = Path(__file__).parent.parent / "Home.py"
PATIENCE = 30
FIRST = "overview"
"""What opens at the root. Asked for by its name, the harness can go there from the root alone."""


def visit(page: str = "", **query: object) -> AppTest:
    """Open ``page`` ("pages/pairings.py"; nothing means the first) at an address with these parameters."""
    app = AppTest.from_file(str(HOME), default_timeout=PATIENCE)
    for name, value in query.items():
        app.query_params[name] = str(value)
    if page and Path(page).stem != FIRST:
        app.switch_page(page)  # before the first run, as a link goes there: no other view is drawn
    run(app)
    return run(app.switch_page(page)) if Path(page).stem == FIRST else app


def run(app: AppTest) -> AppTest:
    """Run the script once more, and insist that it came to its end."""
    app.run()
    assert [crash.message for crash in app.exception] == []
    return app
