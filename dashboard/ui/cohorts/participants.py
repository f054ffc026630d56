"""The participants of a cohort: find them, choose one, and do something about them."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.enrollment import skill_names
from dashboard.queries.participants import participants_count, participants_page
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid, say_if_gone
from dashboard.ui.cohorts import participant_actions, participant_forms
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.exporting import download
from dashboard.ui.grids import records
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
        download("people", chosen)
    filters = _filters(chosen)
    total = ask(participants_count, cohort_id=chosen.id, **filters)
    if total:
        _table(chosen, filters, total)
    else:
        st.info("Nobody here fits this search. Clear a filter to see more.", icon=":material/search_off:")


def _add_button(chosen: CohortChoice) -> None:
    st.button(
        "Add somebody",
        key="participant-add-open",
        icon=":material/person_add:",
        disabled=chosen.archived,
        help="Restore the cohort first." if chosen.archived else None,
        on_click=open_dialog,
        args=(participant_forms.ADD,),
    )


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
        label,
        options,
        index=None,
        key=label.lower(),
        placeholder=nothing,
        label_visibility="collapsed",
        bind="query-params",
        width=137,
    )
    return told or ""


def _table(chosen: CohortChoice, filters: dict[str, Any], total: int) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center", key="participant-bar")
    table = st.container()
    part = pages(total, key="participants-page", size=25, noun="participants")
    frame = ask(participants_page, cohort_id=chosen.id, limit=part.limit, offset=part.offset, **filters)
    ids = frame["participant_id"].tolist()
    named = zip(ids, frame["name"].tolist(), frame["role"].tolist(), strict=True)
    options = {row_id: f"{name}, {role}" for row_id, name, role in named}
    with bar:
        picked = chooser(CHOSEN, "Participant", options, "Choose somebody here, or click a row")
        if picked is not None:
            participant_actions.draw(picked)
        else:
            say_if_gone(participant_actions.GONE, *participant_actions.AT_ONCE)
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


def _shown(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The page of participants in the words of the screen."""
    rows = records(frame)
    words = {
        "role": [row["role"].capitalize() for row in rows],
        "status": [state_text(row["status"]) for row in rows],
        "places": [f"{row['taken']} of {row['capacity']}" if row["capacity"] else "" for row in rows],
    }
    return {name: words.get(name) or [row[name] for row in rows] for name in COLUMNS}
