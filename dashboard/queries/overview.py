"""The headline numbers of a cohort, today and a month ago."""

from datetime import date, timedelta

from sqlmodel import Session

from dashboard.metrics import Tally
from dashboard.queries.check_in_trends import responses
from dashboard.queries.tallies import AsOf, people_and_pairings
from dashboard.queries.voices import answers
from dashboard.readings import Reading, readings
from models import Cohort

A_MONTH = timedelta(days=30)


def headline_readings(session: Session, *, cohort_id: int, today: date) -> list[Reading]:
    """Every headline number as of today, with what it was 30 days earlier; empty when the cohort is gone.

    Before the cohort began there was nothing to measure, and what has ended changes no more: then nothing is said about
    a change.
    """
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return []
    then = today - A_MONTH
    now = _tallies(session, AsOf(cohort, today, today))
    before = _tallies(session, AsOf(cohort, then, today)) if cohort.starts_on <= then <= cohort.ends_on else {}
    return readings(now, before)


def _tallies(session: Session, at: AsOf) -> dict[str, Tally]:
    return {**people_and_pairings(session, at), **answers(session, at), **responses(session, at)}
