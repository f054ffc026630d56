from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from dashboard.database import reading, writing
from dashboard.matching.plan import POINTS, fill_in
from dashboard.matching.rules import Rule
from dashboard.queries.board import board
from dashboard.queries.remaining import remaining
from dashboard.queries.shifts import Shift, moves, swaps
from dashboard.services.people import separate
from models import Participant
from tests.factories import make_cohort, make_draft, make_mentee, make_mentor, make_pairing, make_plan

TODAY = date(2026, 6, 15)
SKILLS = ("SQL", "hiring", "writing", "law")


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        elsewhere = make_cohort(session, "Another")
        make_mentee(session, elsewhere, "Strange", skills=("SQL",))
        return make_cohort(session, "Spring 2026")


@pytest.fixture
def people(cohort):
    """Three mentors with a place or two; Ana is with Ben, Bo with Cleo; Chi and Dee wait."""
    with writing("Ana", "Test") as session:
        ids = {
            name: make_mentor(session, cohort, name, capacity=1 + at, skills=SKILLS[at : at + 2])
            for at, name in enumerate(("ben", "cleo", "dan"))
        }
        for at, name in enumerate(("ana", "bo", "chi", "dee")):
            ids[name] = make_mentee(session, cohort, name, skills=(SKILLS[at],))
        make_pairing(session, ids["ben"], ids["ana"], started_on=TODAY - timedelta(days=9))
        make_pairing(session, ids["cleo"], ids["bo"], started_on=TODAY - timedelta(days=9))
        return ids


def asked(query, **arguments):
    with reading() as session:
        return query(session, today=TODAY, **arguments)


def keep_apart(one, other):
    with writing("Ana", "Test") as session:
        first, second = (session.get_one(Participant, who).person_id for who in (one, other))
        separate(session, person_id=first, other_id=second)


def anew(found, mentee, mentor, own_place):
    """People and points of the best plan with the mentee there, solved anew; the place that they have now is free."""
    given = found.problem
    at, to = found.mentee_at(mentee), found.mentor_at(mentor)
    places = given.places.copy()
    places[found.mentor_at(own_place)] += 1
    plan = fill_in(replace(given, places=places), [(at, to)])
    return np.array([plan.placed, plan.points])


def test_a_move_costs_what_solving_everything_anew_says(cohort, people):
    found = asked(board, cohort_id=cohort, also=people["ana"])
    stays = anew(found, people["ana"], people["ben"], people["ben"])

    told = asked(
        moves, cohort_id=cohort, mentee_id=people["ana"], mentor_id=people["ben"], to=[people["cleo"], people["dan"]]
    )

    for name in ("cleo", "dan"):
        change = anew(found, people["ana"], people[name], people["ben"]) - stays
        shift = told[people[name]]
        assert (shift.cost.people, round(shift.cost.points * POINTS)) == tuple(change)
        ((who, before, after),) = shift.fits
        row = found.points[found.mentee_at(people["ana"])] / POINTS
        assert (who, before, after) == ("ana", row[found.mentor_at(people["ben"])], row[found.mentor_at(people[name])])
    assert asked(moves, cohort_id=cohort, mentee_id=0, mentor_id=people["ben"], to=[people["cleo"]]) == {}


def test_a_move_that_frees_the_only_place_for_somebody_says_how_many_more_are_placed(cohort, people):
    for mentor in ("cleo", "dan"):
        keep_apart(people["chi"], people[mentor])

    told = asked(moves, cohort_id=cohort, mentee_id=people["ana"], mentor_id=people["ben"], to=[people["dan"]])

    assert told[people["dan"]].cost.people == 1


def test_the_move_of_a_draft_that_became_impossible_frees_nothing(cohort, people):
    with writing("Ana", "Test") as session:
        plan = make_plan(session, cohort)
        make_draft(session, people["cleo"], people["chi"], plan_id=plan)
        make_pairing(session, people["cleo"], make_mentee(session, cohort, "eva"), started_on=TODAY)
    keep_apart(people["dee"], people["dan"])

    told = asked(
        moves, cohort_id=cohort, mentee_id=people["chi"], mentor_id=people["cleo"], to=[people["dan"]], plan_id=plan
    )

    assert told[people["dan"]].cost.people == 0  # Cleo is full: the draft's place would have been the only one for Dee


def test_the_move_of_a_draft_counts_the_other_drafts(cohort, people):
    with writing("Ana", "Test") as session:
        plan = make_plan(session, cohort)
        make_draft(session, people["dan"], people["chi"], plan_id=plan)
        make_draft(session, people["cleo"], people["dee"], plan_id=plan)
    found = asked(remaining, cohort_id=cohort, plan_id=plan, also=people["chi"])
    at, dan, cleo = (found.mentee_at(people["chi"]), *(found.mentor_at(people[name]) for name in ("dan", "cleo")))

    told = asked(
        moves,
        cohort_id=cohort,
        mentee_id=people["chi"],
        mentor_id=people["dan"],
        to=[people["cleo"], people["ben"]],
        plan_id=plan,
    )

    assert found.problem.places[[dan, cleo]].tolist() == [3, 0]
    assert told == {}  # Cleo's other place is drafted, and Ben is full
    with writing("Ana", "Test") as session:
        session.get_one(Participant, people["cleo"]).capacity = 3
    (shift,) = asked(
        moves, cohort_id=cohort, mentee_id=people["chi"], mentor_id=people["dan"], to=[people["cleo"]], plan_id=plan
    ).values()
    now, then = (found.points[at, to] / POINTS for to in (dan, cleo))
    assert (shift.fits, shift.cost.people) == ((("chi", now, then),), 0)
    assert shift.cost.points == pytest.approx(then - now)


def test_a_swap_tells_both_fits_and_who_loses(cohort, people):
    whole = asked(board, cohort_id=cohort, also=people["ana"])
    ana = whole.points[whole.mentee_at(people["ana"])] / POINTS
    other = asked(board, cohort_id=cohort, also=people["bo"])
    bo = other.points[other.mentee_at(people["bo"])] / POINTS
    ben, cleo = (whole.mentor_at(people[name]) for name in ("ben", "cleo"))
    pair, others = (people["ana"], people["ben"]), [(people["bo"], people["cleo"]), (people["bo"], 0)]

    told, gone = asked(swaps, cohort_id=cohort, pair=pair, others=others)

    assert gone is None
    ana, bo = ana.round(), bo.round()
    assert told.fits == (("ana", ana[ben], ana[cleo]), ("bo", bo[cleo], bo[ben]))
    assert (told.cost.hit, told.cost.people) == (None, 0)
    assert told.cost.points == ana[cleo] - ana[ben] + bo[ben] - bo[cleo] != 0


def test_a_swap_that_a_rule_forbids_says_which(cohort, people):
    keep_apart(people["bo"], people["ben"])

    pair, other = (people["ana"], people["ben"]), (people["bo"], people["cleo"])
    (told,) = asked(swaps, cohort_id=cohort, pair=pair, others=[other])

    assert isinstance(told, Shift)
    assert told.rules == Rule.SEPARATED
    assert asked(swaps, cohort_id=cohort, pair=pair, others=[]) == []
