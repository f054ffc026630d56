"""Everybody against everybody: the fit at a glance, and each pair one click, or two choices, away."""

from typing import Any

import streamlit as st

from dashboard.charts.pairings import CELL, fit_matrix_chart
from dashboard.queries.matrix import matrix, matrix_people
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.drawing import draw as draw_chart
from dashboard.ui.drawing import rows
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.desk.two import TWO, draw_two

SIZE = 40
"""Mentees and mentors on one screen: more would be too small to point at."""
CHART = "matrix-chart"


def draw(scene: Scene) -> None:
    """The matrix of a cohort."""
    with st.spinner("Measuring everybody against everybody …"):
        mentees, mentors = ask(matrix_people, **scene.here)
    if not mentees or not mentors:
        missing = "Nobody waits for a mentor" if not mentees else "No mentor has a place left"
        parts.empty_state(":material/grid_on:", missing, "There is nothing to compare now.")
        return
    _choose(dict(mentees), dict(mentors))
    shown = st.container()
    down = parts.pages(len(mentees), key="rows", size=SIZE, noun="mentees")
    across = parts.pages(len(mentors), key="columns", size=SIZE, noun="mentors")
    with shown:
        cells = ask(rows, of=matrix, **scene.here, size=SIZE, mentees_from=down.offset, mentors_from=across.offset)
        draw_chart(fit_matrix_chart, cells, key=CHART, on_select=_open_cell)
    draw_two(scene)


def _choose(mentees: dict[int, str], mentors: dict[int, str]) -> None:
    """The same with the keyboard."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        pair = [_names("Mentee", mentees), _names("Mentor", mentors)]
        st.button("Open", disabled=None in pair, on_click=open_dialog, args=(TWO, tuple(pair)), key="matrix-open")


def _names(label: str, options: dict[int, str]) -> int | None:
    key = f"matrix-{label.lower()}"
    if st.session_state.get(key) not in options:
        st.session_state[key] = None
    chosen: int | None = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        index=None,
        key=key,
        placeholder=f"Choose a {label.lower()}",
    )
    return chosen


def _open_cell() -> None:
    event: Any = st.session_state[CHART]
    if chosen := event["selection"].get(CELL):
        open_dialog(TWO, (int(chosen[0]["mentee_id"]), int(chosen[0]["mentor_id"])))
