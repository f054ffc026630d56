"""Two plans side by side: what each comes to, and whom they treat differently."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.comparisons import Comparison, comparison
from dashboard.queries.outlooks import Total
from dashboard.queries.plans import PlanDetail, plans
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.costs import points
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
    both = f"{_total(name, told.one, told.left_out[0])}  \n{_total(other, told.other, told.left_out[1])}"
    same = f"{counted(told.same, 'pair is', 'pairs are')} the same in both"
    st.markdown(f"{both}  \n{difference(told, other)}  \n:small[:gray[{same}]]")
    rows = told.differences
    if rows.empty:
        return
    shown = pd.DataFrame(
        {
            "Mentee": rows["mentee"],
            "one": rows["one_mentor"].fillna("nobody"),
            "one fit": rows["one_fit"],
            "other": rows["other_mentor"].fillna("nobody"),
            "other fit": rows["other_fit"],
        }
    )
    labels: dict[str, Any] = {"one": name, "other": other, "one fit": FIT, "other fit": FIT}
    st.dataframe(shown, hide_index=True, height="content", column_config=labels)


def difference(told: Comparison, other: str) -> str:
    """What the other plan does better, and what for: "Second places 1 more, for 34 points less"."""
    people = f"{abs(told.people):,} {'more' if told.people > 0 else 'fewer'}" if told.people else "as many"
    fit = round(told.fit, 2)
    words = f"for {points(abs(fit))} {'more' if fit > 0 else 'less'}" if fit else "for the same total fit"
    return f"{plain(other)} places {people}, {words}."


def _total(name: str, total: Total, left_out: int) -> str:
    told = f"**{plain(name)}** &ensp; {total.placed:,} placed · total fit {total.fit:,.0f}"
    gone = counted(left_out, "draft that is", "drafts that are")
    return f"{told} · without {gone} not possible any more" if left_out else told
