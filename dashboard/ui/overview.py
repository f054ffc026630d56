"""The parts of the overview: the headline numbers, whom to contact today, and the way from the map to a pairing."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.loads import mentor_load_chart, mentor_spread_chart
from dashboard.charts.meetings import OPENED
from dashboard.flags import HealthState
from dashboard.metrics import PLACES
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.loads import mentor_load_spread, mentor_loads
from dashboard.queries.overview import A_MONTH
from dashboard.readings import Reading, written, written_change, written_target
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.drawing import draw, rows
from dashboard.words import counted, day

PAIRINGS, MEETINGS = "pages/pairings.py", "pages/meetings.py"
SHOWN = 5
"""As many as can be called before lunch; the others are one click away."""
REASONS = 1
IN_LIST = {"view": "All pairings"}
NAMED_MENTORS = 20
"""Up to so many mentors each get a row of their own; above that the chart counts them."""
NOBODY = "Nobody needs a call today. Every open pairing is on track, paused or too young to tell."
OVER = "Nobody: the cohort has ended, and so have all its pairings."
NOT_PAIRED = "No pairing is open. At the desk, each mentee who waits gets the mentors who fit, best first."


def place(cohort: CohortChoice, today: date) -> str:
    """Where the cohort stands on its way, and since when the changes beside the numbers are."""
    if today < cohort.starts_on:
        return f"{cohort.name}, which begins on {day(cohort.starts_on)}"
    if today > cohort.ends_on:
        return f"{cohort.name}, which ended on {day(cohort.ends_on)}"
    week, weeks = ((until - cohort.starts_on).days // 7 + 1 for until in (today, cohort.ends_on))
    compared = f". Changes are since {day(today - A_MONTH)}" if today - A_MONTH >= cohort.starts_on else ""
    return f"{cohort.name}, week {week} of {weeks}{compared}"


def is_empty(found: Sequence[Reading]) -> bool:
    """Whether there is nobody and nothing in the cohort to count."""
    return not any(reading.tally.n for reading in found)


def numbers(found: Sequence[Reading]) -> None:
    """The headline numbers, each of which explains itself."""
    parts.headlines([_headline(reading) for reading in found])


def _headline(reading: Reading) -> parts.Headline:
    metric, tally, value, change = reading.metric, reading.tally, reading.value, reading.change
    return parts.Headline(
        label=metric.label,
        value=None if value is None else written(metric, value),
        change=None if change is None else written_change(metric, change),
        target=written_target(metric),
        definition=metric.definition,
        numerator=f"{_exact(tally.numerator)} {metric.numerator}",
        denominator=f"{_exact(tally.denominator)} {metric.denominator}" if metric.denominator else "",
        n=counted(tally.n, *metric.counted),
    )


def _exact(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0")


def contacts(found: pd.DataFrame, counts: Mapping[str, int], *, cohort: CohortChoice, today: date) -> None:
    """Whom to contact today: the pairing as a link, why, what to do, and a link to log what came of it."""
    st.header("Contact today", anchor=False)
    here = {"cohort": str(cohort.id)}
    if not sum(counts.values()) and today > cohort.ends_on:
        st.markdown(OVER)
    elif not sum(counts.values()):
        st.markdown(NOT_PAIRED)
        st.page_link(PAIRINGS, label="Pair mentees", icon=":material/arrow_forward:", query_params=here)
    elif found.empty:
        st.markdown(f":material/check_circle: {NOBODY}")
    for row in found.to_dict("records"):
        _contact(row, {**here, "pairing": str(row["pairing_id"])})
    total = counts[HealthState.CHECK_IN] + counts[HealthState.NO_DATA]
    if total > len(found):
        label = f"All {total:,} to contact"
        st.page_link(PAIRINGS, label=label, icon=":material/arrow_forward:", query_params={**here, **IN_LIST})


def _contact(row: dict[Hashable, Any], where: dict[str, str]) -> None:
    names = f"**{parts.plain(row['mentee'])}** with {parts.plain(row['mentor'])}"
    with st.container(key=f"contact-{where['pairing']}", horizontal=True, gap=None):
        st.page_link(PAIRINGS, label=names, query_params=where)
        st.page_link(MEETINGS, label="Log a meeting", icon=":material/add:", query_params=where)
        st.markdown(f"{parts.plain(_in_short(row['why']))}  \n:gray[{parts.plain(row['what'])}]")


def _in_short(why: str) -> str:
    """The heaviest reason; the pairing's own page has them all."""
    reasons = why.split("; ")
    more = len(reasons) - REASONS
    return "; ".join(reasons[:REASONS]) + (f"; and {counted(more, 'more reason')}" if more > 0 else "")


def loads(found: Sequence[Reading], *, cohort: CohortChoice) -> None:
    """How full the mentors are: one by one where that can be read, else how many have how many."""
    mentors = next(reading.tally.n for reading in found if reading.metric == PLACES)
    empty = "No mentor is active yet: upload a roster, or add mentors on Cohorts."
    if mentors > NAMED_MENTORS:
        draw(mentor_spread_chart, ask(rows, of=mentor_load_spread, cohort_id=cohort.id), empty=empty)
    else:
        draw(mentor_load_chart, ask(rows, of=mentor_loads, cohort_id=cohort.id, limit=NAMED_MENTORS), empty=empty)


def open_from_map(event: Any, *, cohort: CohortChoice) -> None:
    """Go to the pairing whose row was chosen on the map; the same pairings stand in words behind the link below it."""
    chosen = event["selection"].get(OPENED) if event else None
    here = {"cohort": str(cohort.id)}
    if chosen:
        st.switch_page(PAIRINGS, query_params={**here, "pairing": str(chosen[0]["pairing_id"])})
    if event is not None:
        label = "The same pairings in words, and all others"
        st.page_link(PAIRINGS, label=label, icon=":material/arrow_forward:", query_params={**here, **IN_LIST})
