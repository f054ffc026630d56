"""A cohort: one run of the program, with dates, a cadence and its own rules."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from models.base import Base, Moment, not_blank, one_of, within


class Wave(StrEnum):
    """When a check-in is asked for."""

    BASELINE = "baseline"
    FIRST_MEETING = "first_meeting"
    PULSE = "pulse"
    MIDPOINT = "midpoint"
    FINAL = "final"


class Wish(StrEnum):
    """Which department a mentor should be from, seen from the mentee's."""

    ANY = "any"
    SAME = "same"
    OTHER = "other"


class Cohort(Base, table=True):
    """One run of the program; ``name_key`` is the casefolded name. Weights (0-10) make up the fit.

    The field is the department: ``field_wish`` is what counts as a good fit, ``field_rule`` what is demanded.
    """

    __table_args__ = (
        not_blank("name"),
        CheckConstraint("ends_on > starts_on", name="dates_in_order"),
        within("meetings_per_month", 1, 31),
        within("first_meeting_days", 1, 365),
        within("quiet_days", 1, 365),
        within("skills_weight", 0, 10),
        within("experience_weight", 0, 10),
        within("place_weight", 0, 10),
        within("language_weight", 0, 10),
        within("field_weight", 0, 10),
        one_of("field_wish", Wish),
        one_of("field_rule", Wish),
        within("most_hours_apart", 0, 12),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    starts_on: date
    ends_on: date
    meetings_per_month: int = 2
    first_meeting_days: int = 14
    """Days after the start of a pairing by which its first meeting should have happened."""
    quiet_days: int = 35
    """Days without a meeting after which a pairing counts as quiet."""
    skills_weight: int = 6
    experience_weight: int = 2
    place_weight: int = 1
    language_weight: int = 1
    field_weight: int = 1
    field_wish: str = Wish.ANY
    field_rule: str = Wish.ANY
    has_common_language: bool = False
    """Whether a language in common is demanded."""
    most_hours_apart: int | None = None
    archived_at: datetime | None = Field(default=None, sa_type=Moment)


class CheckInSchedule(Base, table=True):
    """When a wave falls due in a cohort, counted in days from the start of each pairing."""

    __tablename__ = "check_in_schedule"
    __table_args__ = (
        one_of("wave", Wave),
        within("due_days", 0, 3650),
        UniqueConstraint("cohort_id", "wave"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id", ondelete="RESTRICT")
    wave: str
    due_days: int
