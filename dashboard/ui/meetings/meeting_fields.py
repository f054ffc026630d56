"""The fields of a meeting, the same when it is logged and when it is edited."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.enrollment import skill_names
from dashboard.ui.asking import ask
from models import MeetingFormat

FORMATS = {
    MeetingFormat.VIDEO: "Video",
    MeetingFormat.IN_PERSON: "In person",
    MeetingFormat.PHONE: "Phone",
    MeetingFormat.CHAT: "Chat",
    MeetingFormat.OTHER: "Other",
}
MINUTES = (30, 45, 60, 90)


def in_words(minutes: Any, format: str, *, missed: bool) -> str:
    """A meeting in a few words, but for its day: ``45 min, video`` or ``missed``."""
    if missed:
        return "missed"
    how = FORMATS[MeetingFormat(format)].lower()
    return how if pd.isna(minutes) else f"{int(minutes)} min, {how}"


def details(key: str, stored: dict[str, Any], *, missed: bool, skills: list[str]) -> dict[str, Any]:
    """How long, how, what was practised and a note; ``skills`` are offered first. A missed one has no minutes."""
    values: dict[str, Any] = {"minutes": None}
    if not missed:
        values["minutes"] = _minutes(key, stored.get("minutes"))
    chosen = st.segmented_control(
        "Format",
        list(FORMATS),
        default=stored.get("format") or MeetingFormat.VIDEO,
        required=True,
        format_func=lambda word: FORMATS[MeetingFormat(word)],
        key=f"{key}-format",
    )
    held = stored.get("skills", [])
    values["format"] = str(chosen or MeetingFormat.VIDEO)
    values["skills"] = st.multiselect(
        "Skills practised",
        list(dict.fromkeys([*held, *skills, *ask(skill_names, cohort_id=None)])),
        held,
        key=f"{key}-skills",
        accept_new_options=True,
        placeholder="Choose or type",
    )
    values["notes"] = st.text_input(
        "Note", stored.get("notes") or "", key=f"{key}-notes", autocomplete="off", placeholder="What it was about"
    )
    return values


def _minutes(key: str, stored: int | None) -> int | None:
    """A length that is common, or any other one, which counts when both are given."""
    common, other = st.columns([3, 2], vertical_alignment="bottom")
    usual = stored if stored in MINUTES else None
    picked: int | None = common.pills("Minutes", MINUTES, default=usual, key=f"{key}-minutes")
    typed: int | None = other.number_input(
        "Or another length",
        min_value=None,
        value=None if usual else stored,
        step=5,
        key=f"{key}-other",
        placeholder="Minutes",
    )
    return picked if typed is None else typed
