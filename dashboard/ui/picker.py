"""The cohort picker: which cohort is looked at stands in the URL, so that a link opens the same place."""

from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice, cohort_choices
from dashboard.ui.asking import ask
from dashboard.ui.text import options_apart, plain

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


def settle(today: date) -> None:
    """Decide which cohort is looked at, and write it into the URL where it is missing.

    It comes before the navigation, so that the browser goes to a view and its cohort in one step, and back in one.
    """
    choices = {choice.id: choice for choice in ask(cohort_choices)}
    asked = st.query_params.get(PARAMETER) or None
    known = _asked_for(asked, choices)
    stray = asked is not None and known is None
    kept = None if stray else choices.get(st.session_state.get(PICKED, 0))
    cohort = st.session_state[CHOSEN] = known or kept or _newest(list(choices.values()), today)
    if cohort and asked is None:
        choose(cohort.id)


def draw() -> None:
    """The picker in the sidebar; a link to a cohort that is not there gets a sentence."""
    cohort = chosen()
    if cohort is None:
        return
    choices = {choice.id: choice for choice in ask(cohort_choices)}
    offered = [choice.id for choice in choices.values() if not choice.archived or choice.id == cohort.id]
    st.session_state[PICKED] = cohort.id
    st.sidebar.selectbox(
        "Cohort",
        offered,
        format_func=options_apart({one: _label(choices[one]) for one in offered}).__getitem__,
        key=PICKED,
        on_change=_picked,
    )
    asked = st.query_params.get(PARAMETER, "")
    if _asked_for(asked, choices) is None:
        others = f"This is {plain(cohort.name)}; the others are in the list at the side."
        st.warning(f"There is no cohort {plain(asked[:40])}. {others}", icon=":material/link_off:")


def _newest(choices: list[CohortChoice], today: date) -> CohortChoice | None:
    """The one in use that began last: one that is still to come has nothing to show yet."""
    begun = (choice for choice in choices if not choice.archived and choice.starts_on <= today)
    return next(begun, next(iter(choices), None))


def _asked_for(asked: str | None, choices: dict[int, CohortChoice]) -> CohortChoice | None:
    if asked is None or not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        return None
    return choices.get(int(asked))


def _label(choice: CohortChoice) -> str:
    return f"{choice.name} (archived)" if choice.archived else choice.name


def _picked() -> None:
    choose(st.session_state[PICKED])
