"""The cohorts at a glance, and what is in the one that is looked at."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.cohorts_at_a_glance import cohorts_at_a_glance
from dashboard.ui import picker
from dashboard.ui.asking import ask
from dashboard.ui.choosing import table
from dashboard.ui.cohorts import cohort_forms
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.grids import records
from dashboard.ui.parts import Headline, headlines, plain, state_markdown, state_text
from dashboard.words import day

GLANCE = "cohorts-glance"


def new_button() -> None:
    """The way to another cohort."""
    st.button(
        "New cohort",
        key="cohort-new-open",
        icon=":material/add:",
        type="primary",
        on_click=open_dialog,
        args=(cohort_forms.NEW,),
    )


COLUMNS: dict[str, Any] = {
    "name": st.column_config.TextColumn("Cohort", width="medium"),
    "phase": "Phase",
    "starts_on": st.column_config.DateColumn("Starts on", format="D MMM YYYY"),
    "ends_on": st.column_config.DateColumn("Ends on", format="D MMM YYYY"),
    "mentors": "Mentors",
    "mentees": "Mentees",
    "places": st.column_config.NumberColumn("Places", help="The mentees whom the active mentors can take."),
    "pairings": st.column_config.NumberColumn("Open pairings", help="Active or paused now."),
}


def draw(chosen: CohortChoice, *, today: date) -> bool:
    """All cohorts in a table, unless there is one alone, and the chosen one in numbers. Whether anybody is in that."""
    cohorts = records(ask(cohorts_at_a_glance, today=today))
    if len(cohorts) > 1:
        _glance(chosen, cohorts)
    numbers = next((row for row in cohorts if row["cohort_id"] == chosen.id), None)
    return numbers is not None and _summary(chosen, numbers)


def _glance(chosen: CohortChoice, cohorts: list[dict[str, Any]]) -> None:
    """A click on a row looks at that cohort, as the picker does."""
    ids = [row["cohort_id"] for row in cohorts]
    # A key per cohort: whoever uses the picker sees the row follow.
    key = f"{GLANCE}-{chosen.id}"
    columns = {name: [row[name] for row in cohorts] for name in COLUMNS}
    columns["phase"] = [state_text(phase) for phase in columns["phase"]]
    st.dataframe(
        table(columns),
        key=key,
        hide_index=True,
        on_select=lambda: _look_at(key, ids),
        selection_mode="single-row",
        selection_default={"selection": {"rows": [ids.index(chosen.id)] if chosen.id in ids else []}},
        column_config=COLUMNS,
    )


def _look_at(key: str, ids: list[int]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        picker.choose(ids[rows[0]])


def _summary(chosen: CohortChoice, numbers: dict[str, Any]) -> bool:
    """The chosen cohort: its dates and phase, what can be done with it, its numbers. Whether anybody is in it."""
    is_empty = not any(numbers[count] for count in ("mentors", "mentees", "waitlisted", "withdrawn"))
    st.header(plain(chosen.name), anchor=False)
    st.markdown(f"{state_markdown(numbers['phase'])} · {day(chosen.starts_on)} to {day(chosen.ends_on)}")
    _actions(chosen, is_empty=is_empty)
    if not is_empty:
        headlines(_headlines(numbers))
    return not is_empty


def _headlines(numbers: dict[str, Any]) -> list[Headline]:
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
        Headline(
            "Without a mentor",
            f"{max(0, numbers['mentees'] - numbers['pairings']):,}",
            definition="Active mentees with no open pairing.",
        ),
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
                "Restore",
                key="cohort-restore",
                icon=":material/unarchive:",
                on_click=cohort_forms.restore,
                args=(chosen,),
            )
        else:
            _button("Archive", "inventory_2", cohort_forms.ARCHIVE)
        if is_empty:
            _button("Remove", "delete", cohort_forms.REMOVE)


def _button(label: str, icon: str, dialog: str) -> None:
    st.button(label, key=f"{dialog}-open", icon=f":material/{icon}:", on_click=open_dialog, args=(dialog,))
