"""Fairness at a glance: how full the mentors are, who waits longest, the lowest fits, and every department."""

import pandas as pd
import streamlit as st

from dashboard.charts.loads import mentor_load_chart, mentor_spread_chart
from dashboard.queries.fairness import Fairness, fairness
from dashboard.queries.loads import mentor_load_spread, mentor_loads
from dashboard.queries.waiting import longest_waiting
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.drawing import draw as draw_chart
from dashboard.ui.pairings.desk.scene import Scene

NAMED, FEW = 30, 6
"""Mentors that are drawn one by one, and people in a short table."""
IDLE = "No mentor is active yet."
FIT = st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f", width="small")
SHARE = st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f %%", width="small")


def draw(scene: Scene) -> None:
    """Small answers side by side; of the plan, as if it were published, where one is open."""
    found = ask(fairness, plan_id=scene.plan_id, today=scene.today, limit=NAMED + 1) if scene.plan else None
    left, right = st.columns(2, gap="large")
    with left:
        _waiting(scene, found)
        if found is not None:
            _departments(found)
    with right:
        _loads(scene, found)
        if found is not None:
            _lowest(found)
    if found is None:
        st.caption("Open a plan to see its lowest fits, and whether every department gets its share.")


def _loads(scene: Scene, found: Fairness | None) -> None:
    here = {"cohort_id": scene.cohort.id}
    loads = ask(mentor_loads, **here, limit=NAMED + 1) if found is None else found.loads
    if len(loads) <= NAMED:
        draw_chart(mentor_load_chart, loads, empty=IDLE)
    else:
        draw_chart(mentor_spread_chart, ask(mentor_load_spread, **here) if found is None else found.spread, empty=IDLE)


def _waiting(scene: Scene, found: Fairness | None) -> None:
    parts.section("Waiting longest")
    if found is None:
        rows = ask(longest_waiting, cohort_id=scene.cohort.id, today=scene.today, limit=FEW + 1)
    else:
        rows = found.unplaced
    if rows.empty:
        st.caption("Nobody waits." if found is None else "The plan leaves nobody waiting.")
        return
    st.dataframe(_table(rows, {"mentee": "Mentee", "days": "Days"}), hide_index=True, height="content")
    if len(rows) > FEW:
        st.caption(f"The first {FEW} of those who wait.")


def _departments(found: Fairness) -> None:
    if found.departments.empty:
        return
    parts.section("Departments", "How many of those who wait the plan places, and how well on average.")
    rows = found.departments.assign(placed=(100 * found.departments["placed"] / found.departments["mentees"]).round())
    names = {"department": "Department", "mentees": "Wait", "placed": "Placed", "fit": "Mean fit"}
    shown = rows[list(names)].rename(columns=names)
    st.dataframe(shown, hide_index=True, height="content", column_config={"Placed": SHARE, "Mean fit": FIT})


def _lowest(found: Fairness) -> None:
    if found.lowest.empty:
        return
    parts.section("Lowest fits", "Look at these once more before you publish.")
    names = {"mentee": "Mentee", "mentor": "Mentor", "fit": "Fit"}
    st.dataframe(_table(found.lowest, names), hide_index=True, height="content", column_config={"Fit": FIT})


def _table(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    return rows[list(names)].head(FEW).rename(columns=names)
