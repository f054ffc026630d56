"""What each choice for a mentee does to everyone else, against the best plan there is. Exact; see ``matching``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session

from dashboard.matching.consequences import Consequences, Hit, consequences
from dashboard.matching.facts import positions
from dashboard.matching.plan import POINTS, Problem
from dashboard.matching.rules import Rule
from dashboard.queries.best import problem_of
from dashboard.queries.board import Board
from dashboard.queries.knowing import known
from dashboard.queries.remaining import remaining_with

NO_PROBLEM = Problem(np.zeros((0, 0), dtype=np.int64), np.zeros((0, 0), dtype=bool), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True)
class Consequence:
    """What changes when this mentor is chosen: ``people`` placed and total fit in ``points``. For the better only where
    the best plan could not choose so: who was paired before, and who is moved from where they stand."""

    people: int
    points: float
    hit: str | None
    """Who stands worst with it; nobody when everybody keeps what the best plan gives them."""
    drop: float
    """The fit that they lose."""
    left_out: bool
    """They could then not be placed."""
    instead: str | None = None
    """Who could be placed only then, when somebody is left out."""


def consequences_of(
    session: Session,
    *,
    cohort_id: int,
    mentee_id: int,
    mentor_ids: Sequence[int],
    today: date,
    plan_id: int | None = None,
) -> dict[int, Consequence]:
    """Mentor id -> consequence, for those of the mentors who may be chosen for this mentee, if only once more."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    if at is None or found.mentors.empty:
        return {}
    then = _solution(session, found, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    asked = {mentor_id: found.mentor_at(mentor_id) for mentor_id in mentor_ids}
    return {
        mentor_id: _told(found, then, mentor)
        for mentor_id, mentor in asked.items()
        if mentor is not None and then.possible[mentor]
    }


def least_costly(
    session: Session,
    *,
    cohort_id: int,
    mentee_id: int,
    mentor_ids: Sequence[int],
    today: date,
    plan_id: int | None = None,
) -> tuple[int, ...]:
    """The mentors in another order: those first whose choice takes least from the best plan."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    if at is None or found.mentors.empty:
        return tuple(mentor_ids)
    then = _solution(session, found, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    where = positions(found.mentors["id"], pd.Series(mentor_ids, dtype="int64"))
    cost = np.where(then.possible, then.people * then.given.person + then.points, np.iinfo(np.int64).min)
    return tuple(np.asarray(mentor_ids)[np.argsort(-cost[where].astype(np.float64), kind="stable")].tolist())


def solution(
    session: Session, *, cohort_id: int, mentee_id: int, today: date, plan_id: int | None = None
) -> Consequences:
    """What every choice for the mentee changes, without the problem itself: small enough to be kept."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    again = found.bits[at or 0] & ~np.uint16(Rule.FULL) == Rule.PAST
    return replace(consequences(given, at or 0, also=again), given=NO_PROBLEM)


def _solution(session: Session, found: Board, **asked: Any) -> Consequences:
    return replace(known(session, solution, **asked), given=found.problem)


def _told(found: Board, then: Consequences, mentor: int) -> Consequence:
    return told(found, int(then.people[mentor]), int(then.points[mentor]), then.worst_hit(mentor))


def told(found: Board, people: int, points: int, hit: Hit | None) -> Consequence:
    """A change of people and points with the names of the board."""
    names = found.mentees["name"].to_numpy()
    return Consequence(
        people=people,
        points=points / POINTS,
        hit=None if hit is None else str(names[hit.mentee]),
        drop=0 if hit is None else hit.drop / POINTS,
        left_out=hit is not None and hit.left_out,
        instead=None if hit is None or hit.instead is None else str(names[hit.instead]),
    )
