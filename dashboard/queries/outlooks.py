"""What can still become of a plan: its drafts on the board of its cohort, the best plan there is, and the gauge."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from sqlmodel import Session

from dashboard.matching.best import best as best_of
from dashboard.matching.facts import positions
from dashboard.matching.plan import POINTS, UNPLACED, Problem, Whole, fill_in, settle
from dashboard.matching.prices import is_proven
from dashboard.matching.rules import Rule
from dashboard.queries.board import Board, board
from dashboard.queries.knowing import known
from dashboard.queries.plans import drafts, plan
from dashboard.queries.troubles import Pair


@dataclass(frozen=True)
class Outlook:
    """A board with the drafts of a plan on it: those that can be published, as rows of ``plans.drafts`` that also tell
    their places ``at`` (mentee) and ``to`` (mentor) on the board, and their ``fit``. The others count for nothing,
    but those of them that are locked (``held``) keep their mentee and their place until they are removed.

    The board allows what is drafted: a past pair that was asked for again is not forbidden in the best plan either.
    """

    board: Board
    drafts: pd.DataFrame
    held: pd.DataFrame
    impossible: int

    @cached_property
    def problem(self) -> Problem:
        """What a plan can be made of, as if nothing was drafted yet."""
        return self.board.problem

    @cached_property
    def rest(self) -> Problem:
        """The same, beside the locked drafts that can't be published: they keep their mentees and their places."""
        if self.held.empty:
            return self.problem
        at = positions(self.board.mentees["id"], self.held["mentee_id"])
        to = positions(self.board.mentors["id"], self.held["mentor_id"])
        allowed, places = self.problem.allowed.copy(), self.problem.places
        allowed[at[at >= 0]] = False
        kept = np.bincount([mentor for _, mentor in self.locked], minlength=len(places))
        held = np.bincount(to[to >= 0], minlength=len(places))
        return replace(self.problem, allowed=allowed, places=np.maximum(places - held, kept))

    @property
    def total(self) -> "Total":
        """What the plan comes to as it is."""
        return Total(len(self.drafts), float(self.drafts["fit"].sum()))

    @property
    def locked(self) -> list[tuple[int, int]]:
        """The locked drafts as places on the board: mentee, mentor. What a solver is to keep."""
        kept = self.drafts[self.drafts["is_locked"]]
        return list(zip(kept["at"].tolist(), kept["to"].tolist(), strict=True))

    def pairs(self, mentor: Whole) -> tuple[Pair, ...]:
        """A solved plan (the mentor of each mentee, or ``UNPLACED``) as pairs of participants."""
        at = np.flatnonzero(mentor != UNPLACED)
        ids = self.board.mentees["id"].to_numpy()[at], self.board.mentors["id"].to_numpy()[mentor[at]]
        return tuple(zip(ids[0].tolist(), ids[1].tolist(), strict=True))


@dataclass(frozen=True)
class Total:
    """How many people a plan places, and the sum of their fit; ``proven`` when no plan of its kind can be better."""

    placed: int
    fit: float
    proven: bool = False


@dataclass(frozen=True)
class Gauge:
    """How close a plan is to the best possible: of those who ``wait``, what it places now; the ``best`` of all plans;
    and the best of those that ``keep`` its locked drafts. ``impossible`` drafts count for nothing."""

    wait: int
    now: Total
    best: Total
    keep: Total
    impossible: int


@dataclass(frozen=True)
class Solved:
    """The best plan that keeps the locked drafts, as ``services.plans.fill_in_rest`` takes it."""

    pairs: tuple[Pair, ...]
    locked: tuple[Pair, ...]
    total: Total


def outlook(session: Session, *, plan_id: int, today: date) -> Outlook | None:
    """The outlook of a plan; None when it is gone."""
    found = plan(session, plan_id=plan_id)
    if found is None:
        return None
    drafted = known(session, drafts, plan_id=plan_id, today=today)
    possible = drafted[drafted["trouble"] == ""]
    held = drafted[(drafted["trouble"] != "") & drafted["is_locked"]]
    on = known(session, board, cohort_id=found.cohort_id, today=today)
    if (positions(on.mentees["id"], possible["mentee_id"]) < 0).any():
        on = known(session, board, cohort_id=found.cohort_id, today=today, plan_id=plan_id)
    at, to = positions(on.mentees["id"], possible["mentee_id"]), positions(on.mentors["id"], possible["mentor_id"])
    placed = possible.assign(at=at, to=to, fit=on.points[at, to] / POINTS).reset_index(drop=True)
    bits = on.bits.copy()
    bits[at, to] &= ~np.uint16(Rule.PAST)
    return Outlook(replace(on, bits=bits), placed, held=held, impossible=len(drafted) - len(possible))


def solved(session: Session, *, plan_id: int, today: date) -> Solved | None:
    """What "fill in the rest" would make of a plan; None when it is gone."""
    found = known(session, outlook, plan_id=plan_id, today=today)
    if found is None:
        return None
    mentor, total = _best_with_locked(found)
    kept = np.full(len(mentor), UNPLACED)
    for at, to in found.locked:
        kept[at] = to
    return Solved(found.pairs(mentor), found.pairs(kept), total)


def gauge(session: Session, *, plan_id: int, today: date) -> Gauge | None:
    """How close a plan is to the best possible; None when it is gone."""
    found = known(session, outlook, plan_id=plan_id, today=today)
    if found is None:
        return None
    whole = best_of(found.problem)
    best = Total(whole.placed, whole.points / POINTS, whole.proven)
    keep = _best_with_locked(found)[1] if found.locked or len(found.held) else best
    return Gauge(wait=len(found.board.mentees), now=found.total, best=best, keep=keep, impossible=found.impossible)


def _best_with_locked(found: Outlook) -> tuple[Whole, Total]:
    """The best plan that keeps the locked drafts, and its total: the prices of its places prove that it is the best."""
    given = best_of(found.problem).near(found.rest)
    best = fill_in(given, found.locked)
    kept, rest = settle(given, found.locked)
    proven = is_proven(rest, np.where(kept == UNPLACED, best.mentor, UNPLACED))
    return best.mentor, Total(best.placed, best.points / POINTS, proven)
