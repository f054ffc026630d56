from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, InvalidError, NotFoundError, RuleError
from dashboard.services.participants import (
    edit_participant,
    enroll,
    enroll_new,
    reactivate,
    remove_participant,
    waitlist,
    withdraw,
)
from models import Pairing, Participant, ParticipantSkill, Person, Skill
from tests.factories import STARTS_ON, make_cohort, make_mentee, make_mentor, make_pair, make_pairing, make_person


@pytest.fixture
def cohort(database) -> int:
    with writing("Ana", "Set up") as session:
        return make_cohort(session, "Spring")


def skills_of(participant_id: int) -> list[tuple[int, str]]:
    with reading() as session:
        rows = session.exec(
            select(ParticipantSkill.priority, Skill.name)
            .join(Skill)
            .where(ParticipantSkill.participant_id == participant_id)
            .order_by(ParticipantSkill.priority)
        ).all()
    return [tuple(row) for row in rows]


def stored(participant_id: int) -> tuple:
    with reading() as session:
        row = session.get_one(Participant, participant_id)
        return (row.role, row.status, row.capacity, row.hopes, row.joined_on)


def test_enroll_a_mentor_with_skills_in_order(cohort):
    with writing("Ana", "Enrolled") as session:
        mentor = enroll(
            session,
            person_id=make_person(session, "Bo"),
            cohort_id=cohort,
            role="mentor",
            capacity=3,
            hopes=" Fresh eyes ",
            skills=["SQL", "negotiation", " sql "],
            joined_on=STARTS_ON,
        )

    assert stored(mentor) == ("mentor", "active", 3, "Fresh eyes", STARTS_ON)
    assert skills_of(mentor) == [(1, "SQL"), (2, "negotiation")]


def test_enroll_gives_a_mentor_one_place_and_a_mentee_none(cohort):
    with writing("Ana", "Enrolled") as session:
        bo = make_person(session, "Bo")
        mentor = enroll(session, person_id=bo, cohort_id=cohort, role="mentor", joined_on=STARTS_ON)
        mentee = enroll(session, person_id=bo, cohort_id=cohort, role="mentee", joined_on=STARTS_ON)

    assert (stored(mentor)[2], stored(mentee)[2]) == (1, None)


def test_enroll_new_adds_the_person_and_the_participant_or_neither(cohort):
    bo = {"name": "Bo Ode", "email": "bo@example.org"}
    with writing("Ana", "Enrolled") as session:
        enroll_new(session, person=bo, cohort_id=cohort, role="mentor", capacity=2, joined_on=STARTS_ON)

    with pytest.raises(InvalidError, match="Capacity is at least 1"), writing("Ana", "Enrolled") as session:
        enroll_new(session, person={"name": "Wei"}, cohort_id=cohort, role="mentor", capacity=0, joined_on=STARTS_ON)

    with reading() as session:
        assert [row.name for row in session.exec(select(Person))] == ["Bo Ode"]
        assert [row.capacity for row in session.exec(select(Participant))] == [2]


@pytest.mark.parametrize(
    ("role", "capacity", "sentence"),
    [
        ("mentor", 0, "Capacity is at least 1. To stop new pairings, waitlist or withdraw the mentor."),
        ("mentor", 101, "Capacity is at most 100. Check the number."),
        ("mentee", 1, "Only a mentor has a capacity. Leave it empty for a mentee."),
    ],
)
def test_enroll_says_which_capacity_cannot_be(cohort, role, capacity, sentence):
    with pytest.raises(InvalidError) as refused, writing("Ana", "Enrolled") as session:
        bo = make_person(session, "Bo")
        enroll(session, person_id=bo, cohort_id=cohort, role=role, capacity=capacity, joined_on=STARTS_ON)

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("active", "Bo is a mentee in Spring already. Edit them there."),
        ("withdrawn", "Bo is a mentee in Spring already, withdrawn. Reactivate them there."),
    ],
)
def test_enroll_refuses_the_same_role_twice(cohort, status, sentence):
    with writing("Ana", "Enrolled") as session:
        bo = make_person(session, "Bo")
        make_mentee(session, cohort, person_id=bo, status=status)

    with pytest.raises(ConflictError) as refused, writing("Ana", "Enrolled") as session:
        enroll(session, person_id=bo, cohort_id=cohort, role="mentee", joined_on=STARTS_ON)

    assert str(refused.value) == sentence


def test_enroll_refuses_an_archived_cohort(database):
    with writing("Ana", "Set up") as session:
        old = make_cohort(session, "Old", archived_at=datetime(2026, 1, 1, tzinfo=UTC))
        bo = make_person(session, "Bo")

    with pytest.raises(RuleError, match=r"Old is archived. Restore it"), writing("Ana", "Enrolled") as session:
        enroll(session, person_id=bo, cohort_id=old, role="mentee", joined_on=STARTS_ON)


def test_enroll_tells_of_a_person_who_was_removed_meanwhile(cohort):
    with pytest.raises(NotFoundError, match="This person is not here any more"), writing("Ana", "E") as session:
        enroll(session, person_id=999, cohort_id=cohort, role="mentee", joined_on=STARTS_ON)


def test_edit_participant_changes_what_is_given(cohort):
    with writing("Ana", "Set up") as session:
        bo = make_mentor(session, cohort, "Bo", capacity=2, skills=("SQL", "Python", "Sales"), hopes="Meet people")
        ana = make_mentee(session, cohort, "Ana", skills=("SQL",))

    with writing("Ana", "Edited") as session:
        edit_participant(session, participant_id=bo, capacity=4, skills=["Sales", "Go", "sql"])

    assert stored(bo) == ("mentor", "active", 4, "Meet people", STARTS_ON)
    assert skills_of(bo) == [(1, "Sales"), (2, "Go"), (3, "SQL")]
    assert skills_of(ana) == [(1, "SQL")]


def test_edit_participant_keeps_a_place_for_everybody_paired(cohort):
    with writing("Ana", "Set up") as session:
        bo = make_mentor(session, cohort, "Bo", capacity=3)
        for status in ("active", "paused"):
            make_pairing(session, bo, make_mentee(session, cohort), status=status)
        make_pairing(session, bo, make_mentee(session, cohort), status="completed", ended_on=date(2026, 3, 1))

    with pytest.raises(RuleError) as refused, writing("Ana", "Edited") as session:
        edit_participant(session, participant_id=bo, capacity=1)
    assert str(refused.value) == (
        "Bo mentors 2 people now, so the capacity can't go below 2. End or move a pairing first."
    )

    with writing("Ana", "Edited") as session:
        edit_participant(session, participant_id=bo, capacity=2)
    assert stored(bo)[2] == 2


def test_edit_participant_refuses_a_capacity_of_0(cohort):
    with writing("Ana", "Set up") as session:
        bo = make_mentor(session, cohort, "Bo")

    with pytest.raises(InvalidError, match="Capacity is at least 1"), writing("Ana", "Edited") as session:
        edit_participant(session, participant_id=bo, capacity=0)


def test_a_participant_who_was_removed_meanwhile_is_a_sentence(cohort):
    with pytest.raises(NotFoundError, match="This participant is not here any more"), writing("Ana", "E") as session:
        edit_participant(session, participant_id=999, hopes="x")


def test_waitlist_refuses_somebody_who_is_paired(cohort):
    with writing("Ana", "Paired") as session:
        pairing = session.get_one(Pairing, make_pair(session, cohort, mentee="Ines"))
        mentee = pairing.mentee_id

    with pytest.raises(RuleError, match=r"Ines is paired now. End the pairing first"), writing("A", "W") as session:
        waitlist(session, participant_id=mentee)


def test_waitlist_and_reactivate(cohort):
    with writing("Ana", "Set up") as session:
        ines = make_mentee(session, cohort, "Ines")

    with writing("Ana", "Waitlisted") as session:
        waitlist(session, participant_id=ines)
    assert stored(ines)[1] == "waitlisted"
    with pytest.raises(ConflictError, match="Ines is on the waitlist already"), writing("A", "W") as session:
        waitlist(session, participant_id=ines)

    with writing("Ana", "Reactivated") as session:
        reactivate(session, participant_id=ines)
    assert stored(ines)[1] == "active"
    with pytest.raises(ConflictError, match="Ines is active already"), writing("A", "R") as session:
        reactivate(session, participant_id=ines)


def test_withdraw_ends_what_is_open_and_nothing_else(cohort):
    with writing("Ana", "Paired") as session:
        bo = make_mentor(session, cohort, "Bo", capacity=5)
        active = make_pairing(session, bo, make_mentee(session, cohort))
        future = make_pairing(session, bo, make_mentee(session, cohort), started_on=date(2026, 9, 1), status="paused")
        drafted = make_pairing(session, bo, make_mentee(session, cohort), status="draft")
        done = make_pairing(session, bo, make_mentee(session, cohort), status="completed", ended_on=date(2026, 3, 1))
        other = make_pair(session, cohort)

    with writing("Ana", "Withdrew Bo") as session:
        withdraw(session, participant_id=bo, today=date(2026, 6, 15))

    assert stored(bo)[1] == "withdrawn"
    with reading() as session:
        rows = session.exec(select(Pairing).order_by(Pairing.id)).all()
        assert [(row.id, row.status, row.ended_on, row.end_reason) for row in rows] == [
            (active, "ended_early", date(2026, 6, 15), "left_program"),
            (future, "ended_early", date(2026, 9, 1), "left_program"),
            (drafted, "draft", None, None),
            (done, "completed", date(2026, 3, 1), None),
            (other, "active", None, None),
        ]


def test_withdraw_twice_is_a_sentence(cohort):
    with writing("Ana", "Set up") as session:
        ines = make_mentee(session, cohort, "Ines", status="withdrawn")

    with pytest.raises(ConflictError, match="Ines is withdrawn already"), writing("A", "W") as session:
        withdraw(session, participant_id=ines, today=date(2026, 6, 15))


def test_remove_participant_leaves_the_person(cohort):
    with writing("Ana", "Set up") as session:
        ines = make_mentee(session, cohort, "Ines", skills=("SQL",))
        kept = make_mentee(session, cohort, "Ilya", skills=("SQL",))

    with writing("Ana", "Removed") as session:
        remove_participant(session, participant_id=ines)

    with reading() as session:
        assert [row.id for row in session.exec(select(Participant))] == [kept]
    assert (skills_of(ines), skills_of(kept)) == ([], [(1, "SQL")])


def test_remove_participant_takes_their_drafts_along(cohort):
    with writing("Ana", "Set up") as session:
        kept = make_pair(session, cohort, "Bo", "Ilya", status="draft")
    with writing("Ana", "Drafted") as session:
        bo = session.get_one(Pairing, kept).mentor_id
        ines = make_mentee(session, cohort, "Ines")
        session.get_one(Participant, bo).capacity = 2
        make_pairing(session, bo, ines, status="draft")

    with writing("Ana", "Removed") as session:
        remove_participant(session, participant_id=ines)

    with reading() as session:
        assert session.exec(select(Pairing.id)).all() == [kept]


def test_remove_participant_refuses_whoever_was_paired(cohort):
    with writing("Ana", "Paired") as session:
        pairing = session.get_one(
            Pairing, make_pair(session, cohort, "Bo", status="completed", ended_on=date(2026, 3, 1))
        )
        bo = pairing.mentor_id

    with pytest.raises(RuleError, match="Bo has been paired in this cohort"), writing("A", "R") as session:
        remove_participant(session, participant_id=bo)
