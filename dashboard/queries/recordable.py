"""Pairings on which something can be recorded: found by a part of a name, and what the forms need to know of one."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import case, func, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.pairs import PEOPLE, named, with_people
from dashboard.queries.rows import rows_of
from dashboard.queries.searching import finds
from models import OPEN, Cohort, Meeting, Pairing, PairingStatus, ParticipantSkill, Skill

FOUND = {
    "pairing_id": "int64",
    "mentee": "object",
    "mentor": "object",
    "status": "object",
    "started_on": "object",
    "ended_on": "object",
    "last_meeting_on": "object",
}
NEEDLESS = {"end_note", "rationale", "plan_id", "is_locked"}
"""Columns of a pairing that no form about a meeting or a check-in needs."""


def pairings_found(session: Session, *, cohort_id: int, search: str, limit: int = 20) -> pd.DataFrame:
    """The pairings of a cohort, but drafts, whose people the search finds: open ones first, then by the mentee."""
    held = (col(Meeting.pairing_id) == col(Pairing.id), col(Meeting.missed).is_(False))
    last = select(func.max(col(Meeting.held_on))).where(*held).scalar_subquery()
    columns = [col(getattr(Pairing, name)) for name in ("status", "started_on", "ended_on")]
    rows = (
        named(with_people(select(col(Pairing.id).label("pairing_id"), *columns, last.label("last_meeting_on"))))
        .where(
            col(Pairing.cohort_id) == cohort_id,
            col(Pairing.status) != PairingStatus.DRAFT,
            finds(search, *PEOPLE.values()),
        )
        .order_by(
            case((col(Pairing.status).in_(OPEN), 0), else_=1),
            *(col(person.name_key) for person in PEOPLE.values()),
            col(Pairing.id).desc(),
        )
    )
    return framed(rows_of(session, rows.limit(limit)), FOUND)


def pairing_to_record(session: Session, *, pairing_id: int) -> dict[str, Any] | None:
    """What the forms need: both names and participants, the state and its dates, the cohort, and ``skills`` by name,
    those that the mentee seeks first, then what else the mentor offers. None when the pairing is gone."""
    columns = [col(getattr(Pairing, name)) for name in Pairing.model_fields if name not in NEEDLESS]
    rows = named(with_people(select(*columns, col(Cohort.name).label("cohort")).join(Cohort))).where(
        col(Pairing.id) == pairing_id
    )
    found = rows_of(session, rows)
    if not found:
        return None
    return {**found[0], "skills": _skills(session, found[0]["mentee_id"], found[0]["mentor_id"])}


def meeting_days(session: Session, *, pairing_id: int, limit: int = 5) -> list[tuple[date, bool]]:
    """The latest meetings of a pairing: the day, and whether it was missed."""
    days = select(col(Meeting.held_on), col(Meeting.missed)).where(col(Meeting.pairing_id) == pairing_id)
    newest = days.order_by(col(Meeting.held_on).desc(), col(Meeting.id).desc()).limit(limit)
    return [(held_on, missed) for held_on, missed in session.execute(newest)]


def days_with_meeting(session: Session, *, pairing_id: int) -> list[date]:
    """Every day on which the pairing has a meeting, held or missed."""
    return list(session.execute(select(col(Meeting.held_on)).where(col(Meeting.pairing_id) == pairing_id)).scalars())


def _skills(session: Session, mentee_id: int, mentor_id: int) -> list[str]:
    names = (
        select(col(Skill.name))
        .join(ParticipantSkill, col(ParticipantSkill.skill_id) == col(Skill.id))
        .where(col(ParticipantSkill.participant_id).in_([mentee_id, mentor_id]))
        .order_by(
            case((col(ParticipantSkill.participant_id) == mentee_id, 0), else_=1),
            col(ParticipantSkill.priority),
            col(Skill.name_key),
        )
    )
    return list(dict.fromkeys(session.execute(names).scalars()))
