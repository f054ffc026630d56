"""A reviewed file of meetings goes in whole, once, and comes out whole again."""

from datetime import date

import pytest
from sqlalchemy import Engine, event
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError
from dashboard.imports.review import State
from dashboard.services.history import undo
from models import Action, Meeting, MeetingSkill, Skill
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pairing
from tests.imports.uploads import Upload, last_action
from tests.tables import rows

LOG = """Mentor,Date,Minutes,Format,Missed,Skills,Notes,Mar-26
Ana Ruiz,2026-02-03,45,phone,,SQL; Law,Went well,
Ana Ruiz,2026-02-10,60,,,sql,,
Ana Ruiz,2026-02-17,,,yes,,,
Nobody,2026-02-17,,,,,,
Ana Ruiz,,,,,,,2
,,,,,,,
"""


def program() -> int:
    """Ana mentors Ben, and Eve mentors Flo and Gus."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_pairing(session, make_mentor(session, cohort_id, "Ana Ruiz"), make_mentee(session, cohort_id, "Ben Ode"))
        eve = make_mentor(session, cohort_id, "Eve Lin", capacity=2)
        for name in ("Flo Am", "Gus Po"):
            make_pairing(session, eve, make_mentee(session, cohort_id, name))
        make_meeting(session, 1, date(2026, 2, 10), minutes=30)
        make_meeting(session, 2, date(2026, 2, 3))
    return cohort_id


def stored(pairing_id: int = 1) -> list[tuple]:
    """The meetings of a pairing by day, with the skills practised."""
    with reading() as session:
        found = session.exec(select(Meeting).where(Meeting.pairing_id == pairing_id).order_by(col(Meeting.held_on)))
        return [
            (one.held_on.isoformat(), one.minutes, one.format, one.missed, one.notes, practised(session, one.id))
            for one in found
        ]


def practised(session, meeting_id: int) -> list[str]:
    names = select(Skill.name).join(MeetingSkill).where(col(MeetingSkill.meeting_id) == meeting_id)
    return list(session.exec(names.order_by(col(MeetingSkill.id))))


def test_the_good_rows_go_in_once_and_undo_takes_them_out(database):
    cohort_id = program()
    before = rows()

    plan = Upload("meetings", LOG, cohort_id).apply()

    counted = "Counted for March 2026; the day is not known."
    assert stored() == [
        ("2026-02-03", 45, "phone", False, "Went well", ["SQL", "Law"]),
        ("2026-02-10", 60, "video", False, None, ["SQL"]),
        ("2026-02-17", None, "video", True, None, []),
        ("2026-03-08", None, "video", False, counted, []),
        ("2026-03-24", None, "video", False, counted, []),
    ]
    assert (plan.added, plan.changed) == (4, 1)
    with reading() as session:
        summary = session.exec(select(Action.summary).where(Action.id == last_action())).one()
    assert summary == "Uploaded file.csv into Spring: added 4 meetings, changed 1"

    after, again = rows(), Upload("meetings", LOG, cohort_id)
    assert (again.review().counts[State.UNCHANGED], again.apply().is_empty, rows()) == (4, True, after)

    with writing("Ana", "Undo") as session:
        undo(session, action_id=last_action())
    assert rows() == before


def test_many_meetings_get_their_skills_in_as_many_statements_as_one(sqlite_database):
    cohort_id = program()
    with writing("Ana", "Log") as session:
        for day in range(1, 15):
            make_meeting(session, 3, date(2026, 4, day))
    log = [f"Gus Po,2026-04-{day:02},Skill {day}\n" for day in range(1, 15)]

    one = statements_of(Upload("meetings", f"Mentee,Date,Skills\n{log[0]}", cohort_id))
    many = statements_of(Upload("meetings", "Mentee,Date,Skills\n" + "".join(log[1:]), cohort_id))

    assert [row[5] for row in stored(3)] == [[f"Skill {day}"] for day in range(1, 15)]
    assert many == one


def statements_of(upload: Upload) -> int:
    """How many statements it takes to put this in."""
    review, seen = upload.review(), []

    def see(*told) -> None:
        seen.append(told[2])

    event.listen(Engine, "before_cursor_execute", see)
    try:
        upload.apply(review)
    finally:
        event.remove(Engine, "before_cursor_execute", see)
    return len(seen)


def test_a_meeting_that_came_in_meanwhile_is_reviewed_again(database):
    cohort_id = program()
    upload = Upload("meetings", "Mentor,Date\nAna Ruiz,2026-02-03\n", cohort_id)
    review = upload.review()
    with writing("Ben", "Log") as session:
        make_meeting(session, 1, date(2026, 2, 3))

    with pytest.raises(ConflictError, match="Somebody changed the data"):
        upload.apply(review)

    assert len(stored()) == 2


def test_what_changed_elsewhere_does_not_stand_in_the_way(database):
    cohort_id = program()
    upload = Upload("meetings", "Mentor,Date\nAna Ruiz,2026-02-03\n", cohort_id)
    review = upload.review()
    with writing("Ben", "Log") as session:
        make_meeting(session, 2, date(2026, 2, 24))

    assert upload.apply(review).added == 1
