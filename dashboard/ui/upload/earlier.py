"""The same file came in before: whether that still stands, and what it means to upload it once more."""

import streamlit as st

from dashboard.imports.review import Review
from dashboard.queries.earlier_imports import EarlierImport, earlier_imports
from dashboard.ui.acting import offer_to_take_back
from dashboard.ui.asking import ask
from dashboard.ui.moments import moment
from dashboard.ui.parts import plain
from dashboard.ui.upload.draft import Draft

SETS_BACK = (
    "What is in now differs from it for {}. Applying it sets that back to what this file says, also where it is newer: "
    "look at what changes first."
)


def draw(draft: Draft, found: Review) -> None:
    """Say when this very file came in, by whom, and whether it was taken back; the way back where it was not."""
    earlier = ask(earlier_imports, sha256=draft.table().sha256)
    if not earlier or draft.applied is not None:
        return
    standing = next((one for one in earlier if one.undone_at is None), None)
    if standing is None:
        st.caption(f":material/history: {plain(_told_undone(earlier[0]))}")
        return
    if found.plan.changed:
        sets_back = SETS_BACK.format(draft.kind().counted(found.plan.changed))
        st.warning(f"{plain(_told(standing))} {sets_back}", icon=":material/history:")
    else:
        st.caption(f":material/history: {plain(_told(standing))} What is in already stays as it is.")
    with st.container(horizontal=True, vertical_alignment="center", key="upload-earlier"):
        if offer_to_take_back("Undo that upload", standing.action_id, key=f"upload-undo-{standing.action_id}"):
            st.rerun()


def is_in(draft: Draft) -> bool:
    """Whether this very file came in before and that still stands."""
    earlier = ask(earlier_imports, sha256=draft.table().sha256)
    return draft.applied is None and any(one.undone_at is None for one in earlier)


def latest(draft: Draft) -> EarlierImport | None:
    """The action that this file became last, unless it was taken back."""
    earlier = ask(earlier_imports, sha256=draft.table().sha256)
    return earlier[0] if earlier and earlier[0].undone_at is None else None


def _told(one: EarlierImport) -> str:
    return f"This very file was uploaded before: “{one.summary}”, {moment(one.at)}, by {one.actor}."


def _told_undone(one: EarlierImport) -> str:
    undone = f"{moment(one.undone_at)} by {one.undone_by}" if one.undone_at else ""
    return f"{_told(one)} That was taken back {undone}, so uploading it again is the way to bring it in."
