"""Every mentor for one mentee: those who may be chosen by falling fit, the others one click away with their rule."""

from collections.abc import Hashable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.matching.rules import Rule
from dashboard.queries.candidates import candidates
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.sides import Side
from dashboard.services.pairing_rules import EARLY_DAYS
from dashboard.services.pairings import pair
from dashboard.ui import address, parts
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.parts import plain
from dashboard.ui.sides import reasons
from dashboard.words import counted
from models import name_key

PAGE = 8
Row = dict[Hashable, Any]


def draw_candidates(cohort: CohortChoice, mentee: Side, today: date) -> None:
    """The ranked mentors with a button each, and below them those whom a rule keeps away."""
    found = ask(candidates, cohort_id=cohort.id, mentee_id=mentee.participant_id, today=today)
    free, blocked = found[found["rule"] == 0], found[found["rule"] != 0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container():
            search = parts.search("Find a mentor", key="mentors", placeholder="Find a mentor")
        starts_on = _starts_on(cohort, today)
    if search:
        free, blocked = (rows[called(rows["name"], search)] for rows in (free, blocked))
    if free.empty:
        st.caption(_nobody(search))
    shown = st.container()
    page = slice_of(len(free), mentee)
    for row in free.iloc[page.offset : page.offset + page.limit].to_dict("records"):
        with shown:
            _candidate(row, mentee, starts_on)
    _blocked(blocked, mentee, starts_on)


def slice_of(total: int, mentee: Side) -> parts.Slice:
    """The page of candidates; another mentee begins on the first one."""
    if st.session_state.get("candidates-of") != mentee.participant_id:
        st.session_state["candidates-of"] = mentee.participant_id
        st.session_state.pop("candidates", None)
    return parts.pages(total, key="candidates", size=PAGE, noun="mentors")


def _starts_on(cohort: CohortChoice, today: date) -> date | None:
    chosen: date | None = st.date_input(
        "The pairing starts on",
        min(max(today, cohort.starts_on), cohort.ends_on),
        min_value=cohort.starts_on - timedelta(days=EARLY_DAYS),
        max_value=cohort.ends_on,
        format="YYYY-MM-DD",
        key=f"starts-on-{cohort.id}",
        width=180,
    )
    return chosen


def called(names: "pd.Series[str]", search: str) -> "pd.Series[bool]":
    """Which of the names have every word of the search in them, whatever its case and accents."""
    keys, found = names.map(name_key), pd.Series(True, index=names.index)
    for word in search.split():
        found &= keys.str.contains(name_key(word), regex=False)
    return found


def _nobody(search: str) -> str:
    if search:
        return f"No mentor with a free place is called “{plain(search)}”."
    return "No mentor can be chosen now. See below which rule keeps each away; a higher capacity or a new mentor helps."


def _candidate(row: Row, mentee: Side, starts_on: date | None) -> None:
    left = row["capacity"] - row["taken"]
    told = [row["job_title"], row["department"], row["location"]]
    work = " · ".join(plain(part) for part in told if isinstance(part, str))
    places = f":small[:gray[{left} of {counted(row['capacity'], 'place')} left]]"
    _row(row, f"{places}  \n:small[:gray[{work}]]" if work else places, mentee, starts_on, "Pair")


def _row(row: Row, below: str, mentee: Side, starts_on: date | None, label: str) -> None:
    why = reasons(*(row[part].splitlines() for part in ("pro", "con", "unknown")))
    name, mentor_id = row["name"], row["mentor_id"]
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"candidate-{mentor_id}"):
        st.markdown(f":primary-badge[**{row['fit']:.0f}**]", width=32)
        st.markdown(f"**{plain(name)}** &ensp; {below}  \n:small[{why}]", width="stretch")
        st.button(
            label,
            key=f"pair-{mentee.participant_id}-{mentor_id}",
            help=f"Pair with {plain(name)}",
            on_click=_pair,
            args=(mentee, row, starts_on),
        )


def _pair(mentee: Side, row: Row, starts_on: date | None) -> None:
    """Runs before the page is drawn anew, so that a mentor who filled up meanwhile is refused and not just gone."""
    if act(
        f"Paired {mentee.name} with {row['name']}",
        pair,
        key=f"pair-{mentee.participant_id}-{row['mentor_id']}",
        mentor_id=row["mentor_id"],
        mentee_id=mentee.participant_id,
        started_on=starts_on,
        rationale="; ".join(row["pro"].splitlines()),
    ):
        address.name("mentee", None)


def _blocked(blocked: pd.DataFrame, mentee: Side, starts_on: date | None) -> None:
    """One click away: why the others are not offered. Who was paired with this mentee before may be asked for."""
    if blocked.empty:
        return
    label = f"{counted(len(blocked), 'mentor is', 'mentors are')} not offered"
    with st.expander(label, key="blocked", on_change="rerun", type="compact") as others:
        if not others.open:
            return
        for row in blocked[blocked["rule"] == int(Rule.PAST)].head(PAGE).to_dict("records"):
            _row(row, f":small[:gray[{plain(row['blocked'])}]]", mentee, starts_on, "Pair again")
        ruled_out = blocked[blocked["rule"] != int(Rule.PAST)]
        if not ruled_out.empty:
            st.dataframe(
                ruled_out[["name", "blocked"]],
                hide_index=True,
                height=min(420, 36 * (len(ruled_out) + 1)),
                column_config={"name": "Mentor", "blocked": "Why"},
            )
