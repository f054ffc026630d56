"""Why not, and what would help: the single thing to relax that would place most people. Computed, not guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from dashboard.matching.consequences import consequences
from dashboard.matching.plan import UNPLACED, Plan, Problem, Whole, fill_in, settle
from dashboard.matching.prices import FAR, gains, losses
from dashboard.matching.rules import Bits, Rule

LIFTABLE = (Rule.SEPARATED, Rule.PAST)
"""Rules between two people that a coordinator may lift for the two alone."""


@dataclass(frozen=True)
class Relaxation:
    """One thing to relax: one more place of ``mentor``; the ``rule`` between ``mentee`` and ``mentor``; or the ``rule``
    for everybody. ``people`` more are then placed, and the total fit changes by ``points``."""

    people: int
    points: int
    mentor: int | None = None
    mentee: int | None = None
    rule: Rule | None = None


def relaxations(
    given: Problem, bits: Bits, *, optional: Sequence[Rule] = (), locked: Iterable[tuple[int, int]] = ()
) -> list[Relaxation]:
    """Every single relaxation that places more people than the best plan can, the one that places most first.

    ``bits`` are the rules of ``rules.blocks``; a full mentor's bit does not count, because ``places`` already say it.
    """
    locked = list(locked)
    plan = fill_in(given, locked)
    bits = bits & ~np.uint16(Rule.FULL)
    found = [
        *_more_places(given, plan, locked),
        *_pairs(given, bits, plan, locked),
        *_rules(given, bits, plan, optional, locked),
    ]
    return sorted(found, key=lambda one: (-one.people, -one.points))


def why_not(bits: Bits, mentee: int) -> "pd.Series[int]":
    """Rule -> how many mentors it keeps from the mentee, the most frequent first."""
    counts = pd.Series({rule: int((bits[mentee] & np.uint16(rule) > 0).sum()) for rule in Rule})
    return counts[counts > 0].sort_values(ascending=False, kind="stable")


def _more_places(given: Problem, plan: Plan, locked: list[tuple[int, int]]) -> list[Relaxation]:
    """One more place each, all priced at once."""
    kept, rest = settle(given, locked)
    won = gains(rest, np.where(kept == UNPLACED, plan.mentor, UNPLACED))
    people, points = given.people(won), given.fit(won)
    return [
        Relaxation(int(people[mentor]), int(points[mentor]), mentor=int(mentor))
        for mentor in np.flatnonzero(people > 0)
    ]


def _pairs(given: Problem, bits: Bits, plan: Plan, locked: list[tuple[int, int]]) -> list[Relaxation]:
    """One rule lifted between two people, for those pairs of which that alone would place somebody more."""
    kept, rest = settle(given, locked)
    mentor = np.where(kept == UNPLACED, plan.mentor, UNPLACED)
    won, lost = gains(rest, mentor), losses(rest, mentor).price
    # Taking the place leaves nobody out, and whoever takes it waits, or leaves a place to somebody who waits.
    useful = (lost < FAR) & (given.people(np.minimum(lost, given.person * 2)) == 0)
    eager = (kept == UNPLACED) & np.where(mentor == UNPLACED, True, given.people(won[mentor]) > 0)
    found = []
    for rule in LIFTABLE:
        lifted = (bits == np.uint16(rule)) & ~given.allowed & useful[None, :] & eager[:, None]
        waiting = lifted & (mentor == UNPLACED)[:, None]
        found += _for_the_waiting(given, np.argwhere(waiting), lost, rule)
        for mentee in np.flatnonzero((lifted & ~waiting).any(axis=1)):
            found += _lifted(given, plan, int(mentee), lifted[mentee], rule, locked)
    return found


def _for_the_waiting(given: Problem, pairs: Whole, lost: Whole, rule: Rule) -> list[Relaxation]:
    """The pairs of mentees who wait, all priced at once: nobody looks at what they leave, for they have no place."""
    value = given.points[pairs[:, 0], pairs[:, 1]] + given.person - lost[pairs[:, 1]]
    people, points = given.people(value), given.fit(value)
    return [
        Relaxation(int(people[at]), int(points[at]), mentor=int(mentor), mentee=int(mentee), rule=rule)
        for at, (mentee, mentor) in enumerate(pairs)
        if people[at] > 0
    ]


def _lifted(
    given: Problem,
    plan: Plan,
    mentee: int,
    lifted: "np.ndarray[tuple[int], np.dtype[np.bool_]]",
    rule: Rule,
    locked: list[tuple[int, int]],
) -> list[Relaxation]:
    """The pairs of one mentee who has a place to leave, from one solve."""
    allowed = given.allowed.copy()
    allowed[mentee] |= lifted
    then = consequences(replace(given, allowed=allowed), mentee, locked)
    people = then.best.placed + then.people - plan.placed
    points = then.best.points + then.points - plan.points
    return [
        Relaxation(int(people[mentor]), int(points[mentor]), mentor=int(mentor), mentee=mentee, rule=rule)
        for mentor in np.flatnonzero(lifted & then.possible & (people > 0))
    ]


def _rules(
    given: Problem, bits: Bits, plan: Plan, optional: Sequence[Rule], locked: list[tuple[int, int]]
) -> list[Relaxation]:
    """One optional rule dropped for everybody, each solved anew."""
    found = []
    for rule in optional:
        then = fill_in(replace(given, allowed=given.allowed | (bits == np.uint16(rule))), locked)
        if then.placed > plan.placed:
            found.append(Relaxation(then.placed - plan.placed, then.points - plan.points, rule=rule))
    return found
