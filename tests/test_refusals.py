"""What a database really says when it refuses something, and what the coordinator reads instead."""

from datetime import date

import pytest
from sqlmodel import select

from dashboard.database import writing
from dashboard.errors import MentorboardError
from models import CheckIn, Cohort, Meeting, Pairing, Participant, Person, Plan, Separation, Skill
from tests.factories import (
    make_check_in,
    make_cohort,
    make_draft,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
    make_plan,
    make_skill,
)

START = date(2026, 2, 2)


def row(session, model):
    return session.exec(select(model)).first()


def set_up() -> None:
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        mentor_id = make_mentor(session, cohort_id, "Ines", capacity=2, external_id="1")
        pairing_id = make_pairing(session, mentor_id, make_mentee(session, cohort_id, "Omar"), started_on=START)
        make_check_in(session, pairing_id, wave="baseline")
        make_skill(session, "SQL")
        session.add(Separation(person_a_id=make_person(session), person_b_id=make_person(session)))


def late_meeting(session):
    session.add(Meeting(pairing_id=row(session, Pairing).id, held_on=date(2026, 1, 1)))


def early_check_in(session):
    make_check_in(session, row(session, Pairing).id, wave="pulse", answered_on=date(2026, 1, 1))


def stranger_checks_in(session):
    other = make_mentee(session, row(session, Cohort).id)
    pairing = row(session, Pairing)
    session.add(CheckIn(pairing_id=pairing.id, participant_id=other, wave="pulse", answered_on=START))


def same_separation(session):
    one = row(session, Separation)
    session.add(Separation(person_a_id=one.person_a_id, person_b_id=one.person_b_id))


def separate_the_paired(session):
    pairing = row(session, Pairing)
    two = sorted(session.get_one(Participant, one).person_id for one in (pairing.mentor_id, pairing.mentee_id))
    session.add(Separation(person_a_id=two[0], person_b_id=two[1]))


def shrink(session):
    cohort_id, mentor = row(session, Cohort).id, row(session, Participant)
    make_pairing(session, mentor.id, make_mentee(session, cohort_id))
    session.flush()
    mentor.capacity = 1


def pair_the_waitlisted(session):
    cohort_id, mentor = row(session, Cohort).id, row(session, Participant)
    make_pairing(session, mentor.id, make_mentee(session, cohort_id, status="waitlisted"))


def draft(session, capacity=2):
    """One place of the mentor of the pairing is left; the draft is of somebody else with them."""
    cohort_id, mentor = row(session, Cohort).id, row(session, Participant)
    mentor.capacity = capacity
    return make_pairing(session, mentor.id, make_mentee(session, cohort_id), status="draft")


def draft_again(session):
    one = session.get_one(Pairing, draft(session))
    other = make_mentor(session, one.cohort_id)
    make_draft(session, other, one.mentee_id, plan_id=one.plan_id)


def draft_the_paired(session):
    pairing = row(session, Pairing)
    make_pairing(session, make_mentor(session, pairing.cohort_id), pairing.mentee_id, status="draft")


def draft_where_they_are_not(session):
    pairing, other = row(session, Pairing), make_cohort(session)
    mentee = make_mentee(session, pairing.cohort_id)
    make_draft(session, pairing.mentor_id, mentee, plan_id=make_plan(session, other))


def draft_without_a_plan(session):
    pairing = row(session, Pairing)
    mentee_id = make_mentee(session, pairing.cohort_id)
    session.add(Pairing(cohort_id=pairing.cohort_id, mentor_id=pairing.mentor_id, mentee_id=mentee_id, status="draft"))


def draft_the_separated(session):
    people = row(session, Separation)
    mentor, mentee = (
        make(session, row(session, Cohort).id, person_id=one)
        for make, one in ((make_mentor, people.person_a_id), (make_mentee, people.person_b_id))
    )
    make_pairing(session, mentor, mentee, status="draft")


def draft_the_waitlisted(session):
    pairing = row(session, Pairing)
    mentee = make_mentee(session, pairing.cohort_id, status="waitlisted")
    make_pairing(session, make_mentor(session, pairing.cohort_id), mentee, status="draft")


def same_plan(session):
    cohort_id = row(session, Cohort).id
    make_plan(session, cohort_id, "First")
    session.add(Plan(cohort_id=cohort_id, name="FIRST", name_key="first", started_on=START))


def pair_again(session):
    pairing = row(session, Pairing)
    make_pairing(session, pairing.mentor_id, pairing.mentee_id)


REFUSED = [
    (lambda session: setattr(row(session, CheckIn), "confidence", 9), "One of the values can't be"),
    (lambda session: session.delete(row(session, Pairing)), "Something that this builds on"),
    (lambda session: make_check_in(session, row(session, Pairing).id), "answered already"),
    (lambda session: make_cohort(session, "SPRING"), "already a cohort with this name"),
    (lambda session: make_person(session, external_id="1"), "has this external ID"),
    (lambda session: session.add(Skill(name="sql", name_key="sql")), "already a skill"),
    (
        lambda session: make_mentor(session, row(session, Cohort).id, person_id=row(session, Participant).person_id),
        "already has this role",
    ),
    (same_separation, "kept apart already"),
    (separate_the_paired, "are paired now"),
    (late_meeting, "A meeting lies between"),
    (early_check_in, "A check-in lies between"),
    (stranger_checks_in, "Only the mentor or the mentee"),
    (shrink, "can't go below"),
    (pair_the_waitlisted, "waitlisted or has withdrawn"),
    (pair_again, "paired already"),
    (lambda session: draft(session, capacity=1), "no place left in this plan"),
    (draft_again, "in the plan already"),
    (draft_the_paired, "This mentee is paired already"),
    (draft_where_they_are_not, "Something that this builds on"),
    (draft_without_a_plan, "One of the values can't be"),
    (draft_the_separated, "kept apart"),
    (draft_the_waitlisted, "is waitlisted or has withdrawn"),
    (same_plan, "has a plan of this name already"),
    (lambda session: setattr(row(session, Pairing), "is_locked", True), "One of the values can't be"),
    (lambda session: setattr(row(session, Participant), "status", "waitlisted"), "in an open pairing"),
    (lambda session: setattr(row(session, Pairing), "started_on", date(2026, 5, 1)), "outside these dates"),
]


@pytest.mark.parametrize(("act", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_a_refusal_of_the_database_is_told_rightly(database, act, sentence):
    set_up()

    with pytest.raises(MentorboardError, match=sentence), writing("Ana", "Tried") as session:
        act(session)
        session.flush()


def test_what_somebody_wrote_is_in_no_error_message(database):
    try:
        with writing("Ana", "Tried") as session:
            session.add(Person(name=" ", bio="Between us"))
    except MentorboardError as error:
        told = f"{error} {error.__cause__}"

    assert "Between us" not in told.split("Failing row")[0]
    assert "hide_parameters" in told
