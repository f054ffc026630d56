"""What came of an upload, where to look at it, and the way back."""

import streamlit as st

from dashboard.imports.review import Review, State
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.acting import offer_to_take_back
from dashboard.ui.upload import earlier
from dashboard.ui.upload.draft import Draft

Link = tuple[str, str, str, dict[str, str]]
PAIRINGS: Link = ("pairings", "See the pairings", "handshake", {"view": "All pairings"})
PARTICIPANTS: Link = ("cohorts", "See who takes part", "groups", {})
OVERVIEW: Link = ("overview", "Overview", "dashboard", {})
NEXT: dict[str, tuple[Link, ...]] = {
    "people": (PARTICIPANTS, ("pairings", "Pair them", "handshake", {})),
    "pairs": (PAIRINGS, PARTICIPANTS),
    "meetings": (("meetings", "See the meetings", "forum", {"view": "All meetings"}), OVERVIEW),
    "check_ins": (("feedback", "See the check-ins", "rate_review", {"view": "All check-ins"}), OVERVIEW),
}
"""Where to go from here, by kind of file: page, label, icon, and what more stands in the address."""


def draw(draft: Draft, found: Review, cohort: CohortChoice) -> None:
    """What came of it, and what comes next; no longer once it was taken back, or there is more to apply."""
    is_in = draft.applied is not None and found.plan.is_empty
    draft.is_finished = is_in and not found.in_state(State.TROUBLE)
    if draft.applied is None or not is_in:
        return
    st.success(f"Done: {draft.kind().said(draft.applied)}. It can be taken back as a whole.", icon=":material/check:")
    action = earlier.latest(draft)
    changes = {"action": str(action.action_id)} if action else {}
    with st.container(horizontal=True, vertical_alignment="center"):
        for page, label, icon, query in (*NEXT[draft.kind().key], ("history", "What changed", "history", changes)):
            where = {"cohort": str(cohort.id), **query}
            st.page_link(f"pages/{page}.py", label=label, icon=f":material/{icon}:", query_params=where)
        if action and offer_to_take_back("Undo this upload", action.action_id, key="upload-undo"):
            st.rerun()
