"""What a coordinator does with cohorts: set one up, change its rules, copy them, put it away."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, func, select

from dashboard.errors import ConflictError, NotFoundError, RuleError
from dashboard.services.cohort_rules import check_dates, checked_rules, checked_schedule, cohort_name
from dashboard.words import counted
from models import CheckInSchedule, Cohort, Participant, Plan, Wave

DEFAULT_SCHEDULE: dict[str, int] = {
    Wave.BASELINE: 7,
    Wave.FIRST_MEETING: 30,
    Wave.PULSE: 60,
    Wave.MIDPOINT: 90,
    Wave.FINAL: 180,
}
"""Days from the start of a pairing; the pulse comes back at the same distance until the end."""
IDENTITY = ("name", "name_key", "starts_on", "ends_on")
"""What is a cohort's own; the other columns are rules, which a copy takes along."""


def create_cohort(
    session: Session,
    *,
    name: str,
    starts_on: date,
    ends_on: date,
    schedule: Mapping[str, int] | None = None,
    **rules: Any,
) -> int:
    """Set up a cohort. ``rules`` are the cadence, the thresholds and the weights; what is left out is as usual."""
    name = cohort_name(name)
    _check_name_free(session, name, cohort_id=None)
    check_dates(starts_on, ends_on)
    told: dict[str, Any] = checked_rules(rules)
    cohort = Cohort(name=name, name_key=name.casefold(), starts_on=starts_on, ends_on=ends_on, **told)
    session.add(cohort)
    session.flush()
    _set_schedule(session, cohort.id, DEFAULT_SCHEDULE if schedule is None else schedule)
    return cohort.id


def edit_cohort(
    session: Session,
    *,
    cohort_id: int,
    schedule: Mapping[str, int] | None = None,
    **changes: Any,
) -> None:
    """Change a cohort's name, dates or rules; what is left out stays. A schedule replaces the old one whole."""
    cohort = cohort_named(session, cohort_id)
    if "name" in changes:
        changes["name"] = cohort_name(changes["name"])
        changes["name_key"] = changes["name"].casefold()
        _check_name_free(session, changes["name"], cohort_id=cohort_id)
    check_dates(changes.get("starts_on", cohort.starts_on), changes.get("ends_on", cohort.ends_on))
    rules = {field: value for field, value in changes.items() if field not in IDENTITY}
    for field, value in {**changes, **checked_rules(rules, stored=cohort)}.items():
        setattr(cohort, field, value)
    session.flush()
    if schedule is not None:
        _set_schedule(session, cohort_id, schedule)


def copy_cohort(session: Session, *, cohort_id: int, name: str, starts_on: date, ends_on: date) -> int:
    """Set up a cohort with the rules, the schedule and the weights of another one; its people stay where they are."""
    source = cohort_named(session, cohort_id)
    rules = source.model_dump(exclude={"id", *IDENTITY, "archived_at"})
    scheduled = select(CheckInSchedule).where(col(CheckInSchedule.cohort_id) == cohort_id)
    schedule = {row.wave: row.due_days for row in session.exec(scheduled)}
    return create_cohort(session, name=name, starts_on=starts_on, ends_on=ends_on, schedule=schedule, **rules)


def archive_cohort(session: Session, *, cohort_id: int, at: datetime) -> None:
    """Put a cohort away: it leaves the picker, and nobody new joins it."""
    cohort = cohort_named(session, cohort_id)
    if cohort.archived_at:
        raise ConflictError(f"{cohort.name} is archived already.")
    cohort.archived_at = at
    session.flush()


def restore_cohort(session: Session, *, cohort_id: int) -> None:
    """Bring an archived cohort back."""
    cohort = cohort_named(session, cohort_id)
    if not cohort.archived_at:
        raise ConflictError(f"{cohort.name} is not archived; it is in the picker already.")
    cohort.archived_at = None
    session.flush()


def remove_cohort(session: Session, *, cohort_id: int) -> None:
    """Remove a cohort that nobody is in, with its empty plans."""
    cohort = cohort_named(session, cohort_id)
    there = session.exec(select(func.count()).where(col(Participant.cohort_id) == cohort_id)).one()
    if there:
        raise RuleError(
            f"{cohort.name} has {counted(there, 'participant')}, so it can't be removed. Archive it instead: "
            "it leaves the picker and keeps its story."
        )
    _set_schedule(session, cohort_id, {})
    for plan in session.exec(select(Plan).where(col(Plan.cohort_id) == cohort_id)).all():
        session.delete(plan)
    session.flush()
    session.delete(cohort)
    session.flush()


def cohort_named(session: Session, cohort_id: int) -> Cohort:
    """The cohort, or a sentence when it is gone."""
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        raise NotFoundError("This cohort is not here any more: somebody removed it. Choose another one.")
    return cohort


def _check_name_free(session: Session, name: str, *, cohort_id: int | None) -> None:
    other = session.exec(select(Cohort).where(col(Cohort.name_key) == name.casefold())).first()
    if other is not None and other.id != cohort_id:
        raise ConflictError(f'There is already a cohort named "{other.name}". Choose another name.')


def _set_schedule(session: Session, cohort_id: int, schedule: Mapping[str, int]) -> None:
    """Make the stored schedule equal to this one, row by row, so that the history tells only what changed."""
    wanted = checked_schedule(schedule)
    for row in session.exec(select(CheckInSchedule).where(col(CheckInSchedule.cohort_id) == cohort_id)).all():
        if row.wave in wanted:
            row.due_days = wanted.pop(row.wave)
        else:
            session.delete(row)
    session.add_all(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=days) for wave, days in wanted.items())
    session.flush()
