"""A pairing: one mentor participant with one mentee participant of the same cohort."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, false, text
from sqlmodel import Field

from models.base import Base, one_of, quoted


class PairingStatus(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"


OPEN = (PairingStatus.ACTIVE, PairingStatus.PAUSED)
"""An open pairing takes one of its mentor's places."""
ENDED = (PairingStatus.COMPLETED, PairingStatus.ENDED_EARLY)


class EndReason(StrEnum):
    """Why a pairing ended."""

    COMPLETED_PLAN = "completed_plan"
    GOAL_MET = "goal_met"
    NO_REPLY = "no_reply"
    NO_TIME = "no_time"
    DATES = "dates"
    OTHER_SKILLS = "other_skills"
    NOT_A_FIT = "not_a_fit"
    LEFT_PROGRAM = "left_program"
    CHANGED_JOB = "changed_job"
    TECHNICAL = "technical"
    LANGUAGE = "language"
    MOVED = "moved"
    OTHER = "other"


class Pairing(Base, table=True):
    """One mentor with one mentee; as a draft in a plan, and from its publication on its own.

    Capacity, role, separation and manager are guarded in ``models.guards``. A draft that is locked stays when the rest
    of its plan is filled in.
    """

    __table_args__ = (
        one_of("status", PairingStatus),
        one_of("end_reason", EndReason, optional=True),
        CheckConstraint("mentor_id <> mentee_id", name="two_people"),
        CheckConstraint("status = 'draft' OR started_on IS NOT NULL", name="started_unless_draft"),
        CheckConstraint("(status = 'draft') = (plan_id IS NOT NULL)", name="drafted_in_a_plan"),
        CheckConstraint("status = 'draft' OR NOT is_locked", name="locked_while_draft"),
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="dates_in_order"),
        CheckConstraint(f"(status IN ({quoted(ENDED)})) = (ended_on IS NOT NULL)", name="ended_has_a_date"),
        CheckConstraint("status <> 'ended_early' OR end_reason IS NOT NULL", name="ended_early_has_a_reason"),
        ForeignKeyConstraint(
            ["mentor_id", "cohort_id"], ["participant.id", "participant.cohort_id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(
            ["mentee_id", "cohort_id"], ["participant.id", "participant.cohort_id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(["plan_id", "cohort_id"], ["plan.id", "plan.cohort_id"], ondelete="RESTRICT"),
        UniqueConstraint("plan_id", "mentee_id"),
        Index(
            "uq_pairing_open_mentee",
            "mentee_id",
            unique=True,
            sqlite_where=text(f"status IN ({quoted(OPEN)})"),
            postgresql_where=text(f"status IN ({quoted(OPEN)})"),
        ),
        Index("ix_pairing_cohort_id_status", "cohort_id", "status"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id", ondelete="RESTRICT")
    mentor_id: int = Field(index=True)
    mentee_id: int = Field(index=True)
    status: str = PairingStatus.ACTIVE
    started_on: date | None = None
    ended_on: date | None = None
    end_reason: str | None = None
    end_note: str | None = None
    rationale: str | None = None
    plan_id: int | None = None
    is_locked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
