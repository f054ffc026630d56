from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.matching.plan import fill_in
from dashboard.matching.rules import Rule
from dashboard.queries.board import board
from dashboard.queries.standstill import Standstill, Stuck, in_the_way, remedies, standstill, stuck
from dashboard.services.participants import edit_participant
from dashboard.services.people import allow_again, separate
from models import Cohort, Participant
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing

TODAY = date(2026, 6, 15)


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        elsewhere = make_cohort(session, "Another")
        make_mentor(session, elsewhere, "Stranger", capacity=9)
        make_mentee(session, elsewhere, "Strange")
        return make_cohort(session, "Spring 2026")


def asked(query, **arguments):
    with reading() as session:
        return query(session, today=TODAY, **arguments)


def apart(session, one, *others):
    person = session.get_one(Participant, one).person_id
    for other in others:
        separate(session, person_id=person, other_id=session.get_one(Participant, other).person_id)


def test_empty_cohort_stands_still_nowhere(cohort):
    nothing = Standstill(wait=0, placed=0, mentees=(), mentors=(), left_out=())

    assert asked(standstill, cohort_id=cohort) == nothing
    assert asked(remedies, cohort_id=cohort) == []
    assert asked(in_the_way, cohort_id=cohort, mentee_id=1) == ()


def test_mentors_without_anybody_who_waits_are_not_stuck(cohort):
    with writing("Ana", "Test") as session:
        make_mentor(session, cohort)

    assert asked(standstill, cohort_id=cohort).mentors == ()


def test_who_can_not_be_placed_is_told_with_the_rules_in_the_way(cohort):
    with writing("Ana", "Test") as session:
        ben, cleo = make_mentor(session, cohort, "Ben Ode"), make_mentor(session, cohort, "Cleo Park")
        full = make_mentor(session, cohort, "Full Moon")
        make_pairing(session, full, make_mentee(session, cohort, "Paired"))
        ana, eva = make_mentee(session, cohort, "Ana Ruiz"), make_mentee(session, cohort, "Eva Sol")
        apart(session, ana, ben, cleo)
        make_pairing(session, cleo, eva, status="ended_early", ended_on=TODAY, end_reason="no_time")

    assert asked(standstill, cohort_id=cohort) == Standstill(
        wait=2, placed=1, mentees=(ana,), mentors=(cleo,), left_out=()
    )
    assert asked(stuck, cohort_id=cohort, participant_ids=[ana, cleo, 99]) == [
        Stuck(ana, "Ana Ruiz", ((Rule.SEPARATED, 2), (Rule.FULL, 1))),
        Stuck(cleo, "Cleo Park", ((Rule.SEPARATED, 1), (Rule.PAST, 1))),
    ]
    assert asked(in_the_way, cohort_id=cohort, mentee_id=eva) == ((Rule.FULL, 1), (Rule.PAST, 1))


def test_who_could_be_placed_and_has_no_place_is_left_out(cohort):
    with writing("Ana", "Test") as session:
        make_mentor(session, cohort, skills=("SQL",))
        make_mentee(session, cohort, "Ana Ruiz", skills=("SQL",))
        eva = make_mentee(session, cohort, "Eva Sol", skills=("hiring",))

    assert asked(standstill, cohort_id=cohort) == Standstill(wait=2, placed=1, mentees=(), mentors=(), left_out=(eva,))
    assert asked(stuck, cohort_id=cohort, participant_ids=[eva]) == [Stuck(eva, "Eva Sol", ())]


def test_each_remedy_places_as_many_as_it_says(cohort):
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, "Ben Ode", capacity=1, skills=("SQL",))
        cleo = make_mentor(session, cohort, "Cleo Park", capacity=2)
        ana, eva, fay = (make_mentee(session, cohort, name, skills=("SQL",)) for name in ("Ana", "Eva", "Fay"))
        apart(session, ana, cleo)
        apart(session, eva, cleo)
        apart(session, fay, cleo)

    told = asked(remedies, cohort_id=cohort)

    assert told[0].rule is None
    assert (told[0].mentor_id, told[0].mentor, told[0].capacity, told[0].people) == (ben, "Ben Ode", 1, 1)
    allowed = [one for one in told if one.rule is Rule.SEPARATED]
    assert {(one.mentee_id, one.mentor_id, one.people) for one in allowed} == {
        (who, cleo, 1) for who in (ana, eva, fay)
    }
    for one in told:
        assert placed(cohort) == 1
        with writing("Ana", "Followed it") as session:
            if one.rule is None:
                edit_participant(session, participant_id=one.mentor_id, capacity=one.capacity + 1)
            else:
                allow_again(session, person_id=one.mentee_person_id, other_id=one.mentor_person_id)
        assert placed(cohort) == 1 + one.people
        with writing("Ana", "Took it back") as session:
            if one.rule is None:
                edit_participant(session, participant_id=one.mentor_id, capacity=one.capacity)
            else:
                separate(session, person_id=one.mentee_person_id, other_id=one.mentor_person_id)


def test_rule_of_the_cohort_that_keeps_most_apart_is_the_first_remedy(cohort):
    with writing("Ana", "Test") as session:
        session.get_one(Cohort, cohort).has_common_language = True
        make_mentor(session, cohort, "Ben Ode", capacity=2, languages="Norsk")
        make_mentor(session, cohort, "Cleo Park", languages="Norsk, English")
        for name in ("Ana", "Eva", "Fay"):
            make_mentee(session, cohort, name, languages="English")

    told = asked(remedies, cohort_id=cohort)

    assert [(one.rule, one.mentor, one.people) for one in told] == [
        (Rule.NO_LANGUAGE, "", 2),
        (None, "Cleo Park", 1),
    ]


def placed(cohort):
    return fill_in(asked(board, cohort_id=cohort).problem).placed
