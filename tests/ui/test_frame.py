"""The frame: who may come in, which cohort is looked at, and what is said when something is wrong."""

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.database import writing
from dashboard.ui import frame
from models import Cohort
from tests.factories import make_cohort
from tests.visits import run, visit

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(file.stem for file in (ROOT / "pages").glob("*.py"))


@pytest.fixture
def cohorts(sqlite_database):
    """Old (archived), Fall and Spring; Spring is the newest in use."""
    with writing("Ana", "Set up") as session:
        old = make_cohort(session, "Old", starts_on=datetime(2024, 1, 1).date(), ends_on=datetime(2024, 6, 1).date())
        fall = make_cohort(session, "Fall", starts_on=datetime(2025, 9, 1).date())
        spring = make_cohort(session, "Spring", starts_on=datetime(2026, 1, 5).date())
        session.get_one(Cohort, old).archived_at = datetime(2025, 1, 1, tzinfo=UTC)
    return {"Old": old, "Fall": fall, "Spring": spring}


def shown(app):
    return app.session_state["cohort-chosen"].name


@pytest.mark.parametrize("page", PAGES)
def test_every_view_is_in_the_navigation(page):
    from dashboard.ui.navigation import VIEWS

    assert page in {"overview", *(name for views in VIEWS.values() for name, _, _ in views)}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opened_before_home_is_sent_through_it(sqlite_database, page):
    """AppTest starts every run as a new server does: the file in pages/ is run before ``Home.py`` ever was."""
    app = visit(f"pages/{page}.py")

    assert app.session_state["frame-today"] is not None, "only the frame sets it"


def test_nobody_but_this_computer_comes_in(sqlite_database, monkeypatch):
    get_option = st.get_option
    for address in (None, "0.0.0.0", "192.168.1.7", "mentoring.example.org"):
        monkeypatch.setattr(st, "get_option", lambda name, address=address: address)
        app = visit()
        assert [error.value for error in app.error] == [frame.REFUSAL]
        assert len(app.title) == 0
    monkeypatch.setattr(st, "get_option", get_option)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost"])
def test_this_computer_comes_in(sqlite_database, monkeypatch, address):
    monkeypatch.setattr(st, "get_option", lambda name: address)

    assert [error.value for error in visit().error] == []


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "MENTORBOARD_DATABASE_URL is not an address"),
        ("sqlite:////nowhere/at/all.db", "The database cannot be opened"),
    ],
)
def test_a_database_that_cannot_be_opened_is_a_sentence(monkeypatch, url, words):
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", url)

    app = visit()

    assert len(app.error) == 1
    assert app.error[0].value.replace("\\", "").startswith(words)


def test_a_database_of_a_newer_version_is_a_sentence(sqlite_database):
    import sqlite3

    from dashboard import opening

    with sqlite3.connect(sqlite_database.removeprefix("sqlite:///")) as file:
        file.execute("UPDATE alembic_version SET version_num = 'from-the-future'")
    file.close()
    opening.close()

    app = visit()

    assert [error.value for error in app.error] == [
        "This database was made by a newer version of Mentorboard. Start that version, or choose another database."
    ]


def test_the_newest_cohort_in_use_is_looked_at_first(cohorts):
    app = visit("pages/history.py")

    assert shown(app) == "Spring"
    assert app.sidebar.selectbox[0].options == ["Spring", "Fall"]
    assert app.query_params["cohort"] == str(cohorts["Spring"])


def test_a_link_names_its_cohort_an_archived_one_too(cohorts):
    assert shown(visit("pages/history.py", cohort=cohorts["Fall"])) == "Fall"

    app = visit("pages/history.py", cohort=cohorts["Old"])
    assert shown(app) == "Old"
    assert app.sidebar.selectbox[0].options == ["Spring", "Fall", "Old (archived)"]


@pytest.mark.parametrize("asked", ["999", "0", "-1", "x", "1.5", "9" * 40, "\u0661", "<b>1</b>", "1 OR 1=1"])
def test_a_cohort_that_is_not_there_is_a_sentence_and_the_newest(cohorts, asked):
    app = visit("pages/history.py", cohort=asked)

    assert shown(app) == "Spring"
    assert len(app.warning) == 1
    assert app.warning[0].value.startswith("There is no cohort")
    assert app.warning[0].value.endswith("This is Spring; the others are in the list at the side.")


def test_picking_a_cohort_writes_it_into_the_address(cohorts):
    app = visit("pages/history.py", cohort=cohorts["Spring"])

    app.sidebar.selectbox[0].set_value(cohorts["Fall"])
    run(app)

    assert shown(app) == "Fall"
    assert app.query_params["cohort"] == str(cohorts["Fall"])


def test_the_cohort_stays_when_the_view_changes(cohorts):
    app = visit("pages/history.py", cohort=cohorts["Fall"])
    app.query_params.clear()  # as the browser does when another view is opened

    app.switch_page("pages/people.py")
    run(app)

    assert shown(app) == "Fall"


def test_a_cohort_that_is_still_to_come_does_not_open_by_itself(cohorts):
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Next", starts_on=date.today() + timedelta(days=30), ends_on=date(2099, 1, 1))

    app = visit("pages/history.py")

    assert shown(app) == "Spring"
    assert app.sidebar.selectbox[0].options == ["Next", "Spring", "Fall"]


def test_where_all_are_still_to_come_the_newest_opens(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Next", starts_on=date.today() + timedelta(days=30), ends_on=date(2099, 1, 1))

    assert shown(visit("pages/history.py")) == "Next"


def test_twenty_cohorts_are_all_offered(sqlite_database):
    with writing("Ana", "Set up") as session:
        for number in range(20):
            make_cohort(session, f"Cohort {number:02}")

    assert len(visit("pages/history.py").sidebar.selectbox[0].options) == 20


def test_a_name_is_never_markup(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_cohort(session, "**Bold** :red[x]")

    app = visit("pages/history.py", cohort=999)

    assert app.warning[0].value.startswith("There is no cohort 999. This is \\*\\*Bold\\*\\* :\u2060red\\[x\\];")


def test_an_expected_error_anywhere_in_a_page_is_a_sentence(sqlite_database, monkeypatch):
    from sqlalchemy.exc import OperationalError

    from dashboard.errors import NotFoundError
    from dashboard.ui import picker

    def gone():
        raise NotFoundError("This person is gone. Choose another one.")

    monkeypatch.setattr(picker, "draw", gone)
    assert [error.value for error in visit().error] == ["This person is gone. Choose another one."]

    def unplugged():
        raise OperationalError("SELECT 1", {}, Exception("server closed the connection"))

    monkeypatch.setattr(picker, "draw", unplugged)
    assert [error.value for error in visit().error] == [frame.UNREACHABLE]


def test_home_is_tiny():
    home = ast.parse((ROOT / "Home.py").read_text())

    assert [ast.unparse(node) for node in home.body[-1:]] == ["frame.run(today=date.today())"]
    assert len(home.body) == 5


def test_a_page_run_alone_is_no_way_around_the_frame(sqlite_database):
    app = AppTest.from_file(str(ROOT / "pages" / "history.py"), default_timeout=30)
    app.run()

    assert [error.value for error in app.error] == [frame.NOT_HOME]
    assert len(app.title) == 0
