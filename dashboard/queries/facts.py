"""What is known of each open pairing of a cohort until a day: its meetings, what the two said last, what they owe."""

from datetime import date

from sqlalchemy import CTE, ColumnElement, Subquery, and_, case, exists, func, or_, select
from sqlmodel import Session, col

from dashboard.queries.days import on
from dashboard.queries.waves import answered, is_due, late_days, slot_table
from models import OPEN, CheckIn, Meeting, Pairing, Role

SAID = ("relationship", "progress", "fit")
"""The answers that tell how it goes between the two."""


def pairing_facts(session: Session, *, cohort_id: int, today: date) -> Subquery:
    """One row an open pairing: itself, ``last_meeting_on``, ``held``, ``missed``, ``recorded`` (anything at all).

    For each role also ``<role>_relationship``, ``_progress``, ``_fit``, ``_said_on`` and ``_owes``; ``wave`` and
    ``late_days`` tell which check-in is due now, and since how long.
    """
    met = _meetings(cohort_id, today)
    said = _said(cohort_id, today)
    slot = slot_table(session, cohort_id=cohort_id)
    spoken = exists().where(col(CheckIn.pairing_id) == col(Pairing.id), col(CheckIn.answered_on) <= on(today))
    return (
        select(
            col(Pairing.id).label("pairing_id"),
            col(Pairing.mentor_id),
            col(Pairing.mentee_id),
            col(Pairing.status),
            col(Pairing.started_on),
            met.c.last_meeting_on,
            func.coalesce(met.c.held, 0).label("held"),
            func.coalesce(met.c.missed, 0).label("missed"),
            or_(met.c.pairing_id.is_not(None), spoken).label("recorded"),
            *(column for column in said.c if column.name != "pairing_id"),
            slot.c.wave,
            late_days(slot, today=today).label("late_days"),
            *(_owes(slot, role, today).label(f"{role}_owes") for role in Role),
        )
        .outerjoin(met, met.c.pairing_id == col(Pairing.id))
        .outerjoin(said, said.c.pairing_id == col(Pairing.id))
        .outerjoin(slot, is_due(slot, today=today))
        .where(_is_open(cohort_id))
        .subquery("facts")
    )


def _owes(slot: CTE, role: Role, today: date) -> ColumnElement[bool]:
    """Whether the mentor or the mentee owes the check-in that is due; nobody does when none is."""
    said = answered(slot, col(getattr(Pairing, f"{role}_id")), today=today)
    return and_(slot.c.wave.is_not(None), ~said)


def _is_open(cohort_id: int) -> ColumnElement[bool]:
    return and_(col(Pairing.cohort_id) == cohort_id, col(Pairing.status).in_(OPEN))


def _meetings(cohort_id: int, today: date) -> Subquery:
    is_missed = col(Meeting.missed).is_(True)
    return (
        select(
            col(Meeting.pairing_id),
            func.max(case((~is_missed, col(Meeting.held_on)))).label("last_meeting_on"),
            func.count(case((~is_missed, 1))).label("held"),
            func.count(case((is_missed, 1))).label("missed"),
        )
        .join(Pairing, col(Pairing.id) == col(Meeting.pairing_id))
        .where(_is_open(cohort_id), col(Meeting.held_on) <= on(today))
        .group_by(col(Meeting.pairing_id))
        .subquery("met")
    )


def _said(cohort_id: int, today: date) -> Subquery:
    """The latest check-in of each of the two that says how it goes, side by side in one row a pairing."""
    newest_first = func.row_number().over(
        partition_by=(col(CheckIn.pairing_id), col(CheckIn.participant_id)),
        order_by=(col(CheckIn.answered_on).desc(), col(CheckIn.id).desc()),
    )
    answers = [col(getattr(CheckIn, name)) for name in SAID]
    ranked = (
        select(
            col(CheckIn.pairing_id),
            (col(CheckIn.participant_id) == col(Pairing.mentor_id)).label("by_mentor"),
            col(CheckIn.answered_on).label("said_on"),
            *answers,
            newest_first.label("place"),
        )
        .join(Pairing, col(Pairing.id) == col(CheckIn.pairing_id))
        .where(_is_open(cohort_id), col(CheckIn.answered_on) <= on(today))
        .where(or_(*(answer.is_not(None) for answer in answers)))
        .subquery("ranked")
    )
    sides = {"mentor": ranked.c.by_mentor.is_(True), "mentee": ranked.c.by_mentor.is_(False)}
    columns = [
        func.max(case((is_side, ranked.c[name]))).label(f"{role}_{name}")
        for role, is_side in sides.items()
        for name in (*SAID, "said_on")
    ]
    latest = select(ranked.c.pairing_id, *columns).where(ranked.c.place == 1)
    return latest.group_by(ranked.c.pairing_id).subquery("said")
