"""The participants of a cohort: find them, choose one, and do something about them."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.enrollment import participant, skill_names
from dashboard.queries.participants import participants_count, participants_page
from dashboard.services.participants import reactivate, waitlist
from dashboard.ui import participant_forms
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.parts import Link, empty_state, pages, search, section, state_text
from models import ParticipantStatus, Role

CHOSEN = "participant"
ROLES = {"Mentors": Role.MENTOR, "Mentees": Role.MENTEE}
STATUSES = {
    "Active": ParticipantStatus.ACTIVE,
    "Waitlisted": ParticipantStatus.WAITLISTED,
    "Withdrawn": ParticipantStatus.WITHDRAWN,
}
PAIRED = {"Paired": "paired", "Unpaired": "unpaired"}


def draw(chosen: CohortChoice, *, are_there: bool) -> None:
    """The whole section; where nobody is in the cohort yet, the ways to get people in."""
    if not are_there:
        empty_state(
            ":material/group_add:",
            "Nobody is in this cohort yet",
            "Upload a roster, or add people one by one.",
            Link("pages/upload.py", "Upload a roster", ":material/upload_file:"),
        )
        with st.container(horizontal=True, horizontal_alignment="center"):
            _add_button(chosen)
        return
    section("Participants")
    with st.container(horizontal=True, vertical_alignment="center"):
        _add_button(chosen)
        st.page_link("pages/upload.py", label="Upload a roster", icon=":material/upload_file:")
    filters = _filters(chosen)
    total = ask(participants_count, cohort_id=chosen.id, **filters)
    if total:
        _table(chosen, filters, total)
    else:
        st.info("Nobody here fits this search. Clear a filter to see more.", icon=":material/search_off:")


def _add_button(chosen: CohortChoice) -> None:
    st.button(
        "Add somebody", key="participant-add-open", icon=":material/person_add:", disabled=chosen.archived,
        help="Restore the cohort first." if chosen.archived else None,
        on_click=open_dialog, args=(participant_forms.ADD,),
    )  # fmt: skip


def _filters(chosen: CohortChoice) -> dict[str, Any]:
    """What to look for; every choice stands in the URL."""
    # Fixed widths wrap to two in a row on a phone.
    with st.container(horizontal=True, key="participant-filters"):
        with st.container(width=200):
            typed = search("Find a participant", key="find", placeholder="Name or e-mail")
        return {
            "search": typed,
            "role": ROLES.get(_choice("Role", list(ROLES), "Everybody")),
            "status": STATUSES.get(_choice("Status", list(STATUSES), "Any status")),
            "paired": PAIRED.get(_choice("Paired", list(PAIRED), "Paired or not"), "any"),
            "skill": _choice("Skill", ask(skill_names, cohort_id=chosen.id), "Any skill") or None,
        }


def _choice(label: str, options: list[str], nothing: str) -> str:
    told: str | None = st.selectbox(
        label, options, index=None, key=label.lower(), placeholder=nothing, label_visibility="collapsed",
        bind="query-params", width=137,
    )  # fmt: skip
    return told or ""


def _table(chosen: CohortChoice, filters: dict[str, Any], total: int) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center", key="participant-bar")
    table = st.container()
    part = pages(total, key="participants-page", size=25, noun="participants")
    frame = ask(participants_page, cohort_id=chosen.id, limit=part.limit, offset=part.offset, **filters)
    ids = [int(participant_id) for participant_id in frame["participant_id"]]
    options = {row_id: f"{name}, {role}" for row_id, name, role in zip(ids, frame["name"], frame["role"], strict=True)}
    with bar:
        picked = chooser(CHOSEN, "Participant", options, "Choose somebody here, or click a row")
        if picked is not None:
            _actions(picked)
    with table:
        grid(CHOSEN, _shown(frame), ids, COLUMNS)


COLUMNS = {
    "name": st.column_config.TextColumn("Name", width=180),
    "role": st.column_config.TextColumn("Role", width=72),
    "status": st.column_config.TextColumn("Status", width=102),
    "places": st.column_config.TextColumn("Places", width=70, help="How many of a mentor's places are taken."),
    "paired_with": st.column_config.TextColumn("Paired with", width=164),
    "skills": st.column_config.TextColumn("Skills", width=190, help="Offered by a mentor, sought by a mentee."),
}


def _shown(frame: pd.DataFrame) -> pd.DataFrame:
    """The page of participants in the words of the screen."""
    places = [
        "" if pd.isna(capacity) else f"{taken} of {capacity}"
        for taken, capacity in zip(frame["taken"], frame["capacity"], strict=True)
    ]
    told = frame.assign(role=frame["role"].str.capitalize(), status=frame["status"].map(state_text), places=places)
    return told[list(COLUMNS)]


def _actions(participant_id: int) -> None:
    """What can be done about the chosen one; who was removed meanwhile is a sentence."""
    found = ask(participant, participant_id=participant_id)
    if found is None:
        st.warning("This participant is not here any more: somebody removed them.")
        return
    st.page_link(
        "pages/people.py", label="Open", icon=":material/person:", query_params={"person": str(found["person_id"])}
    )
    _open("Edit", "edit", participant_forms.EDIT, participant_id)
    if found["status"] == ParticipantStatus.ACTIVE:
        if not found["paired_with"]:
            _now("Waitlist", "hourglass_empty", "Waitlisted", waitlist, found)
    else:
        _now("Reactivate", "play_circle", "Reactivated", reactivate, found)
    if found["status"] != ParticipantStatus.WITHDRAWN:
        _open("Withdraw", "logout", participant_forms.WITHDRAW, participant_id)
    if not found["was_paired"]:
        _open("Remove", "delete", participant_forms.REMOVE, participant_id)


def _open(label: str, icon: str, dialog: str, participant_id: int) -> None:
    st.button(
        label, key=f"{dialog}-open", icon=f":material/{icon}:", on_click=open_dialog, args=(dialog, participant_id)
    )


def _now(label: str, icon: str, done: str, service: Any, found: dict[str, Any]) -> None:
    """A button that acts at once, for what one click brings back."""
    if st.button(label, key=f"participant-{label.lower()}", icon=f":material/{icon}:") and act(
        f"{done} {found['name']}", service, key=f"{label}-{found['id']}", participant_id=found["id"]
    ):
        st.rerun()
