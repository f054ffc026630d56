"""The file: chosen, read, and shown as it was read, with everything that was found open to correction."""

import streamlit as st

from dashboard.errors import InvalidError
from dashboard.imports.dialects import DELIMITERS
from dashboard.imports.encodings import ENCODINGS
from dashboard.imports.kinds import KINDS
from dashboard.imports.limits import MEGABYTE, MOST_BYTES
from dashboard.imports.sources import Source
from dashboard.imports.tables import Table
from dashboard.imports.templates import text_template, workbook_template
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.parts import plain
from dashboard.ui.upload import differently, kept, memory
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted

FORMS = {"Excel": workbook_template, "CSV": text_template}


def choose(cohort: CohortChoice) -> Draft | None:
    """The file that was dropped here, with what was said about it so far; nothing until there is one."""
    dropped = st.file_uploader(
        "A file of people, pairs, meetings or check-ins",
        key="upload-file",
        max_upload_size=MOST_BYTES // MEGABYTE,
        help="A workbook (.xlsx, .xls, .ods), CSV or any other text table: as it left your form tool or spreadsheet.",
        on_change=kept.let_go,
    )
    draft = kept.draft_of(dropped, cohort)
    if draft is None:
        _templates()
    else:
        kept.draw(draft, is_dropped=dropped is not None)
    return draft


def _templates() -> None:
    most = MOST_BYTES // MEGABYTE
    st.caption(
        f"A file may have {most} MB. One that stays red was not taken: a larger one has to be split, one that broke "
        "off on its way uploaded again."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Templates to fill in", width="content")
        form = st.segmented_control(
            "Template as",
            list(FORMS),
            default="Excel",
            required=True,
            key="upload-template",
            label_visibility="collapsed",
        )
        for kind in KINDS.values():
            file = FORMS[form or "Excel"](kind)
            st.download_button(
                kind.label,
                file.write,
                file.name,
                file.mime,
                key=f"upload-template-{file.name}",
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
        differently.draw_failed(draft)
        return None
    memory.recall(draft)
    st.markdown(_told(draft, table))
    for note in table.notes:
        st.caption(f":material/info: {plain(note)}")
    differently.draw(draft, table)
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
