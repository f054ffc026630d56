from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching import best as kept
from dashboard.matching.best import best
from dashboard.matching.plan import Problem, fill_in
from dashboard.matching.prices import is_proven, losses
from tests.matching import brute


@settings(max_examples=60)
@given(st.lists(brute.problems(most=6), min_size=1, max_size=3))
def test_best_comes_to_the_same_whatever_was_solved_before(problems):
    for asked in problems:
        found, plan = best(asked), fill_in(asked)

        assert (found.placed, found.points, found.proven) == (*brute.best(asked), is_proven(asked, plan.mentor))
        price = losses(asked, plan.mentor).price
        held = np.flatnonzero(asked.places)
        assert (found.people[held] * asked.person + found.fit[held]).tolist() == price[held].tolist()


@settings(max_examples=100)
@given(st.data())
def test_plan_is_the_best_of_all_from_wherever_it_is_solved(data):
    asked = data.draw(brute.problems(most=7))
    locked = data.draw(brute.locks(asked))
    far = st.integers(-10 * asked.person, 10 * asked.person)
    near = np.array([data.draw(far) for _ in asked.places], dtype=np.int64)

    for given_ in (replace(asked, near=near), best(asked).near(asked)):
        plan = fill_in(given_, locked)
        assert (plan.placed, plan.points) == brute.best(asked, locked) == brute.totals(asked, plan)


def test_a_problem_that_differs_in_one_thing_is_another():
    asked = Problem(np.array([[3, 1], [2, 9]]), np.ones((2, 2), dtype=bool), np.array([1, 1]))
    others = [
        asked,
        replace(asked, points=np.array([[3, 1], [2, 8]])),
        replace(asked, allowed=np.array([[True, True], [True, False]])),
        replace(asked, places=np.array([1, 0])),
        Problem(np.array([[3, 1, 2, 9]]), np.ones((1, 4), dtype=bool), np.array([1, 1, 0, 0])),
    ]

    assert [(one.placed, one.points) for one in map(best, others)] == [(2, 12), (2, 11), (2, 3), (1, 3), (1, 3)]


def test_only_few_are_kept():
    for points in range(2 * kept.MOST_KEPT):
        assert best(Problem(np.array([[points]]), np.array([[True]]), np.array([1]))).points == points

    assert len(kept._kept) == kept.MOST_KEPT
