"""Adding somebody to a cohort, editing how they take part, and the questions before they leave."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.endings import leaves_behind
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.enrollment import SINCE, joining_day, participant, skill_names
from dashboard.queries.people import person
from dashboard.services.participants import edit_participant, enroll, enroll_new, remove_participant, withdraw
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, confirm, is_open
from dashboard.ui.editing import as_opened, changed, close_and_rerun
from dashboard.ui.finding import find_person
from dashboard.ui.people.person_fields import person_fields
from models import Role

ADD, EDIT, WITHDRAW, REMOVE = "participant-add", "participant-edit", "participant-withdraw", "participant-remove"
NEW, KNOWN = "Somebody new", "Somebody you have"
GONE = "This participant is not here any more: somebody removed them. Close this and look at the list again."


def draw(chosen: CohortChoice, *, today: date) -> None:
    """Whichever dialog about participants is open."""
    if is_open(ADD):
        _add(chosen, today)
    if is_open(EDIT):
        _edit(int(about(EDIT)))
    if is_open(WITHDRAW):
        _ask_to_withdraw(int(about(WITHDRAW)), today)
    if is_open(REMOVE):
        _ask_to_remove(int(about(REMOVE)))


@st.dialog("Add somebody", width="medium", on_dismiss=close_dialog)
def _add(chosen: CohortChoice, today: date) -> None:
    who = st.segmented_control(
        "Who", [NEW, KNOWN], default=NEW, required=True, key=f"{ADD}-who", label_visibility="collapsed"
    )
    told: dict[str, Any] = {}
    person_id = None
    if who == KNOWN:
        person_id = find_person(ADD, "Person")
    else:
        told = person_fields(ADD, {}, is_short=True)
    role = st.segmented_control(
        "Role", list(Role), default=Role.MENTEE, required=True, key=f"{ADD}-role", format_func=str.capitalize
    )
    usual = ask(joining_day, cohort_id=chosen.id, today=today)
    enrollment = {"role": str(role), **_fields(ADD, str(role), {"joined_on": usual})}
    if not st.button("Add to this cohort", key=f"{ADD}-send", type="primary"):
        return
    if who == KNOWN and person_id is None:
        st.error("Choose a person first: type a part of their name, then choose them in the list.")
        return
    name = str(told.get("name") or "").strip() or _name_of(person_id)
    summary = f"Added {name} to {chosen.name} as a {role}"
    if person_id is None:
        done = act(summary, enroll_new, key=ADD, person=told, cohort_id=chosen.id, **enrollment)
    else:
        done = act(summary, enroll, key=ADD, person_id=person_id, cohort_id=chosen.id, **enrollment)
    if done:
        close_and_rerun()


def _name_of(person_id: int | None) -> str:
    found = ask(person, person_id=person_id) if person_id is not None else None
    return str(found["name"]) if found else "somebody"


@st.dialog("Edit the participation", width="medium", on_dismiss=close_dialog)
def _edit(participant_id: int) -> None:
    stored = ask(participant, participant_id=participant_id)
    if stored is None:
        st.error(GONE)
        return
    before = as_opened(stored)
    st.caption(f"{before['name']}, {before['role']}")
    key = f"{EDIT}-{participant_id}"
    with st.form(key, border=False):
        values = _fields(key, before["role"], before)
        sent = st.form_submit_button("Save", type="primary")
    changes = changed(before, values)
    if sent and act(
        f"Edited how {before['name']} takes part", edit_participant, key=EDIT, participant_id=participant_id, **changes
    ):
        close_and_rerun()


def _fields(key: str, role: str, stored: dict[str, Any]) -> dict[str, Any]:
    """How somebody takes part: capacity for a mentor, skills, hopes, since when."""
    is_mentor = role == Role.MENTOR
    left, right = st.columns(2)
    since = (right if is_mentor else left).date_input(
        "Since", stored["joined_on"], key=f"{key}-since", format="YYYY-MM-DD", help=SINCE
    )
    values: dict[str, Any] = {"joined_on": since}
    if is_mentor:
        values["capacity"] = left.number_input(
            "Capacity", 0, 100, stored.get("capacity", 1), key=f"{key}-capacity", help="How many mentees at once."
        )
    held = stored.get("skills", [])
    values["skills"] = st.multiselect(
        "Skills offered" if is_mentor else "Skills sought",
        list(dict.fromkeys([*held, *ask(skill_names, cohort_id=None)])),
        held,
        key=f"{key}-skills",
        accept_new_options=True,
        placeholder="Choose or type",
        help="The first one counts most.",
    )
    values["hopes"] = st.text_area("What they hope for", stored.get("hopes") or "", key=f"{key}-hopes", height=96)
    return values


def _ask_to_withdraw(participant_id: int, today: date) -> None:
    found = ask(participant, participant_id=participant_id) or {"name": "This participant", "paired_with": []}
    ends = f" {leaves_behind(found['paired_with'])}" if found["paired_with"] else ""
    confirm(
        WITHDRAW,
        "Withdraw this participant?",
        f"{found['name']} leaves the program; everything that was recorded stays.{ends}",
        yes="Withdraw",
        do=lambda: act(
            f"Withdrew {found['name']}",
            withdraw,
            key=f"{WITHDRAW}-{participant_id}",
            participant_id=participant_id,
            today=today,
        ),
    )


def _ask_to_remove(participant_id: int) -> None:
    found = ask(participant, participant_id=participant_id) or {"name": "This participant"}
    confirm(
        REMOVE,
        "Remove from the cohort?",
        f"{found['name']} leaves this cohort as if they had never been in it, and stays in People.",
        yes="Remove",
        do=lambda: act(
            f"Removed {found['name']} from the cohort",
            remove_participant,
            key=f"{REMOVE}-{participant_id}",
            participant_id=participant_id,
        ),
    )
