"""What was asked in each pairing of a cohort, of whom, since when, and whether it was answered."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnClause,
    ColumnElement,
    Integer,
    String,
    Subquery,
    and_,
    case,
    column,
    exists,
    or_,
    select,
    values,
)
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from dashboard.queries.days import days_between, on
from dashboard.waves import EVER, Slot, slots
from models import CheckIn, CheckInSchedule, Cohort, Meeting, Pairing, PairingStatus, Role, Wave

LATELY_DAYS = 60
"""How long after a pairing was completed its final check-in is still asked for."""

# Stands in for a cohort that asks for no check-ins at all: no wave, on a day that no pairing lives to see.
NEVER = Slot("", EVER, EVER, 0, 0)


def slot_table(session: Session, *, cohort_id: int) -> CTE:
    """The cohort's times of asking as a table: the fields of ``waves.Slot``."""
    cohort = session.get(Cohort, cohort_id)
    schedule = select(col(CheckInSchedule.wave), col(CheckInSchedule.due_days))
    rows = session.execute(schedule.where(col(CheckInSchedule.cohort_id) == cohort_id))
    asked = {str(wave): int(days) for wave, days in rows}
    lasts = (cohort.ends_on - cohort.starts_on).days if cohort else 0
    columns: list[ColumnClause[Any]] = [column(name, Integer) for name in Slot._fields[1:]]
    table = values(column("wave", String), *columns, name="slot", literal_binds=True)
    return table.data([tuple(slot) for slot in slots(asked, cohort_days=lasts) or [NEVER]]).cte("slot")


def answers(slot: CTE) -> ColumnElement[bool]:
    """Whether a check-in answers this time of asking; a pulse belongs to the nearest one."""
    given_after = days_between(col(CheckIn.answered_on), col(Pairing.started_on))
    return and_(
        col(CheckIn.wave) == slot.c.wave,
        # Only the pulse is answered more than once; asking the dates of the others would be waste.
        or_(
            slot.c.wave != Wave.PULSE,
            and_(given_after >= slot.c.answered_from, given_after < slot.c.answered_until),
        ),
    )


def answered(slot: CTE, participant_id: ColumnElement[int] | Mapped[int], *, today: date) -> ColumnElement[bool]:
    """Whether the participant has answered this time of asking."""
    return exists().where(
        col(CheckIn.pairing_id) == col(Pairing.id),
        col(CheckIn.participant_id) == participant_id,
        col(CheckIn.answered_on) <= on(today),
        answers(slot),
    )


def is_asked(slot: CTE, *, today: date) -> ColumnElement[bool]:
    """Nobody is asked about a first meeting before there was one."""
    met = exists().where(
        col(Meeting.pairing_id) == col(Pairing.id),
        col(Meeting.held_on) <= on(today),
        col(Meeting.missed).is_(False),
    )
    return or_(slot.c.wave != Wave.FIRST_MEETING, met)


def is_due(slot: CTE, *, today: date) -> ColumnElement[bool]:
    """Whether this is the time of asking at which an active pairing is now."""
    age = days_between(on(today), col(Pairing.started_on))
    in_it = and_(age >= slot.c.from_day, age < slot.c.until_day)
    return and_(in_it, col(Pairing.status) == PairingStatus.ACTIVE, is_asked(slot, today=today))


def late_days(slot: CTE, *, today: date) -> ColumnElement[int]:
    """The days since this time of asking fell due in a pairing."""
    return days_between(on(today), col(Pairing.started_on)) - slot.c.from_day


def asked(session: Session, *, cohort_id: int, today: date) -> Subquery:
    """All that was asked until the day: what every response rate, and the list of who owes what, is grouped from.

    One row a pairing and time of asking (``wave`` and ``from_day``), each of which asks both roles: ``late_days`` since
    it fell due, ``is_now`` while it is still asked for, and ``<role>_answered``.
    """
    slot = slot_table(session, cohort_id=cohort_id)
    lasted = _lasted()
    # Since its day, or since the end that came before: what is asked when all is over is asked then at the latest.
    before_its_day = case((lasted < slot.c.from_day, slot.c.from_day - lasted), else_=0)
    said = {role: answered(slot, col(getattr(Pairing, f"{role}_id")), today=today) for role in Role}
    return (
        select(
            col(Pairing.id).label("pairing_id"),
            slot.c.wave,
            slot.c.from_day,
            (late_days(slot, today=today) + before_its_day).label("late_days"),
            or_(is_due(slot, today=today), _ended_lately(slot, today=today)).label("is_now"),
            *(is_said.label(f"{role}_answered") for role, is_said in said.items()),
        )
        .select_from(Pairing)
        .join(slot, _fell_due(slot, today=today))
        .where(col(Pairing.cohort_id) == cohort_id)
        .subquery("asked")
    )


def _fell_due(slot: CTE, *, today: date) -> ColumnElement[bool]:
    """Whether this time of asking fell due by the day while the pairing ran; the final one does when it is completed.

    Drafts are asked nothing, and paused pairings rest.
    """
    age = days_between(on(today), col(Pairing.started_on))
    ran = and_(age >= slot.c.from_day, or_(col(Pairing.ended_on).is_(None), _lasted() >= slot.c.from_day))
    counts = col(Pairing.status).not_in([PairingStatus.DRAFT, PairingStatus.PAUSED])
    return and_(counts, or_(ran, _is_closing(slot, today=today)), is_asked(slot, today=today))


def _is_closing(slot: CTE, *, today: date) -> ColumnElement[bool]:
    """The final check-in of a pairing that was completed by the day."""
    completed = and_(col(Pairing.status) == PairingStatus.COMPLETED, col(Pairing.ended_on) <= on(today))
    return and_(slot.c.wave == Wave.FINAL, completed)


def _ended_lately(slot: CTE, *, today: date) -> ColumnElement[bool]:
    is_recent = col(Pairing.ended_on) >= on(today - timedelta(days=LATELY_DAYS))
    return and_(_is_closing(slot, today=today), is_recent)


def _lasted() -> ColumnElement[int]:
    return days_between(col(Pairing.ended_on), col(Pairing.started_on))
