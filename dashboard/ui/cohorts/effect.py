"""What is about to be saved, seen on those who wait: who would be paired otherwise."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.errors import InvalidError
from dashboard.queries.effect import Effect, effect_of
from dashboard.services.cohort_rules import checked_rules
from dashboard.ui.asking import ask
from dashboard.ui.cohorts.cohort_fields import DEMANDED, WEIGHED
from dashboard.words import counted

COLUMNS = {"mentee": "Mentee", "now": "As it stands", "then": "With these"}


def show_effect(cohort_id: int, values: dict[str, Any], today: date) -> None:
    """The effect of the weights and rules in the form; nothing is saved."""
    try:
        changes = checked_rules({name: values[name] for name in (*WEIGHED, *DEMANDED)})
    except InvalidError as error:
        st.error(str(error))
        return
    found = ask(effect_of, cohort_id=cohort_id, changes=changes, today=today)
    st.info(_told(found), icon=":material/compare_arrows:")
    if len(found.moved):
        st.dataframe(
            found.moved, hide_index=True, height=min(320, 36 * (len(found.moved) + 1) + 2), column_config=COLUMNS
        )


def _told(found: Effect) -> str:
    if not found.wait:
        return "Nobody waits for a mentor, so this changes no pair now. It counts for whoever waits next."
    if not len(found.moved) and not found.reconsidered:
        return f"With these weights and rules nothing changes for the {_waiting(found.wait)}."
    moved = f"{len(found.moved):,} of {_waiting(found.wait)} would be paired otherwise"
    return (
        f"With these weights and rules {moved} in the best plan. It places {_change(*found.placed)} "
        f"at an average fit of {_change(*map(_whole, found.fit))}; {_reconsidered(found.reconsidered)}."
    )


def _waiting(count: int) -> str:
    return counted(count, "mentee who waits", "mentees who wait")


def _change(now: object, then: object) -> str:
    return f"{now}, as now," if now == then else f"{then} instead of {now}"


def _whole(fit: float | None) -> str:
    return "none" if fit is None else f"{fit:.0f}"


def _reconsidered(count: int) -> str:
    return "nobody's list has another mentor first" if not count else f"another mentor heads the list of {count:,}"
