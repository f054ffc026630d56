"""What a review compares a file with: everybody in the program, and who is in the cohort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, func, select

from dashboard.queries.names import partners_of
from models import (
    OPEN,
    Action,
    Import,
    Pairing,
    Participant,
    ParticipantSkill,
    Person,
    Revision,
    Skill,
)

PERSON_FIELDS = (
    "external_id",
    "email",
    "name",
    "job_title",
    "department",
    "organization",
    "location",
    "time_zone",
    "languages",
    "years_experience",
    "manager_email",
    "bio",
)
CHUNK = 500
PARTICIPANT_FIELDS = ("id", "person_id", "role", "status", "capacity", "hopes", "joined_on")


@dataclass(frozen=True)
class Program:
    """One consistent picture of the data, as of ``revision``. Cells are plain values, missing ones None."""

    revision: int
    people: pd.DataFrame
    """``id``, ``email_key`` and the PERSON_FIELDS, in the order in which people came."""
    participants: pd.DataFrame
    """Of the cohort: the PARTICIPANT_FIELDS and ``taken``, the open pairings of a mentor."""
    skills: pd.DataFrame
    """Of the cohort's participants: ``participant_id``, ``name``, the one that matters most first."""
    skill_names: tuple[str, ...] = ()
    """Every skill that the program knows, the oldest first."""
    partners: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """Participant -> the names of those whom they are paired with now; ``partner_ids``, which participants these are,
    in another order."""
    partner_ids: Mapping[int, Sequence[int]] = field(default_factory=dict)


def program(session: Session, *, cohort_id: int) -> Program:
    """Everything that a file of people for this cohort is compared with; seven statements, whatever the size."""
    fields = ("id", "email_key", *PERSON_FIELDS)
    people = select(*(getattr(Person, name) for name in fields)).order_by(col(Person.id))
    return Program(
        revision=revision(session),
        people=_frame(session, people, [*fields]),
        participants=_frame(session, _participants(cohort_id), [*PARTICIPANT_FIELDS, "taken"]),
        skills=_frame(session, _skills(cohort_id), ["participant_id", "name"]),
        skill_names=tuple(session.exec(select(Skill.name).order_by(col(Skill.id)))),
        partners=partners_of(session, sa_select(col(Participant.id)).where(col(Participant.cohort_id) == cohort_id)),
        partner_ids=_partner_ids(session, cohort_id),
    )


def revision(session: Session) -> int:
    """The number that grows with every committed write."""
    return session.exec(select(Revision.number)).one()


@dataclass(frozen=True)
class LastTime:
    """How a file was read that came in before and stayed in."""

    kind: str
    file_name: str
    at: datetime
    mapping: dict[str, str]
    """Header -> field, as ``columns.Mapping`` tells it."""
    separators: dict[str, str]
    options: dict[str, str]


def last_time(session: Session, *, header_key: str) -> LastTime | None:
    """How the latest file with this header was read; what was taken back is no example."""
    stands = (col(Import.header_key) == header_key, col(Action.undone_by_id).is_(None))
    latest = select(Import, Action.at).join(Action).where(*stands).order_by(col(Import.id).desc())
    found = session.exec(latest.limit(1)).first()
    if found is None:
        return None
    one, at = found
    said = one.said or {}
    return LastTime(one.kind, one.file_name, at, one.mapping, said.get("separators", {}), said.get("options", {}))


def skill_rows(session: Session, *, participant_ids: list[int]) -> dict[int, dict[int, tuple[int, int]]]:
    """Participant -> skill -> the row that joins them and its priority."""
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for start in range(0, len(participant_ids), CHUNK):
        some = col(ParticipantSkill.participant_id).in_(participant_ids[start : start + CHUNK])
        for row in session.exec(select(ParticipantSkill).where(some)):
            found.setdefault(row.participant_id, {})[row.skill_id] = (row.id, row.priority)
    return found


def _participants(cohort_id: int) -> Any:
    is_open = col(Pairing.status).in_(OPEN)
    loads = (
        select(col(Pairing.mentor_id), func.count().label("taken"))
        .where(col(Pairing.cohort_id) == cohort_id, is_open)
        .group_by(col(Pairing.mentor_id))
        .subquery()
    )
    columns = [getattr(Participant, name) for name in PARTICIPANT_FIELDS]
    return (
        select(*columns, func.coalesce(loads.c.taken, 0))  # type: ignore[call-overload]
        .join(loads, loads.c.mentor_id == col(Participant.id), isouter=True)
        .where(col(Participant.cohort_id) == cohort_id)
        .order_by(col(Participant.id))
    )


def _partner_ids(session: Session, cohort_id: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    together = select(Pairing.mentor_id, Pairing.mentee_id).where(
        col(Pairing.cohort_id) == cohort_id, col(Pairing.status).in_(OPEN)
    )
    for mentor_id, mentee_id in session.exec(together):
        found.setdefault(mentor_id, []).append(mentee_id)
        found.setdefault(mentee_id, []).append(mentor_id)
    return found


def _skills(cohort_id: int) -> Any:
    return (
        select(col(ParticipantSkill.participant_id), col(Skill.name))
        .join(Skill, col(Skill.id) == col(ParticipantSkill.skill_id))
        .join(Participant, col(Participant.id) == col(ParticipantSkill.participant_id))
        .where(col(Participant.cohort_id) == cohort_id)
        .order_by(col(ParticipantSkill.participant_id), col(ParticipantSkill.priority), col(ParticipantSkill.id))
    )


def _frame(session: Session, statement: Any, columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame([tuple(row) for row in session.exec(statement)], columns=columns, dtype=object)
