"""A row that is in trouble, or was, as a card: each cell with what is wrong under it, mended in place, or decided."""

from collections.abc import Iterable, Mapping

import streamlit as st

from dashboard.imports.cells import RIGHT
from dashboard.imports.review import Line, State
from dashboard.ui.parts import plain
from dashboard.ui.upload.corrections import ANSWERS
from dashboard.ui.upload.draft import Draft
from dashboard.ui.upload.writable import cells_of, is_open, names_of, place_of
from dashboard.words import counted

Alike = Mapping[tuple[str, str], list[Line]]
"""Column and cell -> the rows in trouble for it."""
WIDTH = 230
"""Pixels of a cell: three beside each other at a desk, one on a phone."""


def draw(draft: Draft, line: Line, alike: Alike) -> None:
    """The row as it is now; whatever is said about it is checked at once, and it stays where it was."""
    was = draft.rows.was.get(line.number, line)
    with st.container(border=True, key=f"upload-row-{line.number}"):
        st.markdown(f"**Row {line.number}** · {plain(line.who) or 'nobody named'}")
        with st.container():  # one place, whatever is said: what follows would else be made anew, without the keyboard
            if line.state != State.TROUBLE:
                st.caption(_will(line))
            for one in line.troubles:
                if not one.column:
                    st.markdown(f":material/error: {plain(one.sentence)}")
        names, cells = names_of(draft, was), cells_of(draft, line.number)
        is_whole = st.session_state.get(_whole(draft, line), False)
        shown = {at: name for at, name in names.items() if is_whole or is_open(draft, was, line, name, at)}
        is_short = len(shown) == 1 and not is_whole
        with st.container(horizontal=is_short, vertical_alignment="top", key=f"upload-body-{line.number}"):
            _cells(draft, line, shown, cells, is_short=is_short)
            with st.container(horizontal=True, vertical_alignment="center", width="content" if is_short else "stretch"):
                _buttons(draft, was, line, alike)
                if is_whole or len(shown) < len(names):
                    st.toggle("The whole row", key=_whole(draft, line))


def _whole(draft: Draft, line: Line) -> str:
    return f"upload-whole-{draft.stamp}-{line.number}"


def _will(line: Line) -> str:
    told = "; ".join([*line.brought(), *map(str, line.differences), *line.remarks])
    return f":green-badge[:material/check: {line.state.capitalize()}] {plain(told)}"


def _cells(draft: Draft, line: Line, names: Mapping[int, str], cells: Mapping[int, str], *, is_short: bool) -> None:
    """The cells beside each other, each with its reason under it; of a single one the reason stands beside it."""
    reasons: dict[str, list[str]] = {}
    for one in line.troubles:
        reasons.setdefault(one.column, []).append(one.sentence)
    with st.container(horizontal=True) if is_short else st.grid(3, min_column_width=WIDTH):
        for at, name in names.items():
            why = " ".join(reasons.get(name, ()))
            with st.container(key=f"upload-cell-{line.number}-{at}", gap="xsmall"):
                key = _key(draft, line.number, at)
                st.text_input(name, cells.get(at, ""), key=key, on_change=_write, args=(draft, line, at, key))
                if why:
                    st.caption(f":material/error: {plain(why)}")


def _buttons(draft: Draft, was: Line, line: Line, alike: Alike) -> None:
    offered = {**draft.kind().decisions, RIGHT: ANSWERS[RIGHT]}
    edits, number = draft.rows.edits.get(line.number, {}), line.number
    if line.decision in offered:
        st.button(
            offered[line.decision],
            key=f"upload-decide-{draft.stamp}-{number}",
            on_click=correct,
            args=(draft, [line], {}, {number: line.decision}),
        )
    for name, cell, new, lines in _like_it(draft, was, edits, alike):
        st.button(
            f"The same in {counted(len(lines), 'other row')} with “{plain(cell)}”",
            key=f"upload-alike-{draft.stamp}-{number}-{name}",
            on_click=correct,
            args=(draft, lines, {one.number: new for one in lines}, {}),
        )
    if edits or draft.rows.said(number):
        key = f"upload-back-{draft.stamp}-{number}"
        st.button("As in the file", key=key, type="tertiary", on_click=_take_back, args=(draft, number))


def _like_it(
    draft: Draft, was: Line, edits: Mapping[int, str], alike: Alike
) -> Iterable[tuple[str, str, dict[int, str], list[Line]]]:
    """For each corrected cell: its column, what stood there, the correction, and the rows in trouble for the same."""
    table = draft.table()
    for at, text in edits.items():
        if at < len(table.columns) and any(one.column == table.columns[at] for one in was.troubles):
            cell = table.cells[place_of(draft, was.number)][at]
            lines = [one for one in alike.get((table.columns[at], cell), ()) if one.number != was.number]
            if lines:
                yield table.columns[at], cell, {at: text}, lines


def correct(draft: Draft, lines: Iterable[Line], edits: dict[int, dict[int, str]], decisions: dict[int, str]) -> None:
    """Say something about these rows, and remember how they were, so that they stay where they are on the screen."""
    for line in lines:
        draft.rows.was.setdefault(line.number, line)
    draft.correct(edits, decisions)


def _write(draft: Draft, line: Line, at: int, key: str) -> None:
    correct(draft, [line], {line.number: {at: st.session_state[key]}}, {})


def _take_back(draft: Draft, number: int) -> None:
    """Forget what was said about the row; its fields show the file's cells again."""
    edited = [*draft.rows.edits.get(number, ())]
    draft.rows.take_back(number)
    draft.changed += 1
    cells = cells_of(draft, number)
    for at in edited:
        st.session_state[_key(draft, number, at)] = cells.get(at, "")


def _key(draft: Draft, number: int, at: int) -> str:
    return f"upload-cell-{draft.stamp}-{number}-{at}"
