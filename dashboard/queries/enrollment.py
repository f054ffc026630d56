"""Questions about one participant, about the skills of a cohort, and since when those count who join it."""

from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from dashboard.queries.names import partners_of, skills_of
from models import Cohort, Pairing, PairingStatus, Participant, ParticipantSkill, Person, Skill

MOST_SKILLS = 200
SINCE = (
    "Until a cohort has its first pairing, its people count from the day on which it started; from then on, from today."
)
"""What ``joining_day`` says, in words."""


def participant(session: Session, *, participant_id: int) -> dict[str, Any] | None:
    """A participant's fields by name, with the person's ``name`` and ``skills`` by priority; None when they are gone.

    ``paired_with`` names those whom they are paired with now; ``was_paired`` says whether they ever were.
    """
    found = session.get(Participant, participant_id)
    if found is None:
        return None
    ever = select(col(Pairing.id)).where(
        (col(Pairing.mentor_id) == participant_id) | (col(Pairing.mentee_id) == participant_id),
        col(Pairing.status) != PairingStatus.DRAFT,
    )
    return {
        **found.model_dump(),
        "name": session.get_one(Person, found.person_id).name,
        "skills": skills_of(session, [participant_id]).get(participant_id, []),
        "paired_with": partners_of(session, [participant_id]).get(participant_id, []),
        "was_paired": session.connection().execute(ever.limit(1)).first() is not None,
    }


def skill_names(session: Session, *, cohort_id: int | None = None, limit: int = MOST_SKILLS) -> list[str]:
    """The skills that most participants (of a cohort) offer or seek, by name."""
    used = select(col(ParticipantSkill.skill_id), func.count().label("uses")).group_by(col(ParticipantSkill.skill_id))
    if cohort_id is not None:
        used = used.join(Participant, col(Participant.id) == col(ParticipantSkill.participant_id)).where(
            col(Participant.cohort_id) == cohort_id
        )
    most = used.order_by(func.count().desc(), col(ParticipantSkill.skill_id)).limit(limit).subquery("most")
    names = select(col(Skill.name)).join(most, most.c.skill_id == col(Skill.id)).order_by(col(Skill.name_key))
    return list(session.connection().execute(names).scalars())


def joining_day(session: Session, *, cohort_id: int, today: date) -> date:
    """The day on which people join who were given none: until a cohort has its first pairing the day on which it
    started, if it has; from then on today."""
    paired = (col(Pairing.cohort_id) == cohort_id, col(Pairing.status) != PairingStatus.DRAFT)
    is_under_way = session.connection().execute(select(col(Pairing.id)).where(*paired).limit(1)).first()
    return today if is_under_way else min(session.get_one(Cohort, cohort_id).starts_on, today)
