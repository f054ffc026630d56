"""The fields of a person as a coordinator fills them in."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from dashboard.queries.people import email_holders
from dashboard.ui.asking import ask
from dashboard.ui.parts import plain

AREAS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


def person_fields(
    key: str, stored: dict[str, Any], *, is_short: bool = False, person_id: int | None = None
) -> dict[str, Any]:
    """Everything about a person, or what is needed to begin with. An address that somebody has is asked about."""
    values: dict[str, Any] = {"name": _text(st, key, stored, "name", "Name")}
    values["email"] = _text(st, key, stored, "email", "E-mail")
    is_new = values["email"].casefold() != (stored.get("email_key") or "")
    holders = ask(email_holders, email=values["email"], other_than=person_id) if is_new else []
    if holders:
        values["allow_shared_email"] = st.checkbox(
            f"{plain(holders[0][1])} has this address already; the two share it", key=f"{key}-shared"
        )
    left, right = st.columns(2)
    values["job_title"] = _text(left, key, stored, "job_title", "Job title")
    values["organization"] = _text(right, key, stored, "organization", "Organization")
    values["location"] = _text(left, key, stored, "location", "Location")
    with right:
        values["time_zone"] = _time_zone(key, stored.get("time_zone"))
    values["languages"] = _text(left, key, stored, "languages", "Languages", "Spanish, English")
    values["years_experience"] = right.number_input(
        "Years of experience", 0.0, 80.0, stored.get("years_experience"), 0.5, key=f"{key}-years", format="%g"
    )
    if not is_short:
        values |= _the_rest(key, stored)
    return values


def _the_rest(key: str, stored: dict[str, Any]) -> dict[str, Any]:
    left, right = st.columns(2)
    return {
        "department": _text(left, key, stored, "department", "Department"),
        "manager_email": _text(right, key, stored, "manager_email", "Manager's e-mail"),
        "external_id": _text(
            left, key, stored, "external_id", "ID", why="From your own system. It outlives an e-mail address."
        ),
        "bio": st.text_area("About them", stored.get("bio") or "", key=f"{key}-bio", height=96),
    }


def _text(
    place: Any, key: str, stored: dict[str, Any], name: str, label: str, hint: str | None = None, why: str | None = None
) -> str:
    typed = place.text_input(
        label, stored.get(name) or "", key=f"{key}-{name}", placeholder=hint, help=why, autocomplete="off"
    )
    return str(typed or "")


def _time_zone(key: str, stored: str | None) -> str | None:
    zones = _zones()
    options = zones if stored is None or stored in zones else [stored, *zones]
    return st.selectbox(
        "Time zone",
        options,
        index=None if stored is None else options.index(stored),
        key=f"{key}-zone",
        placeholder="Choose or type",
        accept_new_options=True,
    )


@cache
def _zones() -> list[str]:
    """The time zones that carry a place in their name."""
    return sorted(name for name in available_timezones() if name.startswith(AREAS))
