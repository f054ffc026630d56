"""The best plan there is: as many people placed as possible, then the best total fit. Exact, and provably so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

Whole = NDArray[np.int64]
UNPLACED = -1
POINTS = 100
"""Points in one unit of fit: fits are summed as whole numbers, so that no rounding can ever tip a plan."""


@dataclass(frozen=True)
class Problem:
    """Mentees down, mentors across: ``points`` of fit, the pairs ``allowed``, and each mentor's free ``places``."""

    points: Whole
    allowed: NDArray[np.bool_]
    places: Whole
    near: Whole | None = None
    """What a place of each mentor is worth in a plan like this one, if that is known. It saves time, no more."""

    @cached_property
    def person(self) -> int:
        """What placing one person is worth: more than all the fit that it could ever cost the others, twice over."""
        return 2 * len(self.points) * int(self.points.max(initial=0)) + 1

    @cached_property
    def worth(self) -> Whole:
        """What each pair adds to a plan; 0 where it is not allowed."""
        return np.where(self.allowed, self.points + self.person, 0)

    def people(self, value: Whole | int) -> Whole:
        """The people in a value, or in the difference of two."""
        return (np.asarray(value, dtype=np.int64) + self.person // 2) // self.person

    def fit(self, value: Whole | int) -> Whole:
        """The points of fit in a value, or in the difference of two."""
        return np.asarray(value, dtype=np.int64) - self.people(value) * self.person


@dataclass(frozen=True)
class Plan:
    """The mentor of each mentee, or ``UNPLACED``; how many are placed, and the sum of their points."""

    mentor: Whole
    placed: int
    points: int


def problem(fit: NDArray[np.floating], allowed: NDArray[np.bool_], places: Whole) -> Problem:
    """The problem of a fit of 0 to 100; a fit counts to the hundredth."""
    points = np.rint(np.asarray(fit, dtype=np.float64) * POINTS).astype(np.int64)
    return Problem(points, np.asarray(allowed, dtype=bool), np.maximum(np.asarray(places, dtype=np.int64), 0))


def fill_in(given: Problem, locked: Iterable[tuple[int, int]] = ()) -> Plan:
    """The best plan that keeps the locked pairs (mentee, mentor), whatever the rules say of them."""
    mentor, rest = settle(given, locked)
    return as_plan(given, np.where(mentor == UNPLACED, solve(rest.worth, rest.places, rest.near), mentor))


def solve(worth: Whole, places: Whole, near: Whole | None = None) -> Whole:
    """The mentor of each mentee, or ``UNPLACED``, in a plan than which none is worth more; a pair of 0 is not made."""
    mentor = np.full(len(worth), UNPLACED, dtype=np.int64)
    rows = np.flatnonzero(worth.any(axis=1))
    seats = np.repeat(np.arange(len(places)), np.minimum(places, len(rows)))
    if len(rows) < len(worth):
        worth = worth[rows]
    if len(seats) != len(places) or (places != 1).any():
        worth = np.take(worth, seats, axis=1)
    at, seat = _matched(worth, None if near is None else near[seats])
    real = worth[at, seat] > 0  # the others only make the numbers even
    mentor[rows[at[real]]] = seats[seat[real]]
    return mentor


def _matched(worth: Whole, price: Whole | None) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of the best matching. With a ``price`` for each column that is about right there is little left
    to search for; a column may only be priced when it is sure to be matched, so nobodies make up what is short."""
    height, width = worth.shape
    side = max(height, width)
    # Whole numbers of this size are exact in the solver's floats; it takes costs, so that it needs no copy of its own.
    if price is None or side * side > 2 * worth.size:
        return linear_sum_assignment(np.multiply(worth, -1, dtype=np.float64))
    costs = np.zeros((side, side))
    np.multiply(worth, -1, out=costs[:height, :width])
    costs[:, :width] += np.clip(price, 0, worth.max(initial=0))
    at, seat = linear_sum_assignment(costs)
    real = (at < height) & (seat < width)
    return at[real], seat[real]


def settle(given: Problem, locked: Iterable[tuple[int, int]]) -> tuple[Whole, Problem]:
    """Who is locked to whom, and the problem of the others: the locked may go nowhere, and their places are taken."""
    mentor = np.full(len(given.points), UNPLACED, dtype=np.int64)
    places, allowed = given.places.copy(), given.allowed.copy()
    for mentee, to in locked:
        if mentor[mentee] != UNPLACED or places[to] == 0:
            raise ValueError(f"The locked pairs do not fit together: mentee {mentee} with mentor {to}.")
        mentor[mentee], allowed[mentee] = to, False
        places[to] -= 1
    return mentor, replace(given, allowed=allowed, places=places)


def as_plan(given: Problem, mentor: Whole) -> Plan:
    """A plan with its totals."""
    placed = np.flatnonzero(mentor != UNPLACED)
    return Plan(mentor, len(placed), int(given.points[placed, mentor[placed]].sum()))
