"""What a choice costs everyone else, known before it is made: for one mentee, beside every mentor. Exact, in one solve.

The best plan without the mentee is solved once. Placing them with a mentor takes one place from it, whose price is what
the others lose: so every candidate's total is known at once, and the moves behind a price tell who is hit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.matching.plan import UNPLACED, Plan, Problem, Whole, as_plan, settle, solve
from dashboard.matching.prices import FAR, Losses, losses


class Hit(NamedTuple):
    """Who stands worst with a choice, compared with the best plan: they lose ``drop`` points, or all when left out;
    ``instead`` is then somebody who has a place only because of it, if anybody."""

    mentee: int
    drop: int
    left_out: bool
    instead: int | None = None


@dataclass(frozen=True)
class Consequences:
    """For each mentor, against the ``best`` plan of all: how many ``people`` and ``points`` change when the mentee is
    paired with them. Where ``possible`` is false the pair can't be made, and the rest says nothing."""

    possible: NDArray[np.bool_]
    people: Whole
    points: Whole
    best: Plan
    given: Problem
    mentee: int
    others: Whole
    """The best plan of the others when the mentee is not there."""
    lost: Losses
    before: dict[int, int]
    """Where the best plan differs from that: mentee -> mentor."""

    def plan_with(self, mentor: int) -> Whole:
        """The best plan in which the mentee is with this mentor."""
        then = self.best.mentor.copy()
        then[list(self.before)] = self.others[list(self.before)]
        after = {**self.lost.moves(mentor), self.mentee: mentor}
        then[list(after)] = list(after.values())
        return then

    def worst_hit(self, mentor: int, instead_of: int | None = None) -> Hit | None:
        """Who pays most for this choice; nobody when everybody keeps at least what the best plan gives them, or the
        best one in which the mentee stays with the mentor whom this one is ``instead_of``."""
        had = self.best.mentor if instead_of is None else self.plan_with(instead_of)
        return worst_hit(self.given, had, self.plan_with(mentor), [self.mentee])


def worst_hit(given: Problem, best: Whole, then: Whole, chosen: Sequence[int]) -> Hit | None:
    """Who loses most from one plan to the other, but for those who were chosen for; nobody when nobody loses."""
    had, has = (np.where(plan == UNPLACED, 0, _own(given, plan) + given.person) for plan in (best, then))
    lost = had - has
    lost[list(chosen)] = 0
    worst = int(lost.argmax()) if lost.size else 0
    if not lost.size or lost[worst] <= 0:
        return None
    if then[worst] != UNPLACED:
        return Hit(worst, int(lost[worst]), left_out=False)
    new = (best == UNPLACED) & (then != UNPLACED)
    instead = next((who for who in [*chosen, *np.flatnonzero(new).tolist()] if new[who]), None)
    return Hit(worst, int(lost[worst]) - given.person, left_out=True, instead=instead)


def _own(given: Problem, plan: Whole) -> Whole:
    """The points of each with their own mentor; whatever for those who have none."""
    return given.points[np.arange(len(plan)), plan] if given.points.size else plan


def consequences(
    given: Problem, mentee: int, locked: Iterable[tuple[int, int]] = (), *, also: NDArray[np.bool_] | None = None
) -> Consequences:
    """What pairing the mentee with each mentor does to the best plan that keeps the locked pairs.

    ``also`` marks mentors whom the best plan may not choose for the mentee, and yet the coordinator may: such a choice
    can be better than the best plan.
    """
    locked = [pair for pair in locked if pair[0] != mentee]
    kept, rest = settle(given, locked)
    usual = rest.allowed[mentee]
    worth = np.where(usual if also is None else usual | also, rest.points[mentee] + rest.person, 0)
    alone = replace(rest, allowed=rest.allowed & (np.arange(len(kept)) != mentee)[:, None])
    others = solve(alone.worth, alone.places, alone.near)
    lost = losses(alone, others)
    possible = (worth > 0) & (lost.price < FAR)
    value = np.where(possible, worth - np.where(possible, lost.price, 0), -FAR)
    best_of = np.where(usual, value, -FAR)
    chosen = int(best_of.argmax()) if best_of.max(initial=-FAR) > 0 else UNPLACED
    change = np.where(possible, value - max(int(best_of.max(initial=0)), 0), 0)

    before = {mentee: chosen} | (lost.moves(chosen) if chosen != UNPLACED else {})
    best = np.where(kept == UNPLACED, others, kept)
    best[list(before)] = list(before.values())
    return Consequences(
        possible=possible,
        people=given.people(change),
        points=given.fit(change),
        best=as_plan(given, best),
        given=given,
        mentee=mentee,
        others=others,
        lost=lost,
        before=before,
    )
