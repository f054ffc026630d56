"""Two plans side by side: what each comes to, and whom they treat differently."""

import pandas as pd
import streamlit as st

from dashboard.queries.comparisons import Comparison, comparison
from dashboard.queries.outlooks import Total
from dashboard.queries.plans import PlanDetail, plans
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.parts import plain
from dashboard.words import counted

FIT = st.column_config.NumberColumn(format="%.0f", width="small")


def draw_comparison(scene: Scene, plan: PlanDetail) -> None:
    """A choice of the other plan, and the differences; nothing where there is no other."""
    found = ask(plans, cohort_id=scene.cohort.id)
    others = dict(zip(found["plan_id"].tolist(), found["name"].tolist(), strict=True))
    others.pop(plan.id, None)
    if not others:
        return
    parts.section("Side by side")
    if st.session_state.get("plan-other") not in others:
        st.session_state["plan-other"] = None
    other: int | None = st.selectbox(
        "Compare with",
        list(others),
        index=None,
        format_func=others.__getitem__,
        placeholder="Choose another plan",
        key="plan-other",
        label_visibility="collapsed",
    )
    told = ask(comparison, plan_id=plan.id, other_id=other, today=scene.today) if other is not None else None
    if told is not None:
        _differences(told, plan.name, others[other])


def _differences(told: Comparison, name: str, other: str) -> None:
    both = f"{_total(name, told.one)}  \n{_total(other, told.other)}"
    st.markdown(f"{both}  \n:small[:gray[{counted(told.same, 'pair is', 'pairs are')} the same in both]]")
    rows = told.differences
    if rows.empty:
        return
    shown = pd.DataFrame(
        {
            "Mentee": rows["mentee"],
            name: rows["one_mentor"].fillna("nobody"),
            "Fit": rows["one_fit"],
            f"{other} ": rows["other_mentor"].fillna("nobody"),
            "Fit ": rows["other_fit"],
        }
    )
    st.dataframe(shown, hide_index=True, height="content", column_config={"Fit": FIT, "Fit ": FIT})


def _total(name: str, total: Total) -> str:
    return f"**{plain(name)}** &ensp; {total.placed:,} placed · total fit {total.fit:,.0f}"
