"""The cohorts at a glance, and what is in the one that is looked at."""

from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.cohorts_at_a_glance import cohort_summary, cohorts_at_a_glance
from dashboard.ui import cohort_forms, picker
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.parts import Headline, headlines, plain, state_markdown, state_text
from dashboard.words import day

GLANCE = "cohorts-glance"


def new_button() -> None:
    """The way to another cohort."""
    st.button(
        "New cohort", key="cohort-new-open", icon=":material/add:", type="primary",
        on_click=open_dialog, args=(cohort_forms.NEW,),
    )  # fmt: skip


def glance(chosen: CohortChoice, *, today: date) -> None:
    """All cohorts in a table; a click on one looks at it, as the picker does. One alone needs no table."""
    frame = ask(cohorts_at_a_glance, today=today)
    if len(frame) < 2:
        return
    ids = [int(cohort_id) for cohort_id in frame["cohort_id"]]
    # A key per cohort: whoever uses the picker sees the row follow.
    key = f"{GLANCE}-{chosen.id}"
    frame["phase"] = frame["phase"].map(state_text)
    st.dataframe(
        frame.drop(columns=["cohort_id", "waitlisted", "withdrawn", "ended"]),
        key=key, hide_index=True, on_select=lambda: _look_at(key, ids), selection_mode="single-row",
        selection_default={"selection": {"rows": [ids.index(chosen.id)] if chosen.id in ids else []}},
        column_config={
            "name": st.column_config.TextColumn("Cohort", width="medium"),
            "phase": "Phase",
            "starts_on": st.column_config.DateColumn("Starts on", format="D MMM YYYY"),
            "ends_on": st.column_config.DateColumn("Ends on", format="D MMM YYYY"),
            "mentors": "Mentors",
            "mentees": "Mentees",
            "places": st.column_config.NumberColumn("Places", help="The mentees whom the active mentors can take."),
            "pairings": st.column_config.NumberColumn("Open pairings", help="Active or paused now."),
        },
    )  # fmt: skip


def _look_at(key: str, ids: list[int]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        picker.choose(ids[rows[0]])


def summary(chosen: CohortChoice, *, today: date) -> int:
    """The cohort that is looked at: its dates and phase, its numbers, what can be done. Returns how many are in it."""
    numbers = ask(cohort_summary, cohort_id=chosen.id, today=today)
    if numbers is None:
        return 0
    st.header(plain(chosen.name), anchor=False)
    st.markdown(f"{state_markdown(numbers['phase'])} · {day(chosen.starts_on)} to {day(chosen.ends_on)}")
    _actions(chosen, is_empty=not numbers["participants"])
    if numbers["participants"]:
        headlines(_headlines(numbers))
    return int(numbers["participants"])


def _headlines(numbers: dict[str, int]) -> list[Headline]:
    told = [
        Headline("Mentors", f"{numbers['mentors']:,}", definition="Active mentors in this cohort."),
        Headline("Mentees", f"{numbers['mentees']:,}", definition="Active mentees in this cohort."),
        Headline(
            "Places taken",
            f"{numbers['pairings']:,} of {numbers['places']:,}" if numbers["places"] else None,
            definition="How much of what the mentors offer is in use now.",
            numerator="open pairings, active or paused",
            denominator="the capacities of all active mentors",
        ),
        Headline("Without a mentor", f"{numbers['unpaired']:,}", definition="Active mentees with no open pairing."),
    ]
    if numbers["waitlisted"]:
        told.append(Headline("On the waitlist", f"{numbers['waitlisted']:,}", definition="Kept for later."))
    return told


def _actions(chosen: CohortChoice, *, is_empty: bool) -> None:
    with st.container(horizontal=True, key="cohort-actions"):
        _button("Edit", "edit", cohort_forms.EDIT)
        _button("Copy set-up", "content_copy", cohort_forms.COPY)
        if chosen.archived:
            st.button(
                "Restore", key="cohort-restore", icon=":material/unarchive:",
                on_click=cohort_forms.restore, args=(chosen,),
            )  # fmt: skip
        else:
            _button("Archive", "inventory_2", cohort_forms.ARCHIVE)
        if is_empty:
            _button("Remove", "delete", cohort_forms.REMOVE)


def _button(label: str, icon: str, dialog: str) -> None:
    st.button(label, key=f"{dialog}-open", icon=f":material/{icon}:", on_click=open_dialog, args=(dialog,))
