"""How full the cohorts are: one row a cohort, counted in SQL."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Subquery, and_, case, func, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.rows import Columns, rows_of
from models import OPEN, Cohort, Pairing, Participant, ParticipantStatus, Role

COHORTS = {
    "cohort_id": "int64",
    "name": "object",
    "phase": "object",
    "starts_on": "object",
    "ends_on": "object",
    "mentors": "int64",
    "mentees": "int64",
    "places": "int64",
    "waitlisted": "int64",
    "withdrawn": "int64",
    "pairings": "int64",
    "ended": "int64",
}


def cohorts_at_a_glance(session: Session, *, today: date, cohort_id: int | None = None) -> pd.DataFrame:
    """One row a cohort, in use before archived, newest first: ``COHORTS``; or that of one cohort alone.

    ``phase`` is ``upcoming``, ``running``, ``finished`` or ``archived``. ``mentors``, ``mentees`` and ``places`` count
    who is active; ``pairings`` are open now, each of another mentee; ``ended`` ones are over.
    """
    people, pairings = _people(), _pairings()
    counts = [column for table in (people, pairings) for column in table.c if column.name != "cohort_id"]
    rows: Columns = (
        select(
            col(Cohort.id).label("cohort_id"),
            col(Cohort.name),
            _phase(today).label("phase"),
            col(Cohort.starts_on),
            col(Cohort.ends_on),
            *(func.coalesce(count, 0).label(count.name) for count in counts),
        )
        .outerjoin(people, people.c.cohort_id == col(Cohort.id))
        .outerjoin(pairings, pairings.c.cohort_id == col(Cohort.id))
        .order_by(col(Cohort.archived_at).is_not(None), col(Cohort.starts_on).desc(), col(Cohort.name_key))
    )
    if cohort_id is not None:
        rows = rows.where(col(Cohort.id) == cohort_id)
    return framed(rows_of(session, rows), COHORTS)


def cohort_summary(session: Session, *, cohort_id: int, today: date) -> dict[str, Any] | None:
    """The row of one cohort as a dict, plus ``participants`` (in whatever status) and ``unpaired`` (active mentees)."""
    rows = cohorts_at_a_glance(session, today=today, cohort_id=cohort_id).to_dict("records")
    if not rows:
        return None
    row = {str(name): value for name, value in rows[0].items()}
    everybody = row["mentors"] + row["mentees"] + row["waitlisted"] + row["withdrawn"]
    return {**row, "participants": everybody, "unpaired": max(0, row["mentees"] - row["pairings"])}


def _phase(today: date) -> ColumnElement[str]:
    return case(
        (col(Cohort.archived_at).is_not(None), "archived"),
        (col(Cohort.starts_on) > today, "upcoming"),
        (col(Cohort.ends_on) < today, "finished"),
        else_="running",
    )


def _people() -> Subquery:
    is_active = col(Participant.status) == ParticipantStatus.ACTIVE
    is_mentor = and_(is_active, col(Participant.role) == Role.MENTOR)
    counted = {
        "mentors": is_mentor,
        "mentees": and_(is_active, col(Participant.role) == Role.MENTEE),
        "waitlisted": col(Participant.status) == ParticipantStatus.WAITLISTED,
        "withdrawn": col(Participant.status) == ParticipantStatus.WITHDRAWN,
    }
    return (
        select(
            col(Participant.cohort_id),
            *(func.count(case((rule, 1))).label(name) for name, rule in counted.items()),
            func.coalesce(func.sum(case((is_mentor, col(Participant.capacity)))), 0).label("places"),
        )
        .group_by(col(Participant.cohort_id))
        .subquery("people")
    )


def _pairings() -> Subquery:
    return (
        select(
            col(Pairing.cohort_id),
            func.count(case((col(Pairing.status).in_(OPEN), 1))).label("pairings"),
            func.count(case((col(Pairing.ended_on).is_not(None), 1))).label("ended"),
        )
        .group_by(col(Pairing.cohort_id))
        .subquery("pairings")
    )
