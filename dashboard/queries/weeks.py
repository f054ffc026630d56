"""A cohort week by week: meetings against the pace, and which of the most urgent pairings met when."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlmodel import Session, col

from dashboard.pace import DAYS_A_YEAR, MONTHS_A_YEAR
from dashboard.queries.days import days_between, on
from dashboard.queries.frames import framed
from dashboard.queries.health import pairing_health
from dashboard.queries.labels import told_apart
from models import ENDED, Cohort, Meeting, Pairing, PairingStatus

WEEKS = {"week": "datetime64[ms]", "held": "int64", "missed": "int64", "pace": "float64"}
CELLS = {
    "pairing_id": "int64",
    "pairing": "object",
    "place": "int64",
    "state": "object",
    "week": "datetime64[ms]",
    "held": "int64",
    "missed": "int64",
}
MOST_WEEKS = 26
MOST_ROWS = 25
WEEK = 7
Row = dict[str, Any]


def weeks_until(cohort: Cohort, today: date) -> list[date]:
    """The Mondays of the cohort's weeks until today or its end, at most half a year of them; empty before it begins."""
    last = _monday(min(today, cohort.ends_on))
    first = max(_monday(cohort.starts_on), last - timedelta(weeks=MOST_WEEKS - 1))
    return [first + timedelta(days=days) for days in range(0, (last - first).days + 1, WEEK)]


def meetings_by_week(session: Session, *, cohort_id: int, today: date) -> pd.DataFrame:
    """One row a week (its Monday): meetings ``held`` and ``missed``, and how many the ``pace`` asked for.

    The week that is not over yet is asked for its days until today. What is paused now is left out of everything: the
    tables do not say since when nothing is expected of it.
    """
    cohort = session.get(Cohort, cohort_id)
    weeks = weeks_until(cohort, today) if cohort else []
    if cohort is None or not weeks:
        return framed([], WEEKS)
    met = _meetings(weeks, today).where(_ran(cohort)).group_by("week")
    counted = {row["week"]: row for row in session.execute(met).mappings()}
    nothing = {"held": 0, "missed": 0}
    paces = _pace(session, cohort, weeks, today)
    found = (
        {**counted.get(place, nothing), "week": week, "pace": pace}
        for place, (week, pace) in enumerate(zip(weeks, paces, strict=True))
    )
    return framed(found, WEEKS)


def _ran(cohort: Cohort) -> ColumnElement[bool]:
    return and_(col(Pairing.cohort_id) == cohort.id, col(Pairing.status).in_((PairingStatus.ACTIVE, *ENDED)))


def _meetings(weeks: Sequence[date], today: date) -> Select[*tuple[Any, ...]]:
    """Meetings held and missed, by the place of their ``week`` among the weeks."""
    place = days_between(col(Meeting.held_on), on(weeks[0])) // WEEK
    is_missed = col(Meeting.missed).is_(True)
    until = min(today, weeks[-1] + timedelta(days=WEEK - 1))
    return (
        select(
            place.label("week"),
            func.count(case((~is_missed, 1))).label("held"),
            func.count(case((is_missed, 1))).label("missed"),
        )
        .select_from(Meeting)
        .join(Pairing, col(Pairing.id) == col(Meeting.pairing_id))
        .where(col(Meeting.held_on) >= on(weeks[0]), col(Meeting.held_on) <= on(until))
    )


def _pace(session: Session, cohort: Cohort, weeks: Sequence[date], today: date) -> list[float]:
    """Meetings that the pace asks for in each week, from the days that pairings lasted in it."""
    until = min(today, cohort.ends_on)
    begun = days_between(col(Pairing.started_on), on(weeks[0]))
    ended = days_between(func.coalesce(col(Pairing.ended_on), on(until)), on(weeks[0]))
    spans = select(begun, ended, func.count()).where(
        _ran(cohort), or_(col(Pairing.ended_on).is_(None), col(Pairing.ended_on) >= on(weeks[0]))
    )
    found = np.array(session.execute(spans.group_by(begun, ended)).all(), dtype=np.int64).reshape(-1, 3)
    starts, stops, counts = (part[:, None] for part in found.T)
    edges = np.arange(len(weeks)) * WEEK
    stops = np.minimum(stops, (until - weeks[0]).days)
    days = np.clip(np.minimum(stops, edges + WEEK) - np.maximum(starts, edges), 0, None)
    pace: list[float] = ((days * counts).sum(axis=0) * cohort.meetings_per_month * MONTHS_A_YEAR / DAYS_A_YEAR).tolist()
    return pace


def meeting_map(session: Session, *, cohort_id: int, today: date) -> pd.DataFrame:
    """One row a week of each of the most urgent open pairings, from its start on: meetings ``held`` and ``missed``.

    ``place`` counts from the most urgent; ``pairing`` is both names, told apart where two pairings have the same.
    """
    cohort = session.get(Cohort, cohort_id)
    weeks = weeks_until(cohort, today) if cohort else []
    urgent = pairing_health(session, cohort_id=cohort_id, today=today, limit=MOST_ROWS)
    if urgent.empty or not weeks:
        return framed([], CELLS)
    ids = [int(pairing_id) for pairing_id in urgent["pairing_id"]]
    met = _meetings(weeks, today).where(col(Meeting.pairing_id).in_(ids))
    met = met.add_columns(col(Meeting.pairing_id)).group_by(col(Meeting.pairing_id), "week")
    counted = {(row["pairing_id"], row["week"]): row for row in session.execute(met).mappings()}
    return framed(_cells(urgent, weeks, counted), CELLS)


def _cells(urgent: pd.DataFrame, weeks: Sequence[date], counted: dict[tuple[int, int], Any]) -> Iterator[Row]:
    names = told_apart(
        f"{mentee} with {mentor}" for mentee, mentor in zip(urgent["mentee"], urgent["mentor"], strict=True)
    )
    for place, (name, (_, row)) in enumerate(zip(names, urgent.iterrows(), strict=True)):
        begun = min(max(_monday(row["started_on"]), weeks[0]), weeks[-1])
        for number, week in enumerate(weeks):
            met = counted.get((row["pairing_id"], number))
            if met or week >= begun:
                counts = {"held": met["held"], "missed": met["missed"]} if met else {"held": 0, "missed": 0}
                yield {**row, **counts, "pairing": name, "place": place, "week": week}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
