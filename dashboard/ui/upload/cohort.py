"""Which cohort the file goes into; where there is none yet, one is named here."""

from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.services.cohorts import DEFAULT_SCHEDULE, create_cohort
from dashboard.ui import picker
from dashboard.ui.acting import act
from dashboard.ui.cohorts.cohort_fields import name_and_dates, usual
from dashboard.ui.parts import plain
from dashboard.words import day

NEW = "upload-cohort"


def choose(chosen: CohortChoice | None, *, today: date) -> bool:
    """Say where the people go, or ask for a first cohort; whether there is one that takes them."""
    if chosen is None:
        _name_the_first(today)
        return False
    if chosen.archived:
        st.warning(f"{plain(chosen.name)} is archived, so nobody can join it. Choose another cohort, or restore it.")
        return False
    st.markdown(f"Into **{plain(chosen.name)}**, {day(chosen.starts_on)} to {day(chosen.ends_on)}.")
    return True


def _name_the_first(today: date) -> None:
    st.header("Name your first cohort", anchor=False)
    st.caption("A cohort is one run of your program. Its pace and rules can be set later.")
    with st.form(NEW, border=False):
        values = name_and_dates(NEW, usual(today, DEFAULT_SCHEDULE))
        sent = st.form_submit_button("Set up the cohort", type="primary")
    if sent and (done := act(f"Set up {values['name'].strip()}", create_cohort, key=NEW, **values)):
        picker.choose(done.value)
        st.rerun()
