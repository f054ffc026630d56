"""All pairings of a cohort but drafts, a page at a time; one in full is told by ``sides`` and ``stories``."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.searching import finds
from dashboard.queries.sides import pairing
from dashboard.queries.stories import story, story_length
from models import Meeting, Pairing, PairingStatus, Participant, Person

__all__ = ["pairing", "pairing_count", "pairings_page", "status_counts", "story", "story_length"]

PAIRINGS = {
    "pairing_id": "int64",
    "mentee": "object",
    "mentor": "object",
    "mentee_id": "int64",
    "mentor_id": "int64",
    "status": "object",
    "started_on": "object",
    "ended_on": "object",
    "end_reason": "object",
    "meetings": "int64",
    "last_meeting_on": "object",
}
STATES = (
    PairingStatus.ACTIVE,
    PairingStatus.PAUSED,
    PairingStatus.COMPLETED,
    PairingStatus.ENDED_EARLY,
)
"""In the order of the list; what is only drafted is in its plan."""

Mentor, Mentee = aliased(Person), aliased(Person)


def pairings_page(
    session: Session, *, cohort_id: int, status: str | None = None, search: str = "", limit: int = 50, offset: int = 0
) -> pd.DataFrame:
    """One row a pairing, the open ones first and then the newest; ``meetings`` counts those that were held."""
    place = case({state.value: place for place, state in enumerate(STATES)}, value=col(Pairing.status))
    held = (col(Meeting.pairing_id) == col(Pairing.id), col(Meeting.missed).is_(False))
    rows = (
        _chosen(cohort_id, status, search)
        .add_columns(
            col(Pairing.id).label("pairing_id"),
            col(Mentee.name).label("mentee"),
            col(Mentor.name).label("mentor"),
            *(col(getattr(Pairing, name)) for name in list(PAIRINGS)[3:9]),
            select(func.count()).where(*held).scalar_subquery().label("meetings"),
            select(func.max(col(Meeting.held_on))).where(*held).scalar_subquery().label("last_meeting_on"),
        )
        .order_by(place, col(Pairing.started_on).desc(), col(Pairing.id).desc())
    )
    found = session.execute(rows.limit(limit).offset(offset)).mappings()
    return framed((dict(row) for row in found), PAIRINGS)


def pairing_count(session: Session, *, cohort_id: int, status: str | None = None, search: str = "") -> int:
    """How many rows ``pairings_page`` has in all."""
    rows = _chosen(cohort_id, status, search).add_columns(func.count())
    return int(session.execute(rows).scalar_one())


def status_counts(session: Session, *, cohort_id: int) -> dict[str, int]:
    """How many pairings there are in each state, in the order of the list; states without any are left out."""
    rows = select(col(Pairing.status), func.count()).where(col(Pairing.cohort_id) == cohort_id)
    found: dict[str, int] = {row[0]: row[1] for row in session.execute(rows.group_by(col(Pairing.status)))}
    return {state.value: found[state] for state in STATES if state in found}


def _chosen(cohort_id: int, status: str | None, search: str) -> Select[*tuple[Any, ...]]:
    as_mentor, as_mentee = aliased(Participant), aliased(Participant)
    state: ColumnElement[bool] = col(Pairing.status) == status if status else col(Pairing.status) != PairingStatus.DRAFT
    return (
        select()
        .select_from(Pairing)
        .join(as_mentor, col(as_mentor.id) == col(Pairing.mentor_id))
        .join(as_mentee, col(as_mentee.id) == col(Pairing.mentee_id))
        .join(Mentor, col(Mentor.id) == col(as_mentor.person_id))
        .join(Mentee, col(Mentee.id) == col(as_mentee.person_id))
        .where(col(Pairing.cohort_id) == cohort_id, state, finds(search, Mentee, Mentor))
    )
