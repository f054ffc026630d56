"""Every kind of file goes through the same screen: which kind it is, is found and can be changed."""

from datetime import date

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.words import day
from models import Pairing
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing
from tests.pages.test_upload import decide, grid, mend, names, press, said, shown, upload
from tests.tables import rows
from tests.visits import run, visit

pytestmark = pytest.mark.usefixtures("sqlite_database")

PAIRS = (
    b"Mentor Email Address,Mentee Email Address,Matched on,State\n"
    b"ana@example.org,ben@example.org,2026-02-02,Active\n"
    b"ana@example.org,chi@example.org,2026-02-02,married\n"
)


def program() -> None:
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=2)
        make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_mentee(session, cohort_id, "Chi Lam", email="chi@example.org")


def pairings() -> list[tuple]:
    with reading() as session:
        stored = session.exec(select(Pairing).order_by(col(Pairing.id))).all()
        return [(one.mentee_id, one.status, one.started_on) for one in stored]


def answer(app, label: str, value: object):
    (group,) = [group for group in app.button_group if group.label == label]
    group.set_value(value)
    return run(app)


def test_a_file_of_pairs_is_known_reviewed_mended_applied_and_taken_back():
    program()
    before = rows()
    app = upload(PAIRS, "export.csv", with_cohort=False)
    (kind,) = [group for group in app.button_group if group.label == "This file holds"]
    assert kind.value == "pairs"
    assert shown(app) == ["New 1", "In trouble 1"]

    mend(app, 3, "State", "paused")
    assert shown(app) == ["New 2", "Corrected 1"]
    press(app, "Add 2 pairings")

    assert pairings() == [(2, "active", date(2026, 2, 2)), (3, "paused", date(2026, 2, 2))]
    assert "Done: added 2 pairings. It can be taken back as a whole." in said(app)
    press(app, "Undo")
    assert rows() == before


def test_what_changes_is_seen_from_old_to_new_and_what_is_not_in_the_file_is_listed():
    program()
    press(upload(PAIRS, with_cohort=False), "Add 1 pairing")

    app = upload(b"Mentor Email,Mentee Email,Status\nana@example.org,chi@example.org,active\n", with_cohort=False)
    assert [box.label for box in app.expander][-1] == "1 pairing of Spring not in this file: nothing changes for them"
    app = upload(b"Mentor Email,Mentee Email,Status\nana@example.org,ben@example.org,paused\n", with_cohort=False)

    assert grid(app).values.tolist() == [[2, "Ben Ode with Ana Ruiz", "Status: active \u2192 paused"]]
    press(app, "Change 1 pairing")
    assert pairings() == [(2, "paused", date(2026, 2, 2))]


def test_people_who_are_not_in_the_cohort_are_added_when_told_so():
    program()
    app = upload(b"Mentor,Mentor email,Mentee\nNew Guy,new@example.org,Ben Ode\n", with_cohort=False)
    assert shown(app) == ["In trouble 1"]

    answer(app, "People who are not in Spring yet", "add")
    assert shown(app) == ["New 1"]
    assert [field.label for field in app.date_input] == ["These pairings began on", "They join on"]
    app.date_input[0].set_value(date(2026, 3, 3))
    press(run(app), "Add 1 pairing")

    assert names()[-1] == "New Guy"
    assert pairings() == [(2, "active", date(2026, 3, 3))]


def test_one_stranger_is_added_by_a_decision_in_the_row():
    program()
    app = upload(b"Mentor,Mentee\nNew Guy,Ben Ode\n", with_cohort=False)

    decide(app, 2, "Add them to the cohort")

    assert shown(app) == ["New 1", "Corrected 1"]


def test_a_file_taken_for_another_kind_is_told_what_it_is():
    program()
    app = upload(b"Name,Email,Role\nDia Lee,dia@example.org,mentee\n", with_cohort=False)
    assert shown(app) == ["New 1"]

    answer(app, "This file holds", "pairs")
    assert [error.value.split(".")[0] for error in app.error] == ["No column tells who the mentor of a pair is"]
    answer(app, "This file holds", "people")

    assert shown(app) == ["New 1"]


def test_what_changed_in_the_meantime_is_reviewed_again():
    program()
    app = upload(PAIRS, with_cohort=False)
    with writing("Ben", "Meanwhile") as session:
        session.add(Pairing(cohort_id=1, mentor_id=1, mentee_id=2, started_on=date(2026, 2, 2)))

    run(app)

    assert shown(app) == ["In trouble 1", "Unchanged 1"]


@pytest.mark.parametrize(
    ("page", "query", "kind"),
    [
        ("pages/cohorts.py", {}, "people"),
        ("pages/pairings.py", {"view": "All pairings"}, "pairs"),
    ],
)
def test_what_a_cohort_has_goes_out_where_it_is_looked_at(page, query, kind):
    program()
    with writing("Ana", "Pair") as session:
        make_pairing(session, 1, 2)

    app = visit(page, **query)

    assert [(button.proto.label, button.proto.id.split("-")[-1]) for button in app.get("download_button")] == [
        ("Download as a file", kind)
    ]


WILD = (
    b"Who;Whom;When;Notes\nana@example.org;ben@example.org;05/02/2026;\nana@example.org;chi@example.org;06/02/2026;\n"
)


def choose(app, label: str, value: object):
    (box,) = [one for one in app.selectbox if one.label == label]
    box.set_value(value)
    return run(app)


def mapped(app) -> dict[str, str]:
    return {one.label: one.value for one in app.selectbox if one.label.startswith("Meaning of")}


def test_a_file_is_read_as_the_last_one_with_its_header_and_says_so():
    program()
    app = answer(upload(WILD, with_cohort=False), "This file holds", "pairs")
    for column, field in (("Who", "mentor_email"), ("Whom", "mentee_email"), ("When", "started_on")):
        choose(app, f"Meaning of {column}", field)
    choose(app, "Read as", "day")
    press(answer(app, "People who are not in Spring yet", "add"), "Add 2 pairings")
    assert pairings() == [(2, "active", date(2026, 2, 5)), (3, "active", date(2026, 2, 6))]

    later = WILD.replace(b"05/02", b"07/02").replace(b"06/02", b"08/02").splitlines()
    turned = [b";".join(reversed(line.split(b";"))) for line in later]
    again = b"\n".join([turned[0].upper(), *turned[1:]])  # the same columns in another order and case
    app = upload(again, "next.csv", with_cohort=False)

    assert f"Read as last time: roster.csv, {day(date.today())}." in said(app)
    assert shown(app) == ["Changed 2"]
    assert grid(app).values.tolist()[0] == [2, "Ben Ode with Ana Ruiz", "Start: 5 Feb 2026 \u2192 7 Feb 2026"]
    (strangers,) = [group for group in app.button_group if group.label == "People who are not in Spring yet"]
    assert strangers.value == "ask"

    press(app, "Read it anew")
    assert [group.value for group in app.button_group if group.label == "This file holds"] != ["pairs"]
    assert "Read as last time" not in said(app)


def test_an_upload_that_was_taken_back_is_no_example():
    program()
    app = answer(upload(b"Mentor,Mentee,Foo\nAna Ruiz,Ben Ode,x\n", with_cohort=False), "This file holds", "pairs")
    press(press(app, "Add 1 pairing"), "Undo")

    assert "Read as last time" not in said(upload(b"Mentor,Mentee,Foo\nAna Ruiz,Chi Lam,x\n", with_cohort=False))
