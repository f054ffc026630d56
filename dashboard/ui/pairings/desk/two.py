"""Two people side by side, before they are a pair: what they share, what it would cost the others, and the action."""

from typing import Any

import streamlit as st

from dashboard.queries.consequences import consequences_of
from dashboard.queries.desk import draft_in
from dashboard.queries.shortlists import Candidate, ranking, shortlist
from dashboard.queries.sides import Side, side
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, open_dialog
from dashboard.ui.editing import close_and_rerun
from dashboard.ui.pairings.desk.costs import cost
from dashboard.ui.pairings.desk.making import make_pair, making_in
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.plan.move import MOVE
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
    if drafted := ask(draft_in, plan_id=scene.plan_id, mentee_id=mentee_id):
        _drafted(*drafted)
        return
    again = mentor_id in ask(ranking, **asked).again
    if one.blocked:
        st.markdown(f":orange[:material/block: {plain(one.blocked)}]")
    if again or not one.blocked:
        st.markdown(_costs(asked, mentor_id))
    _act(scene, mentee, one, again=again)


def _costs(asked: dict[str, Any], mentor_id: int) -> str:
    return cost(ask(consequences_of, **asked, mentor_ids=[mentor_id]).get(mentor_id))


def _drafted(draft_id: int, mentor: str) -> None:
    """Who is drafted is not drafted again: the draft can move."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":gray[:material/edit_note: drafted with {plain(mentor)}]", width="stretch")
        if st.button("Move", key="two-move"):
            open_dialog(MOVE, draft_id)
            st.rerun()


def _act(scene: Scene, mentee: Side, one: Candidate, *, again: bool) -> None:
    """The button; who was paired before may be paired again, as on the desk."""
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="bottom"):
        making = making_in(scene, where="two-")
        label, is_ruled_out = f"{making.label} again" if again else making.label, bool(one.blocked) and not again
        agreed = st.button(label, type="primary", disabled=is_ruled_out, key=f"two-{one.mentor_id}")
    if agreed and make_pair(mentee, one, making):
        close_and_rerun()
