"""A developer edits a model while the app runs: the app shows what was edited and does not crash."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ROOT, rest, start

pytestmark = pytest.mark.browser


def test_editing_a_model_does_not_crash_the_running_app(page: Page, tmp_path):
    program = copied(tmp_path / "program")
    model = program / "models" / "person.py"
    append(model, '\nEDITION = "Edition 0"\n')
    append(program / "pages" / "history.py", "\nfrom models import person\nparts.header(person.EDITION, '')\n")
    watching = ("--server.fileWatcherType", "watchdog", "--server.runOnSave", "true")
    server = start(f"sqlite:///{tmp_path / 'data.db'}", tmp_path, root=program, options=watching)
    try:
        page.goto(f"{server.url}/history")
        for number in range(3):
            expect(page.get_by_role("heading", name=f"Edition {number}")).to_be_visible()
            rest(page)
            page.wait_for_timeout(1000)  # the watchers are set up after the script has come to its end
            model.write_text(model.read_text().replace(f"Edition {number}", f"Edition {number + 1}"))
        expect(page.get_by_role("heading", name="Edition 3")).to_be_visible()
    finally:
        server.stop()
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def copied(program: Path) -> Path:
    """The app in a folder of its own, where a test may edit it."""
    for room in ("pages", "models", "dashboard", ".streamlit"):
        shutil.copytree(ROOT / room, program / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Home.py", program)
    return program


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)
