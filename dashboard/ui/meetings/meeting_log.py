"""Logging one meeting in a few seconds, and what was logged last."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.meetings import meetings_page
from dashboard.queries.recordable import days_with_meeting
from dashboard.services.meetings import log_meeting
from dashboard.ui import address
from dashboard.ui.acting import act, fresh
from dashboard.ui.asking import ask
from dashboard.ui.grids import records
from dashboard.ui.meetings.meeting_fields import details, in_words
from dashboard.ui.parts import plain
from dashboard.ui.recordable import PAIRING, choose
from dashboard.words import day

LOG = "log-meeting"
KEPT = "meeting-kept"
"""The day, the length and the format of the last one: the next one is often the same."""
LATEST = 8


def draw(cohort: CohortChoice, today: date) -> None:
    """The form, and beside it the latest meetings."""
    form, latest = st.columns([7, 5], gap="large")
    with form:
        found = choose(cohort, key=fresh(LOG))
        if found is not None:
            _form(found, today)
    with latest:
        _latest(cohort, found)


def _form(found: dict[str, Any], today: date) -> None:
    # The pairing is part of every key: what was clicked for one that is gone is never done to another.
    key = f"{fresh(LOG)}-{found['id']}"
    kept = st.session_state.get(KEPT, {})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        held_on = st.date_input("Day", kept.get("held_on", today), key=f"{key}-on", format="YYYY-MM-DD", width=180)
        missed = st.toggle("It was missed", key=f"{key}-missed")
    second = _asks_about_second(found, held_on, key)
    with st.form(f"{key}-form", border=False):
        values = details(key, kept, missed=missed, skills=found["skills"])
        sent = st.form_submit_button("Log meeting", key=f"{key}-send", type="primary", shortcut="Ctrl+Enter")
    names = f"{found['mentee']} with {found['mentor']}"
    when = f" on {day(held_on)}" if isinstance(held_on, date) else ""
    if sent and act(
        f"Logged a {'missed ' if missed else ''}meeting of {names}{when}",
        log_meeting,
        key=LOG,
        pairing_id=found["id"],
        held_on=held_on,
        today=today,
        missed=missed,
        allow_second=second,
        **values,
    ):
        same = {name: values[name] for name in ("minutes", "format") if values[name]}
        st.session_state[KEPT] = {**kept, "held_on": held_on, **same}
        address.name(PAIRING, None)
        st.rerun()


def _asks_about_second(found: dict[str, Any], held_on: Any, key: str) -> bool:
    """Two meetings on one day are a decision; without one on that day there is nothing to ask."""
    if held_on not in ask(days_with_meeting, pairing_id=found["id"]):
        return False
    return st.checkbox(
        f"They have a meeting on {day(held_on)} already; this is a second one", key=f"{key}-second", wrap=True
    )


def _latest(cohort: CohortChoice, found: dict[str, Any] | None) -> None:
    pairing_id = found["id"] if found else None
    rows = ask(meetings_page, cohort_id=cohort.id, pairing_id=pairing_id, limit=LATEST)
    st.subheader("Their latest meetings" if found else "Latest meetings", anchor=False)
    if rows.empty:
        st.caption("None yet: log the first one here.")
        return
    lines = []
    for row in records(rows):
        how = in_words(row["minutes"], row["format"], missed=row["missed"])
        who = "" if found else f"{plain(row['mentee'])} with {plain(row['mentor'])}  \n"
        note = f"  \n{plain(row['notes'])}" if found and row["notes"] else ""
        lines.append(f"{who}:small[{day(row['held_on'])} · {how}]{note}")
    st.markdown("\n\n".join(lines))
