"""The check-ins of a cohort, the newest first. No list tells a confidential comment: it is read on request, alone."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, case, func, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.naming import CONFIDENTIAL
from dashboard.queries.pairs import PEOPLE, named, with_people
from dashboard.queries.rows import rows_of, value_of
from dashboard.queries.searching import finds
from models import CheckIn, Pairing, Role

ANSWERS = {
    "relationship": "Int64",
    "progress": "Int64",
    "confidence": "Int64",
    "fit": "object",
    "recommend": "Int64",
    "would_mentor": "boolean",
}
CHECK_INS = {
    "check_in_id": "int64",
    "pairing_id": "int64",
    "answered_on": "object",
    "wave": "object",
    "role": "object",
    "mentee": "object",
    "mentor": "object",
    **ANSWERS,
    "comment": "object",
    "confidential": "bool",
}


def check_ins_page(
    session: Session,
    *,
    cohort_id: int,
    pairing_id: int | None = None,
    search: str = "",
    wave: str | None = None,
    role: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """One row a check-in, the newest first; ``role`` is that of whoever answered."""
    newest_first = (col(CheckIn.answered_on).desc(), col(CheckIn.id).desc())
    chosen = _chosen(cohort_id, pairing_id, search, wave, role)
    ids = chosen.with_only_columns(col(CheckIn.id)).order_by(*newest_first).limit(limit).offset(offset)
    page = list(session.execute(ids).scalars())
    rows = named(with_people(select(*_columns()).join(Pairing))).where(col(CheckIn.id).in_(page))
    return framed(rows_of(session, rows.order_by(*newest_first)), CHECK_INS)


def check_in_count(
    session: Session,
    *,
    cohort_id: int,
    pairing_id: int | None = None,
    search: str = "",
    wave: str | None = None,
    role: str | None = None,
) -> int:
    """How many rows ``check_ins_page`` has in all."""
    return int(value_of(session, _chosen(cohort_id, pairing_id, search, wave, role).with_only_columns(func.count())))


def check_in(session: Session, *, check_in_id: int) -> dict[str, Any] | None:
    """A check-in by field, as in the list, and ``participant_id``; None when it is gone."""
    columns = (*_columns(), col(CheckIn.participant_id))
    found = rows_of(session, named(with_people(select(*columns).join(Pairing))).where(col(CheckIn.id) == check_in_id))
    return found[0] if found else None


def check_in_comment(session: Session, *, check_in_id: int) -> str | None:
    """The comment of one check-in, confidential or not: for the one who asked to read it."""
    return session.execute(select(col(CheckIn.comment)).where(col(CheckIn.id) == check_in_id)).scalar_one_or_none()


def answered_waves(session: Session, *, pairing_id: int, participant_id: int) -> dict[str, tuple[int, date]]:
    """Wave -> the check-in and the day on which this participant answered it last."""
    given = (
        select(col(CheckIn.wave), col(CheckIn.id), col(CheckIn.answered_on))
        .where(col(CheckIn.pairing_id) == pairing_id, col(CheckIn.participant_id) == participant_id)
        .order_by(col(CheckIn.answered_on), col(CheckIn.id))
    )
    return {wave: (check_in_id, answered_on) for wave, check_in_id, answered_on in session.execute(given)}


def _columns() -> list[Any]:
    told = case(
        (col(CheckIn.comment).is_(None), None),
        (col(CheckIn.confidential), CONFIDENTIAL),
        else_=col(CheckIn.comment),
    )
    return [
        col(CheckIn.id).label("check_in_id"),
        *(col(getattr(CheckIn, name)) for name in ("pairing_id", "answered_on", "wave", *ANSWERS, "confidential")),
        case((_by_mentor(), Role.MENTOR), else_=Role.MENTEE).label("role"),
        told.label("comment"),
    ]


def _by_mentor() -> ColumnElement[bool]:
    return col(CheckIn.participant_id) == col(Pairing.mentor_id)


def _chosen(
    cohort_id: int, pairing_id: int | None, search: str, wave: str | None, role: str | None
) -> Select[*tuple[Any, ...]]:
    rows: Select[*tuple[Any, ...]] = select(col(CheckIn.id)).join(Pairing).where(col(Pairing.cohort_id) == cohort_id)
    if search.strip():
        rows = with_people(rows).where(finds(search, *PEOPLE.values()))
    if pairing_id is not None:
        rows = rows.where(col(CheckIn.pairing_id) == pairing_id)
    if wave is not None:
        rows = rows.where(col(CheckIn.wave) == wave)
    if role is not None:
        rows = rows.where(_by_mentor() if role == Role.MENTOR else ~_by_mentor())
    return rows
