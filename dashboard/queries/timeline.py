"""What happened to a person, event by event, over all their cohorts."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Integer, String, Subquery, case, cast, func, literal, null, select, union_all
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.person_story import own_pairings
from dashboard.queries.rows import Columns, rows_of, value_of
from models import CheckIn, Cohort, Meeting, Participant

TIMELINE = {
    "on": "object",
    "kind": "object",
    "pairing_id": "Int64",
    "partner": "object",
    "cohort": "object",
    "what": "object",
    "minutes": "Int64",
    "note": "object",
}
# PostgreSQL wants to know of what type nothing is.
NOTHING = {
    **{name: cast(null(), Integer) for name in ("pairing_id", "minutes")},
    **{name: cast(null(), String) for name in ("partner", "cohort", "what", "note")},
}


def timeline(session: Session, *, person_id: int, today: date, limit: int = 20, offset: int = 0) -> pd.DataFrame:
    """What happened until today, newest first: ``TIMELINE``.

    ``kind`` is ``joined``, ``paired``, ``ended``, ``met``, ``missed`` or ``check_in``, and ``what`` the role, the
    reason, the format or the wave of it. ``note`` is a meeting's, or an open comment; a confidential one never.
    """
    events = _events(person_id, today).subquery("events")
    rows = select(events).order_by(events.c.on.desc(), events.c.place.desc(), events.c.id.desc())
    return framed(rows_of(session, rows.limit(limit).offset(offset)), TIMELINE)


def timeline_count(session: Session, *, person_id: int, today: date) -> int:
    """How many events the timeline has."""
    events = _events(person_id, today).subquery("events")
    return int(value_of(session, select(func.count()).select_from(events)))


def _events(person_id: int, today: date) -> Columns:
    own = own_pairings(person_id)
    parts = [_joined(person_id), _started(own), _ended(own), _meetings(own), _check_ins(own)]
    events = union_all(*parts).subquery("all_events")
    return select(events).where(events.c.on <= today)


def _event(kind: Any, place: int, row_id: Any, on: Any, **told: Any) -> list[ColumnElement[Any]]:
    """The columns of one kind of event; ``place`` puts a day's events in the order in which they happen."""
    named = {"on": on, "kind": kind, "place": literal(place), "id": row_id, **NOTHING, **told}
    return [column.label(name) for name, column in named.items()]


def _joined(person_id: int) -> Columns:
    columns = _event(
        literal("joined"),
        0,
        col(Participant.id),
        col(Participant.joined_on),
        cohort=col(Cohort.name),
        what=col(Participant.role),
    )
    joined = select(*columns).join(Cohort, col(Cohort.id) == col(Participant.cohort_id))
    return joined.where(col(Participant.person_id) == person_id)


def _started(own: Subquery) -> Columns:
    return select(*_event(literal("paired"), 1, own.c.pairing_id, own.c.started_on, what=own.c.role, **_of(own)))


def _ended(own: Subquery) -> Columns:
    what = func.coalesce(own.c.end_reason, own.c.status)
    ended = select(*_event(literal("ended"), 4, own.c.pairing_id, own.c.ended_on, what=what, **_of(own)))
    return ended.where(own.c.ended_on.is_not(None))


def _meetings(own: Subquery) -> Columns:
    columns = _event(
        case((col(Meeting.missed), "missed"), else_="met"),
        2,
        col(Meeting.id),
        col(Meeting.held_on),
        what=col(Meeting.format),
        minutes=col(Meeting.minutes),
        note=col(Meeting.notes),
        **_of(own),
    )
    return select(*columns).join(own, own.c.pairing_id == col(Meeting.pairing_id))


def _check_ins(own: Subquery) -> Columns:
    """The person's own check-ins; what was said in confidence stays where it is."""
    comment = case((~col(CheckIn.confidential), col(CheckIn.comment)))
    columns = _event(
        literal("check_in"),
        3,
        col(CheckIn.id),
        col(CheckIn.answered_on),
        what=col(CheckIn.wave),
        note=comment,
        **_of(own),
    )
    is_own = (col(CheckIn.pairing_id) == own.c.pairing_id) & (col(CheckIn.participant_id) == own.c.participant_id)
    return select(*columns).join(own, is_own)


def _of(own: Subquery) -> dict[str, Any]:
    return {"pairing_id": own.c.pairing_id, "partner": own.c.partner, "cohort": own.c.cohort}
