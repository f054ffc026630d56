"""The page of one person: who they are, what they take part in, and what became of it."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.people import person, separations
from dashboard.queries.person_story import participations, person_pairings
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.grids import records
from dashboard.ui.parts import header, plain, section, state_markdown
from dashboard.ui.people import person_forms, person_story
from dashboard.words import counted, day
from models import Role


def draw(person_id: int, *, today: date) -> bool:
    """Everything about them; false when they are not there."""
    found = ask(person, person_id=person_id)
    if found is None:
        return False
    roles = ask(participations, person_id=person_id)
    with st.container(key="to-person-back"):
        # Back to the search that led here, if there was one.
        searched = {"q": st.query_params["q"]} if "q" in st.query_params else None
        st.page_link("pages/people.py", label="All people", icon=":material/arrow_back:", query_params=searched)
    header(
        found["name"],
        " · ".join(part for part in (found["job_title"], found["organization"], found["location"]) if part),
    )
    _actions(person_id, can_go=roles.empty)
    _facts(found)
    main, aside = st.columns([3, 2], gap="large")
    with main:
        _participations(roles)
        _pairings(person_id)
        person_story.timeline_section(person_id, today=today)
    with aside:
        person_story.growth_section(person_id)
        person_story.lineage_section(person_id)
        _separations(person_id)
    return True


def _actions(person_id: int, *, can_go: bool) -> None:
    with st.container(horizontal=True, key="person-actions"):
        _button("Edit", "edit", person_forms.EDIT, person_id)
        _button("Keep apart", "social_distance", person_forms.SEPARATE, person_id)
        if can_go:
            _button("Remove", "delete", person_forms.REMOVE, person_id)


def _button(label: str, icon: str, dialog: str, person_id: int) -> None:
    st.button(label, key=f"{dialog}-open", icon=f":material/{icon}:", on_click=open_dialog, args=(dialog, person_id))


def _facts(found: dict[str, Any]) -> None:
    """What is known of them, in a row of small labels and plain values; what is unknown is left out."""
    years = found["years_experience"]
    facts = {
        "E-mail": found["email"],
        "Languages": found["languages"],
        "Experience": None if years is None else f"{years:g} {'year' if years == 1 else 'years'}",
        "Time zone": found["time_zone"],
        "Department": found["department"],
        "Manager": found["manager"] or found["manager_email"],
        "ID": found["external_id"],
    }
    known = {label: value for label, value in facts.items() if value}
    if known:
        with st.container(horizontal=True, gap="medium", key="person-facts"):
            for label, value in known.items():
                st.markdown(f":small[:gray[{label}]]  \n{plain(value)}", width="content")
    if found["bio"]:
        st.markdown(plain(found["bio"]))


def _participations(roles: pd.DataFrame) -> None:
    section("Takes part")
    if roles.empty:
        st.caption("In no cohort yet. Add them to one in Cohorts.")
    for row in records(roles):
        since = f"since {day(row['joined_on'])}"
        st.markdown(
            f"**{row['role'].capitalize()}** in {plain(row['cohort'])} · {state_markdown(row['status'])} · {since}"
        )
        is_mentor = row["role"] == Role.MENTOR
        told = [
            f"{'Offers' if is_mentor else 'Seeks'} {row['skills']}" if row["skills"] else "",
            f"takes {counted(row['capacity'], 'mentee')} at once" if is_mentor else "",
            f"hopes: {row['hopes']}" if row["hopes"] else "",
        ]
        words = " · ".join(part for part in told if part)
        if words:
            st.caption(plain(words[:1].upper() + words[1:]))


def _pairings(person_id: int) -> None:
    pairings = ask(person_pairings, person_id=person_id)
    section("Pairings")
    if pairings.empty:
        st.caption("Never paired so far.")
    for row in records(pairings):
        _pairing(row)


def _pairing(row: dict[str, Any]) -> None:
    with st.container(key=f"to-pairing-{row['pairing_id']}", gap="xsmall"):
        st.page_link(
            "pages/pairings.py",
            label=plain(row["partner"]),
            icon=":material/handshake:",
            query_params={"cohort": str(row["cohort_id"]), "pairing": str(row["pairing_id"])},
        )
        st.caption(_told(row))


def _told(row: dict[str, Any]) -> str:
    """A pairing in a line: in which role and cohort, its state, from when to when, how often they met."""
    other = Role.MENTEE if row["role"] == Role.MENTOR else Role.MENTOR
    when = (
        f"{day(row['started_on'])} to {day(row['ended_on'])}" if row["ended_on"] else f"since {day(row['started_on'])}"
    )
    met = counted(row["held"], "meeting") if row["held"] else "no meeting"
    last = f", last on {day(row['last_meeting_on'])}" if row["last_meeting_on"] and not row["ended_on"] else ""
    return f"{state_markdown(row['status'])} · their {other} in {plain(row['cohort'])} · {when} · {met}{last}"


def _separations(person_id: int) -> None:
    apart = ask(separations, person_id=person_id)
    if apart.empty:
        return
    section("Kept apart from")
    for row in records(apart):
        other_id = int(row["person_id"])
        with st.container(key=f"to-person-{other_id}", gap="xsmall"):
            st.page_link("pages/people.py", label=plain(row["name"]), query_params={"person": str(other_id)})
            st.caption(plain(row["reason"] or "No reason given"))
            st.button(
                "Allow again",
                key=f"allow-{other_id}",
                type="tertiary",
                on_click=person_forms.allow,
                args=(person_id, other_id),
            )
