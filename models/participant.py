"""A participant: a person in a cohort, in a role; and the skills they offer or seek."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from models.base import Base, not_blank, one_of, within


class Role(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"


class ParticipantStatus(StrEnum):
    ACTIVE = "active"
    WAITLISTED = "waitlisted"
    WITHDRAWN = "withdrawn"


class SkillKind(StrEnum):
    """Industry skills, soft skills, and the unwritten rules of a workplace."""

    INDUSTRY = "industry"
    SOFT = "soft"
    WORKPLACE = "workplace"


class Participant(Base, table=True):
    """A person in a cohort, in a role. ``capacity``, how many mentees at once, belongs to mentors alone."""

    __table_args__ = (
        one_of("role", Role),
        one_of("status", ParticipantStatus),
        CheckConstraint("(role = 'mentor') = (capacity IS NOT NULL)", name="capacity_is_for_mentors"),
        within("capacity", 1, 100),
        UniqueConstraint("person_id", "cohort_id", "role"),
        # What a pairing's foreign keys point at, so that no pairing can cross cohorts.
        UniqueConstraint("id", "cohort_id"),
        Index("ix_participant_cohort_id_role_status", "cohort_id", "role", "status"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", ondelete="RESTRICT")
    cohort_id: int = Field(foreign_key="cohort.id", ondelete="RESTRICT")
    role: str
    status: str = ParticipantStatus.ACTIVE
    capacity: int | None = None
    hopes: str | None = None
    joined_on: date


class Skill(Base, table=True):
    """Something a mentor offers or a mentee seeks; ``name_key`` is the casefolded name."""

    __table_args__ = (not_blank("name"), one_of("kind", SkillKind), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    kind: str = SkillKind.INDUSTRY


class ParticipantSkill(Base, table=True):
    """A skill that a mentor offers or a mentee seeks; priority 1 matters most."""

    __tablename__ = "participant_skill"
    __table_args__ = (
        within("priority", 1, 100),
        UniqueConstraint("participant_id", "skill_id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    participant_id: int = Field(foreign_key="participant.id", ondelete="RESTRICT")
    skill_id: int = Field(foreign_key="skill.id", ondelete="RESTRICT", index=True)
    priority: int
