"""What was answered, check-in by check-in, in the life of the pairings of a cohort."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import CTE, ColumnElement, Subquery, and_, case, func, or_, select, true
from sqlmodel import Session, col

from dashboard.metrics import RESPONSE, Tally
from dashboard.queries.days import days_between, on
from dashboard.queries.frames import framed
from dashboard.queries.tallies import AsOf
from dashboard.queries.waves import fell_due, slot_table
from dashboard.questions import WAVES
from models import CheckIn, Cohort, Pairing, PairingStatus, Role, Wave

TREND = {
    "check_in": "object",
    "from_day": "int64",
    "side": "object",
    "mean": "float64",
    "n": "int64",
    "due": "int64",
    "answered": "int64",
    "response": "float64",
}
SIDES = {Role.MENTEE: "Mentees", Role.MENTOR: "Mentors"}
RATINGS = ("confidence", "relationship")
Row = dict[str, Any]


def check_in_trend(
    session: Session, *, cohort_id: int, today: date, rating: str, role: str | None = None
) -> pd.DataFrame:
    """One row a check-in and side in which somebody gave this rating, from the first of a pairing's life to the last.

    ``mean`` and ``n`` are of the ratings; ``response`` is the part of those due by today that was answered, None before
    any is due. ``check_in`` is a name, pulses that come back are numbered; ``from_day`` counts from the start.
    """
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return framed([], TREND)
    at = AsOf(cohort, today, today)
    given, due = _given(session, at), _due(session, at)
    rated = given.c[rating]
    rows = (
        select(
            given.c.wave,
            given.c.from_day,
            given.c.role,
            func.sum(given.c.was_due).label("answered"),
            func.avg(rated).label("mean"),
            func.count(rated).label("n"),
        )
        .where(given.c.role == role if role else true())
        .group_by(given.c.wave, given.c.from_day, given.c.role)
        .having(func.count(rated) > 0)
        .order_by(given.c.from_day, given.c.role)
    )
    found = session.execute(rows).mappings()
    return framed(_told([{**row, "due": due.get(row["from_day"], 0)} for row in found]), TREND)


def responses(session: Session, at: AsOf) -> dict[str, Tally]:
    """How many check-ins fell due by the day, and how many of them were answered."""
    given = _given(session, at)
    answered = session.execute(select(func.sum(given.c.was_due))).scalar_one()
    due = len(SIDES) * sum(_due(session, at).values())
    return {RESPONSE.key: Tally(int(answered or 0), due, due)}


def _due(session: Session, at: AsOf) -> dict[int, int]:
    """How many of each side were asked by the day, by the day of a pairing's life on which they are."""
    slot = slot_table(session, cohort_id=at.cohort.id)
    asked = select(slot.c.from_day, func.count()).select_from(Pairing).join(slot, fell_due(slot, today=at.day))
    asked = asked.where(col(Pairing.cohort_id) == at.cohort.id, col(Pairing.status) != PairingStatus.DRAFT)
    return {int(day): int(number) for day, number in session.execute(asked.group_by(slot.c.from_day))}


def _given(session: Session, at: AsOf) -> Subquery:
    """One row a pairing, time of asking and role that was answered: 1 in ``was_due`` if it was due, and its ratings."""
    slot = slot_table(session, cohort_id=at.cohort.id)
    by_mentor = col(CheckIn.participant_id) == col(Pairing.mentor_id)
    by_mentee = col(CheckIn.participant_id) == col(Pairing.mentee_id)
    return (
        select(
            slot.c.wave,
            slot.c.from_day,
            case((by_mentor, Role.MENTOR), else_=Role.MENTEE).label("role"),
            func.max(case((fell_due(slot, today=at.day), 1), else_=0)).label("was_due"),
            *(func.avg(col(getattr(CheckIn, rating))).label(rating) for rating in RATINGS),
        )
        .select_from(CheckIn)
        .join(Pairing, and_(col(Pairing.id) == col(CheckIn.pairing_id), or_(by_mentor, by_mentee)))
        .join(slot, _answers(slot))
        .where(
            col(Pairing.cohort_id) == at.cohort.id,
            col(Pairing.status) != PairingStatus.DRAFT,
            col(CheckIn.answered_on) <= on(at.day),
        )
        .group_by(col(Pairing.id), slot.c.wave, slot.c.from_day, by_mentor)
        .subquery("given")
    )


def _answers(slot: CTE) -> ColumnElement[bool]:
    """Whether a check-in answers this time of asking; a pulse belongs to the nearest one."""
    given_after = days_between(col(CheckIn.answered_on), col(Pairing.started_on))
    in_time = and_(given_after >= slot.c.answered_from, given_after < slot.c.answered_until)
    is_asked_for = and_(col(CheckIn.wave) == slot.c.wave, slot.c.until_day > slot.c.from_day)
    return and_(is_asked_for, or_(slot.c.wave != Wave.PULSE, in_time))


def _told(rows: list[Row]) -> Iterator[Row]:
    """The rows in words, with the share of those due that were answered."""
    pulses = sorted({row["from_day"] for row in rows if row["wave"] == Wave.PULSE})
    numbered = {from_day: f"Pulse {place}" for place, from_day in enumerate(pulses, start=1)} if len(pulses) > 1 else {}
    for row in rows:
        wave = WAVES[Wave(row["wave"])]
        name = numbered.get(row["from_day"], wave) if row["wave"] == Wave.PULSE else wave
        response = row["answered"] / row["due"] if row["due"] else None
        side = SIDES[Role(row["role"])]
        yield {**row, "check_in": name, "side": side, "mean": float(row["mean"]), "response": response}
