"""Rows in trouble: why, in the row; mended in the grid, or decided, and checked again at once."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.imports.cells import edited
from dashboard.imports.review import Line
from dashboard.imports.tables import Table
from dashboard.ui.upload.draft import Draft

ROW_HEIGHT = 96
"""Pixels: room for a reason of four lines."""
ROW, WHY, DECIDE = "row\u200b", "why\u200b", "decide\u200b"
"""Names of our own columns, which no header can have: it would have lost the invisible character."""


def draw(draft: Draft, lines: list[Line]) -> None:
    """The rows as they are in the file, with the reason beside them; each change is checked at once."""
    table = edited(draft.table(), draft.edits)
    names = {column.position: column.name for column in draft.columns().columns if column.field}
    before = _frame(table, lines, names)
    after = st.data_editor(
        before,
        key=f"upload-grid-{draft.token}-{draft.changed}-{lines[0].number}",
        hide_index=True,
        disabled=[ROW, WHY],
        column_config=_config(lines, draft.kind().decisions),
        row_height=ROW_HEIGHT,
    )
    st.caption("Correct a cell, or decide: it is checked at once. Rows that stay in trouble are left out.")
    edits, decisions = _said(before, after, names, draft.kind().decisions)
    if edits or decisions:
        draft.correct(edits, decisions)
        st.rerun()


def _frame(table: Table, lines: list[Line], names: dict[int, str]) -> pd.DataFrame:
    place = {number: position for position, number in enumerate(table.numbers)}
    rows: list[dict[str, Any]] = []
    for line in lines:
        cells = table.cells[place[line.number]]
        why = " ".join(f"{one.column}: {one.sentence}" if one.column else one.sentence for one in line.troubles)
        rows.append({ROW: line.number, WHY: why, DECIDE: None} | {names[at]: cells[at] for at in names})
    return pd.DataFrame(rows, columns=[ROW, WHY, DECIDE, *names.values()])


def _config(lines: list[Line], decisions: Mapping[str, str]) -> dict[str, Any]:
    shown = {
        ROW: st.column_config.NumberColumn("Row", width="small", pinned=True),
        WHY: st.column_config.TextColumn("Why", width="large"),
        DECIDE: None,
    }
    if any(line.decision for line in lines):
        shown[DECIDE] = st.column_config.SelectboxColumn(
            "Decide", options=list(decisions), format_func=lambda one: decisions[str(one)], width="medium"
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
        if new[DECIDE] in offered:
            decisions[number] = new[DECIDE]
    return edits, decisions


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
