"""The same file came in before: whether that still stands, and what it means to upload it once more."""

import streamlit as st

from dashboard.queries.earlier_imports import EarlierImport, earlier_imports
from dashboard.ui.acting import offer_to_take_back
from dashboard.ui.asking import ask
from dashboard.ui.moments import moment
from dashboard.ui.parts import plain
from dashboard.ui.upload.draft import Draft


def draw(draft: Draft) -> None:
    """Say when this very file came in, by whom, and whether it was taken back; the way back where it was not."""
    earlier = ask(earlier_imports, sha256=draft.table().sha256)
    if not earlier or draft.applied is not None:
        return
    standing = next((one for one in earlier if one.undone_at is None), None)
    if standing is None:
        st.caption(f":material/history: {plain(_told_undone(earlier[0]))}")
        return
    st.caption(
        f":material/history: {plain(_told(standing))} What is in already stays as it is.",
    )
    with st.container(horizontal=True, vertical_alignment="center", key="upload-earlier"):
        if offer_to_take_back("Undo that upload", standing.action_id, key=f"upload-undo-{standing.action_id}"):
            st.rerun()


def latest(draft: Draft) -> EarlierImport | None:
    """The action that this file became last, unless it was taken back."""
    earlier = ask(earlier_imports, sha256=draft.table().sha256)
    return earlier[0] if earlier and earlier[0].undone_at is None else None


def _told(one: EarlierImport) -> str:
    return f"This very file was uploaded before: “{one.summary}”, {moment(one.at)}, by {one.actor}."


def _told_undone(one: EarlierImport) -> str:
    undone = f"{moment(one.undone_at)} by {one.undone_by}" if one.undone_at else ""
    return f"{_told(one)} That was taken back {undone}, so uploading it again is the way to bring it in."
