"""A file that came in before, in the same columns: it is read as last time, and that is said."""

from datetime import date

import streamlit as st

from dashboard.imports.memory import header_key, lasting
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import last_time
from dashboard.ui.asking import ask
from dashboard.ui.parts import plain
from dashboard.ui.upload.draft import Draft
from dashboard.words import day


def recall(draft: Draft) -> None:
    """Remember how the last file with this header was read, asked once a table: applied, this is a last file, too."""
    table = draft.table()
    key = header_key(table)
    draft.last = draft.once("last", id(table), lambda: ask(last_time, header_key=key) if key else None)
    if draft.is_anew:
        draft.last = None


def draw(draft: Draft) -> None:
    """Say that it is read as last time, with a way to read it as if for the first time."""
    last = draft.as_last_time()
    if last is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f":material/history: Read as last time: {plain(last.file_name)}, {day(last.at.date())}.", width="content"
        )
        st.button("Read it anew", key=f"upload-anew-{draft.token}", type="tertiary", on_click=_anew, args=(draft,))


def said(draft: Draft, cohort: CohortChoice, today: date) -> dict[str, dict[str, str]]:
    """What the next file of this make is read by: what was said now, and what was said before and still holds."""
    last = draft.as_last_time()
    options = (last.options if last else {}) | draft.options
    return {
        "separators": (last.separators if last else {}) | draft.separators,
        "options": lasting(options, draft.questions(cohort, today)),
    }


def _anew(draft: Draft) -> None:
    draft.is_anew = True
    draft.start_over()
