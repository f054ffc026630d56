"""The cohort picker: which cohort is looked at stands in the URL, so that a link opens the same place."""

from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice, cohort_choices
from dashboard.ui.asking import ask
from dashboard.ui.text import plain

PARAMETER = "cohort"
CHOSEN = "cohort-chosen"
PICKED = "cohort-picker"


def chosen() -> CohortChoice | None:
    """The cohort that is looked at, if there is any."""
    found: CohortChoice | None = st.session_state.get(CHOSEN)
    return found


def choose(cohort_id: int) -> None:
    """Look at this cohort from the next run on; for the moment after one was made."""
    st.query_params[PARAMETER] = str(cohort_id)


def draw(today: date) -> None:
    """The picker in the sidebar; a link to a cohort that is not there gets a sentence and the newest cohort.

    The newest is the one that began last: one that is still to come has nothing to show yet.
    """
    choices = {choice.id: choice for choice in ask(cohort_choices)}
    st.session_state[CHOSEN] = None
    if not choices:
        return
    asked = st.query_params.get(PARAMETER) or None
    known = _asked_for(asked, choices)
    used = [choice for choice in choices.values() if not choice.archived]
    newest = next((choice for choice in used if choice.starts_on <= today), next(iter(choices.values())))
    stray = asked if known is None else None
    cohort = known or (None if stray else choices.get(st.session_state.get(PICKED, 0))) or newest
    _draw_choices(cohort, choices)
    st.session_state[CHOSEN] = cohort
    if stray:
        known_as = f"This is {plain(cohort.name)}; the others are in the list at the side."
        st.warning(f"There is no cohort {plain(stray[:40])}. {known_as}", icon=":material/link_off:")
    elif asked != str(cohort.id):
        choose(cohort.id)


def _asked_for(asked: str | None, choices: dict[int, CohortChoice]) -> CohortChoice | None:
    if asked is None or not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        return None
    return choices.get(int(asked))


def _draw_choices(cohort: CohortChoice, choices: dict[int, CohortChoice]) -> None:
    offered = [choice.id for choice in choices.values() if not choice.archived or choice is cohort]
    st.session_state[PICKED] = cohort.id
    st.sidebar.selectbox(
        "Cohort", offered, format_func=lambda cohort_id: _label(choices[cohort_id]), key=PICKED, on_change=_picked
    )


def _label(choice: CohortChoice) -> str:
    return f"{choice.name} (archived)" if choice.archived else choice.name


def _picked() -> None:
    choose(st.session_state[PICKED])
