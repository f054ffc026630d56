from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.matching.plan import POINTS, fill_in
from dashboard.matching.rules import Rule
from dashboard.queries.board import board
from dashboard.queries.consequences import Consequence, consequences_of, least_costly
from dashboard.services.people import separate
from models import Participant
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing

TODAY = date(2026, 6, 15)


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        elsewhere = make_cohort(session, "Another")
        make_mentor(session, elsewhere, "Stranger", skills=("SQL",))
        make_mentee(session, elsewhere, "Strange", skills=("SQL",))
        return make_cohort(session, "Spring 2026")


def asked(query, **arguments):
    with reading() as session:
        return query(session, today=TODAY, **arguments)


def persons(session, *participant_ids):
    return [session.get_one(Participant, who).person_id for who in participant_ids]


def test_board_of_an_empty_cohort_is_empty(cohort):
    found = asked(board, cohort_id=cohort)

    assert (found.points.shape, found.bits.shape) == ((0, 0), (0, 0))
    assert fill_in(found.problem).placed == 0
    assert asked(consequences_of, cohort_id=cohort, mentee_id=1, mentor_ids=[1]) == {}
    assert asked(least_costly, cohort_id=cohort, mentee_id=1, mentor_ids=[1]) == (1,)


def test_board_holds_who_waits_and_every_mentor(cohort):
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, "Ben Ode", capacity=2)
        full = make_mentor(session, cohort, "Full Moon")
        gone = make_mentor(session, cohort, "Gone", status="withdrawn")
        ana = make_mentee(session, cohort, "Ana Ruiz")
        done = make_mentee(session, cohort, "Done Dee")
        make_pairing(session, full, make_mentee(session, cohort, "Paired"))
        make_pairing(session, ben, done, status="completed", ended_on=TODAY)
        make_mentee(session, cohort, "Waitlisted", status="waitlisted")

    found, more = asked(board, cohort_id=cohort), asked(board, cohort_id=cohort, also=done)

    assert found.mentees[["id", "name"]].to_numpy().tolist() == [[ana, "Ana Ruiz"]]
    assert found.mentors[["id", "capacity", "taken"]].to_numpy().tolist() == [
        [ben, 2, 0],
        [full, 1, 1],
        [gone, 1, 0],
    ]
    assert found.bits.tolist() == [[0, Rule.FULL, Rule.NOT_ACTIVE]]
    assert found.problem.places.tolist() == [2, 0, 0]
    assert found.problem.allowed.tolist() == [[True, True, False]]
    assert more.mentees["id"].tolist() == [ana, done]
    assert more.bits.tolist() == [[0, Rule.FULL, Rule.NOT_ACTIVE], [Rule.PAST, Rule.FULL, Rule.NOT_ACTIVE]]
    assert (found.mentee_at(ana), found.mentee_at(done), more.mentee_at(done)) == (0, None, 1)


def test_choice_that_takes_the_only_mentor_of_somebody_else_says_so(cohort):
    with writing("Ana", "Test") as session:
        ben, cleo = make_mentor(session, cohort, "Ben Ode"), make_mentor(session, cohort, "Cleo Park")
        ana, eva = make_mentee(session, cohort, "Ana Ruiz"), make_mentee(session, cohort, "Eva Sol")
        person, other = persons(session, eva, cleo)
        separate(session, person_id=person, other_id=other)

    found = asked(consequences_of, cohort_id=cohort, mentee_id=ana, mentor_ids=[ben, cleo])

    assert found[cleo] == Consequence(people=0, points=0, hit=None, drop=0, left_out=False)
    assert (found[ben].people, found[ben].hit, found[ben].left_out) == (-1, "Eva Sol", True)
    assert set(asked(consequences_of, cohort_id=cohort, mentee_id=eva, mentor_ids=[ben, cleo])) == {ben}
    assert asked(least_costly, cohort_id=cohort, mentee_id=ana, mentor_ids=[ben, cleo]) == (cleo, ben)


def test_consequences_are_those_of_planning_the_others_anew(cohort):
    skills = (("SQL", "hiring"), ("SQL",), ("hiring", "writing"), ("writing",), ("Rust", "SQL", "writing"))
    with writing("Ana", "Test") as session:
        for number, offered in enumerate(skills):
            make_mentor(session, cohort, skills=offered, capacity=1 + number % 2, years_experience=3 * number)
        waiting = [
            make_mentee(session, cohort, skills=sought, years_experience=number)
            for number, sought in enumerate((*skills, *skills[1:4]))
        ]

    seen, best = asked(board, cohort_id=cohort), None
    for mentee in waiting:
        mentors = seen.mentors["id"].tolist()
        told = asked(consequences_of, cohort_id=cohort, mentee_id=mentee, mentor_ids=mentors)
        best = fill_in(seen.problem)
        for at, mentor in enumerate(seen.mentors["id"]):
            then = fill_in(seen.problem, [(seen.mentee_at(mentee), at)])
            assert told[mentor].people == then.placed - best.placed
            assert told[mentor].points == pytest.approx((then.points - best.points) / POINTS)
        ordered = asked(least_costly, cohort_id=cohort, mentee_id=mentee, mentor_ids=mentors)
        assert list(ordered) == sorted(mentors, key=lambda mentor: (-told[mentor].people, -told[mentor].points))


def test_somebody_who_is_asked_for_by_name_has_consequences_too(cohort):
    with writing("Ana", "Test") as session:
        ben, cleo = make_mentor(session, cohort, "Ben Ode"), make_mentor(session, cohort, "Cleo Park")
        done = make_mentee(session, cohort, "Done Dee")
        make_pairing(session, ben, done, status="completed", ended_on=TODAY)

    told = asked(consequences_of, cohort_id=cohort, mentee_id=done, mentor_ids=[ben, cleo])
    # To be paired again costs nobody anything either, though the best plan would not do it of itself.
    assert told == dict.fromkeys([ben, cleo], Consequence(people=0, points=0.0, hit=None, drop=0, left_out=False))
