from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from dashboard.matching.plan import UNPLACED, Problem, fill_in, problem, settle
from dashboard.matching.prices import gains, is_proven, losses
from tests.matching.brute import best, locks, more_places, problems, totals


@settings(max_examples=400)
@given(st.data())
def test_plan_is_the_best_of_all(data):
    asked = data.draw(problems(most=8))
    locked = data.draw(locks(asked))

    plan = fill_in(asked, locked)

    assert (plan.placed, plan.points) == best(asked, locked) == totals(asked, plan)
    free = [mentee for mentee in range(len(plan.mentor)) if mentee not in dict(locked)]
    assert all(plan.mentor[mentee] == to for mentee, to in locked)
    assert all(plan.mentor[at] == UNPLACED or asked.allowed[at, plan.mentor[at]] for at in free)


@settings(max_examples=200)
@given(st.data())
def test_best_plan_proves_itself_and_a_worse_one_does_not(data):
    asked = data.draw(problems(most=6))
    plan = fill_in(asked)

    assert is_proven(asked, plan.mentor)
    if plan.placed:
        worse = plan.mentor.copy()
        worse[np.flatnonzero(worse != UNPLACED)[0]] = UNPLACED
        assert not is_proven(asked, worse)


@settings(max_examples=200)
@given(problems(most=6))
def test_price_of_a_place_is_what_the_others_lose(asked):
    plan = fill_in(asked)
    lost = losses(asked, plan.mentor)

    for mentor in np.flatnonzero(asked.places):
        places = asked.places.copy()
        places[mentor] -= 1
        people, points = best(replace(asked, places=places))
        assert (people, points) == (
            plan.placed - asked.people(lost.price[mentor]),
            plan.points - asked.fit(lost.price[mentor]),
        )
        _is_the_plan_behind_the_price(asked, plan, lost.moves(int(mentor)), places, (people, points))


def _is_the_plan_behind_the_price(asked, plan, moves, places, value):
    after = plan.mentor.copy()
    for who, to in moves.items():
        assert to == UNPLACED or asked.allowed[who, to]
        after[who] = to
    assert totals(replace(asked, places=places), replace(plan, mentor=after)) == value


@settings(max_examples=200)
@given(problems(most=6))
def test_gain_of_a_place_is_what_one_more_adds(asked):
    plan = fill_in(asked)
    won = gains(asked, plan.mentor)

    for mentor in range(len(asked.places)):
        people, points = best(more_places(asked, mentor))
        assert (people, points) == (plan.placed + asked.people(won[mentor]), plan.points + asked.fit(won[mentor]))


def test_most_people_come_before_most_fit():
    fit = np.array([[90.0, 10.0], [80.0, 70.0]])
    asked = problem(fit, np.array([[True, False], [True, True]]), np.array([1, 1]))

    assert fill_in(asked).mentor.tolist() == [0, 1]
    asked = problem(fit, np.array([[True, True], [True, False]]), np.array([1, 1]))
    assert fill_in(asked).mentor.tolist() == [1, 0]  # 90 is not worth leaving somebody out


def test_fit_counts_to_the_hundredth():
    asked = problem(np.array([[50.004, 50.01]]), np.ones((1, 2), dtype=bool), np.array([1, 1]))

    assert (fill_in(asked).mentor.tolist(), fill_in(asked).points) == ([1], 5001)


def test_locked_pair_stays_whatever_it_costs():
    asked = problem(np.array([[90.0, 10.0], [80.0, 70.0]]), np.ones((2, 2), dtype=bool), np.array([1, 1]))

    assert fill_in(asked, [(1, 0)]).mentor.tolist() == [1, 0]


@pytest.mark.parametrize("locked", [[(0, 0), (1, 0)], [(0, 0), (0, 1)], [(0, 2)]])
def test_locked_pairs_that_do_not_fit_together_are_refused(locked):
    asked = problem(np.ones((2, 3)), np.ones((2, 3), dtype=bool), np.array([1, 1, 0]))

    with pytest.raises(ValueError, match="do not fit together"):
        fill_in(asked, locked)


def test_nobody_and_nothing_make_an_empty_plan():
    nobody = Problem(np.zeros((0, 3), dtype=np.int64), np.zeros((0, 3), dtype=bool), np.ones(3, dtype=np.int64))
    no_mentor = Problem(np.zeros((3, 0), dtype=np.int64), np.zeros((3, 0), dtype=bool), np.ones(0, dtype=np.int64))

    assert fill_in(nobody).placed == 0
    assert fill_in(no_mentor).mentor.tolist() == [UNPLACED] * 3


def test_public_instance_assign100_is_solved_to_its_optimum():
    """From the OR-Library (J. E. Beasley): the size, then the costs; the least that an assignment can cost is 305."""
    size, *costs = map(int, Path(__file__).with_name("assign100.txt").read_text().split())
    cost = np.array(costs).reshape(size, size)
    asked = Problem(100 - cost, np.ones_like(cost, dtype=bool), np.ones(size, dtype=np.int64))

    plan = fill_in(asked)

    assert (plan.placed, 100 * size - plan.points) == (100, 305)
    assert is_proven(asked, plan.mentor)


def known_instance(size, seed):
    """A problem whose optimum is known: a pair costs at least what its two people ask, and in one plan no more."""
    draw = np.random.default_rng(seed)
    row, column = draw.integers(0, 50, size), draw.integers(0, 50, size)
    cost = row[:, None] + column[None, :] + draw.integers(0, 100, (size, size))
    hidden = draw.permutation(size)
    cost[np.arange(size), hidden] = (row + column[hidden])[np.arange(size)]
    return cost, int(row.sum() + column.sum())


@pytest.mark.parametrize("size", [100, 300])
def test_large_instance_with_a_known_optimum_is_solved_to_it(size):
    cost, optimum = known_instance(size, seed=size)
    asked = Problem(1000 - cost, np.ones_like(cost, dtype=bool), np.ones(size, dtype=np.int64))

    plan = fill_in(asked)

    assert (plan.placed, 1000 * size - plan.points) == (size, optimum)
    assert is_proven(asked, plan.mentor)


def test_large_plan_equals_the_solver_alone_and_is_proven():
    draw = np.random.default_rng(3)
    asked = Problem(
        draw.integers(0, 10_001, (300, 120)), draw.random((300, 120)) < 0.3, draw.integers(0, 5, 120).astype(np.int64)
    )
    locked = [(mentee, int(np.flatnonzero(asked.places)[mentee])) for mentee in range(20)]

    plan = fill_in(asked, locked)

    kept, rest = settle(asked, locked)
    assert is_proven(rest, np.where(kept == UNPLACED, plan.mentor, UNPLACED))
    worth = rest.worth[:, np.repeat(np.arange(120), rest.places)]
    at, seat = linear_sum_assignment(worth, maximize=True)
    assert rest.people(worth[at, seat].sum()) == plan.placed - len(locked)


@pytest.mark.parametrize("unit", [1, 10**9])
def test_prices_are_exact_whatever_a_fit_is_worth(unit):
    draw = np.random.default_rng(4)
    points, places = draw.integers(0, 1000, (40, 30)), draw.integers(0, 3, 30)
    asked = Problem(points * unit, draw.random((40, 30)) < 0.3, places)

    plan = fill_in(asked)
    lost = losses(asked, plan.mentor)

    for mentor in np.flatnonzero(places):
        again = fill_in(replace(asked, places=places - (np.arange(30) == mentor)))
        price = lost.price[mentor]
        assert (again.placed, again.points) == (plan.placed - asked.people(price), plan.points - asked.fit(price))
