"""A meeting: one conversation of a pairing, on or off any platform."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from models.base import Base, one_of, within


class MeetingFormat(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    CHAT = "chat"
    OTHER = "other"


class Meeting(Base, table=True):
    """A conversation that was held, or one that was ``missed`` and so has no minutes."""

    __table_args__ = (
        one_of("format", MeetingFormat),
        within("minutes", 1, 720),
        CheckConstraint("NOT (missed AND minutes IS NOT NULL)", name="missed_has_no_minutes"),
        Index("ix_meeting_pairing_id_held_on", "pairing_id", "held_on"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    pairing_id: int = Field(foreign_key="pairing.id", ondelete="RESTRICT")
    held_on: date
    minutes: int | None = None
    format: str = MeetingFormat.VIDEO
    missed: bool = False
    notes: str | None = None


class MeetingSkill(Base, table=True):
    """A skill that was practised in a meeting."""

    __tablename__ = "meeting_skill"
    __table_args__ = (UniqueConstraint("meeting_id", "skill_id"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="RESTRICT")
    skill_id: int = Field(foreign_key="skill.id", ondelete="RESTRICT", index=True)
