"""Small plans solved by trying everything: slow, and beyond doubt."""

from dataclasses import replace
from functools import cache

import numpy as np
from hypothesis import strategies as st

from dashboard.matching.plan import UNPLACED, Problem


def best(given, locked=()):
    """The most people, and then the most points, of all plans that keep the locked pairs."""
    fixed = dict(locked)
    places = list(given.places)
    for to in fixed.values():
        places[to] -= 1

    @cache
    def rest(mentee, left):
        if mentee == len(given.points):
            return (0, 0)
        if mentee in fixed:
            people, points = rest(mentee + 1, left)
            return people + 1, points + int(given.points[mentee, fixed[mentee]])
        tried = [rest(mentee + 1, left)]
        for to, free in enumerate(left):
            if free and given.allowed[mentee, to]:
                people, points = rest(mentee + 1, (*left[:to], free - 1, *left[to + 1 :]))
                tried.append((people + 1, points + int(given.points[mentee, to])))
        return max(tried)

    return rest(0, tuple(places))


def forced(given, mentee, mentor, locked=()):
    """The same for the plans in which the mentee is with the mentor; nothing when that can't be."""
    locked = [pair for pair in locked if pair[0] != mentee]
    taken = sum(to == mentor for _, to in locked)
    if not given.allowed[mentee, mentor] or given.places[mentor] <= taken:
        return None
    return best(given, [*locked, (mentee, mentor)])


def more_places(given, mentor):
    places = given.places.copy()
    places[mentor] += 1
    return replace(given, places=places)


def totals(given, plan):
    """What a plan adds up to, after making sure that it is one."""
    placed = np.flatnonzero(plan.mentor != UNPLACED)
    assert (np.bincount(plan.mentor[placed], minlength=len(given.places)) <= given.places).all()
    return len(placed), int(given.points[placed, plan.mentor[placed]].sum())


@st.composite
def problems(draw, most=6, top=5):
    """Up to ``most`` on a side, with many ties, rules and places from none to three."""
    mentees, mentors = draw(st.integers(0, most)), draw(st.integers(1, most))
    cells = st.lists(st.integers(-top, top), min_size=mentees * mentors, max_size=mentees * mentors)
    grid = np.array(draw(cells), dtype=np.int64).reshape(mentees, mentors)
    places = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    return Problem(np.abs(grid), grid >= draw(st.sampled_from([-top, 0, 2])), np.array(places, dtype=np.int64))


@st.composite
def locks(draw, given):
    """Some pairs that fit into the places, allowed or not."""
    left, chosen = list(given.places), []
    for mentee in range(len(given.points)):
        to = draw(st.integers(-2 * len(left), len(left) - 1))
        if to >= 0 and left[to]:
            chosen.append((mentee, to))
            left[to] -= 1
    return chosen
