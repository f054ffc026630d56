"""What goes out as a file and comes in again: one row as its kind of file has it, a column a field.

Cells are texts, numbers, days or lists of texts; None is blank. Nothing confidential is in them.
"""

from typing import Any

import pandas as pd
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from dashboard.endings import END_REASONS
from dashboard.queries.frames import framed
from dashboard.queries.imports import PERSON_FIELDS
from dashboard.queries.rows import rows_of
from models import Pairing, PairingStatus, Participant, ParticipantSkill, Person, Skill

PARTICIPATION = ("role", "status", "capacity", "hopes", "joined_on")
PEOPLE = (*PERSON_FIELDS, "role", "status", "capacity", "skills", "hopes", "joined_on")
SIDES = tuple(f"{role}{key}" for role in ("mentor", "mentee") for key in ("", "_email", "_id"))
STANDING = ("started_on", "ended_on", "status", "end_reason", "end_note", "rationale")


def exported_people(session: Session, *, cohort_id: int) -> pd.DataFrame:
    """One row a participant, by name: somebody with both roles has two."""
    here = col(Participant.cohort_id) == cohort_id
    taking = select(Participant.id, *(getattr(Participant, name) for name in PARTICIPATION)).where(here)
    rows = rows_of(
        session,
        taking.add_columns(*(getattr(Person, name) for name in PERSON_FIELDS))
        .join(Person, col(Person.id) == col(Participant.person_id))
        .order_by(col(Person.name_key), col(Person.id), col(Participant.role).desc()),
    )
    skills = _skills(session, cohort_id)
    return framed(({**row, **_several(row, skills)} for row in rows), dict.fromkeys(PEOPLE, "object"))


def exported_pairs(session: Session, *, cohort_id: int) -> pd.DataFrame:
    """One row a pairing, in the order in which they were made; drafts are none yet."""
    asked = with_sides(select(*(getattr(Pairing, name) for name in STANDING)))
    alive = (col(Pairing.cohort_id) == cohort_id, col(Pairing.status) != PairingStatus.DRAFT)
    rows = rows_of(session, asked.where(*alive).order_by(col(Pairing.id)))
    return framed(({**row, **_in_words(row)} for row in rows), dict.fromkeys((*SIDES, *STANDING), "object"))


def with_sides(asked: Any) -> Any:
    """A query over pairings, and who the two of each are: the columns of SIDES."""
    for role in ("mentor", "mentee"):
        person, part = aliased(Person), aliased(Participant)
        asked = asked.join(part, col(part.id) == col(getattr(Pairing, f"{role}_id")))
        asked = asked.join(person, col(person.id) == col(part.person_id)).add_columns(
            col(person.name).label(role),
            col(person.email).label(f"{role}_email"),
            col(person.external_id).label(f"{role}_id"),
        )
    return asked


def _several(row: dict[str, Any], skills: dict[int, list[str]]) -> dict[str, Any]:
    return {"skills": skills.get(row["id"]), "languages": row["languages"].split(", ") if row["languages"] else None}


def _skills(session: Session, cohort_id: int) -> dict[int, list[str]]:
    """By participant, the one that matters most first."""
    held = select(ParticipantSkill.participant_id, Skill.name).join(Skill).join(Participant)
    in_order = held.where(col(Participant.cohort_id) == cohort_id).order_by(
        col(ParticipantSkill.participant_id), col(ParticipantSkill.priority), col(ParticipantSkill.id)
    )
    found: dict[int, list[str]] = {}
    for participant_id, name in session.exec(in_order):
        found.setdefault(participant_id, []).append(name)
    return found


def _in_words(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "status": row["status"].replace("_", " "),
        "end_reason": END_REASONS[row["end_reason"]] if row["end_reason"] else None,
    }
