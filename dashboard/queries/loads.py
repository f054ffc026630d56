"""How full the mentors of a cohort are: one by one in a small cohort, as a distribution in a large one."""

import pandas as pd
from sqlalchemy import Subquery, and_, func, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.labels import told_apart
from models import OPEN, Pairing, Participant, ParticipantStatus, Person, Role

LOADS = {
    "participant_id": "int64",
    "place": "int64",
    "mentor": "object",
    "pairings": "int64",
    "capacity": "int64",
    "free": "int64",
}
SPREAD = {"pairings": "int64", "full": "bool", "mentors": "int64"}


def mentor_loads(session: Session, *, cohort_id: int, limit: int = 50) -> pd.DataFrame:
    """One row an active mentor, the fullest first and idle ones included: ``pairings`` now, ``capacity``, ``free``.

    ``place`` counts the rows; two mentors of the same name are told apart.
    """
    load = _load(cohort_id)
    rows = (
        select(load, col(Person.name).label("mentor"), (load.c.capacity - load.c.pairings).label("free"))
        .join(Person, col(Person.id) == load.c.person_id)
        .order_by(load.c.pairings.desc(), load.c.capacity, col(Person.name_key), load.c.participant_id)
    )
    found = session.execute(rows.limit(limit)).mappings().all()
    labels = told_apart(row["mentor"] for row in found)
    return framed(
        ({**row, "mentor": label, "place": at} for at, (row, label) in enumerate(zip(found, labels, strict=True))),
        LOADS,
    )


def mentor_load_spread(session: Session, *, cohort_id: int) -> pd.DataFrame:
    """How many active ``mentors`` have so many ``pairings`` now, those who are ``full`` apart from those with room."""
    load = _load(cohort_id)
    full = load.c.pairings >= load.c.capacity
    rows = select(load.c.pairings, full.label("full"), func.count().label("mentors"))
    found = session.execute(rows.group_by(load.c.pairings, full).order_by(load.c.pairings, full)).mappings()
    return framed(map(dict, found), SPREAD)


def _load(cohort_id: int) -> Subquery:
    taken = and_(col(Pairing.mentor_id) == col(Participant.id), col(Pairing.status).in_(OPEN))
    return (
        select(
            col(Participant.id).label("participant_id"),
            col(Participant.person_id),
            col(Participant.capacity),
            func.count(col(Pairing.id)).label("pairings"),
        )
        .outerjoin(Pairing, taken)
        .where(
            col(Participant.cohort_id) == cohort_id,
            col(Participant.role) == Role.MENTOR,
            col(Participant.status) == ParticipantStatus.ACTIVE,
        )
        .group_by(col(Participant.id), col(Participant.person_id), col(Participant.capacity))
        .subquery("load")
    )
