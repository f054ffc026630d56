"""All check-ins of a cohort: find one, correct it, take it out, read a confidential comment on request."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.check_ins import check_in, check_in_count, check_ins_page
from dashboard.queries.cohorts import CohortChoice
from dashboard.questions import WAVES
from dashboard.services.check_ins import remove_check_in
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid, say_if_gone
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.feedback.answers import answers_told
from dashboard.ui.feedback.check_in_edit import EDIT, READ
from dashboard.ui.grids import date_column, records
from dashboard.ui.meetings.meeting_list import only_pairing
from dashboard.ui.parts import pages, search
from dashboard.words import day
from models import Role, Wave

CHOSEN = "check-in"
GONE = "This check-in is not here any more: somebody removed it. Look at the list again."
ROLES = {"By mentees": Role.MENTEE, "By mentors": Role.MENTOR}
COLUMNS = {
    "answered_on": date_column("Day"),
    "who": st.column_config.TextColumn("Who", width=150),
    "role": "Role",
    "wave": "Check-in",
    "answers": st.column_config.TextColumn("Answers", width=230),
    "comment": st.column_config.TextColumn("Comment", width=170),
    "with": st.column_config.TextColumn("With", width="medium"),
}


def draw(cohort: CohortChoice) -> None:
    """The filters, the list, and what can be done about the chosen one."""
    filters = _filters(cohort)
    total = ask(check_in_count, cohort_id=cohort.id, **filters)
    if total:
        _table(cohort, filters, total)
    else:
        st.info("No check-in fits. Record one, or clear a filter to see more.", icon=":material/search_off:")


def _filters(cohort: CohortChoice) -> dict[str, Any]:
    """What to look for; all of it stands in the URL."""
    only = only_pairing(cohort)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = "" if only else search("Find a check-in", key="find", placeholder="Find by a name")
        wave = _choice("Check-in", "wave", list(WAVES.values()))
        role = _choice("By whom", "by", list(ROLES))
    by_words = {words: str(word) for word, words in WAVES.items()}
    return {"pairing_id": only, "search": typed, "wave": by_words.get(wave), "role": ROLES.get(role)}


def _choice(label: str, key: str, options: list[str]) -> str:
    told: str | None = st.selectbox(
        label,
        options,
        index=None,
        key=key,
        bind="query-params",
        placeholder=label,
        label_visibility="collapsed",
        width=180,
    )
    return told or ""


def _table(cohort: CohortChoice, filters: dict[str, Any], total: int) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center", key="check-in-bar")
    table = st.container()
    part = pages(total, key="page", noun="check-ins")
    rows = ask(check_ins_page, cohort_id=cohort.id, limit=part.limit, offset=part.offset, **filters)
    told = records(rows)
    options = {row["check_in_id"]: _words(row) for row in told}
    with bar:
        picked = chooser(CHOSEN, "Check-in", options, "Choose a check-in here, or click a row")
        if picked is not None:
            _actions(picked)
        else:
            say_if_gone(GONE, "check-in-remove")
    with table:
        grid(CHOSEN, _shown(told), list(options), COLUMNS)


def _words(row: dict[str, Any]) -> str:
    return f"{day(row['answered_on'])}, {row[row['role']]}, {WAVES[Wave(row['wave'])].lower()}"


def _shown(told: list[dict[str, Any]]) -> pd.DataFrame:
    other = {Role.MENTEE: Role.MENTOR, Role.MENTOR: Role.MENTEE}
    cells = {
        "answered_on": [row["answered_on"] for row in told],
        "who": [row[row["role"]] for row in told],
        "role": [row["role"].capitalize() for row in told],
        "wave": [WAVES[Wave(row["wave"])] for row in told],
        "answers": [answers_told(row) for row in told],
        "comment": [row["comment"] for row in told],
        "with": [row[other[Role(row["role"])]] for row in told],
    }
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def _actions(check_in_id: int) -> None:
    st.button("Edit", key="check-in-edit-open", icon=":material/edit:", on_click=open_dialog, args=(EDIT, check_in_id))
    found = ask(check_in, check_in_id=check_in_id)
    if found and found["confidential"]:
        st.button(
            "Read the comment",
            key="check-in-read-open",
            icon=":material/lock_open:",
            on_click=open_dialog,
            args=(READ, check_in_id),
        )
    if not st.button("Remove", key="check-in-remove", icon=":material/delete:"):
        return
    if found is None:
        st.warning(GONE)
        return
    summary = f"Removed the {WAVES[Wave(found['wave'])].lower()} check-in of {found[found['role']]}"
    if act(summary, remove_check_in, key=f"remove-check-in-{check_in_id}", check_in_id=check_in_id):
        st.rerun()
