"""The change list: how many rows would do what, and each of them; rows in trouble are mended in place."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.imports.declaring import Stored
from dashboard.imports.review import Line, Review, State
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import earlier_imports, revision
from dashboard.ui.asking import ask
from dashboard.ui.parts import pages, plain
from dashboard.ui.upload import choices, progress, spellings, trouble
from dashboard.ui.upload.draft import Draft
from dashboard.ui.upload.progress import Steps

OPEN, CORRECTED = "open", "corrected"
"""The rows that leave something open, and those that were corrected by hand, whatever their state."""
LABELS: dict[str, str] = {
    State.NEW: "New",
    State.CHANGED: "Changed",
    State.TROUBLE: "In trouble",
    CORRECTED: "Corrected",
    State.UNCHANGED: "Unchanged",
    State.BLANK: "Blank",
    OPEN: "To confirm",
}
SIZE = 50
MOST_NAMES = 200


def review(draft: Draft, cohort: CohortChoice, *, today: date) -> Review | None:
    """What the file would change, as things are now; nothing when that can't be said, and why."""
    now = ask(revision)
    if draft.is_reviewed(cohort, today, now):
        found = draft.review(cohort, today, now, lambda: _picture(draft, cohort))
    else:
        with progress.shown("looking at your program", "comparing every row with it") as steps:
            found = draft.review(cohort, today, now, lambda: _picture(draft, cohort, steps))
    if found.problem:
        st.error(plain(found.problem), icon=":material/error:")
        return None
    return found


def _picture(draft: Draft, cohort: CohortChoice, steps: Steps | None = None) -> Stored:
    stored = ask(draft.kind().picture, cohort_id=cohort.id)
    if steps is not None:
        steps.next()
    return stored


def draw(draft: Draft, found: Review, cohort: CohortChoice) -> None:
    """The rows of the file by what they would do; those in trouble come first."""
    is_done = draft.applied is not None and found.plan.is_empty
    st.header("What is in, and what is left" if is_done else "What will change", anchor=False)
    if ask(earlier_imports, sha256=draft.table().sha256) and draft.applied is None:
        st.caption(":material/history: This very file was uploaded before.")
    spellings.draw(draft, found)
    corrected = _corrected(draft, found)
    there: dict[str, int] = {state: count for state, count in found.counts.items() if count}
    unsettled = [line for line in found.lines if line.choice]
    if unsettled:
        there[OPEN] = len(unsettled)
    if corrected:
        there[CORRECTED] = len(corrected)
    shown = st.segmented_control(
        "Rows",
        [state for state in LABELS if state in there],
        default=_first(there),
        required=True,
        key=f"upload-shown-{draft.token}-{'' if unsettled else draft.changed}-{_first(there)}",
        format_func=lambda state: f"{LABELS[state]} {there[state]:,}",
        label_visibility="collapsed",
    )
    _draw_rows(draft, found, shown or _first(there), unsettled)
    _untouched(draft, found, cohort)


def _draw_rows(draft: Draft, found: Review, shown: str, unsettled: list[Line]) -> None:
    if shown == OPEN:
        choices.draw(draft, unsettled)
        return
    lines = _corrected(draft, found) if shown == CORRECTED else found.in_state(State(shown))
    page = pages(len(lines), key=f"upload-page-{draft.token}-{shown}", size=SIZE, noun="rows", in_url=False)
    on_page = lines[page.offset : page.offset + page.limit]
    if shown in (State.TROUBLE, CORRECTED):
        trouble.draw(draft, on_page)
    else:
        _grid(on_page)


def _corrected(draft: Draft, found: Review) -> list[Line]:
    """Every row that was corrected by hand, in trouble still or no longer."""
    numbers = draft.rows.numbers(draft.kind())
    return [line for line in found.lines if line.number in numbers] if numbers else []


def _first(there: dict[str, int]) -> str:
    order: tuple[str, ...] = (State.TROUBLE, State.NEW, State.CHANGED, State.UNCHANGED, State.BLANK)
    return next((state for state in order if state in there), State.UNCHANGED)


def _grid(lines: list[Line]) -> None:
    rows = [
        (line.number, line.who, "; ".join([*line.brought(), *map(str, line.differences), *line.remarks]))
        for line in lines
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=["row", "who", "what"]),
        hide_index=True,
        column_config={
            "row": st.column_config.NumberColumn("Row", width="small"),
            "who": st.column_config.TextColumn("Who", width="medium"),
            "what": st.column_config.TextColumn("What changes", width="large"),
        },
    )


def _untouched(draft: Draft, found: Review, cohort: CohortChoice) -> None:
    if not found.untouched:
        return
    with st.expander(draft.kind().untouched(len(found.untouched), plain(cohort.name))):
        more = len(found.untouched) - MOST_NAMES
        names = plain(", ".join(found.untouched[:MOST_NAMES]))
        st.markdown(f"{names} and {more:,} more." if more > 0 else names)
