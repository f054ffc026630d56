"""Undo, and what stands in its way."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, MentorboardError, NotFoundError
from dashboard.recording import insert_rows
from dashboard.services.history import in_the_way, undo
from dashboard.services.participants import withdraw
from models import Action, ActionKind, Cohort, Meeting, Pairing, Participant, Person, Separation
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing, make_person
from tests.tables import rows


def last_action() -> int:
    with reading() as session:
        return session.exec(select(Action.id).order_by(col(Action.id).desc())).first()


def take_back(action_id: int) -> int:
    with writing("Ana", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=action_id)
    return last_action()


def test_undo_takes_out_what_was_added(database):
    before = rows()
    with writing("Ana", "Set up a pair") as session:
        make_meeting(session, make_pair(session, make_cohort(session)))

    take_back(last_action())

    assert rows() == before


def test_undo_brings_back_what_was_removed_under_its_old_number(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session))
        meeting_id = make_meeting(session, pairing_id, notes="First talk")
    before = rows()
    with writing("Ana", "Removed a meeting") as session:
        session.delete(session.get_one(Meeting, meeting_id))

    take_back(last_action())

    assert rows() == before


def test_undo_restores_every_changed_field(database):
    with writing("Ana", "Added") as session:
        person_id = make_person(session, "Ines", email="ines@example.org", years_experience=4.5)
    before = rows()
    with writing("Ana", "Edited") as session:
        person = session.get_one(Person, person_id)
        person.name, person.email, person.email_key, person.years_experience = "Inês", None, None, None

    take_back(last_action())

    assert rows() == before


def test_undoing_an_undo_brings_the_action_back(database):
    with writing("Ana", "Added a pair") as session:
        make_pair(session, make_cohort(session), "Ines", "Omar")
    after, added = rows(), last_action()

    undone = take_back(added)
    brought_back = take_back(undone)

    assert rows() == after
    with reading() as session:
        actions = session.exec(select(Action).order_by(col(Action.id))).all()
        told = [(row.summary, row.kind, row.undoes_id, row.undone_by_id) for row in actions]
    assert told == [
        ("Added a pair", "edit", None, None),
        ("Undid: Added a pair", "undo", added, brought_back),
        ("Brought back: Added a pair", "undo", undone, None),
    ]


def test_undo_works_again_after_the_undo_was_undone(database):
    before = rows()
    with writing("Ana", "Added") as session:
        make_person(session, "Ines")
    added = last_action()

    take_back(take_back(added))
    take_back(added)

    assert rows() == before


def test_an_action_is_undone_once(database):
    with writing("Ana", "Added Ines") as session:
        make_person(session, "Ines")
    added = last_action()
    take_back(added)

    with pytest.raises(ConflictError, match="“Added Ines” was undone already"):
        take_back(added)


def test_undo_is_refused_when_a_later_action_changed_the_row(database):
    with writing("Ana", "Added Ines") as session:
        person_id = make_person(session, "Ines")
    added = last_action()
    with writing("Ben", "Renamed Ines") as session:
        session.get_one(Person, person_id).name = "Inês"
    before = rows()

    with pytest.raises(ConflictError, match="“Added Ines” can't be undone yet: “Renamed Ines” came later"):
        take_back(added)
    assert rows() == before


def test_undo_is_refused_by_name_when_something_builds_on_the_rows(database):
    with writing("Ana", "Imported roster.csv") as session:
        cohort_id = make_cohort(session)
        mentor_id, mentee_id = make_mentor(session, cohort_id), make_mentee(session, cohort_id)
    imported = last_action()
    with writing("Ana", "Paired Ines with Omar") as session:
        pairing_id = make_pairing(session, mentor_id, mentee_id)
    paired = last_action()
    with writing("Ana", "Logged a meeting") as session:
        make_meeting(session, pairing_id)

    with pytest.raises(
        ConflictError, match=r"“Paired Ines with Omar” came later and used what it added\. Undo that first\."
    ):
        take_back(imported)
    with pytest.raises(ConflictError, match="“Logged a meeting” came later"):
        take_back(paired)


def test_what_stands_in_the_way_of_an_undo_is_known_before_it_is_tried(database):
    with writing("Ana", "Set up a pair") as session:
        pairing_id = make_pair(session, make_cohort(session))
    first, before = last_action(), rows()
    assert asked_in_the_way(first) == ""

    with writing("Ben", "Met") as session:
        make_meeting(session, pairing_id)
    second, after = last_action(), rows()

    assert asked_in_the_way(first) == (
        "“Set up a pair” can't be undone yet: “Met” came later and used what it added. Undo that first."
    )
    assert (asked_in_the_way(second), rows()) == ("", after)
    undone = take_back(second)
    assert (asked_in_the_way(first), asked_in_the_way(undone), rows()) == ("", "", before)
    assert asked_in_the_way(second) == "“Met” was undone already. Nothing changed."
    assert asked_in_the_way(99) == "This action is no longer in the history. Reload the page."


def asked_in_the_way(action_id: int) -> str:
    with reading() as session:
        return in_the_way(session, action_id=action_id)


def test_undoing_the_later_ones_first_clears_the_way(database):
    before = rows()
    with writing("Ana", "Imported") as session:
        cohort_id = make_cohort(session)
        mentor_id, mentee_id = make_mentor(session, cohort_id), make_mentee(session, cohort_id)
    imported = last_action()
    with writing("Ana", "Paired") as session:
        make_pairing(session, mentor_id, mentee_id)

    take_back(last_action())
    take_back(imported)

    assert rows() == before


def test_undo_is_refused_when_the_place_is_taken_meanwhile(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentor_id = make_mentor(session, cohort_id, capacity=1)
        pairing_id = make_pairing(session, mentor_id, make_mentee(session, cohort_id))
        other_id = make_mentee(session, cohort_id)
    with writing("Ana", "Ended") as session:
        pairing = session.get_one(Pairing, pairing_id)
        pairing.status, pairing.ended_on = "completed", date(2026, 5, 1)
    ended = last_action()
    with writing("Ana", "Paired another") as session:
        make_pairing(session, mentor_id, other_id)
    before = rows()

    with pytest.raises(MentorboardError, match="no place left"):
        take_back(ended)
    assert rows() == before


def test_undo_of_an_action_that_is_gone_says_so(database):
    with pytest.raises(NotFoundError, match="no longer in the history"):
        take_back(999)


def test_undo_of_a_large_import_is_whole(database):
    before = rows()
    with writing("Ana", "Imported") as session:
        insert_rows(session, Person, [{"name": f"Person {n}"} for n in range(3000)])

    take_back(last_action())

    assert rows() == before


STEPS = st.lists(st.tuples(st.sampled_from(["add", "rename", "remove", "pair"]), st.integers(0, 5)), max_size=12)


@settings(max_examples=15)
@given(steps=STEPS)
def test_undoing_everything_backwards_restores_every_state(sqlite_database, steps):
    states = []
    for step, number in steps:
        state, last = rows(), last_action() or 0
        with writing("Ana", f"{step} {number}") as session:
            do(session, step, number)
        if (last_action() or 0) > last:
            states.append((last_action(), state))
    for action_id, state in reversed(states):
        assert [bool(asked_in_the_way(one)) for one, _ in states] == [is_refused(one) for one, _ in states]
        take_back(action_id)
        assert rows() == state


class NotNowError(Exception):
    """Raised to leave everything as it was."""


def is_refused(action_id: int) -> bool:
    """Whether an undo is refused, found out by trying."""
    try:
        with writing("Ana", "Try") as session:
            undo(session, action_id=action_id)
            raise NotNowError
    except ConflictError:
        return True
    except NotNowError:
        return False


def do(session, step, number):
    """One of a coordinator's acts, on the person or pairing of this number when there is one."""
    people = session.exec(select(Person).where(~col(Person.name).startswith("Paired"))).all()
    if step == "add":
        make_person(session, f"Person {number}")
    elif step == "pair":
        cohort = session.exec(select(Cohort)).first()
        make_pair(session, cohort.id if cohort else make_cohort(session), f"Paired {number}", "Paired too")
    elif people and step == "rename":
        people[number % len(people)].name = f"Renamed {number}"
    elif people and step == "remove":
        session.delete(people[number % len(people)])


def beyond_its_rules(session, kind: str) -> tuple:
    """A change that an undo would have to take back against a rule: what to do first, and what to do then."""
    cohort_id = make_cohort(session)
    mentor_id, mentee_id = make_mentor(session, cohort_id), make_mentee(session, cohort_id)
    if kind in ("start", "reopened"):
        pairing_id = make_pairing(session, mentor_id, mentee_id, started_on=date(2026, 3, 1))
        pairing = session.get_one(Pairing, pairing_id)
        if kind == "reopened":
            pairing.status, pairing.ended_on = "completed", date(2026, 4, 1)
        moved = {"started_on": date(2026, 2, 1)} if kind == "start" else {"status": "active", "ended_on": None}
        held_on = date(2026, 2, 10) if kind == "start" else date(2026, 6, 1)
        return (Pairing, pairing_id, moved), lambda again: make_meeting(again, pairing_id, held_on)
    if kind == "reactivated":
        session.get_one(Participant, mentee_id).status = "withdrawn"
        return (Participant, mentee_id, {"status": "active"}), lambda again: make_pairing(again, mentor_id, mentee_id)
    people = sorted(session.get_one(Participant, one).person_id for one in (mentor_id, mentee_id))
    separation = Separation(person_a_id=people[0], person_b_id=people[1])
    session.add(separation)
    session.flush()
    return (Separation, separation.id, None), lambda again: make_pairing(again, mentor_id, mentee_id)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("start", "outside these dates"),
        ("reopened", "outside these dates"),
        ("reactivated", "in an open pairing"),
        ("allowed again", "paired now"),
    ],
)
def test_undo_never_breaks_a_rule_between_two_tables(database, kind, sentence):
    with writing("Ana", "Set up") as session:
        (model, row_id, values), then = beyond_its_rules(session, kind)
    with writing("Ana", kind) as session:
        row = session.get_one(model, row_id)
        if values is None:
            session.delete(row)
        else:
            for name, value in values.items():
                setattr(row, name, value)
    changed = last_action()
    with writing("Ana", "Built on it") as session:
        then(session)
    before = rows()

    with pytest.raises(MentorboardError, match=sentence):
        take_back(changed)
    assert rows() == before


def test_a_withdrawal_is_undone_and_done_again(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentee_id = make_mentee(session, cohort_id)
        make_pairing(session, make_mentor(session, cohort_id), mentee_id)
    before = rows()
    with writing("Ana", "Withdrew") as session:
        withdraw(session, participant_id=mentee_id, today=date(2026, 6, 15))
    after = rows()

    undone = take_back(last_action())
    assert rows() == before
    take_back(undone)
    assert rows() == after
