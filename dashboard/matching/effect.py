"""What other weights or rules would change, before they are saved: who would be paired otherwise in the best plan."""

from dataclasses import dataclass, replace

import numpy as np

from dashboard.matching.plan import POINTS, UNPLACED, Plan, Problem, Whole, as_plan, fill_in


@dataclass(frozen=True)
class Effect:
    """The best plan and the best candidate of each mentee (``UNPLACED``: none), as things stand and as they would."""

    before: Plan
    after: Plan
    first_before: Whole
    first_after: Whole

    @property
    def moved(self) -> Whole:
        """The mentees who would be with another mentor, or with one at last, or with none any more."""
        return np.flatnonzero(self.before.mentor != self.after.mentor)

    @property
    def reconsidered(self) -> Whole:
        """The mentees for whom another mentor would head the list."""
        return np.flatnonzero(self.first_before != self.first_after)


def effect(stands: Problem, would: Problem) -> Effect:
    """Between two problems of the same people. Of equal plans and candidates it takes those that change least."""
    before, first = fill_in(stands), _first(stands)
    after = as_plan(would, fill_in(_loyal(would, before.mentor)).mentor)
    return Effect(before, after, first, _first(_loyal(would, first)))


def average_fit(plan: Plan) -> float | None:
    """The fit of 0 to 100 of those who are placed; nothing when nobody is."""
    return plan.points / plan.placed / POINTS if plan.placed else None


def _loyal(given: Problem, mentor: Whole) -> Problem:
    """The same problem, where of two equal plans the one that changes less is better: by less than a point in all.

    A place for somebody who had none is a change, too, so it is worth less than moving, and that less than staying.
    """
    placed = mentor != UNPLACED
    points = given.points * (2 * len(mentor) + 1) + placed[:, None]
    points[placed, mentor[placed]] += 1
    return replace(given, points=points)


def _first(given: Problem) -> Whole:
    """The mentor with a place who suits each mentee best."""
    worth = np.where(given.places > 0, given.worth, 0)
    if not worth.shape[1]:
        return np.full(len(worth), UNPLACED)
    return np.where(worth.any(axis=1), worth.argmax(axis=1), UNPLACED)
