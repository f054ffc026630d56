"""The draft of this visitor, one at a time: it waits while they look elsewhere, until it is discarded or replaced."""

import uuid
from typing import TYPE_CHECKING, cast

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.parts import plain
from dashboard.ui.upload.draft import Draft

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

KEPT = "upload-draft"


def draft_of(dropped: "UploadedFile | None", cohort: CohortChoice) -> Draft | None:
    """The draft of the file that was dropped, else the one that is kept, as it goes into this cohort.

    The framework forgets a dropped file as soon as another view is open; the draft holds all that is needed of it.
    """
    draft = cast("Draft | None", st.session_state.get(KEPT))
    if dropped is not None and (draft is None or draft.token != dropped.file_id):
        draft = Draft(dropped.name, dropped.getvalue(), dropped.file_id or uuid.uuid4().hex)
    elif dropped is None and draft is not None and draft.is_finished:
        draft = None
    st.session_state[KEPT] = draft
    if draft is not None:
        draft.turn_to(cohort)
    return draft


def let_go() -> None:
    """Forget the draft: its file was taken out of the field, another one was dropped, or it was discarded."""
    st.session_state[KEPT] = None


def draw(draft: Draft, *, is_dropped: bool) -> None:
    """Say that the draft is still here when its field is empty, and what became of it in another cohort."""
    if not is_dropped:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f":material/draft: Your upload of **{plain(draft.name)}** is still here.",
                width="content",
            )
            st.button("Discard", key="upload-discard", type="tertiary", icon=":material/close:", on_click=let_go)
    if draft.note:
        st.caption(f":material/info: {plain(draft.note)}")
