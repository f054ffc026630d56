"""The meetings of a cohort, the newest first, a page at a time."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.pairs import PEOPLE, named, with_people
from dashboard.queries.rows import rows_of, value_of
from dashboard.queries.searching import finds
from models import Meeting, MeetingSkill, Pairing, Skill

MEETINGS = {
    "meeting_id": "int64",
    "pairing_id": "int64",
    "held_on": "object",
    "mentee": "object",
    "mentor": "object",
    "minutes": "Int64",
    "format": "object",
    "missed": "bool",
    "skills": "object",
    "notes": "object",
}


def meetings_page(
    session: Session,
    *,
    cohort_id: int,
    pairing_id: int | None = None,
    search: str = "",
    since: date | None = None,
    until: date | None = None,
    missed: bool | None = None,
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """One row a meeting, the newest first; ``skills`` are the names of those practised, joined by ``", "``."""
    chosen = _chosen(cohort_id, pairing_id, search, since, until, missed)
    newest_first = (col(Meeting.held_on).desc(), col(Meeting.id).desc())
    # Which ones is settled on the index alone; only a page of them is then looked at in full.
    ids = chosen.with_only_columns(col(Meeting.id)).order_by(*newest_first).limit(limit).offset(offset)
    page = list(session.execute(ids).scalars())
    columns = [
        col(getattr(Meeting, name)) for name in ("pairing_id", "held_on", "minutes", "format", "missed", "notes")
    ]
    rows = with_people(select(col(Meeting.id).label("meeting_id"), *columns).join(Pairing))
    found = rows_of(session, named(rows).where(col(Meeting.id).in_(page)).order_by(*newest_first))
    practised = _practised(session, page)
    return framed(({**row, "skills": ", ".join(practised.get(row["meeting_id"], []))} for row in found), MEETINGS)


def meeting_count(
    session: Session,
    *,
    cohort_id: int,
    pairing_id: int | None = None,
    search: str = "",
    since: date | None = None,
    until: date | None = None,
    missed: bool | None = None,
) -> int:
    """How many rows ``meetings_page`` has in all."""
    chosen = _chosen(cohort_id, pairing_id, search, since, until, missed)
    return int(value_of(session, chosen.with_only_columns(func.count())))


def meeting(session: Session, *, meeting_id: int) -> dict[str, Any] | None:
    """A meeting by field, with ``mentee``, ``mentor`` and the list of ``skills``; None when it is gone."""
    columns = [col(getattr(Meeting, name)) for name in Meeting.model_fields]
    found = rows_of(session, named(with_people(select(*columns).join(Pairing))).where(col(Meeting.id) == meeting_id))
    if not found:
        return None
    return {**found[0], "skills": _practised(session, [meeting_id]).get(meeting_id, [])}


def _chosen(
    cohort_id: int,
    pairing_id: int | None,
    search: str,
    since: date | None,
    until: date | None,
    missed: bool | None,
) -> Select[*tuple[Any, ...]]:
    rows: Select[*tuple[Any, ...]] = select(col(Meeting.id)).join(Pairing).where(col(Pairing.cohort_id) == cohort_id)
    if search.strip():
        rows = with_people(rows).where(finds(search, *PEOPLE.values()))
    if pairing_id is not None:
        rows = rows.where(col(Meeting.pairing_id) == pairing_id)
    if since is not None:
        rows = rows.where(col(Meeting.held_on) >= since)
    if until is not None:
        rows = rows.where(col(Meeting.held_on) <= until)
    if missed is not None:
        rows = rows.where(col(Meeting.missed).is_(missed))
    return rows


def _practised(session: Session, meeting_ids: list[int]) -> dict[int, list[str]]:
    """The skills practised in these meetings, by name."""
    names = (
        select(col(MeetingSkill.meeting_id), col(Skill.name))
        .join(Skill, col(Skill.id) == col(MeetingSkill.skill_id))
        .where(col(MeetingSkill.meeting_id).in_(meeting_ids))
        .order_by(col(MeetingSkill.meeting_id), col(MeetingSkill.id))
    )
    found: dict[int, list[str]] = {}
    for meeting_id, name in session.execute(names):
        found.setdefault(meeting_id, []).append(name)
    return found
