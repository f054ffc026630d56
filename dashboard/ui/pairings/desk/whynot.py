"""Why not: who can't be placed and what keeps them, and the one thing that would place most people."""

import streamlit as st

from dashboard.queries.standstill import MOST, Standstill, Stuck, remedies, standstill
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.remedies import draw_remedies, hindrances, open_on_desk
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.parts import plain
from dashboard.words import counted


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
        draw_remedies(helpful)
        if not helpful:
            st.caption("No single change places anybody more. More mentors would.")
    _people("Mentees whom nobody may take", found.mentees, found.stuck, see=True)
    _left_out(found)
    _people("Mentors who may take nobody", found.mentors, found.idle, see=False)


def _nothing(found: Standstill) -> tuple[str, str]:
    if not found.wait:
        return "Nobody waits", "Whoever can't be placed will be told here, with the reason."
    return "Everybody can be placed", f"The best plan has a mentor for all {found.wait:,} who wait."


def _best(found: Standstill) -> str:
    told = f"The best plan places **{found.placed:,} of {found.wait:,}** who wait."
    return f"{told} No other plan can place more." if found.placed < found.wait else told


def _people(title: str, stuck: tuple[Stuck, ...], total: int, *, see: bool) -> None:
    if not stuck:
        return
    parts.section(title)
    for one in stuck:
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"stuck-{one.participant_id}"):
            why = hindrances(one.rules) or "there is nobody to be paired with"
            st.markdown(f"**{plain(one.name)}**  \n:small[:gray[{why}]]", width="stretch")
            if see:
                key = f"see-{one.participant_id}"
                st.button("See each", key=key, on_click=open_on_desk, args=(one.participant_id,))
    _and_more(total - len(stuck))


def _left_out(found: Standstill) -> None:
    if not found.left_out:
        return
    parts.section(
        "Left without a place", "They could be placed, but only instead of somebody else: there are too few places."
    )
    st.markdown(" · ".join(plain(name) for name in found.left_out[:MOST]))
    _and_more(len(found.left_out) - MOST)


def _and_more(number: int) -> None:
    if number > 0:
        st.caption(f"And {counted(number, 'other')}.")
