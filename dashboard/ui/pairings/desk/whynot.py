"""Why not: who can't be placed and what keeps them, and the one thing that would place most people."""

import streamlit as st

from dashboard.queries.standstill import Standstill, Stuck, remedies, standstill, stuck
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.remedies import draw_remedies, hindrances, open_on_desk
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.parts import plain

SIZE = 20
"""People on one page."""


def draw(scene: Scene) -> None:
    """The whole answer for a cohort."""
    with st.spinner("Looking for the best plan …"):
        found = ask(standstill, **scene.here)
    if found.placed == found.wait and not found.mentors:
        parts.empty_state(":material/check_circle:", *_nothing(found))
        return
    st.markdown(_best(found))
    if found.placed < found.wait:
        parts.section("What would help most")
        with st.spinner("Trying what would help …"):
            helpful = ask(remedies, **scene.here)
        draw_remedies(scene, helpful)
        if not helpful:
            st.caption("No single change places anybody more.")
    _people(scene, "Mentees whom nobody may take", found.mentees, "stuck")
    few = "They could be placed, but only instead of somebody else: there are too few places."
    _people(scene, "Left without a place", found.left_out, "left", few)
    _people(scene, "Mentors who may take nobody", found.mentors, "idle", see=False)


def _nothing(found: Standstill) -> tuple[str, str]:
    if not found.wait:
        return "Nobody waits", "Whoever can't be placed will be told here, with the reason."
    return "Everybody can be placed", f"The best plan has a mentor for all {found.wait:,} who wait."


def _best(found: Standstill) -> str:
    told = f"The best plan places **{found.placed:,} of {found.wait:,}** who wait."
    return f"{told} No other plan can place more." if found.placed < found.wait else told


def _people(scene: Scene, title: str, ids: tuple[int, ...], key: str, caption: str = "", *, see: bool = True) -> None:
    """Each with the rules in the way, a page at a time; ``see`` them on the desk, mentor by mentor."""
    if not ids:
        return
    parts.section(title, caption)
    shown = st.container()
    page = parts.pages(len(ids), key=f"{key}-page", size=SIZE, noun="people")
    in_sight = ids[page.offset : page.offset + page.limit]
    with shown:
        for one in ask(stuck, **scene.here, participant_ids=in_sight):
            _person(one, see=see)


def _person(one: Stuck, *, see: bool) -> None:
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"stuck-{one.participant_id}"):
        why = hindrances(one.rules) or "no rule is in the way"
        st.markdown(f"**{plain(one.name)}**  \n:small[:gray[{why}]]", width="stretch")
        if see:
            key = f"see-{one.participant_id}"
            st.button("See each", key=key, on_click=open_on_desk, args=(one.participant_id,))
