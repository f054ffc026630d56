"""What became of a person: the cohorts they were in, their pairings, and how their answers changed."""

import pandas as pd
from sqlalchemy import Subquery, case, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.names import partners_of, skills_of
from dashboard.queries.rows import Columns, rows_of
from models import CheckIn, Cohort, Meeting, Pairing, PairingStatus, Participant, Person

PARTICIPATIONS = {
    "participant_id": "int64",
    "cohort_id": "int64",
    "cohort": "object",
    "role": "object",
    "status": "object",
    "capacity": "Int64",
    "joined_on": "object",
    "hopes": "object",
    "skills": "object",
    "paired_with": "object",
}
PAIRINGS = {
    "pairing_id": "int64",
    "cohort_id": "int64",
    "cohort": "object",
    "role": "object",
    "partner_id": "int64",
    "partner": "object",
    "status": "object",
    "started_on": "object",
    "ended_on": "object",
    "end_reason": "object",
    "held": "int64",
    "last_meeting_on": "object",
}
GROWTH = {"answered_on": "datetime64[s]", "wave": "object", "cohort": "object", "confidence": "int64"}


def participations(session: Session, *, person_id: int) -> pd.DataFrame:
    """One row a role in a cohort, the newest cohort first: ``PARTICIPATIONS``."""
    rows: Columns = (
        select(
            col(Participant.id).label("participant_id"),
            *(
                col(getattr(Participant, name))
                for name in ("cohort_id", "role", "status", "capacity", "joined_on", "hopes")
            ),
            col(Cohort.name).label("cohort"),
        )
        .join(Cohort, col(Cohort.id) == col(Participant.cohort_id))
        .where(col(Participant.person_id) == person_id)
        .order_by(col(Cohort.starts_on).desc(), col(Participant.role).desc())
    )
    found = rows_of(session, rows)
    ids = [row["participant_id"] for row in found]
    named = {"skills": skills_of(session, ids), "paired_with": partners_of(session, ids)}
    return framed(
        [
            {**row, **{name: ", ".join(names.get(row["participant_id"], [])) for name, names in named.items()}}
            for row in found
        ],
        PARTICIPATIONS,
    )


def person_pairings(session: Session, *, person_id: int) -> pd.DataFrame:
    """One row a pairing of this person, in whatever cohort, open ones first, then the newest: ``PAIRINGS``."""
    own = own_pairings(person_id)
    is_held = ~col(Meeting.missed)
    met = (
        select(
            col(Meeting.pairing_id),
            func.count(case((is_held, 1))).label("held"),
            func.max(case((is_held, col(Meeting.held_on)))).label("last_meeting_on"),
        )
        .where(col(Meeting.pairing_id).in_(select(own.c.pairing_id)))
        .group_by(col(Meeting.pairing_id))
        .subquery("met")
    )
    rows: Columns = (
        select(own, func.coalesce(met.c.held, 0).label("held"), met.c.last_meeting_on)
        .outerjoin(met, met.c.pairing_id == own.c.pairing_id)
        .order_by(own.c.ended_on.is_not(None), own.c.started_on.desc(), own.c.pairing_id)
    )
    return framed(rows_of(session, rows), PAIRINGS)


def growth(session: Session, *, person_id: int) -> pd.DataFrame:
    """The person's own answers to the confidence question (1-5), oldest first: ``GROWTH``."""
    rows: Columns = (
        select(col(CheckIn.answered_on), col(CheckIn.wave), col(Cohort.name).label("cohort"), col(CheckIn.confidence))
        .join(Participant, col(Participant.id) == col(CheckIn.participant_id))
        .join(Cohort, col(Cohort.id) == col(Participant.cohort_id))
        .where(col(Participant.person_id) == person_id, col(CheckIn.confidence).is_not(None))
        .order_by(col(CheckIn.answered_on), col(CheckIn.id))
    )
    return framed(rows_of(session, rows), GROWTH)


def own_pairings(person_id: int) -> Subquery:
    """The person's pairings, drafts left out, each seen from their side."""
    own, other = aliased(Participant), aliased(Participant)
    own_id = or_(col(Pairing.mentor_id) == own.id, col(Pairing.mentee_id) == own.id)
    other_id = case((col(Pairing.mentor_id) == own.id, col(Pairing.mentee_id)), else_=col(Pairing.mentor_id))
    copied = ("cohort_id", "status", "started_on", "ended_on", "end_reason")
    return (
        select(
            col(Pairing.id).label("pairing_id"),
            *(col(getattr(Pairing, name)) for name in copied),
            col(Cohort.name).label("cohort"),
            col(own.id).label("participant_id"),
            col(own.role).label("role"),
            col(Person.id).label("partner_id"),
            col(Person.name).label("partner"),
        )
        .select_from(own)
        .join(Pairing, own_id)
        .join(other, col(other.id) == other_id)
        .join(Person, col(Person.id) == col(other.person_id))
        .join(Cohort, col(Cohort.id) == col(Pairing.cohort_id))
        .where(col(own.person_id) == person_id, col(Pairing.status) != PairingStatus.DRAFT)
        .subquery("own_pairings")
    )
