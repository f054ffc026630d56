"""The other way round: who should come to one mentor, one by one and as a group. Exact, against the best plan of all.

The best ones are not the best group: two who could each be spared from elsewhere may not be spared together. So a group
is planned as one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dashboard.matching.plan import UNPLACED, Plan, Problem, Whole, as_plan, fill_in, settle, solve
from dashboard.matching.prices import gains


@dataclass(frozen=True)
class Choices:
    """For each mentee, against the ``best`` plan of all: how many ``people`` and ``points`` change when they come to
    the mentor. Where ``possible`` is false they can't, and the rest says nothing."""

    possible: NDArray[np.bool_]
    people: Whole
    points: Whole
    best: Plan


@dataclass(frozen=True)
class Group:
    """The ``mentees`` who come to a mentor together, the ``plan`` around them, and the ``best`` plan of all."""

    mentees: Whole
    plan: Plan
    best: Plan


def choices(given: Problem, mentor: int, locked: Iterable[tuple[int, int]] = ()) -> Choices:
    """What each mentee's coming to the mentor does to the best plan that keeps the locked pairs, all at once.

    One place is set aside for whoever comes. Coming, they leave the place that they have without it, and what that
    place is worth to the others is known for all places at once.
    """
    locked = list(locked)
    _, rest = settle(given, locked)
    possible = rest.allowed[:, mentor] & (rest.places[mentor] > 0)
    aside = replace(rest, places=np.maximum(rest.places - (np.arange(len(rest.places)) == mentor), 0))
    others = solve(aside.worth, aside.places, aside.near)
    won = gains(aside, others)
    is_placed = others != UNPLACED
    has = np.where(is_placed, aside.worth[np.arange(len(others)), others], 0)
    frees = np.where(is_placed, won[others], 0)
    # Setting the place aside costs the best plan what one more place there would win back.
    cost = won[mentor] if rest.places[mentor] > 0 else 0
    change = np.where(possible, rest.worth[:, mentor] - has + frees - cost, 0)
    return Choices(possible, given.people(change), given.fit(change), fill_in(given, locked))


def group(given: Problem, mentor: int, size: int, locked: Iterable[tuple[int, int]] = ()) -> Group:
    """The best plan of those that give the mentor so many mentees more than are locked, or as many as there can be."""
    locked = list(locked)
    kept, rest = settle(given, locked)
    size = min(size, int(rest.places[mentor]))
    places = np.append(rest.places, size)  # as a mentor of their own, whom to fill is worth more than anything else
    places[mentor] -= size
    first = rest.worth.max(initial=0) * len(rest.worth) + 1
    own = np.where(rest.allowed[:, mentor], rest.worth[:, mentor] + first, 0)
    found = solve(np.column_stack([rest.worth, own]), places)
    chosen = np.flatnonzero(found == len(rest.places))
    found[chosen] = mentor
    return Group(chosen, as_plan(given, np.where(kept == UNPLACED, found, kept)), fill_in(given, locked))
