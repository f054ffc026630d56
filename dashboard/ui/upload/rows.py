"""The change list: how many rows would do what, and each of them."""

from collections.abc import Sequence

import streamlit as st

from dashboard.imports.review import Line, Review, State
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.upload import choices, earlier, listing, spellings, trouble
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted

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
GONE = "→ nothing"
FIRST = (State.TROUBLE, State.NEW, State.CHANGED, State.UNCHANGED, State.BLANK)


def draw(draft: Draft, found: Review, cohort: CohortChoice) -> None:
    """The rows of the file by what they would do; those in trouble come first."""
    is_done = draft.applied is not None and found.plan.is_empty
    st.header("What is in, and what is left" if is_done else "What will change", anchor=False)
    earlier.draw(draft, found)
    spellings.draw(draft, found)
    _warn_of_ended(found)
    _warn_of_emptied(draft, found)
    there = _there(draft, found, is_done=is_done)
    first = [State.CHANGED, *FIRST] if earlier.is_in(draft) else FIRST
    shown = _choose(draft, {name: len(lines) for name, lines in there.items()}, first)
    if shown == OPEN:
        choices.draw(draft, there[OPEN])
    elif shown in (State.TROUBLE, CORRECTED):
        trouble.draw(draft, _mended_too(draft, found) if shown == State.TROUBLE else there[CORRECTED])
    else:
        listing.draw(draft, there[shown], name=shown)
    listing.untouched(draft, found, cohort)


def _warn_of_ended(found: Review) -> None:
    """Say that pairings end: of a whole row it is one word that does so."""
    if ended := found.plan.ended:
        rows = counted(sum(bool(line.ends) for line in found.lines), "row")
        st.warning(
            f"{counted(ended, 'pairing')} will end today, by {rows} that withdraw somebody who is paired. Among the "
            "changed rows these come first.",
            icon=":material/link_off:",
        )


def _warn_of_emptied(draft: Draft, found: Review) -> None:
    """Say how much would be gone, before it is: a blank cell empties a field only where somebody said so."""
    emptied = [sum(not new for _, _, new in line.differences) for line in found.lines if line.differences]
    if fields := sum(emptied):
        rows = counted(sum(map(bool, emptied)), "row")
        st.warning(
            f"{counted(fields, 'field')} will be emptied, in {rows}: what is there now goes, because the cell is "
            f"blank. Look for “{GONE}” among the changed rows.",
            icon=":material/ink_eraser:",
        )


def _there(draft: Draft, found: Review, *, is_done: bool) -> dict[str, list[Line]]:
    """The rows by what can be looked at, where there are any; once they are in, nothing is left to confirm."""
    numbers = draft.rows.numbers(draft.kind())
    lines: dict[str, list[Line]] = {state: [] for state in LABELS}
    for line in found.lines:
        lines[line.state].append(line)
        if line.number in numbers:
            lines[CORRECTED].append(line)
        if line.choice and not is_done:
            lines[OPEN].append(line)
    return {name: sorted(those, key=lambda line: not line.ends) for name, those in lines.items() if those}


def _mended_too(draft: Draft, found: Review) -> list[Line]:
    """The rows in trouble, and among them those that no longer are, so that nothing moves under anybody's hands."""
    waiting = (State.NEW, State.CHANGED)
    numbers = draft.rows.numbers(draft.kind())
    return [
        line
        for line in found.lines
        if line.state == State.TROUBLE or (line.state in waiting and line.number in numbers)
    ]


def _choose(draft: Draft, counts: dict[str, int], first: Sequence[State]) -> str:
    """What is looked at: as it was chosen; rows in trouble until they are mended, and then as corrected."""
    if draft.shown == State.TROUBLE and State.TROUBLE not in counts and CORRECTED in counts:
        draft.shown = CORRECTED
    shown = draft.shown if draft.shown in counts else next(str(state) for state in first if state in counts)
    if shown == State.TROUBLE:
        draft.shown = shown
    key = f"upload-shown-{draft.stamp}-{'-'.join(counts)}-{shown}"
    st.segmented_control(
        "Rows",
        list(counts),
        default=shown,
        required=True,
        key=key,
        format_func=lambda state: f"{LABELS[state]} {counts[state]:,}",
        label_visibility="collapsed",
        on_change=_look_at,
        args=(draft, key),
    )
    return shown


def _look_at(draft: Draft, key: str) -> None:
    draft.shown = st.session_state[key]
