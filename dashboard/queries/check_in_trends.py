"""What was answered, check-in by check-in, in the life of the pairings of a cohort."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Subquery, and_, case, func, or_, select, true
from sqlmodel import Session, col

from dashboard.metrics import RESPONSE, Tally
from dashboard.queries.days import on
from dashboard.queries.frames import framed
from dashboard.queries.tallies import AsOf
from dashboard.queries.waves import answers, asked, slot_table
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
UNASKED = {"due": 0, "answered": 0}


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
    given, counts = _given(session, cohort_id, today), _counts(session, cohort_id, today)
    rated = given.c[rating]
    rows = (
        select(
            given.c.wave,
            given.c.from_day,
            given.c.role,
            func.avg(rated).label("mean"),
            func.count(rated).label("n"),
        )
        .where(given.c.role == role if role else true())
        .group_by(given.c.wave, given.c.from_day, given.c.role)
        .having(func.count(rated) > 0)
        .order_by(given.c.from_day, given.c.role)
    )
    found = session.execute(rows).mappings()
    return framed(_told([{**row, **counts.get((row["from_day"], row["role"]), UNASKED)} for row in found]), TREND)


def responses(session: Session, at: AsOf) -> dict[str, Tally]:
    """How many check-ins fell due by the day, and how many of them were answered."""
    every = _counts(session, at.cohort.id, at.day).values()
    due = sum(row["due"] for row in every)
    return {RESPONSE.key: Tally(sum(row["answered"] for row in every), due, due)}


def _counts(session: Session, cohort_id: int, day: date) -> dict[tuple[int, str], Row]:
    """How many were asked by the day, and answered, by the day of a pairing's life on which they are, and role."""
    every = asked(session, cohort_id=cohort_id, today=day)
    said = (func.count(case((every.c[f"{role}_answered"], 1))).label(role) for role in Role)
    rows = session.execute(select(every.c.from_day, func.count().label("due"), *said).group_by(every.c.from_day))
    return {
        (row["from_day"], str(role)): {"due": int(row["due"]), "answered": int(row[role])}
        for row in rows.mappings()
        for role in Role
    }


def _given(session: Session, cohort_id: int, day: date) -> Subquery:
    """One row a pairing, time of asking and role that was answered, with its ratings."""
    slot = slot_table(session, cohort_id=cohort_id)
    by_mentor = col(CheckIn.participant_id) == col(Pairing.mentor_id)
    by_mentee = col(CheckIn.participant_id) == col(Pairing.mentee_id)
    return (
        select(
            slot.c.wave,
            slot.c.from_day,
            case((by_mentor, Role.MENTOR), else_=Role.MENTEE).label("role"),
            *(func.avg(col(getattr(CheckIn, rating))).label(rating) for rating in RATINGS),
        )
        .select_from(CheckIn)
        .join(Pairing, and_(col(Pairing.id) == col(CheckIn.pairing_id), or_(by_mentor, by_mentee)))
        .join(slot, answers(slot))
        .where(
            col(Pairing.cohort_id) == cohort_id,
            col(Pairing.status) != PairingStatus.DRAFT,
            col(CheckIn.answered_on) <= on(day),
        )
        .group_by(col(Pairing.id), slot.c.wave, slot.c.from_day, by_mentor)
        .subquery("given")
    )


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
