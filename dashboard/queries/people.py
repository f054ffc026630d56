"""Questions about people: find anybody in any cohort, and what is known of one."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, case, func, or_, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.rows import Columns, rows_of, value_of
from dashboard.queries.searching import finds
from models import Cohort, Participant, Person, Separation, name_key

PEOPLE = {
    "person_id": "int64",
    "name": "object",
    "email": "object",
    "job_title": "object",
    "organization": "object",
    "location": "object",
    "cohorts": "object",
}
SEPARATIONS = {"person_id": "int64", "name": "object", "reason": "object"}


def people_page(session: Session, *, search: str = "", limit: int = 50, offset: int = 0) -> pd.DataFrame:
    """One row a person: ``PEOPLE``; those whose name begins with the search stand first, then by name.

    ``cohorts`` tells in words which roles they hold, the newest cohort first.
    """
    page: Columns = select(*(col(getattr(Person, name)) for name in PEOPLE if name not in ("person_id", "cohorts")))
    page = page.add_columns(col(Person.id).label("person_id")).where(finds(search, Person))
    page = page.order_by(*_nearest(search), col(Person.name_key), col(Person.id)).limit(limit).offset(offset)
    rows = rows_of(session, page)
    roles = _roles(session, [row["person_id"] for row in rows])
    return framed([{**row, "cohorts": ", ".join(roles.get(row["person_id"], []))} for row in rows], PEOPLE)


def people_count(session: Session, *, search: str = "") -> int:
    """How many people the search finds."""
    counted = select(func.count(col(Person.id))).where(finds(search, Person))
    return int(value_of(session, counted))


def person(session: Session, *, person_id: int) -> dict[str, Any] | None:
    """A person's fields by name, plus ``manager_id`` and ``manager`` (their name) where the manager is known here."""
    found = session.get(Person, person_id)
    if found is None:
        return None
    holders = email_holders(session, email=found.manager_email or "")
    manager_id, manager = holders[0] if holders else (None, None)
    return {**found.model_dump(), "manager_id": manager_id, "manager": manager}


def email_holders(session: Session, *, email: str, other_than: int | None = None) -> list[tuple[int, str]]:
    """Who has this address, as ``(id, name)``; it may be shared on purpose, but not by accident."""
    if not email.strip():
        return []
    holders = select(col(Person.id), col(Person.name)).where(col(Person.email_key) == email.strip().casefold())
    found = session.connection().execute(holders.order_by(col(Person.id)))
    return [(person_id, name) for person_id, name in found if person_id != other_than]


def separations(session: Session, *, person_id: int) -> pd.DataFrame:
    """Whom this person is kept apart from, by name: ``SEPARATIONS``."""
    low, high = col(Separation.person_a_id), col(Separation.person_b_id)
    other = case((low == person_id, high), else_=low)
    rows: Columns = (
        select(col(Person.id).label("person_id"), col(Person.name), col(Separation.reason))
        .join(Person, col(Person.id) == other)
        .where(or_(low == person_id, high == person_id))
        .order_by(col(Person.name_key))
    )
    return framed(rows_of(session, rows), SEPARATIONS)


def _nearest(search: str) -> list[ColumnElement[int]]:
    """Begins with what was typed, then has a word that does, then the rest."""
    typed = name_key(search.strip())
    if not typed:
        return []
    begins = col(Person.name_key).startswith(typed, autoescape=True)
    word_begins = col(Person.name_key).contains(f" {typed}", autoescape=True)
    return [case((begins, 0), (word_begins, 1), else_=2)]


def _roles(session: Session, person_ids: list[int]) -> dict[int, list[str]]:
    held = (
        select(col(Participant.person_id), col(Participant.role), col(Cohort.name))
        .join(Cohort, col(Cohort.id) == col(Participant.cohort_id))
        .where(col(Participant.person_id).in_(person_ids))
        .order_by(col(Participant.person_id), col(Cohort.starts_on).desc(), col(Participant.role).desc())
    )
    roles: dict[int, list[str]] = {}
    for person_id, role, cohort in session.connection().execute(held):
        roles.setdefault(person_id, []).append(f"{role} in {cohort}")
    return roles
