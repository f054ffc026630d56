"""What is being uploaded waits while somebody looks elsewhere, until it is in, discarded or replaced."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.database import writing
from tests.factories import make_cohort
from tests.pages.test_upload import ROSTER, choose, grid, mend, names, press, said, show, shown, upload
from tests.pages.test_upload_kinds import answer, program
from tests.visits import run

pytestmark = pytest.mark.usefixtures("sqlite_database")

WAITS = "Your upload of **roster.csv** is still here."
VOID = "It is read differently now, so what you said about its columns and rows starts over."


def look_elsewhere(app: AppTest) -> AppTest:
    """To People, to look somebody up, and back; the browser asks for no file again."""
    run(app.switch_page("pages/people.py"))
    return run(app.switch_page("pages/upload.py"))


def test_an_upload_waits_with_all_that_was_said_about_it():
    app = upload(ROSTER)
    mend(app, 5, "E-Mail Adress", "cy@example.org")
    app.date_input[0].set_value(date(2026, 3, 2))
    assert (shown(run(app))[0], WAITS in said(app)) == ("New 3", False)

    look_elsewhere(app)

    assert WAITS in said(app)
    assert (shown(app)[0], app.date_input[0].value) == ("New 3", date(2026, 3, 2))
    press(app, "Add 3 people")
    assert names() == ["Ana Ruiz", "Ben Ode", "Cy Po"]


def test_an_upload_that_waits_is_discarded_or_replaced():
    app = look_elsewhere(upload(ROSTER))
    press(app, "Discard")
    assert (WAITS in said(app), app.header[:]) == (False, [])
    assert (WAITS in said(look_elsewhere(app)), app.session_state["upload-draft"]) == (False, None)

    app = look_elsewhere(upload(ROSTER, with_cohort=False))
    app.file_uploader[0].upload("next.csv", b"Name,Email,Role\nEva,eva@example.org,mentor\n", "text/csv")
    run(app)

    assert (WAITS in said(app), shown(app)) == (False, ["New 1"])


def test_a_file_that_is_taken_out_of_its_field_does_not_wait():
    app = upload(ROSTER)
    app.file_uploader[0].clear()
    run(app)

    assert app.session_state["upload-draft"] is None
    assert len(app.get("download_button")) > 1


def test_nothing_waits_when_all_of_it_is_in_and_the_rest_does():
    app = press(upload(ROSTER), "Add 2 people")
    assert WAITS in said(look_elsewhere(app))

    app = upload(b"Name,Email,Role\nEva,eva@example.org,mentor\n", with_cohort=False)
    press(app, "Add 1 person")
    look_elsewhere(app)

    assert app.session_state["upload-draft"] is None
    assert app.header[:] == []


def test_in_another_cohort_answers_start_over_and_corrections_stay():
    program()
    with writing("Ana", "Set up") as session:
        other = make_cohort(session, "Autumn", starts_on=date(2025, 9, 1))
    app = upload(b"Mentor,Mentee,State\nNew Guy,Ben Ode,married\n", with_cohort=False)
    app = mend(app, 2, "State", "active")
    answer(app, "People who are not in Spring yet", "add")
    assert shown(app) == ["New 1", "Corrected 1"]

    app.selectbox(key="cohort-picker").select(other)
    run(app)

    assert "It goes into Autumn now. Columns and corrected cells stay as they are; what you answered" in said(app)
    assert shown(app) == ["In trouble 1", "Corrected 1"]
    (strangers,) = [group for group in app.button_group if group.label == "People who are not in Autumn yet"]
    assert strangers.value == "ask"
    assert show(app, "corrected").session_state["upload-draft"].rows.edits == {2: {2: "active"}}


def test_a_correction_stays_in_another_encoding_and_is_void_under_another_header():
    app = upload("Name,Email,Role\nJosé Ibáñez,nope,mentee\n".encode("cp1252"))
    mend(app, 2, "Email", "jose@example.org")

    choose(app, "Encoding", "utf-8")
    assert len(app.error) == 1
    choose(app, "Encoding", "cp850")
    assert (shown(app), grid(show(app, "new"))["Who"].tolist()) == (["New 1", "Corrected 1"], ["JosÚ Ibß±ez"])
    assert VOID not in said(app)

    choose(app, "Header", 0)
    assert VOID in said(app)
    choose(app, "Header", -1)
    assert shown(app) == ["In trouble 1"]


def test_an_answer_is_void_when_the_file_holds_something_else():
    app = answer(upload(ROSTER), "Where the file has a blank cell", "empty")
    answer(app, "This file holds", "pairs")
    assert VOID in said(app)
    answer(app, "This file holds", "people")

    (blank,) = [group for group in app.button_group if group.label == "Where the file has a blank cell"]
    assert blank.value == "leave"
