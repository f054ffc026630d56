from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.consequences import Hit, consequences
from dashboard.matching.plan import UNPLACED, Problem, as_plan, fill_in, problem
from tests.matching.brute import best, forced, locks, problems, totals


@settings(max_examples=400)
@given(st.data())
def test_consequences_are_those_of_solving_each_choice_anew(data):
    asked = data.draw(problems(most=8).filter(lambda one: len(one.points)))
    locked = data.draw(locks(asked))
    mentee = data.draw(st.integers(0, len(asked.points) - 1))

    found = consequences(asked, mentee, locked)

    others = [pair for pair in locked if pair[0] != mentee]
    top = best(asked, others)
    assert (found.best.placed, found.best.points) == top == totals(asked, found.best)
    for mentor in range(len(asked.places)):
        value = forced(asked, mentee, mentor, others)
        assert found.possible[mentor] == (value is not None)
        if value is not None:
            assert (top[0] + found.people[mentor], top[1] + found.points[mentor]) == value


@settings(max_examples=200)
@given(st.data())
def test_a_choice_that_the_best_plan_may_not_make_is_compared_with_it_all_the_same(data):
    asked = data.draw(problems(most=6).filter(lambda one: len(one.points)))
    mentee = data.draw(st.integers(0, len(asked.points) - 1))
    also = np.array(data.draw(st.lists(st.booleans(), min_size=len(asked.places), max_size=len(asked.places))))
    lifted = asked.allowed.copy()
    lifted[mentee] |= also

    found = consequences(asked, mentee, also=also)

    top = best(asked)
    assert (found.best.placed, found.best.points) == top == totals(asked, found.best)
    for mentor in range(len(asked.places)):
        value = forced(replace(asked, allowed=lifted), mentee, mentor)
        assert found.possible[mentor] == (value is not None)
        if value is not None:
            assert (top[0] + found.people[mentor], top[1] + found.points[mentor]) == value
            then = as_plan(asked, found.plan_with(mentor))
            assert (then.placed, then.points, then.mentor[mentee]) == (*value, mentor)


@settings(max_examples=200)
@given(st.data())
def test_worst_hit_is_who_loses_most_in_the_plan_behind_the_choice(data):
    asked = data.draw(problems(most=6).filter(lambda one: len(one.points)))
    mentee = data.draw(st.integers(0, len(asked.points) - 1))
    found = consequences(asked, mentee)
    had = _worths(asked, found.best.mentor)

    for mentor in np.flatnonzero(found.possible).tolist():
        then = found.others.copy()
        for who, to in {**found.lost.moves(mentor), mentee: mentor}.items():
            then[who] = to
        totals(asked, as_plan(asked, then))
        has = _worths(asked, then)
        loss = {who: had[who] - has[who] for who in range(len(had)) if who != mentee and had[who] > has[who]}
        new = [who for who in range(len(had)) if had[who] == 0 < has[who]]
        hit = found.worst_hit(mentor)

        assert sum(has) - sum(had) == found.people[mentor] * asked.person + found.points[mentor]
        if not loss:
            assert hit is None
            continue
        assert loss[hit.mentee] == max(loss.values()) == hit.drop + asked.person * hit.left_out
        assert hit.left_out == (then[hit.mentee] == UNPLACED)
        assert hit.instead == (None if not (hit.left_out and new) else mentee if mentee in new else new[0])


def _worths(asked, mentor):
    return [0 if to == UNPLACED else int(asked.points[who, to]) + asked.person for who, to in enumerate(mentor)]


def test_choice_tells_who_is_left_out():
    # Ana (0) may have either mentor; Bo (1) only the first one.
    fit = np.array([[90.0, 60.0], [50.0, 0.0]])
    asked = problem(fit, np.array([[True, True], [True, False]]), np.array([1, 1]))

    found = consequences(asked, 0)

    assert found.best.mentor.tolist() == [1, 0]
    assert (found.people.tolist(), found.points.tolist()) == ([-1, 0], [-2000, 0])
    assert (found.worst_hit(0), found.worst_hit(1)) == (Hit(1, 5000, left_out=True), None)


def test_choice_tells_who_moves_to_a_lower_fit():
    asked = problem(np.array([[90.0, 60.0], [80.0, 10.0]]), np.ones((2, 2), dtype=bool), np.array([1, 1]))

    found = consequences(asked, 0)

    assert found.best.mentor.tolist() == [1, 0]
    assert (found.people.tolist(), found.points.tolist()) == ([0, 0], [-4000, 0])
    assert (found.worst_hit(0), found.worst_hit(1)) == (Hit(1, 7000, left_out=False), None)


def test_mentee_whom_nobody_can_take_has_no_choice():
    asked = Problem(np.ones((1, 2), dtype=np.int64), np.zeros((1, 2), dtype=bool), np.ones(2, dtype=np.int64))

    found = consequences(asked, 0)

    assert (found.possible.tolist(), found.best.mentor.tolist()) == ([False, False], [UNPLACED])


@pytest.mark.parametrize(("mentees", "mentors", "allowed"), [(60, 60, 0.05), (150, 70, 0.2), (300, 300, 0.02)])
def test_large_consequences_equal_solving_anew(mentees, mentors, allowed):
    draw, shape = np.random.default_rng(mentees), (mentees, mentors)
    asked = Problem(draw.integers(0, 10_001, shape), draw.random(shape) < allowed, draw.integers(0, 4, mentors))
    locked = [(mentee, int(np.flatnonzero(asked.places)[mentee])) for mentee in range(10, 15)]
    top = fill_in(asked, locked)

    found = consequences(asked, 7, locked)

    assert (found.best.placed, found.best.points) == (top.placed, top.points)
    assert found.possible.sum() > 1
    for mentor in np.flatnonzero(found.possible):
        again = fill_in(asked, [*locked, (7, int(mentor))])
        assert (again.placed, again.points) == (
            top.placed + found.people[mentor],
            top.points + found.points[mentor],
        )
