"""Setting up, editing and copying a cohort, each in a dialog; and the questions before it is put away or removed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import streamlit as st

from dashboard.queries.cohorts import CohortChoice, cohort
from dashboard.queries.cohorts_at_a_glance import cohort_summary
from dashboard.services.cohorts import (
    DEFAULT_SCHEDULE,
    archive_cohort,
    copy_cohort,
    create_cohort,
    edit_cohort,
    remove_cohort,
    restore_cohort,
)
from dashboard.ui import picker
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.cohorts.cohort_fields import demands, name_and_dates, pace, schedule, usual, weights
from dashboard.ui.cohorts.effect import show_effect
from dashboard.ui.dialogs import about, close_dialog, confirm, is_open, open_dialog
from dashboard.ui.editing import as_opened, changed, close_and_rerun
from dashboard.words import counted

NEW, EDIT, COPY, ARCHIVE, REMOVE = "cohort-new", "cohort-edit", "cohort-copy", "cohort-archive", "cohort-remove"
EDIT_AT, RULES = "edit", "Rules"
"""The parameter of a link that opens the form of a cohort at one of its tabs, and the tab that other views lead to."""
TABS = ("Name and dates", "Pace", "Check-ins", "Fit", RULES)


def draw(chosen: CohortChoice | None, *, today: date) -> None:
    """Whichever dialog about cohorts is open."""
    if is_open(NEW):
        _new(today)
    if chosen is None:
        return
    if (tab := st.query_params.pop(EDIT_AT, None)) in TABS:
        open_dialog(EDIT, tab)
    if is_open(EDIT):
        _edit(chosen, today)
    if is_open(COPY):
        _copy(chosen)
    _ask_before(chosen, today)


@st.dialog("New cohort", width="medium", on_dismiss=close_dialog)
def _new(today: date) -> None:
    values = _whole_form(NEW, usual(today, DEFAULT_SCHEDULE), "Set up the cohort")
    if values and (done := act(f"Set up {values['name'].strip()}", create_cohort, key=NEW, **values)):
        picker.choose(done.value)
        close_and_rerun()


@st.dialog("Edit the cohort", width="medium", on_dismiss=close_dialog)
def _edit(chosen: CohortChoice, today: date) -> None:
    stored = ask(cohort, cohort_id=chosen.id)
    if stored is None:
        st.error("This cohort is not here any more: somebody removed it. Choose another one.")
        return
    before = as_opened(stored)
    values = _whole_form(
        f"{EDIT}-{chosen.id}", before, "Save", effect=lambda values: show_effect(chosen.id, values, today)
    )
    if values and act(f"Edited {chosen.name}", edit_cohort, key=EDIT, cohort_id=chosen.id, **changed(before, values)):
        close_and_rerun()


@st.dialog("Copy the set-up", on_dismiss=close_dialog)
def _copy(chosen: CohortChoice) -> None:
    st.caption("The new cohort gets the same pace, check-ins, weights and rules. Nobody is in it yet.")
    dates = {"starts_on": chosen.ends_on, "ends_on": chosen.ends_on + (chosen.ends_on - chosen.starts_on)}
    with st.form(COPY, border=False):
        values = name_and_dates(COPY, {"name": "", **dates})
        sent = st.form_submit_button("Set up the copy", type="primary")
    if sent and (
        done := act(f"Copied the set-up of {chosen.name}", copy_cohort, key=COPY, cohort_id=chosen.id, **values)
    ):
        picker.choose(done.value)
        close_and_rerun()


def _whole_form(
    key: str, stored: dict[str, Any], submit: str, effect: Callable[[dict[str, Any]], None] | None = None
) -> dict[str, Any] | None:
    """Every field of a cohort, in five tabs; what was filled in once it is sent. ``effect`` shows what it changes."""
    with st.form(key, border=False):
        basics, rhythm, asked, fit, rules = st.tabs(TABS, default=about(EDIT))
        with basics:
            values = name_and_dates(key, stored)
        with rhythm:
            values |= pace(key, stored)
        with asked:
            values["schedule"] = schedule(key, stored["schedule"])
        with fit:
            values |= weights(key, stored)
        with rules:
            values |= demands(key, stored)
        with st.container(horizontal=True):
            sent = st.form_submit_button(submit, type="primary")
            looked = effect is not None and st.form_submit_button("See who would be paired otherwise")
    if effect is not None and looked:
        effect(values)
    return values if sent else None


def restore(chosen: CohortChoice) -> None:
    """Bring the archived cohort back; made for ``on_click=``."""
    act(f"Restored {chosen.name}", restore_cohort, key=f"restore-{chosen.id}", cohort_id=chosen.id)


def _ask_before(chosen: CohortChoice, today: date) -> None:
    confirm(
        ARCHIVE,
        "Archive this cohort?",
        lambda: _what_archiving_means(chosen, today),
        yes="Archive it",
        do=lambda: act(
            f"Archived {chosen.name}",
            archive_cohort,
            key=f"{ARCHIVE}-{chosen.id}",
            cohort_id=chosen.id,
            at=datetime.combine(today, time(), UTC),
        ),
    )
    confirm(
        REMOVE,
        "Remove this cohort?",
        f"{chosen.name} is empty: only its name, its dates and its rules go.",
        yes="Remove it",
        do=lambda: act(f"Removed {chosen.name}", remove_cohort, key=f"{REMOVE}-{chosen.id}", cohort_id=chosen.id),
    )


def _what_archiving_means(chosen: CohortChoice, today: date) -> str:
    summary = ask(cohort_summary, cohort_id=chosen.id, today=today)
    still = summary["pairings"] if summary else 0
    are_open = f" {counted(still, 'pairing is', 'pairings are')} still open and will stay so." if still else ""
    return f"{chosen.name} leaves the picker and nobody new can join it. Everything in it stays.{are_open}"
