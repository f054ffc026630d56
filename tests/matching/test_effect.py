from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.effect import Effect, average_fit, effect
from dashboard.matching.plan import UNPLACED, Plan, problem
from tests.matching.brute import best, problems, totals


def ways(asked):
    """Every plan there is: the mentor of each mentee."""
    for mentor in product(range(UNPLACED, len(asked.places)), repeat=len(asked.points)):
        taken = np.bincount([to for to in mentor if to != UNPLACED], minlength=len(asked.places))
        allowed = all(to == UNPLACED or asked.allowed[who, to] for who, to in enumerate(mentor))
        if allowed and (taken <= asked.places).all():
            yield mentor


@settings(max_examples=100)
@given(problems(most=4, top=2), st.data())
def test_effect_is_a_best_plan_that_changes_least(stands, data):
    cells = st.lists(st.integers(0, 2), min_size=stands.points.size, max_size=stands.points.size)
    would = replace(stands, points=np.array(data.draw(cells), dtype=np.int64).reshape(stands.points.shape))

    found = effect(stands, would)

    assert totals(stands, found.before) == best(stands)
    assert totals(would, found.after) == best(would)
    kept = [sum(map(int.__eq__, found.before.mentor.tolist(), way)) for way in ways(would) if _value(would, way)]
    assert len(stands.points) - len(found.moved) == max(kept)


def _value(asked, way):
    """Whether the plan is a best one."""
    placed = [who for who, to in enumerate(way) if to != UNPLACED]
    return (len(placed), sum(int(asked.points[who, way[who]]) for who in placed)) == best(asked)


@given(problems(most=6))
def test_nothing_changes_where_nothing_is_changed(asked):
    found = effect(asked, asked)

    assert (found.moved.tolist(), found.reconsidered.tolist()) == ([], [])


def test_first_candidate_is_the_best_one_with_a_place():
    fit = np.array([[90.0, 50.0, 99.0], [50.0, 50.0, 99.0], [10.0, 20.0, 30.0]])
    allowed = np.array([[True, True, True], [True, True, True], [False, False, True]])
    stands = problem(fit, allowed, np.array([1, 2, 0]))
    would = problem(fit[:, [1, 0, 2]], allowed, np.array([1, 2, 0]))

    found = effect(stands, would)

    assert found.first_before.tolist() == [0, 0, UNPLACED]
    assert found.first_after.tolist() == [1, 0, UNPLACED], "of two equal ones the one who headed the list stays"
    assert (found.before.mentor.tolist(), found.after.mentor.tolist()) == ([0, 1, UNPLACED], [1, 1, UNPLACED])
    assert found.reconsidered.tolist() == [0]


def test_nobody_has_no_average():
    nobody = problem(np.zeros((0, 0)), np.zeros((0, 0), dtype=bool), np.zeros(0))

    assert isinstance(effect(nobody, nobody), Effect)
    assert average_fit(effect(nobody, nobody).after) is None
    assert average_fit(Plan(np.array([0, 1]), 2, 12_000)) == 60.0
