"""Rows in trouble, and those that were: all of one matter at once, or one after the other."""

import streamlit as st

from dashboard.imports.cells import RIGHT
from dashboard.imports.review import Line, State
from dashboard.ui.parts import pages
from dashboard.ui.upload import card
from dashboard.ui.upload.corrections import ANSWERS
from dashboard.ui.upload.draft import Draft
from dashboard.ui.upload.writable import cells_of
from dashboard.words import counted

SIZE = 10
WHOLE = "The whole row"
ALL = ""


def draw(draft: Draft, lines: list[Line]) -> None:
    """The rows as cards, in the order of the file; what can be decided for many of them stands above."""
    st.caption("Correct a cell, or decide: it is checked at once. Rows that stay in trouble are left out.")
    stuck = [line for line in lines if line.state == State.TROUBLE]
    _for_all(draft, stuck)
    lines = _about(draft, lines)
    page = pages(len(lines), key=f"upload-cards-{draft.stamp}", size=SIZE, noun="rows", in_url=False)
    alike = _alike(draft, stuck)
    for line in lines[page.offset : page.offset + page.limit]:
        card.draw(draft, line, alike)


def _for_all(draft: Draft, stuck: list[Line]) -> None:
    """What more than one row waits for, as one click."""
    waiting: dict[str, list[Line]] = {}
    for line in stuck:
        if line.decision:
            waiting.setdefault(line.decision, []).append(line)
    with st.container(horizontal=True):
        for decision, lines in waiting.items():
            if len(lines) > 1:
                st.button(
                    f"{_offered(draft, decision)}: all {len(lines):,} rows",
                    key=f"upload-decide-all-{draft.stamp}-{decision}",
                    on_click=card.correct,
                    args=(draft, lines, {}, {line.number: decision for line in lines}),
                )


def _about(draft: Draft, lines: list[Line]) -> list[Line]:
    """Those that are about the same, when somebody chose so; offered where there is more than a page of them."""
    matters: dict[str, list[Line]] = {}
    for line in lines:
        matters.setdefault(_matter(draft, line), []).append(line)
    if len(lines) <= SIZE or len(matters) < 2:
        return lines
    chosen = st.selectbox(
        "What is wrong",
        [ALL, *matters],
        key=f"upload-matter-{draft.stamp}",
        format_func=lambda one: f"{one or 'Anything'}: {counted(len(matters.get(one, lines)), 'row')}",
    )
    return matters.get(chosen, lines)


def _matter(draft: Draft, line: Line) -> str:
    """What the row waits for, or waited for."""
    was = draft.rows.was.get(line.number, line)
    if was.decision:
        return _offered(draft, was.decision)
    return next((one.column for one in was.troubles if one.column), WHOLE)


def _offered(draft: Draft, decision: str) -> str:
    return {**draft.kind().decisions, RIGHT: ANSWERS[RIGHT]}[decision]


def _alike(draft: Draft, stuck: list[Line]) -> card.Alike:
    """By what is wrong with them: those of which one correction may be that of all."""
    table = draft.table()
    positions = {name: at for at, name in enumerate(table.columns)}

    def made() -> card.Alike:
        found: dict[tuple[str, str], list[Line]] = {}
        for line in stuck:
            for one in line.troubles:
                if one.column in positions:
                    cell = cells_of(draft, line.number)[positions[one.column]]
                    found.setdefault((one.column, cell), []).append(line)
        return found

    return draft.once("alike", (id(table), draft.changed, len(stuck)), made)
