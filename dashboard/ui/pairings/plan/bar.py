"""The plan that is open, above the desk: how close it is to the best possible, and what can be done with it."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.outlooks import Gauge, gauge, solved
from dashboard.queries.plans import PlanDetail, plan, plans
from dashboard.services.plans import clear_unlocked, fill_in_rest
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.pairings.desk.costs import points
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.plan.forms import COPY, DISCARD, PUBLISH, RENAME, START
from dashboard.ui.parts import plain, state_markdown
from dashboard.words import counted

PLAN = "plan"
"""The parameter of the URL that names the open plan."""
GONE = "This plan is not here any more: it was published or discarded."


def opened(cohort: CohortChoice) -> PlanDetail | None:
    """The plan of the URL, if it is one of this cohort."""
    asked = address.named(PLAN)
    found = ask(plan, plan_id=asked) if asked is not None else None
    return found if found is not None and found.cohort_id == cohort.id else None


def draw_bar(scene: Scene) -> DeltaGenerator | None:
    """The open plan, or the way to one; returns the place for the gauge, which nothing else is to wait for."""
    if scene.plan is None:
        _way_in(scene)
        return None
    with st.container(border=True, key="plan-bar", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"{state_markdown('draft')} &ensp; **{plain(scene.plan.name)}**", width="stretch")
            st.button(
                "Fill in the rest", icon=":material/auto_awesome:", key="plan-fill", on_click=_fill, args=(scene,)
            )
            _dialog("Publish", PUBLISH, scene, kind="primary", disabled=not scene.plan.drafts)
            with st.popover("More", key="plan-more"):
                for label, dialog in (("Rename", RENAME), ("Copy", COPY), ("Discard", DISCARD)):
                    _dialog(label, dialog, scene, kind="tertiary")
                loose = scene.plan.drafts - scene.plan.locked
                st.button(
                    "Remove what is not locked",
                    key="plan-clear",
                    type="tertiary",
                    disabled=not loose,
                    on_click=_clear,
                    args=(scene,),
                )
            st.button("Close", key="plan-close", type="tertiary", on_click=address.name, args=(PLAN, None))
        return st.container(key="plan-gauge")


def _way_in(scene: Scene) -> None:
    if address.named(PLAN) is not None:
        st.info(GONE, icon=":material/info:")
    found = ask(plans, cohort_id=scene.cohort.id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="plan-ways"):
        st.button("Start a plan", icon=":material/edit_note:", key="plan-start", on_click=open_dialog, args=(START,))
        for plan_id, name in zip(found["plan_id"].tolist(), found["name"].tolist(), strict=True):
            label, key = f"Open {plain(name)}", f"plan-open-{plan_id}"
            st.button(label, key=key, type="tertiary", on_click=address.name, args=(PLAN, plan_id))


def _dialog(label: str, dialog: str, scene: Scene, *, kind: str, disabled: bool = False) -> None:
    st.button(
        label,
        key=f"{dialog}-open",
        type=kind,  # type: ignore[arg-type]
        disabled=disabled,
        on_click=open_dialog,
        args=(dialog, scene.plan_id),
    )


def draw_gauge(scene: Scene, slot: DeltaGenerator | None) -> None:
    """How close the open plan is to the best possible: drawn last, for in a large cohort it takes a while."""
    if slot is None:
        return
    with slot:
        with st.spinner("Looking for the best plan …"):
            found = ask(gauge, plan_id=scene.plan_id, today=scene.today)
        if found is not None and found.best.placed:
            st.progress(reached(found), text=told(found))


def reached(found: Gauge) -> float:
    """How far the plan is, from 0 to 1: people first, and their fit within the last step; 1 for the best alone."""
    if is_best(found):
        return 1.0
    last = min(found.now.fit / max(found.best.fit, 1), 1)
    return min(max(found.now.placed - 1 + last, 0) / found.best.placed, 0.99)


def is_best(found: Gauge) -> bool:
    """Whether no plan at all is better."""
    return (found.now.placed, round(found.now.fit, 2)) >= (found.best.placed, round(found.best.fit, 2))


def told(found: Gauge) -> str:
    """How the plan compares with the best possible, in a sentence or two of Markdown."""
    drafted = f"**{found.now.placed:,} of {found.wait:,}** drafted"
    if is_best(found):
        proof = "proven: no plan is better" if found.best.proven else "no better plan is known"
        return f"{drafted} · :green[:material/verified: {proof}]"
    words = [drafted, f"the best plan places {found.best.placed:,}"]
    lost = found.best.fit - found.now.fit
    if found.now.placed == found.best.placed:
        words[1] = f"as many as possible, {points(lost)} of fit below the best plan"
    if cost := _locks(found):
        words.append(cost)
    return " · ".join(words)


def _locks(found: Gauge) -> str:
    """What the locked drafts cost, whatever the others become."""
    if fewer := found.best.placed - found.keep.placed:
        return f":orange[:material/lock: what is locked leaves out {counted(fewer, 'person', 'people')}]"
    lost = found.best.fit - found.keep.fit
    return f":material/lock: what is locked costs {points(lost)}" if round(lost, 2) > 0 else ""


def _clear(scene: Scene) -> None:
    assert scene.plan is not None
    act("Removed what is not locked", clear_unlocked, key=f"clear-{scene.plan.id}", plan_id=scene.plan.id)


def _fill(scene: Scene) -> None:
    """Runs before the page is drawn anew; what is locked meanwhile is refused in a sentence."""
    assert scene.plan is not None
    found = ask(solved, plan_id=scene.plan.id, today=scene.today)
    if found is None:
        return
    total = f"{counted(found.total.placed, 'person', 'people')} placed, total fit {found.total.fit:,.0f}"
    proof = ", proven optimal" if found.total.proven else ""
    act(
        f"Filled in {scene.plan.name}: {total}{proof}",
        fill_in_rest,
        key=f"fill-{scene.plan.id}",
        plan_id=scene.plan.id,
        pairs=found.pairs,
        locked=found.locked,
        today=scene.today,
    )
