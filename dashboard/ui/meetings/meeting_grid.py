"""Logging several meetings at once: tick who met, change what differs, save all or nothing."""

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.health import pairing_health, pairing_health_count
from dashboard.services.meetings import log_meetings
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.filling import filling
from dashboard.ui.grids import date_column, numbered, records
from dashboard.ui.meetings.meeting_fields import FORMATS, MINUTES
from dashboard.ui.parts import pages, search
from dashboard.words import counted
from models import MeetingFormat

GRID = "log-meetings"
ROWS = 25
FIXED = ["mentee", "mentor", "last_meeting_on"]
COLUMNS = {
    "met": st.column_config.CheckboxColumn("Log", width=62, help="Tick it, and this row is logged."),
    "mentee": st.column_config.TextColumn("Mentee", width=106),
    "mentor": st.column_config.TextColumn("Mentor", width=106),
    "last_meeting_on": date_column("Last met", width=92),
    "held_on": date_column("Day", width=98),
    "minutes": st.column_config.NumberColumn("Min", min_value=1, max_value=720, step=1, width=62),
    "format": st.column_config.SelectboxColumn(
        "Format",
        width=86,
        options=list(FORMATS),
        format_func=lambda word: FORMATS[MeetingFormat(str(word))],
        required=True,
    ),
    "missed": st.column_config.CheckboxColumn("Missed", width=84),
    "notes": st.column_config.TextColumn("Note", max_chars=10_000, width=76),
}


def draw(cohort: CohortChoice, today: date) -> None:
    """The grid of the open pairings, those to look at first on top."""
    usual = _usual(today)
    typed = search("Find pairings", key="find-open", placeholder="Find by a name")
    total = ask(pairing_health_count, cohort_id=cohort.id, today=today, search=typed)
    if total:
        st.caption("Tick each pairing that met; those to look at first stand on top. Only ticked rows are logged.")
    else:
        st.caption("No open pairing fits. Type less, or pair somebody first.")
    part = pages(total, key="grid-page", size=ROWS, noun="open pairings")
    sheet = filling(GRID, cohort.id)
    found = partial(_found, cohort_id=cohort.id, today=today, search=typed, limit=part.limit, offset=part.offset)
    rows = sheet.show((typed, part.offset), found)
    if not rows:
        return
    edited = st.data_editor(
        _rows(rows, usual),
        key=sheet.key,
        column_config=COLUMNS,
        column_order=list(COLUMNS),
        disabled=FIXED,
        num_rows="fixed",
        placeholder="",
        height=min(len(rows), 12) * 35 + 38,
    )
    _save(sheet.read(edited, lambda row: bool(row["met"])), today)


def _found(**asked: Any) -> list[dict[str, Any]]:
    rows = records(ask(pairing_health, **asked))
    return [{"id": row["pairing_id"], **{name: row[name] for name in FIXED}} for row in rows]


def _usual(today: date) -> dict[str, Any]:
    """What every row begins with."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return {
            "held_on": st.date_input("Day", today, key="grid-on", format="YYYY-MM-DD", width=180),
            "minutes": st.pills("Minutes", MINUTES, default=60, key="grid-minutes"),
            "format": st.segmented_control(
                "Format",
                list(FORMATS),
                default=MeetingFormat.VIDEO,
                required=True,
                key="grid-format",
                format_func=lambda word: FORMATS[MeetingFormat(word)],
            ),
        }


def _rows(rows: list[dict[str, Any]], usual: dict[str, Any]) -> pd.DataFrame:
    begun = {"met": False, "missed": False, "notes": "", **usual, "format": str(usual["format"])}
    told = pd.DataFrame([{**begun, **row} for row in rows], columns=list(COLUMNS), dtype=object)
    return numbered(told.astype({"met": "bool", "missed": "bool", "minutes": "Int64", "notes": "str"}), 1)


def _save(rows: list[dict[str, Any]], today: date) -> None:
    """A missed meeting has no minutes: those that the row began with are not meant."""
    told = [
        {name: row[name] for name in ("row", "held_on", "format", "missed", "notes")}
        | {"pairing_id": row["id"], "minutes": None if row["missed"] else row["minutes"]}
        for row in rows
    ]
    words = f"Log {counted(len(told), 'meeting')}" if told else "Log meetings"
    sent = st.button(words, key=f"{GRID}-send", type="primary", disabled=not told)
    if sent and act(f"Logged {counted(len(told), 'meeting')}", log_meetings, key=GRID, rows=told, today=today):
        st.rerun()
