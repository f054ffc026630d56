"""Two people side by side, before they are a pair: what they share, what it would cost the others, and the action."""

from typing import Any

import streamlit as st

from dashboard.queries.consequences import consequences_of
from dashboard.queries.shortlists import Candidate, shortlist
from dashboard.queries.sides import Side, side
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog
from dashboard.ui.editing import close_and_rerun
from dashboard.ui.pairings.desk.costs import cost
from dashboard.ui.pairings.desk.making import make_pair, making_in
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.sides import card, reasons
from dashboard.ui.parts import plain

TWO = "two"


def draw_two(scene: Scene) -> None:
    """The dialog, while it is open about a mentee and a mentor."""
    chosen: tuple[int, int] | None = about(TWO)
    if chosen is not None:
        _two(scene, *chosen)


@st.dialog("Would these two fit?", width="medium", on_dismiss=close_dialog)
def _two(scene: Scene, mentee_id: int, mentor_id: int) -> None:
    mentee, mentor = (ask(side, participant_id=who) for who in (mentee_id, mentor_id))
    asked = {**scene.here, "mentee_id": mentee_id}
    found = ask(shortlist, **asked, mentor_ids=[mentor_id])
    if mentee is None or mentor is None or not found:
        st.info("One of the two is not in the cohort any more. Choose another pair.", icon=":material/info:")
        return
    for column, who in zip(st.columns(2), (mentee, mentor), strict=True):
        with column:
            card(who)
    one = found[0]
    st.markdown(f":primary-badge[**{one.fit:.0f}**] &ensp; {reasons(one.pro, one.con, one.unknown)}")
    st.markdown(f":orange[:material/block: {plain(one.blocked)}]" if one.blocked else _costs(asked, mentor_id))
    _act(scene, mentee, one)


def _costs(asked: dict[str, Any], mentor_id: int) -> str:
    return cost(ask(consequences_of, **asked, mentor_ids=[mentor_id]).get(mentor_id))


def _act(scene: Scene, mentee: Side, one: Candidate) -> None:
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="bottom"):
        making = making_in(scene, where="two-")
        agreed = st.button(making.label, type="primary", disabled=bool(one.blocked), key=f"two-{one.mentor_id}")
    if agreed and make_pair(mentee, one, making):
        close_and_rerun()
