"""The fields of a cohort as a coordinator fills them in."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.services.cohort_rules import MOST_HOURS
from models import Cohort, Wave, Wish

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
    "field_weight": ("Department", "Counts as chosen above; not at all where it does not matter."),
}
WEIGHED = ("field_wish", *WEIGHTS)
DEMANDED = ("field_rule", "has_common_language", "most_hours_apart")
WISHES = {Wish.ANY: "Does not matter", Wish.SAME: "The same", Wish.OTHER: "Another"}
DEMANDS = {Wish.ANY: "Any", Wish.SAME: "Only the same", Wish.OTHER: "Only another one"}


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


def weights(key: str, stored: dict[str, Any]) -> dict[str, Any]:
    """How much each part of the fit counts, and which department fits."""
    st.caption("What makes two people fit. Only the proportions count; with every weight at 0 all fit alike.")
    wish = _wish("The department that fits best", WISHES, f"{key}-field-wish", stored["field_wish"])
    return {"field_wish": wish} | {
        name: st.slider(label, 0, 10, stored[name], key=f"{key}-{name}", help=why)
        for name, (label, why) in WEIGHTS.items()
    }


def demands(key: str, stored: dict[str, Any]) -> dict[str, Any]:
    """What two people must have in common before they are offered to each other at all."""
    st.caption(
        "Rules for every new pair, besides those that always hold. What is not on record keeps nobody apart; "
        "pairings that stand are not touched."
    )
    return {
        "field_rule": _wish("Department", DEMANDS, f"{key}-field-rule", stored["field_rule"]),
        "has_common_language": st.toggle(
            "Only with a language in common", stored["has_common_language"], key=f"{key}-has_common_language"
        ),
        "most_hours_apart": st.number_input(
            "At most this many hours apart",
            0,
            MOST_HOURS,
            stored["most_hours_apart"],
            step=1,
            key=f"{key}-most_hours_apart",
            help="Between the clocks of the two. Leave it empty to allow any distance.",
            placeholder="Any distance",
        ),
    }


def _wish(label: str, told: dict[Wish, str], key: str, stored: str) -> str:
    chosen = st.segmented_control(
        label, list(told), format_func=told.__getitem__, default=Wish(stored), key=key, required=True
    )
    return str(chosen)


def usual(today: date, schedule: dict[str, int]) -> dict[str, Any]:
    """What stands in an empty form."""
    rules = [name for name in Cohort.model_fields if name not in ("id", "name", "name_key", "archived_at")]
    dates = {"starts_on": today, "ends_on": today + timedelta(days=USUAL_DAYS)}
    return {"name": "", **{rule: Cohort.model_fields[rule].default for rule in rules}, **dates, "schedule": schedule}
