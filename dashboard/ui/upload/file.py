"""The file: chosen, read, and shown as it was read, with everything that was found open to correction."""

import uuid

import pandas as pd
import streamlit as st

from dashboard.errors import InvalidError
from dashboard.imports.decoding import ENCODINGS
from dashboard.imports.dialects import DELIMITERS
from dashboard.imports.kinds import KINDS
from dashboard.imports.limits import MEGABYTE, MOST_BYTES
from dashboard.imports.returning import template
from dashboard.imports.sources import Source
from dashboard.imports.tables import FIND, Table
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.parts import plain
from dashboard.ui.upload.draft import Draft, keep, kept
from dashboard.words import counted

PREVIEW = 5
FIND_IT = "Find it"
NO_HEADER = "There is none"


def choose(cohort: CohortChoice) -> Draft | None:
    """The file that was dropped here, with what was said about it so far; nothing until there is one."""
    dropped = st.file_uploader(
        "A file of people or of pairs",
        key="upload-file",
        max_upload_size=MOST_BYTES // MEGABYTE,
        help="A workbook (.xlsx, .ods), CSV or any other text table: as it left your form tool or spreadsheet.",
    )
    draft = kept()
    if dropped is None:
        keep(None)
        _templates()
        return None
    if draft is None or draft.token != dropped.file_id:
        draft = Draft(dropped.name, dropped.getvalue(), dropped.file_id or uuid.uuid4().hex)
        keep(draft)
    draft.span = (cohort.starts_on, cohort.ends_on)
    return draft


def _templates() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Templates to fill in", width="content")
        for kind in KINDS.values():
            st.download_button(
                kind.label,
                template(kind.kind, kind.example),
                f"{kind.key}.csv",
                "text/csv",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )


def read(draft: Draft) -> Table | None:
    """Say what was read and how, and let it be read differently; nothing when it is no table."""
    try:
        with st.spinner("Reading the file", show_time=True):
            table = draft.table()
    except InvalidError as error:
        st.error(plain(error), icon=":material/error:")
        if draft.encoding or draft.delimiter or "encoding" in str(error):
            _differently(draft, None)
        return None
    st.markdown(_told(draft, table))
    for note in table.notes:
        st.caption(f":material/info: {plain(note)}")
    _differently(draft, table)
    return table


def _told(draft: Draft, table: Table) -> str:
    header = f"header in row {table.header_row}" if table.header_row else "no header"
    rows = counted(len(table.numbers), "row")
    blank = f", {len(table.blank):,} blank" if table.blank else ""
    return f"**{plain(draft.name)}**: {rows}{blank}. Read as {', '.join([*_source_told(table.source), header])}."


def _source_told(source: Source) -> list[str]:
    if source.sheet:
        return ["workbook", f"sheet {plain(source.sheet)}"]
    return [plain(ENCODINGS[source.encoding]), DELIMITERS[source.dialect.delimiter].lower()]


def _differently(draft: Draft, table: Table | None) -> None:
    """How it is read, to be changed, with the first rows as they come out."""
    source = table.source if table else None
    if source and len(source.sheets) > 1:
        _sheet(draft, source)
    with st.expander("Read it differently", expanded=table is None, icon=":material/tune:"):
        with st.container(horizontal=True):
            if not source or not source.sheet:
                _choice(draft, "encoding", "Encoding", ENCODINGS, source.encoding if source else None)
                _choice(draft, "delimiter", "Between cells", DELIMITERS, source.dialect.delimiter if source else None)
            _header_row(draft, table)
        if table is not None:
            first = pd.DataFrame(table.cells[:PREVIEW], columns=table.columns, index=table.numbers[:PREVIEW])
            st.dataframe(first, key=f"upload-preview-{draft.token}", row_height=35)


def _sheet(draft: Draft, source: Source) -> None:
    """Which sheet of a workbook: the likeliest first, what nobody would see last."""
    about = {one.name: f"{counted(one.rows, 'row')}{', hidden' if one.hidden else ''}" for one in source.sheets}
    st.selectbox(
        "Sheet",
        list(about),
        index=list(about).index(source.sheet),
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
        format_func=lambda one: options[one] if one else f"{FIND_IT}{f' ({options[found]})' if found else ''}",
        on_change=_set,
        args=(draft, name),
    )


def _header_row(draft: Draft, table: Table | None) -> None:
    found = f" (row {table.header_row})" if table and table.header_row else ""
    st.selectbox(
        "Header",
        [FIND, 0, *range(1, 31)],
        index=[FIND, 0, *range(1, 31)].index(draft.header_row),
        key=f"upload-header_row-{draft.token}",
        on_change=_set,
        args=(draft, "header_row"),
        format_func=lambda row: {FIND: f"{FIND_IT}{found}", 0: NO_HEADER}.get(row, f"Row {row}"),
    )


def _set(draft: Draft, name: str) -> None:
    said = st.session_state[f"upload-{name}-{draft.token}"]
    setattr(draft, name, None if said == "" else said)
    draft.start_over()
