"""How a file is read, to be changed, with the first rows as they come out; also when they do not come out at all."""

import pandas as pd
import streamlit as st

from dashboard.errors import InvalidError
from dashboard.imports.dialects import DELIMITERS
from dashboard.imports.encodings import ENCODINGS
from dashboard.imports.headers import letters
from dashboard.imports.heads import FIND
from dashboard.imports.limits import check_bytes
from dashboard.imports.previews import alternatives, preview
from dashboard.imports.tables import Table
from dashboard.imports.workbooks.reading import Sheet, is_workbook, listed_sheets
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted

PREVIEW = 5
FIND_IT = "Find it"
NO_HEADER = "There is none"
KEEP_ALL = "Totals and notes below the table are rows, too"


def draw(draft: Draft, table: Table) -> None:
    """For a file that was read."""
    source = table.source
    if len(source.sheets) > 1:
        _sheet(draft, source.sheets, source.sheet)
    with st.expander("Read it differently", icon=":material/tune:"):
        _choices(draft, table)
        private = draft.confidence()
        rows = [private.masked(cells) for cells in table.cells[:PREVIEW]]
        first = pd.DataFrame(rows, columns=table.columns, index=table.numbers[:PREVIEW])
        st.dataframe(first, key=f"upload-preview-{draft.token}", row_height=35)
        is_open = not (private.always or private.flags)  # the line that tells most may be what nobody is to see
        if is_open and not source.sheet and not source.encoding.startswith("utf"):
            _in_other_encodings(draft)


def draw_failed(draft: Draft) -> None:
    """For a file that could not be read so, but perhaps otherwise."""
    try:
        check_bytes(draft.data, draft.name)
        sheets = listed_sheets(draft.data, draft.name) if is_workbook(draft.data) else ()
    except InvalidError:
        return
    if sheets:
        _sheet(draft, sheets, draft.sheet)
    if is_workbook(draft.data):
        return
    with st.expander("Read it differently", expanded=True, icon=":material/tune:"):
        _choices(draft, None)
        rows = preview(draft.data, encoding=draft.encoding, delimiter=draft.delimiter, most=PREVIEW)
        frame = pd.DataFrame(rows).rename(columns=letters, index=lambda place: place + 1)
        st.dataframe(frame, key=f"upload-preview-{draft.token}", row_height=35)
        _in_other_encodings(draft)


def _choices(draft: Draft, table: Table | None) -> None:
    source = table.source if table else None
    with st.container(horizontal=True):
        if source is None or not source.sheet:
            _choice(draft, "encoding", "Encoding", ENCODINGS, source.encoding if source else None)
            _choice(draft, "delimiter", "Between cells", DELIMITERS, source.dialect.delimiter if source else None)
        _header_row(draft, table)
    st.checkbox(
        KEEP_ALL,
        value=draft.keeps_all,
        key=f"upload-keeps_all-{draft.token}",
        on_change=_set,
        args=(draft, "keeps_all"),
    )


def _in_other_encodings(draft: Draft) -> None:
    """One line in every encoding in which it makes sense, so that nobody has to try them out."""
    found = draft.once("alternatives", None, lambda: alternatives(draft.data))
    if len(found) > 1:
        st.caption("A line with special letters, in each encoding in which it can be read; the likeliest first")
        frame = pd.DataFrame([(ENCODINGS[one], line) for one, line in found.items()], columns=["Encoding", "Line"])
        st.dataframe(frame, hide_index=True, key=f"upload-encodings-{draft.token}", row_height=35, height=215)


def _sheet(draft: Draft, sheets: tuple[Sheet, ...], shown: str | None) -> None:
    """Which sheet of a workbook: the likeliest first, what nobody would see last."""
    about = {one.name: f"{counted(one.rows, 'row')}{', hidden' if one.hidden else ''}" for one in sheets}
    st.selectbox(
        "Sheet",
        list(about),
        index=list(about).index(shown) if shown in about else None,
        placeholder="Choose another sheet",
        key=f"upload-sheet-{draft.token}",
        format_func=lambda name: f"{name} ({about[name]})",
        on_change=_set,
        args=(draft, "sheet"),
    )


def _choice(draft: Draft, name: str, label: str, options: dict[str, str], found: str | None) -> None:
    offered = ["", *options]
    st.selectbox(
        label,
        offered,
        index=offered.index(getattr(draft, name) or ""),
        key=f"upload-{name}-{draft.token}",
        format_func=lambda one: options[one] if one else FIND_IT,  # a name that changed would come back as an answer
        help=f"As it is read now: {options[found]}" if found else None,
        on_change=_set,
        args=(draft, name),
    )


def _header_row(draft: Draft, table: Table | None) -> None:
    st.selectbox(
        "Header",
        [FIND, 0, *range(1, 31)],
        index=[FIND, 0, *range(1, 31)].index(draft.header_row),
        key=f"upload-header_row-{draft.token}",
        on_change=_set,
        args=(draft, "header_row"),
        format_func=lambda row: {FIND: FIND_IT, 0: NO_HEADER}.get(row, f"Row {row}"),
        help=f"As it is read now: row {table.header_row}" if table and table.header_row else None,
    )


def _set(draft: Draft, name: str) -> None:
    said = st.session_state[f"upload-{name}-{draft.token}"]
    draft.read_differently(**{name: None if said == "" else said})
