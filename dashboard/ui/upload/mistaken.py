"""A file that was taken for one of another kind: said where nothing in it is sound, and mended by one click."""

import streamlit as st

from dashboard.imports.declaring import FileKind
from dashboard.imports.kinds import likelier
from dashboard.imports.review import Review
from dashboard.ui.upload.draft import Draft


def draw(draft: Draft, found: Review) -> None:
    """What the file looks like, if it is not what it is read as."""
    if not found.is_all_trouble:
        return
    table, key = draft.table(), draft.kind().key
    other = draft.once("mistaken", (id(table), key), lambda: likelier(key, draft.name, table))
    if other is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="upload-mistaken"):
        st.info(
            f"This looks like a file of {other.many}, and it is read as one of {draft.kind().many}.",
            icon=":material/swap_horiz:",
        )
        label = f"Read it as {other.many}"
        st.button(label, key=f"upload-mistaken-{draft.stamp}", on_click=_read_as, args=(draft, other))


def _read_as(draft: Draft, kind: FileKind) -> None:
    draft.chosen_kind = kind.key
    draft.start_over()
