from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.groups import choices, group
from dashboard.matching.plan import UNPLACED, Problem, fill_in
from tests.matching.brute import best, forced, locks, problems, totals


@settings(max_examples=300)
@given(st.data())
def test_choices_are_those_of_solving_each_anew(data):
    asked = data.draw(problems(most=8))
    locked = data.draw(locks(asked))
    mentor = data.draw(st.integers(0, len(asked.places) - 1))

    found = choices(asked, mentor, locked)

    top = best(asked, locked)
    assert (found.best.placed, found.best.points) == top
    for mentee in range(len(asked.points)):
        value = None if mentee in dict(locked) else forced(asked, mentee, mentor, locked)
        assert found.possible[mentee] == (value is not None)
        if value is not None:
            assert (top[0] + found.people[mentee], top[1] + found.points[mentee]) == value


@settings(max_examples=200)
@given(st.data())
def test_group_is_the_best_of_all_groups(data):
    asked = data.draw(problems(most=6))
    locked = data.draw(locks(asked))
    mentor = data.draw(st.integers(0, len(asked.places) - 1))
    size = data.draw(st.integers(0, 4))

    found = group(asked, mentor, size, locked)

    free = [who for who in range(len(asked.points)) if who not in dict(locked) and asked.allowed[who, mentor]]
    left = int(asked.places[mentor]) - sum(to == mentor for _, to in locked)
    fill = min(size, left, len(free))
    assert len(found.mentees) == fill
    assert all(found.plan.mentor[found.mentees] == mentor)
    tried = [best(asked, [*locked, *((who, mentor) for who in several)]) for several in combinations(free, fill)]
    assert (found.plan.placed, found.plan.points) == max(tried) == totals(asked, found.plan)
    assert best(asked, [*locked, *((who, mentor) for who in found.mentees.tolist())]) == max(tried)
    assert all(found.plan.mentor[who] == to for who, to in locked)


def test_the_best_ones_are_not_the_best_group():
    # Either of the first two may leave the second mentor to the other; not both of them.
    fit = np.array([[80, 80], [80, 80], [70, 10]])
    asked = Problem(fit, np.ones((3, 2), dtype=bool), np.array([2, 1]))

    one_by_one = choices(asked, 0)

    assert (one_by_one.people.tolist(), one_by_one.points.tolist()) == ([0, 0, 0], [0, 0, 0])
    chosen = group(asked, 0, 2).mentees.tolist()
    assert 2 in chosen
    assert len(chosen) == 2
    assert fill_in(asked, [(0, 0), (1, 0)]).points < group(asked, 0, 2).plan.points


@pytest.mark.parametrize(("mentees", "mentors", "allowed"), [(60, 60, 0.1), (300, 120, 0.05)])
def test_large_choices_and_groups_equal_solving_anew(mentees, mentors, allowed):
    draw, shape = np.random.default_rng(mentees), (mentees, mentors)
    asked = Problem(draw.integers(0, 10_001, shape), draw.random(shape) < allowed, draw.integers(0, 4, mentors))
    mentor = int(np.flatnonzero(asked.places > 2)[0])

    found, chosen = choices(asked, mentor), group(asked, mentor, 3)

    top = fill_in(asked)
    for mentee in np.flatnonzero(found.possible):
        again = fill_in(asked, [(int(mentee), mentor)])
        change = again.placed - top.placed, again.points - top.points
        assert (found.people[mentee], found.points[mentee]) == change
    again = fill_in(asked, [(int(mentee), mentor) for mentee in chosen.mentees])
    assert (len(chosen.mentees), chosen.plan.placed, chosen.plan.points) == (3, again.placed, again.points)


def test_full_mentor_has_no_choice_and_no_group():
    asked = Problem(np.full((2, 2), 50), np.ones((2, 2), dtype=bool), np.array([0, 1]))

    assert choices(asked, 0).possible.tolist() == [False, False]
    assert group(asked, 0, 3).mentees.tolist() == []
    assert sorted(group(asked, 0, 3).plan.mentor.tolist()) == [UNPLACED, 1]
