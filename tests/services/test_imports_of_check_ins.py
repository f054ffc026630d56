"""A reviewed form export goes in whole, once, and comes out whole again."""

from datetime import date

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError
from dashboard.imports.review import State
from dashboard.services.history import undo
from models import Action, CheckIn, CheckInSchedule
from tests.factories import make_check_in, make_cohort, make_mentee, make_mentor, make_pairing
from tests.imports.uploads import Upload, last_action
from tests.tables import rows

FORM = """Timestamp,Email address,Wave,How confident are you?,We get along well,Any other comments?,Confidential
2/24/2026 17:01:00,ben@example.org,Midpoint,4,Strongly agree,Went well,no
3/10/2026 08:00:00,ana@example.org,Midpoint,5,Agree,Only for you,yes
3/11/2026 08:00:00,zoe@example.org,Midpoint,1,Disagree,,
,,,,,,
"""


def program() -> int:
    """Ana mentors Ben, and Eve mentors Flo and Gus."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        session.add(CheckInSchedule(cohort_id=cohort_id, wave="baseline", due_days=7))
        session.add(CheckInSchedule(cohort_id=cohort_id, wave="pulse", due_days=30))
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org")
        make_pairing(session, ana, make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org"))
        eve = make_mentor(session, cohort_id, "Eve Lin", email="eve@example.org", capacity=2)
        for name in ("Flo", "Gus"):
            make_pairing(session, eve, make_mentee(session, cohort_id, name, email=f"{name.lower()}@example.org"))
        make_check_in(session, 1, wave="midpoint", confidence=2, answered_on=date(2026, 2, 24))
        make_check_in(session, 2, wave="midpoint", progress=2)
    return cohort_id


def stored(pairing_id: int = 1) -> list[tuple]:
    with reading() as session:
        found = session.exec(select(CheckIn).where(CheckIn.pairing_id == pairing_id).order_by(col(CheckIn.id)))
        names = ("participant_id", "wave", "confidence", "relationship", "comment", "confidential")
        return [(one.answered_on.isoformat(), *(getattr(one, name) for name in names)) for one in found]


def test_the_good_rows_go_in_once_and_undo_takes_them_out(database):
    cohort_id = program()
    before = rows()

    plan = Upload("check_ins", FORM, cohort_id).apply()

    assert stored() == [
        ("2026-02-24", 2, "midpoint", 4, 5, "Went well", False),
        ("2026-03-10", 1, "midpoint", 5, 4, "Only for you", True),
    ]
    assert (plan.added, plan.changed) == (1, 1)
    with reading() as session:
        summary = session.exec(select(Action.summary).where(Action.id == last_action())).one()
    assert summary == "Uploaded file.csv into Spring: added 1 check-in, changed 1"

    after, again = rows(), Upload("check_ins", FORM, cohort_id)
    assert (again.review().counts[State.UNCHANGED], again.apply().is_empty, rows()) == (2, True, after)

    with writing("Ana", "Undo") as session:
        undo(session, action_id=last_action())
    assert rows() == before


def test_an_answer_that_came_in_meanwhile_is_reviewed_again(database):
    cohort_id = program()
    upload = Upload("check_ins", FORM, cohort_id)
    review = upload.review()
    with writing("Ben", "Record") as session:
        make_check_in(session, 1, by="mentor", wave="midpoint", confidence=1)

    with pytest.raises(ConflictError, match="Somebody changed the data"):
        upload.apply(review)

    assert [one[3] for one in stored()] == [2, 1]
