"""Rows in trouble, and those that were: why, in the row; mended in the grid, or decided, and checked again at once."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.imports.cells import RIGHT
from dashboard.imports.review import Line
from dashboard.ui.upload.corrections import ADDED, ANSWERS, AS_IN_FILE, added, added_name
from dashboard.ui.upload.draft import Draft

ROW_HEIGHT = 96
"""Pixels: room for a reason of four lines."""
ROW, WHY, DECIDE = "row\u200b", "why\u200b", "decide\u200b"
"""Names of our own columns, which no header can have: it would have lost the invisible character."""


def draw(draft: Draft, lines: list[Line]) -> None:
    """The rows as they are now, with the reason beside them; each change is checked at once."""
    names = _names(draft, lines)
    before = _frame(draft, lines, names)
    offered = _offered(draft, lines)
    after = st.data_editor(
        before,
        key=f"upload-grid-{draft.token}-{draft.changed}-{lines[0].number}",
        hide_index=True,
        disabled=[ROW, WHY],
        column_config=_config(offered),
        row_height=ROW_HEIGHT,
    )
    st.caption("Correct a cell, or decide: it is checked at once. Rows that stay in trouble are left out.")
    edits, decisions = _said(before, after, names, offered)
    if edits or decisions:
        draft.correct(edits, decisions)
        st.rerun()


def _names(draft: Draft, lines: list[Line]) -> dict[int, str]:
    """By position: the columns that mean something; all of them, and cells too many, where cells may be misplaced; and
    those that the file lacks where a whole row is in trouble."""
    table, columns = draft.table(), draft.columns()
    numbers, width = {line.number for line in lines}, len(table.columns)
    is_ragged = not numbers.isdisjoint(table.ragged)
    hidden = {field.key for field in draft.kind().kind.fields if field.hidden}
    shown = (one for one in columns.columns if one.field not in hidden)
    names = {one.position: one.name for one in shown if one.field or is_ragged}
    most = max((len(cells) for number, cells in table.extra.items() if number in numbers), default=0)
    names |= {place: f"Cell {place + 1}\u200b" for place in range(width, width + most)}
    if any(not one.column and one.decision != RIGHT for line in lines for one in line.troubles):
        names |= added(columns, draft.kind())
    used = {place for number in numbers for place in draft.rows.edits.get(number, ()) if place >= ADDED}
    return names | {place: added_name(draft.kind(), place) for place in sorted(used)}


def _frame(draft: Draft, lines: list[Line], names: dict[int, str]) -> pd.DataFrame:
    table, width = draft.corrected()[0], len(draft.table().columns)
    place = {number: position for position, number in enumerate(table.numbers)}
    rows: list[dict[str, Any]] = []
    for line in lines:
        cells = dict(enumerate(table.cells[place[line.number]][:width]))
        cells |= dict(enumerate(table.extra.get(line.number, ()), start=width))
        cells |= {at: cell for at, cell in draft.rows.edits.get(line.number, {}).items() if at >= ADDED}
        said = {ROW: line.number, WHY: _why(line), DECIDE: draft.rows.said(line.number)}
        rows.append(said | {name: cells.get(at, "") for at, name in names.items()})
    return pd.DataFrame(rows, columns=[ROW, WHY, DECIDE, *names.values()])


def _why(line: Line) -> str:
    """Why it is in trouble; else what it will do."""
    if line.troubles:
        return " ".join(f"{one.column}: {one.sentence}" if one.column else one.sentence for one in line.troubles)
    told = "; ".join([*line.brought(), *map(str, line.differences), *line.remarks])
    return f"{line.state.capitalize()}. {told}".strip()


def _offered(draft: Draft, lines: list[Line]) -> dict[str, str]:
    """What can be decided about one of the rows or another."""
    corrected = draft.rows.numbers(draft.kind())
    numbers = {line.number for line in lines}
    offered = dict(draft.kind().decisions) if any(one.decision for one in lines) or numbers & corrected else {}
    if not numbers.isdisjoint(draft.table().ragged):
        offered[RIGHT] = ANSWERS[RIGHT]
    if numbers & corrected:
        offered[AS_IN_FILE] = ANSWERS[AS_IN_FILE]
    return offered


def _config(offered: Mapping[str, str]) -> dict[str, Any]:
    shown = {
        ROW: st.column_config.NumberColumn("Row", width="small", pinned=True),
        WHY: st.column_config.TextColumn("Why", width="large"),
        DECIDE: None,
    }
    if offered:
        shown[DECIDE] = st.column_config.SelectboxColumn(
            "Decide", options=list(offered), format_func=lambda one: offered[str(one)], width="medium"
        )
    return shown


def _said(
    before: pd.DataFrame, after: pd.DataFrame, names: dict[int, str], offered: Mapping[str, str]
) -> tuple[dict[int, dict[int, str]], dict[int, str]]:
    """What was written and what was decided, by row number."""
    edits: dict[int, dict[int, str]] = {}
    decisions: dict[int, str] = {}
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        number = int(old[ROW])
        cells = {at: _text(new[name]) for at, name in names.items() if _text(new[name]) != old[name]}
        if cells:
            edits[number] = cells
        if new[DECIDE] in offered and new[DECIDE] != old[DECIDE]:
            decisions[number] = new[DECIDE]
    return edits, decisions


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
