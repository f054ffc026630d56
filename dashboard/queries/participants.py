"""Questions about who is in a cohort: a page of them, how many there are, and one of them."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, func, select, true, union_all
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.names import partners_of, skills_of
from dashboard.queries.rows import Columns, rows_of, value_of
from dashboard.queries.searching import finds
from models import OPEN, Pairing, Participant, ParticipantSkill, Person, Skill

PARTICIPANTS = {
    "participant_id": "int64",
    "person_id": "int64",
    "name": "object",
    "email": "object",
    "role": "object",
    "status": "object",
    "capacity": "Int64",
    "taken": "int64",
    "left": "Int64",
    "skills": "object",
    "paired_with": "object",
}


def participants_page(
    session: Session,
    *,
    cohort_id: int,
    role: str | None = None,
    status: str | None = None,
    paired: str = "any",
    search: str = "",
    skill: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """One row a participant of the cohort, by name: ``PARTICIPANTS``. Filters as in ``participants_count``.

    ``taken`` counts open pairings; ``capacity`` and ``left`` are a mentor's alone. ``skills`` and ``paired_with`` are
    names joined by ``", "``, skills by priority.
    """
    filters: dict[str, Any] = {"role": role, "status": status, "paired": paired, "search": search, "skill": skill}
    page = _chosen(select(col(Participant.id)), cohort_id, **filters)
    page = page.order_by(col(Person.name_key), col(Participant.role), col(Participant.id)).limit(limit).offset(offset)
    ids = list(session.connection().execute(page).scalars())
    rows: Columns = select(
        col(Participant.id).label("participant_id"),
        col(Participant.person_id),
        col(Person.name),
        col(Person.email),
        col(Participant.role),
        col(Participant.status),
        col(Participant.capacity),
    ).join(Person, col(Person.id) == col(Participant.person_id))
    found = rows_of(session, rows.where(col(Participant.id).in_(ids)))
    skills, partners = skills_of(session, ids), partners_of(session, ids)
    told = {row["participant_id"]: _told(row, skills, partners) for row in found}
    return framed([told[participant_id] for participant_id in ids], PARTICIPANTS)


def _told(row: dict[str, Any], skills: dict[int, list[str]], partners: dict[int, list[str]]) -> dict[str, Any]:
    paired_with = partners.get(row["participant_id"], [])
    return {
        **row,
        "taken": len(paired_with),
        "left": None if row["capacity"] is None else row["capacity"] - len(paired_with),
        "skills": ", ".join(skills.get(row["participant_id"], [])),
        "paired_with": ", ".join(paired_with),
    }


def participants_count(
    session: Session,
    *,
    cohort_id: int,
    role: str | None = None,
    status: str | None = None,
    paired: str = "any",
    search: str = "",
    skill: str | None = None,
) -> int:
    """How many participants the cohort has: in a ``role``, of a ``status``, ``paired`` or ``unpaired`` now, with
    ``search`` in name or e-mail, with a ``skill`` by name."""
    filters: dict[str, Any] = {"role": role, "status": status, "paired": paired, "search": search, "skill": skill}
    counted = _chosen(select(func.count(col(Participant.id))), cohort_id, **filters)
    return int(value_of(session, counted))


def _chosen(
    wanted: Select[Any],
    cohort_id: int,
    *,
    role: str | None,
    status: str | None,
    paired: str,
    search: str,
    skill: str | None,
) -> Select[Any]:
    chosen = wanted.join(Person, col(Person.id) == col(Participant.person_id)).where(
        col(Participant.cohort_id) == cohort_id,
        col(Participant.role) == role if role else true(),
        col(Participant.status) == status if status else true(),
        finds(search, Person),
    )
    if skill:
        chosen = chosen.where(col(Participant.id).in_(_with_skill(skill)))
    if paired != "any":
        is_paired = _is_paired(cohort_id)
        chosen = chosen.where(is_paired if paired == "paired" else ~is_paired)
    return chosen


def _with_skill(skill: str) -> Select[Any]:
    held = select(col(ParticipantSkill.participant_id)).join(Skill, col(Skill.id) == col(ParticipantSkill.skill_id))
    return held.where(col(Skill.name_key) == skill.casefold())


def _is_paired(cohort_id: int) -> ColumnElement[bool]:
    is_open = (col(Pairing.cohort_id) == cohort_id, col(Pairing.status).in_(OPEN))
    sides = [select(col(side)).where(*is_open) for side in (Pairing.mentor_id, Pairing.mentee_id)]
    return col(Participant.id).in_(union_all(*sides))
