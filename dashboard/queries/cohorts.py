"""Questions about cohorts: which there are, by what rules they run, and how full they are."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from models import CheckInSchedule, Cohort


@dataclass(frozen=True)
class CohortChoice:
    """A cohort as the picker needs it."""

    id: int
    name: str
    starts_on: date
    ends_on: date
    archived: bool


def cohort_choices(session: Session) -> list[CohortChoice]:
    """Every cohort: those in use before the archived ones, and in each group the newest first."""
    cohorts = session.exec(select(Cohort).order_by(col(Cohort.starts_on).desc(), col(Cohort.name_key))).all()
    choices = [
        CohortChoice(one.id, one.name, one.starts_on, one.ends_on, one.archived_at is not None) for one in cohorts
    ]
    return sorted(choices, key=lambda choice: choice.archived)


def cohort(session: Session, *, cohort_id: int) -> dict[str, Any] | None:
    """A cohort's fields by name, plus ``schedule`` (wave -> days from the start of a pairing); None when it is gone."""
    found = session.get(Cohort, cohort_id)
    if found is None:
        return None
    waves = select(CheckInSchedule.wave, CheckInSchedule.due_days).where(col(CheckInSchedule.cohort_id) == cohort_id)
    schedule = session.exec(waves.order_by(col(CheckInSchedule.due_days))).all()
    return {**found.model_dump(), "schedule": dict(schedule)}
