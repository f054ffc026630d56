"""A reviewed file of pairs goes in whole, once, and comes out whole again."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError
from dashboard.imports.kinds import KINDS, is_known_anywhere
from dashboard.imports.mapping import map_columns
from dashboard.imports.review import Plan, Review, State
from dashboard.imports.tables import read_table
from dashboard.services.history import undo
from dashboard.services.imports.applying import Source, apply_review
from models import Action, ActionKind, Import, Pairing, Participant
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing
from tests.tables import rows

TODAY = date(2026, 6, 15)
PAIRS = KINDS["pairs"]
FILE = """Mentor,Mentor email,Mentee,Mentee email,Start,End,Status,Reason,Why this pair
Ana Ruiz,ana@example.org,Ben Ode,ben@example.org,2026-02-02,2026-05-01,,no time,
Leo Park,leo@example.org,Ben Ode,ben@example.org,2026-05-02,,,,Both sail
Ana Ruiz,ana@example.org,Chi Lam,chi@example.org,,,,,
Leo Park,leo@example.org,Chi Lam,chi@example.org,,,,,
New Guy,new@example.org,Old Hat,old@example.org,2026-01-05,2026-03-01,,,
"""


def program(name: str = "Spring") -> int:
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, name)
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org")
        make_mentor(session, cohort_id, "Leo Park", email="leo@example.org", capacity=2)
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_mentee(session, cohort_id, "Chi Lam", email="chi@example.org")
        make_pairing(session, ana, ben, started_on=date(2026, 2, 2))
    return cohort_id


def again(content: str, **said: Any):
    table = read_table(content.encode(), is_known=is_known_anywhere)
    columns = map_columns(table, PAIRS.kind)
    return lambda stored: PAIRS.review(
        table,
        columns,
        stored,
        options=said.get("options", {"strangers": "add"}),
        edits={},
        decisions=said.get("decisions", {}),
        today=TODAY,
    )


def look(content: str, cohort_id: int) -> Review:
    with reading() as session:
        return again(content)(PAIRS.picture(session, cohort_id=cohort_id))


def upload(content: str, cohort_id: int, review: Review | None = None, **more: Any) -> Plan:
    with writing("Ana", "Upload", kind=ActionKind.IMPORT) as session:
        return apply_review(
            session,
            review=review or look(content, cohort_id),
            again=again(content),
            cohort_id=cohort_id,
            source=Source("pairs.csv", "abc", "pairs", {"Mentor": "mentor"}),
            joined_on=TODAY,
            **more,
        )


def pairings() -> list[tuple]:
    with reading() as session:
        stored = session.exec(select(Pairing).order_by(col(Pairing.id))).all()
        return [(one.mentor_id, one.mentee_id, one.status, one.started_on, one.ended_on) for one in stored]


def take_back() -> None:
    with reading() as session:
        last = session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
    with writing("Ana", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=last)


def test_pairings_start_end_and_bring_their_people(database):
    cohort_id = program()

    plan = upload(FILE, cohort_id)

    assert (plan.added, plan.changed) == (3, 1)
    assert pairings() == [
        (1, 3, "ended_early", date(2026, 2, 2), date(2026, 5, 1)),
        (5, 6, "completed", date(2026, 1, 5), date(2026, 3, 1)),
        (2, 3, "active", date(2026, 5, 2), None),
        (1, 4, "active", date(2026, 1, 5), None),
    ]
    with reading() as session:
        joined = session.exec(select(Participant).where(col(Participant.id) > 4).order_by(col(Participant.id))).all()
        assert [(one.role, one.capacity, one.joined_on) for one in joined] == [
            ("mentor", 1, TODAY),
            ("mentee", None, TODAY),
        ]
        (kept,) = session.exec(select(Import)).all()
        assert (kept.kind, kept.counts["new"], kept.counts["changed"], kept.counts["trouble"]) == ("pairs", 3, 1, 1)
        assert session.exec(select(Action.summary).order_by(col(Action.id).desc())).first() == (
            "Uploaded pairs.csv into Spring: added 3 pairings, changed 1"
        )


def test_how_far_it_is_is_told_before_anything_is_written_and_after(sqlite_database):
    cohort_id = program()
    seen: list[int] = []

    def look_inside() -> None:
        with reading() as session:
            seen.append(len(session.exec(select(Pairing)).all()))

    upload(FILE, cohort_id, step=look_inside)

    assert seen == [1, 1]  # nobody else sees a row before all of them are in


def test_the_same_file_again_changes_nothing_and_one_undo_takes_all_back(database):
    cohort_id = program()
    before = rows()
    upload(FILE, cohort_id)
    after = rows()

    found = look(FILE, cohort_id)
    assert (found.plan.is_empty, found.counts[State.NEW], found.counts[State.CHANGED]) == (True, 0, 0)
    upload(FILE, cohort_id, found)
    assert rows() == after
    take_back()
    assert rows() == before


def test_a_place_that_was_taken_in_the_meantime_is_said_and_nothing_is_applied(database):
    cohort_id = program()
    content = "Mentor email,Mentee email\nleo@example.org,chi@example.org\n"
    review = look(content, cohort_id)
    with writing("Ben", "Meanwhile") as session:
        make_pairing(session, 2, 4)
    before = rows()

    with pytest.raises(ConflictError, match="Somebody changed the data since this file was reviewed"):
        upload(content, cohort_id, review)

    assert rows() == before
    assert look(content, cohort_id).plan.is_empty
