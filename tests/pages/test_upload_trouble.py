"""Rows in trouble on the screen: the reason stands under the cell, and what is mended or decided is checked at once."""

import pytest
from sqlmodel import select

from dashboard.database import reading
from models import Person
from tests.pages.test_upload import ROSTER, cells, decide, mend, names, press, reasons, said, show, shown, upload
from tests.visits import run

pytestmark = pytest.mark.usefixtures("sqlite_database")


def test_a_row_in_trouble_is_mended_in_place_and_checked_at_once():
    app = upload(ROSTER)
    assert reasons(app) == [
        '"nope" is not an e-mail address: an email address must have an @-sign. Correct it or leave it empty.',
        '"Sponsor" is not a role. Write mentor, mentee or both.',
    ]

    mend(app, 5, "E-Mail Adress", "cy@example.org")

    assert shown(app) == ["New 3", "In trouble 1", "Corrected 1", "Blank 1"]
    mend(app, 6, "Role", "mentor")
    assert shown(app) == ["New 4", "Corrected 2", "Blank 1"]
    press(app, "Add 4 people")
    assert names() == ["Ana Ruiz", "Ben Ode", "Cy Po", "Dia Lee"]


SHIFTED = b"Name,Email,Role,Job title,Location\nAna Ruiz,ana@example.org,mentor,Nurse,Lima\n" + (
    b"Di A,di@example.org,mentee,Engineer, senior,Lima\n"
)


def test_a_row_of_too_many_cells_is_mended_cell_by_cell_and_goes_in_when_somebody_says_so():
    app = upload(SHIFTED)
    assert {one.label: one.value for one in cells(app, 3)} == {
        "Name": "Di A",
        "Email": "di@example.org",
        "Role": "mentee",
        "Job title": "Engineer",
        "Location": " senior",
        "Cell 6": "Lima",
    }

    mend(app, 3, "Job title", "Engineer, senior")
    mend(app, 3, "Location", "Lima")
    mend(app, 3, "Cell 6", "")
    assert shown(app) == ["New 1", "In trouble 1", "Corrected 1"]

    decide(app, 3, "This row is right now")
    assert shown(app) == ["New 2", "Corrected 1"]
    press(app, "Add 2 people")
    with reading() as session:
        assert session.exec(select(Person.job_title, Person.location).where(Person.name == "Di A")).all() == [
            ("Engineer, senior", "Lima")
        ]


def test_a_correction_is_seen_changed_and_taken_back():
    app = upload(ROSTER)
    mend(app, 5, "E-Mail Adress", "cyy@example.org")
    assert shown(app) == ["New 3", "In trouble 1", "Corrected 1", "Blank 1"]
    mend(app, 5, "E-Mail Adress", "cy@example.org")

    show(app, "corrected")
    assert [one.value for one in cells(app, 5)] == ["cy@example.org"]
    assert cells(app, 6) == []

    decide(app, 5, "As in the file")
    assert shown(app) == ["New 2", "In trouble 2", "Blank 1"]
    assert [one.value for number in (5, 6) for one in cells(app, number)] == ["nope", "Sponsor"]


def test_a_mended_row_stays_where_it_was_and_says_what_it_will_do():
    app = mend(upload(ROSTER), 5, "E-Mail Adress", "cy@example.org")

    assert ":green-badge[:material/check: New] Role: mentee; E-mail: cy@example.org" in said(app)
    assert [str(one.key).split("-")[-2] for one in app.text_input if "-cell-" in str(one.key)] == ["5", "6"]
    assert reasons(app) == ['"Sponsor" is not a role. Write mentor, mentee or both.']

    app = mend(app, 6, "Role", "mentor")
    assert [str(one.key).split("-")[-2] for one in app.text_input if "-cell-" in str(one.key)] == ["5", "6"]


def test_the_other_cells_of_a_row_in_trouble_are_one_click_away():
    app = upload(ROSTER)
    assert [one.label for one in cells(app, 5)] == ["E-Mail Adress"]

    stamp = app.session_state["upload-draft"].stamp
    app.toggle(key=f"upload-whole-{stamp}-5").set_value(True)
    run(app)

    assert [one.label for one in cells(app, 5)] == ["Name", "E-Mail Adress", "Role", "Capacity", "Skills"]
    assert [one.label for one in cells(app, 6)] == ["Role"]


MANY = (
    "Name,Email,Role\n"
    + "".join(f"P{number},p{number}@example.org,Sponsor\n" for number in range(12))
    + "".join(f"Q{number},q{number}@example.org,mentee\n" for number in range(8))
)


def test_one_correction_is_that_of_all_rows_with_the_same_in_their_cell():
    app = upload(f"{MANY}Ana Ruiz,nope,mentor\nBen Ode,ben@example.org,Boss\n".encode())
    assert (shown(app), len(reasons(app))) == (["New 8", "In trouble 14"], 10)

    mend(app, 3, "Role", "mentee")
    decide(app, 3, "The same in 11 other rows with “Sponsor”")

    assert shown(app) == ["New 20", "In trouble 2", "Corrected 12"]


def test_rows_in_trouble_are_told_apart_by_what_is_wrong():
    app = upload(f"{MANY}Ana Ruiz,nope,mentor\nBen Ode,ben@example.org,Boss\n".encode())
    (about,) = [one for one in app.selectbox if one.label == "What is wrong"]
    assert about.options == ["Anything: 14 rows", "Role: 13 rows", "Email: 1 row"]

    about.set_value("Email")
    run(app)

    assert reasons(app) == [
        '"nope" is not an e-mail address: an email address must have an @-sign. Correct it or leave it empty.'
    ]


def test_each_row_offers_what_concerns_its_own_matter_and_many_are_decided_at_once():
    app = upload(SHIFTED + b"Ed B,ed@example.org,mentee,Nurse, senior,Lima\nFay C,fay@example.org,Boss,Cook,Oslo\n")
    stamp = app.session_state["upload-draft"].stamp
    offered = [(one.label, str(one.key).split("-")[-1]) for one in app.button if stamp in str(one.key)]
    assert offered == [
        ("This row is right now: all 2 rows", "right"),
        ("This row is right now", "3"),
        ("This row is right now", "4"),
    ]

    press(app, "This row is right now: all 2 rows")

    assert shown(app) == ["New 3", "In trouble 1", "Corrected 2"]


def test_a_name_that_the_file_has_no_column_for_is_filled_in():
    app = upload(b"Email,Role\nana@example.org,mentor\n")
    assert [one.label for one in cells(app, 2)] == [
        "Email",
        "Role",
        "Name (not in the file)",
        "ID (not in the file)",
    ]

    mend(app, 2, "Name (not in the file)", "Ana Ruiz")
    press(app, "Add 1 person")

    assert names() == ["Ana Ruiz"]
    assert [one.value for one in app.header][-1] == "What is in, and what is left"


def test_a_correction_in_the_same_breath_as_the_click_is_looked_at_first():
    app = upload(ROSTER)
    (apply,) = [one for one in app.button if one.label == "Add 2 people"]
    apply.click()
    mend(app, 5, "E-Mail Adress", "cy@example.org")

    assert (names(), [error.value for error in app.error]) == (
        [],
        ["Your last correction changes what goes in, so nothing was applied yet. Look at the changes and apply them."],
    )
    press(app, "Add 3 people")
    assert names() == ["Ana Ruiz", "Ben Ode", "Cy Po"]
