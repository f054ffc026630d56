"""What several dialogs about a pairing ask: when it ends, why, and a note."""

from datetime import date

import streamlit as st

from dashboard.endings import END_REASONS
from dashboard.queries.sides import PairingDetail
from models import EndReason


def end_date(label: str, key: str, found: PairingDetail, today: date) -> date | None:
    """Today, unless the pairing is still to begin: then its first day, on which it never began."""
    latest = max(today, found.started_on or today)
    chosen: date | None = st.date_input(label, latest, max_value=latest, format="YYYY-MM-DD", key=f"{key}-on")
    return chosen


def reason(key: str) -> EndReason | None:
    """Why a pairing ends."""
    chosen: EndReason | None = st.selectbox(
        "Reason",
        list(END_REASONS),
        index=None,
        key=f"{key}-reason",
        placeholder="Choose a reason",
        format_func=lambda one: END_REASONS[one].capitalize(),
    )
    return chosen


def note(key: str) -> str | None:
    """Whatever else there is to say."""
    said: str | None = st.text_area("Note", key=f"{key}-note", max_chars=10_000, height=80)
    return said
