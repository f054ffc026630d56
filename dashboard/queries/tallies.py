"""What the headline numbers of ``dashboard.metrics`` are made of, counted in SQL as of a day.

Today is told by the status of each row. For a day in the past the tables hold dates alone: a pairing was open from its
``started_on`` until the day before its ``ended_on``, a participant who is active now was so from ``joined_on`` on, with
the capacity of now. Since when a pairing is paused, or a participant withdrawn, is not in the tables: they count as
paused or withdrawn on both days, so that a change is never made of what is not known.
"""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, exists, func, or_, select, true
from sqlmodel import Session, col

from dashboard.metrics import ACTIVE_PAIRINGS, ON_PACE, PAIRED, PLACES, Tally
from dashboard.pace import DAYS_A_YEAR, MONTHS_A_YEAR
from dashboard.queries.days import days_between, on
from models import ENDED, OPEN, Cohort, Meeting, Pairing, PairingStatus, Participant, ParticipantStatus, Role


class AsOf(NamedTuple):
    """A day in the life of a cohort, seen from today."""

    cohort: Cohort
    day: date
    today: date

    @property
    def is_past(self) -> bool:
        return self.day < self.today


def was_open(at: AsOf) -> ColumnElement[bool]:
    """Pairings of the cohort that took a place on the day."""
    ours = col(Pairing.cohort_id) == at.cohort.id
    if not at.is_past:
        return and_(ours, col(Pairing.status).in_(OPEN))
    lasted = or_(col(Pairing.ended_on).is_(None), col(Pairing.ended_on) > on(at.day))
    return and_(ours, col(Pairing.status).in_((*OPEN, *ENDED)), col(Pairing.started_on) <= on(at.day), lasted)


def was_active(at: AsOf) -> ColumnElement[bool]:
    """Pairings of the cohort that were open and not paused."""
    return and_(was_open(at), col(Pairing.status) != PairingStatus.PAUSED)


def took_part(at: AsOf, role: Role) -> ColumnElement[bool]:
    """Active participants of the cohort in this role."""
    joined = col(Participant.joined_on) <= on(at.day) if at.is_past else true()
    return and_(
        col(Participant.cohort_id) == at.cohort.id,
        col(Participant.role) == role,
        col(Participant.status) == ParticipantStatus.ACTIVE,
        joined,
    )


def people_and_pairings(session: Session, at: AsOf) -> dict[str, Tally]:
    """Who is paired, how many pairings run, how many places are used."""
    active = _row(session, select(func.count()).select_from(Pairing).where(was_active(at)))
    return {
        PAIRED.key: _paired(session, at),
        ACTIVE_PAIRINGS.key: Tally(active[0], 0, active[0]),
        PLACES.key: _places(session, at),
        ON_PACE.key: _on_pace(session, at),
    }


def _paired(session: Session, at: AsOf) -> Tally:
    has_mentor = exists().where(col(Pairing.mentee_id) == col(Participant.id), was_open(at))
    counts = select(func.count(case((has_mentor, 1))), func.count()).select_from(Participant)
    paired, mentees = _row(session, counts.where(took_part(at, Role.MENTEE)))
    return Tally(paired, mentees, mentees)


def _places(session: Session, at: AsOf) -> Tally:
    mentors = select(func.coalesce(func.sum(col(Participant.capacity)), 0), func.count())
    places, count = _row(session, mentors.where(took_part(at, Role.MENTOR)))
    of_mentors = select(func.count()).select_from(Pairing).join(Participant, col(Participant.id) == Pairing.mentor_id)
    taken = _row(session, of_mentors.where(took_part(at, Role.MENTOR), was_open(at)))
    return Tally(taken[0], places, count)


def _on_pace(session: Session, at: AsOf) -> Tally:
    held = (
        select(func.count())
        .where(
            col(Meeting.pairing_id) == col(Pairing.id),
            col(Meeting.held_on) <= on(at.day),
            col(Meeting.missed).is_(False),
        )
        .correlate(Pairing)
        .scalar_subquery()
    )
    sums = select(func.coalesce(func.sum(held), 0), func.coalesce(func.sum(due_meetings(at)), 0), func.count())
    numbers = _row(session, sums.select_from(Pairing).where(was_active(at)))
    return Tally(*numbers)


def due_meetings(at: AsOf) -> ColumnElement[int]:
    """How many whole meetings the pace asks of a pairing by the day: ``pace.expected_meetings`` in SQL."""
    lasted = days_between(on(min(at.day, at.cohort.ends_on)), col(Pairing.started_on))
    due = lasted * at.cohort.meetings_per_month * MONTHS_A_YEAR // DAYS_A_YEAR
    return case((lasted > 0, cast(due, Integer)), else_=0)


def _row(session: Session, statement: Select[*tuple[Any, ...]]) -> list[int]:
    """The one row of counts."""
    return [int(number) for number in session.execute(statement).one()]
