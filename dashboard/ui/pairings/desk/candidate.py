"""One mentor for one mentee, in a row: the fit, the reasons, what the choice costs the others, and the button."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.queries.shortlists import Candidate
from dashboard.queries.sides import Side
from dashboard.ui.pairings.desk.making import Making, make
from dashboard.ui.pairings.sides import reasons
from dashboard.ui.parts import plain
from dashboard.words import counted


def draw_candidate(
    one: Candidate, mentee: Side, making: Making, *, below: str = "", again: bool = False
) -> DeltaGenerator:
    """A mentor with what speaks for them; returns the place for what the choice costs the others."""
    why = reasons(one.pro, one.con, one.unknown)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"candidate-{one.mentor_id}"):
        st.markdown(f":primary-badge[**{one.fit:.0f}**]", width=32)
        with st.container(gap=None):
            st.markdown(f"**{plain(one.name)}** &ensp; {below or at_work(one)}  \n:small[{why}]")
            slot = st.empty()
        st.button(
            f"{making.label} again" if again else making.label,
            key=f"pair-{mentee.participant_id}-{one.mentor_id}",
            help=f"{making.label} with {plain(one.name)}",
            on_click=make,
            args=(mentee, one, making),
        )
    return slot


def at_work(one: Candidate) -> str:
    """The places that a mentor has left, and their work below it."""
    left = f":small[:gray[{one.capacity - one.taken} of {counted(one.capacity, 'place')} left]]"
    return f"{left}  \n:small[:gray[{' · '.join(plain(part) for part in one.work)}]]" if one.work else left
