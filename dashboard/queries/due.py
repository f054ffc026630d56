"""Who owes a check-in, and how many of those who were asked have answered."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import Select, Subquery, case, func, literal, select, union_all
from sqlmodel import Session, col

from dashboard.flags import OVERDUE_DAYS
from dashboard.queries.frames import framed
from dashboard.queries.pairs import PEOPLE, named, with_people
from dashboard.queries.rows import rows_of, value_of
from dashboard.queries.searching import finds
from dashboard.queries.waves import asked
from models import Pairing, Role, Wave

DUE = {
    "pairing_id": "int64",
    "participant_id": "int64",
    "name": "object",
    "role": "object",
    "mentee": "object",
    "mentor": "object",
    "wave": "object",
    "due_on": "object",
    "late_days": "int64",
    "overdue": "bool",
}
RESPONSE = {"wave": "object", "role": "object", "asked": "int64", "answered": "int64"}


def due_check_ins(
    session: Session,
    *,
    cohort_id: int,
    today: date,
    pairing_id: int | None = None,
    wave: str | None = None,
    search: str = "",
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """One row a person and pairing that owes a check-in now, the longest overdue first.

    Asked are the active pairings, and for the final one also those completed lately.
    """
    owed = _owed(session, cohort_id=cohort_id, today=today)
    rows = _chosen(owed, pairing_id, wave, search).order_by(owed.c.late_days.desc(), owed.c.pairing_id, owed.c.role)
    found = rows_of(session, rows.limit(limit).offset(offset))
    return framed((_told(row, today) for row in found), DUE)


def due_count(session: Session, *, cohort_id: int, today: date, wave: str | None = None, search: str = "") -> int:
    """How many rows ``due_check_ins`` has in all."""
    owed = _owed(session, cohort_id=cohort_id, today=today)
    return int(value_of(session, _chosen(owed, None, wave, search).with_only_columns(func.count())))


def due_waves(session: Session, *, cohort_id: int, today: date) -> dict[str, int]:
    """How many owe each wave, in the order of the waves; those that nobody owes are left out."""
    owed = _owed(session, cohort_id=cohort_id, today=today)
    owing = session.execute(select(owed.c.wave, func.count()).group_by(owed.c.wave))
    found = {wave: int(number) for wave, number in owing}
    return {str(wave): found[wave] for wave in Wave if wave in found}


def response(session: Session, *, cohort_id: int, today: date) -> pd.DataFrame:
    """One row a wave and role: how many were ``asked`` until today, each time of asking counted, and ``answered``.

    Counted are active and ended pairings, as long as they lasted; paused ones rest, and are left out.
    """
    every = asked(session, cohort_id=cohort_id, today=today)
    said = (func.count(case((every.c[f"{role}_answered"], 1))).label(role) for role in Role)
    sums = select(every.c.wave, func.count().label("asked"), *said).group_by(every.c.wave)
    found = {row["wave"]: row for row in rows_of(session, sums)}
    rows = [
        {"wave": str(wave), "role": str(role), "asked": found[wave]["asked"], "answered": found[wave][role]}
        for wave in Wave
        if wave in found
        for role in (Role.MENTEE, Role.MENTOR)
    ]
    return framed(rows, RESPONSE)


def _owed(session: Session, *, cohort_id: int, today: date) -> Subquery:
    """``pairing_id``, ``role``, ``wave`` and ``late_days`` of what is asked for still, and was not answered."""
    every = asked(session, cohort_id=cohort_id, today=today)
    columns = (every.c.pairing_id, every.c.wave, every.c.late_days)
    sides = [
        select(*columns, literal(str(role)).label("role")).where(every.c.is_now, ~every.c[f"{role}_answered"])
        for role in Role
    ]
    return union_all(*sides).subquery("owed")


def _chosen(owed: Subquery, pairing_id: int | None, wave: str | None, search: str) -> Select[*tuple[Any, ...]]:
    by_mentor = owed.c.role == Role.MENTOR
    rows = named(
        with_people(
            select(
                *owed.c, case((by_mentor, col(Pairing.mentor_id)), else_=col(Pairing.mentee_id)).label("participant_id")
            ).join(Pairing, col(Pairing.id) == owed.c.pairing_id)
        )
    ).where(finds(search, *PEOPLE.values()))
    if pairing_id is not None:
        rows = rows.where(owed.c.pairing_id == pairing_id)
    return rows if wave is None else rows.where(owed.c.wave == wave)


def _told(row: dict[str, Any], today: date) -> dict[str, Any]:
    late = row["late_days"]
    due_on = today - timedelta(days=late)
    return {**row, "name": row[row["role"]], "due_on": due_on, "overdue": late > OVERDUE_DAYS}
