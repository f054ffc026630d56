"""The last step: apply what was reviewed, and where to go from there."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard.imports.collecting import uncollected
from dashboard.imports.memory import header_key
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.review import Plan, Review, State
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.enrollment import SINCE, joining_day
from dashboard.services.imports.applying import CHANGED_SINCE, Source, apply_review
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.upload import memory, progress, reviewing
from dashboard.ui.upload.draft import Draft
from dashboard.ui.upload.progress import Steps
from dashboard.words import counted
from models import ActionKind

STEPS = (
    "checking that nothing has changed since",
    "writing",
    "keeping the history, so that it can be taken back",
    "comparing the file with what is in now",
)
NOTHING_NEW = "Nothing to apply: everything that is sound in this file is in your program already."
NOTHING_SOUND = (
    "No row can go in yet: each is in trouble, for the reason beside it. Correct the rows above, or choose what the "
    "columns mean."
)
IN_CONFIDENCE = "Confidential comments stand in it as in your own file, so that none is lost on its way back in."
CORRECTED_SINCE = (
    "Your last correction changes what goes in, so nothing was applied yet. Look at the changes and apply them."
)


def draw(draft: Draft, found: Review, cohort: CohortChoice, *, today: date) -> None:
    """The one button that changes anything, and the rows that stay out as a file."""
    joined_on = _joining_day(draft, found.plan, cohort, today)
    agreed = draft.agreed
    with st.container(horizontal=True, vertical_alignment="center"):
        applied = _apply_button(draft, found)
        _rows_left_out(draft, found)
    if agreed and not applied:
        st.error(CORRECTED_SINCE if agreed.revision == found.revision else CHANGED_SINCE, icon=":material/error:")
    if applied:
        with progress.shown(*STEPS) as steps, uncollected():
            done = _apply(draft, found, cohort, joined_on, today, steps)
            if done:
                draft.applied = done.value  # before the next word to the screen, where a rerun may end the script
                steps.next()
                reviewing.look_again(draft, cohort, today=today)
        if done:
            st.rerun()


def _joining_day(draft: Draft, plan: Plan, cohort: CohortChoice, today: date) -> date:
    """Asked where somebody joins whose row does not say since when."""
    usual = ask(joining_day, cohort_id=cohort.id, today=today)
    if not plan.joins:
        return usual
    key = f"upload-joined-{cohort.id}-{usual}"
    label = "Those without a day join on" if draft.columns().has("joined_on") else "They join on"
    return st.date_input(label, usual, key=key, format="YYYY-MM-DD", width=200, help=SINCE, persist_state="session")


def _apply_button(draft: Draft, found: Review) -> bool:
    """Whether to apply what is shown: a click is about what was on the screen, and the data may be others by now."""
    agreed, draft.agreed = draft.agreed, None
    if found.plan.is_empty:
        st.markdown(NOTHING_NEW if found.in_state(State.UNCHANGED) else NOTHING_SOUND)
    else:
        st.button(
            draft.kind().offered(found.plan),
            type="primary",
            icon=":material/check:",
            key="upload-apply",
            on_click=_agree,
            args=(draft, found),
        )
    return agreed is not None and agreed.plan == found.plan and not found.plan.is_empty


def _agree(draft: Draft, shown: Review) -> None:
    draft.agreed = shown


def _rows_left_out(draft: Draft, found: Review) -> None:
    stuck = found.in_state(State.TROUBLE)
    if not stuck:
        return
    sentences = {line.number: " ".join(trouble.sentence for trouble in line.troubles) for line in stuck}
    returned = rows_in_trouble(draft.corrected()[0], sentences, draft.name)
    st.download_button(
        f"The {counted(len(stuck), 'row')} in trouble, with reasons",
        returned.write,
        returned.name,
        returned.mime,
        icon=":material/download:",
        on_click="ignore",
        key="upload-errors",
    )
    if _is_confidential(draft, set(sentences)):
        st.caption(f":material/lock: {IN_CONFIDENCE}", width="content")


def _is_confidential(draft: Draft, numbers: set[int]) -> bool:
    table, private = draft.table(), draft.confidence()
    return any(
        private.has_any(cells) for number, cells in zip(table.numbers, table.cells, strict=True) if number in numbers
    )


def _apply(draft: Draft, found: Review, cohort: CohortChoice, joined_on: date, today: date, steps: Steps):  # type: ignore[no-untyped-def]
    source = Source(
        draft.name,
        draft.table().sha256,
        draft.kind().key,
        draft.columns().told(),
        header_key(draft.table()),
        memory.said(draft, cohort, today),
    )
    service = partial(apply_review, review=found, again=draft.reviewer(cohort, today), step=steps.next)
    return act(
        f"Uploaded {draft.name}",
        service,
        key=f"upload-{draft.token}-{draft.changed}",
        kind=ActionKind.IMPORT,
        cohort_id=cohort.id,
        source=source,
        joined_on=joined_on,
    )
