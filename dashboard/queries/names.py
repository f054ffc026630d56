"""The names that stand beside a participant: the skills they offer or seek, and those whom they are paired with."""

from typing import Any

from sqlalchemy import Select, select, union_all
from sqlmodel import Session, col

from dashboard.queries.rows import Columns
from models import OPEN, Pairing, Participant, ParticipantSkill, Person, Skill


def skills_of(session: Session, participant_ids: list[int]) -> dict[int, list[str]]:
    """The names of the skills of each of these participants, by priority; who has none is left out."""
    held = (
        select(col(ParticipantSkill.participant_id), col(Skill.name))
        .join(Skill, col(Skill.id) == col(ParticipantSkill.skill_id))
        .where(col(ParticipantSkill.participant_id).in_(participant_ids))
        .order_by(col(ParticipantSkill.participant_id), col(ParticipantSkill.priority), col(Skill.name_key))
    )
    return _grouped(session, held)


def partners_of(session: Session, participant_ids: list[int] | Select[Any]) -> dict[int, list[str]]:
    """The names of those whom each of these participants, listed or asked for, is paired with now; who is unpaired is
    left out."""
    sides: list[Columns] = [
        select(own.label("own"), col(Person.name).label("name"), col(Person.name_key).label("name_key"))
        .join(Participant, col(Participant.id) == other)
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(own.in_(participant_ids), col(Pairing.status).in_(OPEN))
        for own, other in (
            (col(Pairing.mentor_id), col(Pairing.mentee_id)),
            (col(Pairing.mentee_id), col(Pairing.mentor_id)),
        )
    ]
    partners = union_all(*sides).subquery("partners")
    return _grouped(session, select(partners.c.own, partners.c.name).order_by(partners.c.own, partners.c.name_key))


def _grouped(session: Session, rows: Columns) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for participant_id, name in session.connection().execute(rows):
        names.setdefault(participant_id, []).append(name)
    return names
