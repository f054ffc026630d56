from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.consequences import Consequence, consequences_of
from dashboard.queries.members import Seats, group_cost, members, seats
from dashboard.services.people import separate
from models import Participant
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing

TODAY = date(2026, 6, 15)


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        elsewhere = make_cohort(session, "Another")
        make_mentor(session, elsewhere, "Stranger", capacity=5)
        make_mentee(session, elsewhere, "Strange")
        return make_cohort(session, "Spring 2026")


@pytest.fixture
def people(cohort):
    """Ben with three places, Cleo with one; Ana and Eva seek what Ben offers, Fay may not be paired with Cleo."""
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, "Ben Ode", skills=("SQL",), capacity=3)
        cleo = make_mentor(session, cohort, "Cleo Park", skills=("hiring",))
        full = make_mentor(session, cohort, "Full Moon")
        make_mentor(session, cohort, "Gone", capacity=9, status="withdrawn")
        make_pairing(session, full, make_mentee(session, cohort, "Paired"))
        make_pairing(session, ben, make_mentee(session, cohort, "Paired too"))
        ana = make_mentee(session, cohort, "Ana Ruiz", skills=("SQL",))
        eva = make_mentee(session, cohort, "Eva Sol", skills=("SQL", "hiring"))
        fay = make_mentee(session, cohort, "Fay Roy", skills=("hiring",))
        one, other = (session.get_one(Participant, who).person_id for who in (fay, cleo))
        separate(session, person_id=one, other_id=other)
        return {"ben": ben, "cleo": cleo, "ana": ana, "eva": eva, "fay": fay}


def asked(query, **arguments):
    with reading() as session:
        return query(session, today=TODAY, **arguments)


def test_groups_of_an_empty_cohort_are_empty(cohort):
    assert asked(seats, cohort_id=cohort) == []
    assert asked(members, cohort_id=cohort, mentor_id=1, mentee_ids=[2]) == []
    assert asked(group_cost, cohort_id=cohort, mentor_id=1, mentee_ids=[2]) is None


def test_seats_tell_who_has_places_most_first(cohort, people):
    assert asked(seats, cohort_id=cohort) == [
        Seats(people["ben"], "Ben Ode", 3, 2),
        Seats(people["cleo"], "Cleo Park", 1, 1),
    ]
    assert [one.name for one in asked(seats, cohort_id=cohort, search="PARK")] == ["Cleo Park"]


def test_members_are_told_with_reasons(cohort, people):
    eva, ana = asked(members, cohort_id=cohort, mentor_id=people["ben"], mentee_ids=[people["eva"], people["ana"]])

    assert (eva.name, eva.pro) == ("Eva Sol", ("offers 1 of 2 skills sought: SQL",))
    assert (ana.name, ana.pro) == ("Ana Ruiz", ("offers what is sought: SQL",))


def test_a_group_of_one_costs_what_the_pair_costs(cohort, people):
    for mentor in (people["ben"], people["cleo"]):
        for mentee in (people["ana"], people["eva"]):
            pair = asked(consequences_of, cohort_id=cohort, mentee_id=mentee, mentor_ids=[mentor])
            assert asked(group_cost, cohort_id=cohort, mentor_id=mentor, mentee_ids=[mentee]) == pair[mentor]


def test_a_group_that_takes_the_only_places_of_somebody_else_says_so(cohort, people):
    told = asked(group_cost, cohort_id=cohort, mentor_id=people["ben"], mentee_ids=[people["ana"], people["eva"]])

    assert isinstance(told, Consequence)
    assert (told.people, told.hit, told.left_out) == (-1, "Fay Roy", True)


def test_a_group_that_can_not_be_made_has_no_cost(cohort, people):
    trio = [people["ana"], people["eva"], people["fay"]]

    assert asked(group_cost, cohort_id=cohort, mentor_id=people["ben"], mentee_ids=trio) is None
    assert asked(group_cost, cohort_id=cohort, mentor_id=people["cleo"], mentee_ids=[people["fay"]]) is None
    assert asked(group_cost, cohort_id=cohort, mentor_id=people["ben"], mentee_ids=[]) is None
