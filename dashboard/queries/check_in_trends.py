"""What was answered, check-in by check-in, in the life of the pairings of a cohort."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import CTE, ColumnElement, String, Subquery, and_, case, column, func, or_, select, true, values
from sqlmodel import Session, col

from dashboard.metrics import RESPONSE, Tally
from dashboard.queries.days import days_between, on
from dashboard.queries.frames import framed
from dashboard.queries.tallies import AsOf
from dashboard.queries.waves import is_asked, slot_table
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
    asked = _asked(session, AsOf(cohort, today, today))
    rated = asked.c[rating]
    rows = select(
        asked.c.wave,
        asked.c.from_day,
        asked.c.role,
        *_counts(asked),
        func.avg(rated).label("mean"),
        func.count(rated).label("n"),
    )
    rows = rows.where(asked.c.role == role) if role else rows
    rows = rows.group_by(asked.c.wave, asked.c.from_day, asked.c.role).having(func.count(rated) > 0)
    found = session.execute(rows.order_by(asked.c.from_day, asked.c.role)).mappings()
    return framed(_told([dict(row) for row in found]), TREND)


def responses(session: Session, at: AsOf) -> dict[str, Tally]:
    """How many check-ins fell due by the day, and how many of them were answered."""
    asked = _asked(session, at)
    due, answered = session.execute(select(*_counts(asked))).one()
    return {RESPONSE.key: Tally(int(answered or 0), int(due or 0), int(due or 0))}


def _counts(asked: Subquery) -> list[ColumnElement[int]]:
    is_due = asked.c.due > 0
    return [
        func.count(case((is_due, 1))).label("due"),
        func.count(case((and_(is_due, asked.c.given > 0), 1))).label("answered"),
    ]


def _asked(session: Session, at: AsOf) -> Subquery:
    """One row a pairing, time of asking and role: whether it is ``due``, what was ``given``, and the ratings in it."""
    slot = slot_table(session, cohort_id=at.cohort.id)
    side = values(column("role", String), name="side", literal_binds=True)
    sides = side.data([(str(role),) for role in Role]).cte("side")
    participant_id = case((sides.c.role == Role.MENTOR, col(Pairing.mentor_id)), else_=col(Pairing.mentee_id))
    answer = and_(
        col(CheckIn.pairing_id) == col(Pairing.id),
        col(CheckIn.participant_id) == participant_id,
        col(CheckIn.answered_on) <= on(at.day),
        _answers(slot),
    )
    return (
        select(
            slot.c.wave,
            slot.c.from_day,
            sides.c.role,
            func.max(case((_is_due(slot, at), 1), else_=0)).label("due"),
            func.count(col(CheckIn.id)).label("given"),
            *(func.avg(col(getattr(CheckIn, rating))).label(rating) for rating in RATINGS),
        )
        .select_from(Pairing)
        .join(slot, slot.c.until_day > slot.c.from_day)
        .join(sides, true())
        .outerjoin(CheckIn, answer)
        .where(col(Pairing.cohort_id) == at.cohort.id, col(Pairing.status) != PairingStatus.DRAFT)
        .group_by(col(Pairing.id), slot.c.wave, slot.c.from_day, sides.c.role)
        .subquery("asked")
    )


def _answers(slot: CTE) -> ColumnElement[bool]:
    """Whether a check-in answers this time of asking; a pulse belongs to the nearest one."""
    given_after = days_between(col(CheckIn.answered_on), col(Pairing.started_on))
    in_time = and_(given_after >= slot.c.answered_from, given_after < slot.c.answered_until)
    return and_(col(CheckIn.wave) == slot.c.wave, or_(slot.c.wave != Wave.PULSE, in_time))


def _is_due(slot: CTE, at: AsOf) -> ColumnElement[bool]:
    """It fell due by the day while the pairing ran; nothing is expected of a paused one."""
    age = days_between(on(at.day), col(Pairing.started_on))
    lasted = days_between(col(Pairing.ended_on), col(Pairing.started_on))
    return and_(
        col(Pairing.status) != PairingStatus.PAUSED,
        age >= slot.c.from_day,
        or_(col(Pairing.ended_on).is_(None), lasted >= slot.c.from_day),
        is_asked(slot, today=at.day),
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
