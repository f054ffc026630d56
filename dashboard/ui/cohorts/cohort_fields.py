"""The fields of a cohort as a coordinator fills them in."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from models import Cohort, Wave

USUAL_DAYS = 182
WAVES = {
    Wave.BASELINE: ("Baseline", "Where both start from."),
    Wave.FIRST_MEETING: ("First meeting", "Is this a good fit?"),
    Wave.PULSE: ("Pulse", "Comes back at the same distance until the end."),
    Wave.MIDPOINT: ("Midpoint", "How is it going?"),
    Wave.FINAL: ("Final", "What came of it?"),
}
WEIGHTS = {
    "skills_weight": ("Skills", "The mentor offers what the mentee seeks."),
    "experience_weight": ("Experience", "The mentor is some years ahead."),
    "place_weight": ("Place", "The same location, or time zones close to each other."),
    "language_weight": ("Language", "They have a language in common."),
}


def name_and_dates(key: str, stored: dict[str, Any]) -> dict[str, Any]:
    """The fields that are a cohort's own. ``stored`` holds what stands there at first."""
    name = st.text_input(
        "Name", stored["name"], key=f"{key}-name", max_chars=100, placeholder="Spring 2027", autocomplete="off"
    )
    start, end = st.columns(2)
    return {
        "name": name,
        "starts_on": start.date_input("Starts on", stored["starts_on"], key=f"{key}-starts", format="YYYY-MM-DD"),
        "ends_on": end.date_input("Ends on", stored["ends_on"], key=f"{key}-ends", format="YYYY-MM-DD"),
    }


def pace(key: str, stored: dict[str, Any]) -> dict[str, Any]:
    """How often to meet, and from when on we say that a pairing needs a call."""
    st.caption("How often pairs should meet, and how long silence may last before you hear about it.")
    fields = {
        "meetings_per_month": ("Meetings per month", 31, "The pace that every pairing is held against."),
        "first_meeting_days": ("Days until the first meeting", 365, "After this many days without one: check in."),
        "quiet_days": ("Days without a meeting", 365, "A pairing that is quiet for longer needs a call."),
    }
    return {
        name: st.number_input(label, 0, most, stored[name], key=f"{key}-{name}", help=why)
        for name, (label, most, why) in fields.items()
    }


def schedule(key: str, stored: dict[str, int]) -> dict[str, int]:
    """When each check-in falls due; an empty field means that it is not asked."""
    st.caption("Days from the start of a pairing until each check-in is due. Leave one empty to skip it.")
    asked = {
        wave: st.number_input(
            label, 0, 3650, stored.get(wave), step=1, key=f"{key}-{wave}", help=why, placeholder="Not asked"
        )
        for wave, (label, why) in WAVES.items()
    }
    return {str(wave): days for wave, days in asked.items() if days is not None}


def weights(key: str, stored: dict[str, Any]) -> dict[str, int]:
    """How much each part of the fit counts."""
    st.caption("What makes two people fit. Only the proportions count: 6, 2, 1 and 1 make skills worth 60 %.")
    return {
        name: st.slider(label, 0, 10, stored[name], key=f"{key}-{name}", help=why)
        for name, (label, why) in WEIGHTS.items()
    }


def usual(today: date, schedule: dict[str, int]) -> dict[str, Any]:
    """What stands in an empty form."""
    rules = ("meetings_per_month", "first_meeting_days", "quiet_days", *WEIGHTS)
    dates = {"starts_on": today, "ends_on": today + timedelta(days=USUAL_DAYS)}
    return {"name": "", **dates, **{rule: Cohort.model_fields[rule].default for rule in rules}, "schedule": schedule}
