"""Meetings and check-ins as files, on the screen: what a column leaves open is asked, and the rest goes in."""

from datetime import date

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from models import CheckIn, Meeting
from tests.factories import make_cohort, make_mentee, make_mentor, make_pair, make_pairing
from tests.pages.test_upload import grid, press, said, shown, upload
from tests.tables import rows
from tests.visits import run, visit

pytestmark = pytest.mark.usefixtures("sqlite_database")

LOG = b"Mentor,Date,Duration\nAna Ruiz,02/03/2026,45\nAna Ruiz,02/04/2026,1\n"
FORM = (
    b"Timestamp,Email Address,How confident are you? (1-7),We get along well,What went well?,Any wishes?\n"
    b"2/24/2026 17:01:00,ben@example.org,7,Agree,We talk every single week and it helps,None yet\n"
    b"2/25/2026 17:01:00,zoe@example.org,1,Agree,,\n"
)


@pytest.fixture(autouse=True)
def program(sqlite_database) -> None:
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org")
        make_pairing(session, ana, make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org"))
        make_pair(session, cohort_id, "Eve Lin", "Flo Am")


def read_as(app, label: str):
    """Choose for the first column that is still open."""
    (box,) = [box for box in app.selectbox if box.label == "Read as" and box.value is None]
    box.set_value(next(key for key, told in zip(("day", "month"), box.options, strict=True) if told == label))
    return run(app)


def left_alone(app) -> list[str]:
    return [one.label for one in app.expander if one.label.endswith("nothing changes for them")]


def test_a_date_that_may_be_two_days_is_asked_about_and_then_goes_in():
    app = upload(LOG, "log.csv", with_cohort=False)
    assert shown(app) == ["In trouble 2"]
    assert "Nothing tells whether 02/03/2026 is 3 Feb 2026 or 2 Mar 2026. Say it." in said(app)

    read_as(app, "Month first")
    assert shown(app) == ["New 2"]
    caption = "1 open pairing of Spring without a meeting in this file: nothing changes for them"
    assert (left_alone(app), "Flo Am with Eve Lin" in said(app)) == ([caption], True)
    press(app, "Add 2 meetings")

    with reading() as session:
        held = session.exec(select(Meeting.held_on, Meeting.minutes).order_by(col(Meeting.held_on))).all()
    assert held == [(date(2026, 2, 3), 45), (date(2026, 2, 4), 1)]
    assert "Done: added 2 meetings. It can be taken back as a whole." in said(app)
    assert [(link.proto.label, link.proto.query_string) for link in app.get("page_link")] == [
        ("See the meetings", "cohort=1&view=All+meetings"),
        ("Overview", "cohort=1"),
        ("What changed", "cohort=1&action=2"),
    ]


def test_a_form_export_shows_how_it_is_read_goes_in_and_is_taken_back():
    before = rows()
    app = upload(FORM, "Midpoint survey.csv", with_cohort=False)
    assert shown(app) == ["New 1", "In trouble 1"]
    assert left_alone(app) == [
        "1 person in an open pairing of Spring without an answer in this file: nothing changes for them"
    ]
    assert "7 → 5, 6 → 4, 5 → 4, 4 → 3, 3 → 2, 2 → 2, 1 → 1" in said(app)

    press(app, "Add 1 check-in")

    with reading() as session:
        (stored,) = session.exec(select(CheckIn)).all()
    assert (stored.wave, stored.answered_on, stored.confidence, stored.relationship) == (
        "midpoint",
        date(2026, 2, 24),
        5,
        4,
    )
    assert stored.comment == "What went well? We talk every single week and it helps\n\nAny wishes? None yet"
    press(app, "Undo")
    assert rows() == before


def test_a_confidential_file_shows_no_comment_among_its_changes():
    asked = FORM.replace(b"Any wishes?", b"Any wishes in confidence?")
    app = upload(asked, "Midpoint survey.csv", with_cohort=False)
    assert "Hidden: confidential" in [text.value for text in app.text]
    (shown_rows,) = [group for group in app.button_group if group.label == "Rows"]
    shown_rows.set_value("new")
    run(app)

    assert grid(app).values.tolist() == [
        [
            2,
            "Ben Ode, about Ben Ode with Ana Ruiz",
            "Midpoint, 24 Feb 2026; Confidence: 5; Relationship: 4; a confidential comment; "
            "A check-in has one comment: with its confidential part, all of it is kept confidential.",
        ]
    ]


def test_what_was_told_in_confidence_is_in_no_preview_and_said_beside_the_rows_that_come_back():
    content = FORM.replace(b"Any wishes?", b"Any wishes in confidence?").replace(
        b"2/25/2026 17:01:00,zoe@example.org,1,Agree,,", b"2/25/2026 17:01:00,zoe@example.org,1,Agree,,Quite secret"
    )
    app = upload(content, "Midpoint survey.csv", with_cohort=False)

    assert shown(app) == ["New 1", "In trouble 1"]
    parts = [said(app), *(text.value for text in app.text), *(field.value for field in app.text_input)]
    everything = "\n".join(map(str, parts))
    assert ("None yet" in everything, "Quite secret" in everything, "zoe@example.org" in everything) == (
        False,
        False,
        True,
    )
    (preview,) = [frame.value for frame in app.dataframe]
    assert preview["Any wishes in confidence?"].tolist() == ["confidential", "confidential"]
    assert "Confidential comments stand in it as in your own file" in said(app)


@pytest.mark.parametrize(
    ("content", "kind"), [(LOG, "check_ins"), (b"Name,Email,Role\nAna,a@example.org,mentor\n", "meetings")]
)
def test_a_file_of_another_kind_is_told_and_read_as_what_it_is_by_one_click(content, kind):
    right, one = ("meetings", "check-ins") if kind == "check_ins" else ("people", "meetings")
    app = upload(content, "file.csv", with_cohort=False)
    (kinds,) = [group for group in app.button_group if group.label == "This file holds"]
    assert (kinds.value, [info.value for info in app.info]) == (right, [])

    kinds.set_value(kind)
    run(app)
    assert [info.value for info in app.info] == [f"This looks like a file of {right}, and it is read as one of {one}."]
    press(app, f"Read it as {right}")

    (kinds,) = [group for group in app.button_group if group.label == "This file holds"]
    assert (kinds.value, [info.value for info in app.info]) == (right, [])


@pytest.mark.parametrize(("page", "view"), [("meetings", "All meetings"), ("feedback", "All check-ins")])
def test_files_go_out_and_in_from_where_the_records_are(page, view):
    app = visit(f"pages/{page}.py", view=view)

    assert [button.proto.label for button in app.get("download_button")] == ["Download as a file"]
    assert "Upload a file" in [link.proto.label for link in app.get("page_link")]
