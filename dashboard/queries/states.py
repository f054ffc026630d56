"""The rules of ``dashboard.flags`` in SQL: what flags stand for each open pairing of a cohort, and so its state."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, literal, or_, select, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from dashboard.flags import (
    CHECK_IN_OVERDUE,
    LOW_ANSWER,
    LOW_RATING,
    NO_FIRST_MEETING,
    NOT_A_FIT,
    OVERDUE_DAYS,
    QUIET,
    TO_CONTACT,
    HealthState,
)
from dashboard.queries.days import on
from dashboard.queries.facts import pairing_facts
from dashboard.queries.searching import finds
from models import Cohort, Fit, PairingStatus, Participant, Person, Role


def judged_pairings(session: Session, *, cohort: Cohort, today: date) -> Subquery:
    """The facts of each open pairing with ``urgency`` (the weights of its flags added up) and ``state``."""
    facts = pairing_facts(session, cohort_id=cohort.id, today=today)
    first_is_late = facts.c.started_on < on(today - timedelta(days=cohort.first_meeting_days))
    stands = {
        NOT_A_FIT: _either(facts, "fit", lambda fit: fit == Fit.NOT_A_FIT),
        LOW_ANSWER: _either(facts, "relationship", _is_low) | _either(facts, "progress", _is_low),
        NO_FIRST_MEETING: and_(facts.c.held == 0, first_is_late),
        QUIET: facts.c.last_meeting_on < on(today - timedelta(days=cohort.quiet_days)),
        CHECK_IN_OVERDUE: and_(facts.c.late_days > OVERDUE_DAYS, or_(facts.c.mentor_owes, facts.c.mentee_owes)),
    }
    urgency: ColumnElement[int] = literal(0)
    for flag, rule in stands.items():
        urgency += case((rule, flag.weight), else_=0)
    state = case(
        (facts.c.status == PairingStatus.PAUSED, str(HealthState.PAUSED)),
        (and_(~facts.c.recorded, first_is_late), str(HealthState.NO_DATA)),
        (urgency > 0, str(HealthState.CHECK_IN)),
        (facts.c.held == 0, str(HealthState.TOO_EARLY)),
        else_=str(HealthState.ON_TRACK),
    )
    return select(facts, urgency.label("urgency"), state.label("state")).subquery("judged")


def _is_low(answer: ColumnElement[int]) -> ColumnElement[bool]:
    return answer <= LOW_RATING


def _either(facts: Subquery, answer: str, rule: Callable[[Any], ColumnElement[bool]]) -> ColumnElement[bool]:
    return or_(*(rule(facts.c[f"{role}_{answer}"]) for role in Role))


def urgent_first(
    session: Session, *, cohort: Cohort, today: date, states: Sequence[str], search: str
) -> Select[tuple[Any, ...]]:
    """The judged pairings with both names, those to contact first: by flags, then by the time since the last meeting.

    Nothing recorded is no less pressing than no first meeting, and its flag is the same.
    """
    judged = judged_pairings(session, cohort=cohort, today=today)
    sides = {role: (aliased(Participant), aliased(Person)) for role in Role}
    rows = select(judged)
    for role, (participant, person) in sides.items():
        rows = rows.add_columns(col(person.name).label(role), col(person.id).label(f"{role}_person_id"))
        rows = rows.join(participant, col(participant.id) == judged.c[f"{role}_id"])
        rows = rows.join(person, col(person.id) == col(participant.person_id))
    to_contact = judged.c.state.in_(TO_CONTACT)
    places = {str(state): place for place, state in enumerate(HealthState)}
    place = case((to_contact, -1), else_=case(places, value=judged.c.state))
    # A paused pairing keeps its flags, but nothing about it is urgent.
    urgency = case((to_contact, judged.c.urgency), else_=0)
    quiet_since = func.coalesce(judged.c.last_meeting_on, judged.c.started_on)
    return rows.where(
        judged.c.state.in_(states) if states else true(),
        finds(search, *(person for _, person in sides.values())),
    ).order_by(place, urgency.desc(), quiet_since, judged.c.pairing_id)
