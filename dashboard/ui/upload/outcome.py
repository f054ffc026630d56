"""The last step: apply what was reviewed, and where to go from there."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard.imports.cells import edited
from dashboard.imports.collecting import uncollected
from dashboard.imports.memory import header_key
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.review import Plan, Review, State
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import joining_day
from dashboard.services.imports.applying import Source, apply_review
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.upload import memory
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted
from models import ActionKind

NEXT = {
    "people": (("cohorts", "See who takes part", "groups"), ("pairings", "Pair them", "handshake")),
    "pairs": (("pairings", "See the pairings", "handshake"), ("cohorts", "See who takes part", "groups")),
    "meetings": (("meetings", "See the meetings", "forum"), ("overview", "Overview", "dashboard")),
    "check_ins": (("feedback", "See the check-ins", "rate_review"), ("overview", "Overview", "dashboard")),
}
"""Where to go from here, by kind of file: page, label and icon."""
HISTORY = ("history", "History", "history")


def draw(draft: Draft, found: Review, cohort: CohortChoice, *, today: date) -> None:
    """The one button that changes anything, and the rows that stay out as a file."""
    joined_on = _joining_day(found.plan, cohort, today)
    with st.container(horizontal=True, vertical_alignment="center"):
        applied = _apply_button(draft, found.plan)
        _rows_left_out(draft, found)
    if applied:
        with st.spinner("Applying", show_time=True), uncollected():
            done = _apply(draft, found, cohort, joined_on, today)
        if done:
            draft.applied = done.value
            st.rerun()


def done(draft: Draft, found: Review, cohort: CohortChoice) -> None:
    """What came of it, and what comes next; no longer once it was taken back, or there is more to apply."""
    if draft.applied is None or not found.plan.is_empty:
        return
    st.success(f"Done: {draft.kind().said(draft.applied)}. It can be taken back as a whole.", icon=":material/check:")
    with st.container(horizontal=True):
        query = {"cohort": str(cohort.id)}
        for page, label, icon in (*NEXT[draft.kind().key], HISTORY):
            st.page_link(f"pages/{page}.py", label=label, icon=f":material/{icon}:", query_params=query)


def _joining_day(plan: Plan, cohort: CohortChoice, today: date) -> date:
    """Asked where somebody joins: a cohort that has begun before its roster came counts from its start."""
    usual = ask(joining_day, cohort_id=cohort.id, today=today)
    if not plan.joins:
        return usual
    key = f"upload-joined-{cohort.id}-{usual}"
    return st.date_input("They join on", usual, key=key, format="YYYY-MM-DD", width=200)


def _apply_button(draft: Draft, plan: Plan) -> bool:
    if plan.is_empty:
        st.markdown("Nothing to apply: everything that is sound in this file is in your program already.")
        return False
    return st.button(draft.kind().offered(plan), type="primary", icon=":material/check:", key="upload-apply")


def _rows_left_out(draft: Draft, found: Review) -> None:
    stuck = found.in_state(State.TROUBLE)
    if not stuck:
        return
    sentences = {line.number: " ".join(trouble.sentence for trouble in line.troubles) for line in stuck}
    returned = rows_in_trouble(edited(draft.table(), draft.edits), sentences, draft.name)
    st.download_button(
        f"The {counted(len(stuck), 'row')} in trouble, with reasons",
        returned.data,
        returned.name,
        returned.mime,
        icon=":material/download:",
        on_click="ignore",
        key="upload-errors",
    )


def _apply(draft: Draft, found: Review, cohort: CohortChoice, joined_on: date, today: date):  # type: ignore[no-untyped-def]
    source = Source(
        draft.name,
        draft.table().sha256,
        draft.kind().key,
        draft.columns().told(),
        header_key(draft.table()),
        memory.said(draft, cohort, today),
    )
    service = partial(apply_review, review=found, again=draft.reviewer(cohort, today))
    return act(
        f"Uploaded {draft.name}",
        service,
        key=f"upload-{draft.token}-{draft.changed}",
        kind=ActionKind.IMPORT,
        cohort_id=cohort.id,
        source=source,
        joined_on=joined_on,
    )
