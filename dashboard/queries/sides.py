"""One participant in full, and the two of a pairing side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from dashboard.endings import END_REASONS
from dashboard.queries.candidates import measured
from dashboard.queries.parties import party
from models import OPEN, EndReason, Pairing, Participant, ParticipantSkill, Person, Skill


@dataclass(frozen=True)
class Side:
    """A participant as a card shows them; ``skills`` in order of priority, ``taken`` of a mentor's ``capacity``."""

    participant_id: int
    person_id: int
    cohort_id: int
    role: str
    status: str
    joined_on: date
    name: str
    email: str | None
    job_title: str | None
    department: str | None
    organization: str | None
    location: str | None
    time_zone: str | None
    languages: str | None
    years_experience: float | None
    bio: str | None
    hopes: str | None
    skills: tuple[str, ...]
    capacity: int | None
    taken: int


@dataclass(frozen=True)
class PairingDetail:
    """A pairing and its two people; ``fit`` of 0 to 100 and the reasons as they would be told today."""

    id: int
    cohort_id: int
    plan_id: int | None
    """The plan that a draft is in."""
    status: str
    started_on: date | None
    ended_on: date | None
    end_reason: str | None
    """In words."""
    end_note: str | None
    rationale: str | None
    mentor: Side
    mentee: Side
    fit: float
    pro: tuple[str, ...]
    con: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def names(self) -> str:
        return f"{self.mentee.name} with {self.mentor.name}"


PERSON = tuple(name for name in Side.__annotations__ if name in Person.model_fields)


def side(session: Session, *, participant_id: int) -> Side | None:
    """The participant; None when they are gone."""
    participant = session.get(Participant, participant_id)
    if participant is None:
        return None
    person = session.get_one(Person, participant.person_id)
    skills = (
        select(col(Skill.name))
        .join(ParticipantSkill, col(ParticipantSkill.skill_id) == col(Skill.id))
        .where(col(ParticipantSkill.participant_id) == participant_id)
        .order_by(col(ParticipantSkill.priority), col(Skill.name))
    )
    taken = select(func.count()).where(col(Pairing.mentor_id) == participant_id, col(Pairing.status).in_(OPEN))
    return Side(
        participant_id=participant.id,
        person_id=person.id,
        cohort_id=participant.cohort_id,
        role=participant.role,
        status=participant.status,
        joined_on=participant.joined_on,
        hopes=participant.hopes,
        capacity=participant.capacity,
        skills=tuple(session.execute(skills).scalars()),
        taken=int(session.execute(taken).scalar_one()),
        **{name: getattr(person, name) for name in PERSON},
    )


def pairing(session: Session, *, pairing_id: int, today: date) -> PairingDetail | None:
    """The pairing in full; None when it is gone."""
    found = session.get(Pairing, pairing_id)
    if found is None:
        return None
    mentor, mentee = (side(session, participant_id=who) for who in (found.mentor_id, found.mentee_id))
    assert mentor is not None  # a pairing's foreign keys keep the two
    assert mentee is not None
    fit = _fit(session, found, today)
    return PairingDetail(
        id=found.id,
        cohort_id=found.cohort_id,
        plan_id=found.plan_id,
        status=found.status,
        started_on=found.started_on,
        ended_on=found.ended_on,
        end_reason=END_REASONS[EndReason(found.end_reason)] if found.end_reason else None,
        end_note=found.end_note,
        rationale=found.rationale,
        mentor=mentor,
        mentee=mentee,
        fit=float(fit["fit"]),
        pro=tuple(fit["pro"].splitlines()),
        con=tuple(fit["con"].splitlines()),
        unknown=tuple(fit["unknown"].splitlines()),
    )


def _fit(session: Session, found: Pairing, today: date) -> dict[Any, Any]:
    is_mentee, is_mentor = col(Participant.id) == found.mentee_id, col(Participant.id) == found.mentor_id
    two = party(session, cohort_id=found.cohort_id, mentees=is_mentee, mentors=is_mentor)
    return measured(two, today).iloc[0].to_dict()
