"""All meetings of a cohort: find one, correct it, take it out."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.meetings import meeting, meeting_count, meetings_page
from dashboard.queries.recordable import pairing_to_record
from dashboard.services.meetings import edit_meeting, remove_meeting
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid, say_if_gone
from dashboard.ui.dialogs import about, close_dialog, is_open, open_dialog
from dashboard.ui.editing import as_opened, changed, close_and_rerun
from dashboard.ui.grids import date_column, records
from dashboard.ui.meetings.meeting_fields import details, in_words
from dashboard.ui.parts import pages, plain, search
from dashboard.ui.recordable import PAIRING, named_pairing
from dashboard.words import day

CHOSEN, EDIT = "meeting", "meeting-edit"
GONE = "This meeting is not here any more: somebody removed it. Look at the list again."
MISSED = "✕ Missed"
HELD = {"Held": False, "Missed": True}
COLUMNS = {
    "held_on": date_column("Day"),
    "mentee": st.column_config.TextColumn("Mentee", width=150),
    "mentor": st.column_config.TextColumn("Mentor", width=150),
    "how": "How",
    "skills": st.column_config.TextColumn("Skills practised", width="small"),
    "notes": st.column_config.TextColumn("Note", width="medium"),
}


def draw(cohort: CohortChoice, today: date) -> None:
    """The filters, the list, and what can be done about the chosen one."""
    filters = _filters(cohort)
    total = ask(meeting_count, cohort_id=cohort.id, **filters)
    if total:
        _table(cohort, filters, total)
    else:
        st.info("No meeting fits. Log one, or clear a filter to see more.", icon=":material/search_off:")
    if is_open(EDIT):
        _edit(int(about(EDIT)), today)


def _filters(cohort: CohortChoice) -> dict[str, Any]:
    """What to look for; all of it stands in the URL."""
    only = only_pairing(cohort)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = "" if only else search("Find a meeting", key="find", placeholder="Find by a name")
        held = st.selectbox(
            "Held or missed",
            list(HELD),
            index=None,
            key="held",
            bind="query-params",
            placeholder="Held or missed",
            label_visibility="collapsed",
            width=170,
        )
        since = st.date_input("From", value=None, key="from", bind="query-params", format="YYYY-MM-DD", width=150)
        until = st.date_input("Until", value=None, key="until", bind="query-params", format="YYYY-MM-DD", width=150)
    return {
        "pairing_id": only,
        "search": typed,
        "missed": HELD[held] if held else None,
        "since": since if isinstance(since, date) else None,
        "until": until if isinstance(until, date) else None,
    }


def only_pairing(cohort: CohortChoice) -> int | None:
    """The pairing that the list is about, if the URL names one, with a way to see all."""
    found = named_pairing(cohort)
    if found is None:
        return None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Only **{plain(found['mentee'])}** with **{plain(found['mentor'])}**", width="content")
        st.button("Show all", key="show-all", on_click=address.name, args=(PAIRING, None))
    return int(found["id"])


def _table(cohort: CohortChoice, filters: dict[str, Any], total: int) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center", key="meeting-bar")
    table = st.container()
    part = pages(total, key="page", noun="meetings")
    rows = ask(meetings_page, cohort_id=cohort.id, limit=part.limit, offset=part.offset, **filters)
    told = records(rows)
    options = {row["meeting_id"]: f"{day(row['held_on'])}, {row['mentee']} with {row['mentor']}" for row in told}
    with bar:
        _actions(chooser(CHOSEN, "Meeting", options, "Choose a meeting here, or click a row"))
    with table:
        grid(CHOSEN, _shown(told), list(options), COLUMNS)


def _shown(told: list[dict[str, Any]]) -> pd.DataFrame:
    cells = {name: [row.get(name) for row in told] for name in COLUMNS}
    cells["how"] = [MISSED if row["missed"] else in_words(row["minutes"], row["format"], missed=False) for row in told]
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def _actions(meeting_id: int | None) -> None:
    found = None if meeting_id is None else ask(meeting, meeting_id=meeting_id)
    if found is None:
        say_if_gone(GONE, "meeting-remove")
        return
    st.button("Edit", key="meeting-edit-open", icon=":material/edit:", on_click=open_dialog, args=(EDIT, meeting_id))
    if not st.button("Remove", key="meeting-remove", icon=":material/delete:"):
        return
    summary = f"Removed the meeting of {found['mentee']} with {found['mentor']} on {day(found['held_on'])}"
    if act(summary, remove_meeting, key=f"remove-meeting-{meeting_id}", meeting_id=meeting_id):
        st.rerun()


@st.dialog("Edit the meeting", width="medium", on_dismiss=close_dialog)
def _edit(meeting_id: int, today: date) -> None:
    stored = ask(meeting, meeting_id=meeting_id)
    if stored is None:
        st.error(GONE)
        return
    before = as_opened(stored)
    key = f"{EDIT}-{meeting_id}"
    st.caption(plain(f"{before['mentee']} with {before['mentor']}"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        held_on = st.date_input("Day", before["held_on"], key=f"{key}-on", format="YYYY-MM-DD", width=180)
        missed = st.toggle("It was missed", before["missed"], key=f"{key}-missed")
    second = (
        st.checkbox("A second one on that day is meant", key=f"{key}-second") if held_on != before["held_on"] else False
    )
    pairing = ask(pairing_to_record, pairing_id=before["pairing_id"]) or {"skills": []}
    with st.form(f"{key}-form", border=False):
        values = details(key, before, missed=missed, skills=pairing["skills"])
        sent = st.form_submit_button("Save", key=f"{key}-send", type="primary")
    changes = changed(before, {"held_on": held_on, "missed": missed, **values, "notes": values["notes"] or None})
    if sent and act(
        f"Edited the meeting of {before['mentee']} with {before['mentor']} on {day(before['held_on'])}",
        edit_meeting,
        key=key,
        meeting_id=meeting_id,
        today=today,
        allow_second=second,
        **changes,
    ):
        close_and_rerun()
