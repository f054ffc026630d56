"""The check-in that is due now in each open pairing of a cohort, and who of the two has not answered it."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnClause,
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
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

# Stands in for a cohort that asks for no check-ins at all: a stretch of days that no pairing is ever in.
NEVER = Slot(Wave.BASELINE, EVER, EVER, 0, 0)


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


def answered(slot: CTE, participant_id: ColumnElement[int] | Mapped[int], *, today: date) -> ColumnElement[bool]:
    """Whether the participant has answered this time of asking."""
    given_after = days_between(col(CheckIn.answered_on), col(Pairing.started_on))
    return exists().where(
        col(CheckIn.pairing_id) == col(Pairing.id),
        col(CheckIn.participant_id) == participant_id,
        col(CheckIn.wave) == slot.c.wave,
        col(CheckIn.answered_on) <= on(today),
        # Only the pulse is answered more than once; asking the dates of the others would be waste.
        or_(
            slot.c.wave != Wave.PULSE,
            and_(given_after >= slot.c.answered_from, given_after < slot.c.answered_until),
        ),
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


def due_now(slot: CTE, *, cohort_id: int, today: date) -> Select[*tuple[Any, ...]]:
    """One row an active pairing that is in a wave: ``pairing_id``, ``wave``, ``late_days``, ``<role>_owes``."""
    rows = _owing(slot, late_days(slot, today=today), today=today)
    return rows.join(slot, is_due(slot, today=today)).where(col(Pairing.cohort_id) == cohort_id)


def final_due(slot: CTE, *, cohort_id: int, today: date) -> Select[*tuple[Any, ...]]:
    """The same for the final check-in of pairings that were completed lately: it falls due when they end."""
    return (
        _owing(slot, days_between(on(today), col(Pairing.ended_on)), today=today)
        .join(slot, slot.c.wave == Wave.FINAL)
        .where(
            col(Pairing.cohort_id) == cohort_id,
            col(Pairing.status) == PairingStatus.COMPLETED,
            col(Pairing.ended_on).between(on(today - timedelta(days=LATELY_DAYS)), on(today)),
        )
    )


def fell_due(slot: CTE, *, today: date) -> ColumnElement[bool]:
    """Whether this time of asking fell due by the day while the pairing ran: the one rule of every response rate.

    Drafts are asked nothing, and paused pairings rest.
    """
    age = days_between(on(today), col(Pairing.started_on))
    lasted = days_between(col(Pairing.ended_on), col(Pairing.started_on))
    ran = and_(age >= slot.c.from_day, or_(col(Pairing.ended_on).is_(None), lasted >= slot.c.from_day))
    is_real = slot.c.until_day > slot.c.from_day
    counts = col(Pairing.status).not_in([PairingStatus.DRAFT, PairingStatus.PAUSED])
    return and_(counts, is_real, ran, is_asked(slot, today=today))


def _owing(slot: CTE, late: ColumnElement[int], *, today: date) -> Select[*tuple[Any, ...]]:
    owes = {role: ~answered(slot, col(getattr(Pairing, f"{role}_id")), today=today) for role in Role}
    return select(
        col(Pairing.id).label("pairing_id"),
        slot.c.wave,
        late.label("late_days"),
        *(owing.label(f"{role}_owes") for role, owing in owes.items()),
    ).select_from(Pairing)
