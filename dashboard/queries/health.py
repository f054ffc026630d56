"""How each open pairing is doing, and whom to contact today. The rules and their words are in ``dashboard.flags``."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import func, select
from sqlmodel import Session

from dashboard.flags import TO_CONTACT, HealthState
from dashboard.pace import expected_meetings
from dashboard.queries.frames import framed
from dashboard.queries.states import judged_pairings, urgent_first
from dashboard.reasons import advice, contacts, reasons
from dashboard.words import both
from models import Cohort

HEALTH = {
    "pairing_id": "int64",
    "mentor": "object",
    "mentee": "object",
    "mentor_id": "int64",
    "mentee_id": "int64",
    "mentor_person_id": "int64",
    "mentee_person_id": "int64",
    "status": "object",
    "state": "object",
    "reasons": "object",
    "started_on": "object",
    "last_meeting_on": "object",
    "days_quiet": "int64",
    "held": "int64",
    "missed": "int64",
    "expected": "int64",
}
CONTACTS = {
    "pairing_id": "int64",
    "mentor": "object",
    "mentee": "object",
    "state": "object",
    "who": "object",
    "why": "object",
    "what": "object",
    "days_quiet": "int64",
}


def pairing_health(
    session: Session,
    *,
    cohort_id: int,
    today: date,
    state: str | None = None,
    search: str = "",
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """One row an open pairing, the most urgent first: its state and the reasons for it, joined by ``"; "``.

    ``days_quiet`` counts from the last meeting that was held, else from the start; ``expected`` is how many meetings
    the cohort's pace asks for by today. ``mentor_id`` and ``mentee_id`` are participants.
    """
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return framed([], HEALTH)
    rows = urgent_first(session, cohort=cohort, today=today, states=[state] if state else [], search=search)
    found = session.execute(rows.limit(limit).offset(offset)).mappings()
    return framed((_told({**row}, cohort, today) for row in found), HEALTH)


def pairing_health_count(
    session: Session, *, cohort_id: int, today: date, state: str | None = None, search: str = ""
) -> int:
    """How many rows ``pairing_health`` has in all."""
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return 0
    rows = urgent_first(session, cohort=cohort, today=today, states=[state] if state else [], search=search)
    return int(session.execute(select(func.count()).select_from(rows.order_by(None).subquery())).scalar_one())


def health_counts(session: Session, *, cohort_id: int, today: date) -> dict[str, int]:
    """How many open pairings are in each state; every state is named."""
    counts = {str(state): 0 for state in HealthState}
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return counts
    judged = judged_pairings(session, cohort=cohort, today=today)
    found = session.execute(select(judged.c.state, func.count()).group_by(judged.c.state))
    return counts | {str(state): int(number) for state, number in found}


def contact_today(session: Session, *, cohort_id: int, today: date, limit: int = 10, offset: int = 0) -> pd.DataFrame:
    """The pairings to look at now, the most urgent first: whom to ask (``who``), ``why``, and ``what`` to do."""
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return framed([], CONTACTS)
    rows = urgent_first(session, cohort=cohort, today=today, states=TO_CONTACT, search="")
    found = session.execute(rows.limit(limit).offset(offset)).mappings()
    return framed((_contact(_told({**row}, cohort, today)) for row in found), CONTACTS)


def _told(row: dict[str, Any], cohort: Cohort, today: date) -> dict[str, Any]:
    """The row with what Python says better than SQL."""
    until = min(today, cohort.ends_on)
    quiet_since = row["last_meeting_on"] or row["started_on"]
    late = row["late_days"]
    facts = {**row, "due_on": None if late is None else today - timedelta(days=late)}
    return {
        **facts,
        "reasons": "; ".join(reasons(facts, today=today)),
        "days_quiet": max(0, (today - quiet_since).days),
        "expected": expected_meetings(row["started_on"], until, per_month=cohort.meetings_per_month),
    }


def _contact(facts: dict[str, Any]) -> dict[str, Any]:
    return {**facts, "who": both(contacts(facts)), "why": facts["reasons"], "what": advice(facts)}
