"""Why not: who can't be placed, which rules keep whom away, and the one thing that would place most people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session

from dashboard.matching.facts import positions
from dashboard.matching.plan import POINTS, UNPLACED, fill_in
from dashboard.matching.relaxation import Relaxation, relaxations, why_not
from dashboard.matching.rules import DEMANDED, Bits, Rule
from dashboard.queries.best import problem_of
from dashboard.queries.board import Board
from dashboard.queries.knowing import known
from dashboard.queries.remaining import remaining, remaining_with

FEW = 5
"""Remedies that are told: beyond these the causes repeat themselves."""


@dataclass(frozen=True)
class Stuck:
    """Somebody who has no place, and ``rules``: each with how many it keeps away from them, most first."""

    participant_id: int
    name: str
    rules: tuple[tuple[Rule, int], ...]


@dataclass(frozen=True)
class Standstill:
    """How far the best plan comes: ``placed`` of those who ``wait``, and who is in nobody's reach."""

    wait: int
    placed: int
    mentees: tuple[int, ...]
    """Mentees in nobody's reach."""
    mentors: tuple[int, ...]
    """Mentors with a place that nobody may take."""
    left_out: tuple[int, ...]
    """Mentees who could be placed, and yet have no place in the best plan."""


@dataclass(frozen=True)
class Remedy:
    """One thing to relax and how many ``people`` more it places: a place for the mentor who has ``capacity``, the
    ``rule`` between the two, or the rule for everybody."""

    people: int
    points: float
    rule: Rule | None = None
    mentor_id: int | None = None
    mentor_person_id: int | None = None
    mentor: str = ""
    capacity: int = 0
    mentee_id: int | None = None
    mentee_person_id: int | None = None
    mentee: str = ""


def standstill(session: Session, *, cohort_id: int, today: date, plan_id: int | None = None) -> Standstill:
    """Who waits and can't be placed; mentors count as stuck while they have a place that nobody may take."""
    found = known(session, remaining, cohort_id=cohort_id, today=today, plan_id=plan_id)
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    plan = fill_in(given)
    reach = given.allowed & (given.places > 0)
    nobody = ~reach.any(axis=1)
    idle = (given.places > 0) & ~given.allowed.any(axis=0) & bool(len(found.mentees))
    missed = (plan.mentor == UNPLACED) & ~nobody
    return Standstill(
        wait=len(found.mentees),
        placed=plan.placed,
        mentees=tuple(found.mentees["id"].to_numpy()[nobody].tolist()),
        mentors=tuple(found.mentors["id"].to_numpy()[idle].tolist()),
        left_out=tuple(found.mentees["id"].to_numpy()[missed].tolist()),
    )


def stuck(
    session: Session, *, cohort_id: int, today: date, participant_ids: Sequence[int], plan_id: int | None = None
) -> list[Stuck]:
    """Of the people of a ``standstill``, those asked for, in this order, each with the rules in the way."""
    found = known(session, remaining, cohort_id=cohort_id, today=today, plan_id=plan_id)
    told = []
    for people, bits in ((found.mentees, found.bits), (found.mentors, found.bits.T)):
        where = positions(people["id"], pd.Series(participant_ids, dtype="int64"))
        told += [_stuck(people, bits, at) for at in where.tolist() if at >= 0]
    return told


def in_the_way(
    session: Session, *, cohort_id: int, mentee_id: int, today: date, plan_id: int | None = None
) -> tuple[tuple[Rule, int], ...]:
    """Each rule that keeps mentors from one mentee, with how many, most first."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    return () if at is None else _stuck(found.mentees, found.bits, at).rules


def _stuck(people: pd.DataFrame, bits: Bits, at: int) -> Stuck:
    counts = why_not(bits, at)
    rules = tuple((Rule(int(rule)), int(count)) for rule, count in zip(counts.index, counts, strict=True))
    return Stuck(int(people["id"].to_numpy()[at]), str(people["name"].to_numpy()[at]), rules)


def remedies(session: Session, *, cohort_id: int, today: date, plan_id: int | None = None) -> list[Remedy]:
    """The single relaxations that place most people, each of them alone; none when nothing alone helps."""
    found = known(session, remaining, cohort_id=cohort_id, today=today, plan_id=plan_id)
    if found.mentees.empty or found.mentors.empty:
        return []
    demanded = [rule for rule in DEMANDED.values() if (found.bits & np.uint16(rule)).any()]
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    return [_remedy(found, one) for one in relaxations(given, found.bits, optional=demanded)[:FEW]]


def _remedy(found: Board, one: Relaxation) -> Remedy:
    told: dict[str, Any] = {}
    for role, people, at in (("mentor", found.mentors, one.mentor), ("mentee", found.mentees, one.mentee)):
        if at is not None:
            row: dict[Any, Any] = people.iloc[at].to_dict()
            told |= {role: row["name"], f"{role}_id": row["id"], f"{role}_person_id": row["person_id"]}
    if one.mentor is not None:
        told["capacity"] = int(found.mentors["capacity"].to_numpy()[one.mentor])
    return Remedy(people=one.people, points=one.points / POINTS, rule=one.rule, **told)
