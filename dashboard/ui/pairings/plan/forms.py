"""What is asked before a plan is started, copied, renamed, published or discarded."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.queries.plans import PlanDetail, drafts, plans
from dashboard.queries.plans import plan as plan_of_id
from dashboard.queries.troubles import Pair
from dashboard.services.plans import discard_plan, publish, rename_plan, start_plan
from dashboard.ui import address
from dashboard.ui.acting import act, tell_too
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import close_dialog, confirm, is_open
from dashboard.ui.editing import close_and_rerun, send, sent
from dashboard.ui.pairings.desk.making import starts_on
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.plan.move import draw_move
from dashboard.ui.pairings.plan.troubles import impossible
from dashboard.ui.parts import plain
from dashboard.words import counted

START, COPY, RENAME, PUBLISH, DISCARD = (f"plan-{what}" for what in ("new", "copy", "rename", "publish", "discard"))
PLAN = "plan"


def draw_forms(scene: Scene) -> None:
    """Whichever dialog is open."""
    if is_open(START):
        _start(scene)
    if scene.plan is None:
        return
    draw_move(scene)
    for key, form in {COPY: _copy, RENAME: _rename, PUBLISH: _publish}.items():
        if is_open(key):
            form(scene, scene.plan)
    chosen = scene.plan
    confirm(
        DISCARD,
        "Discard this plan?",
        f"{chosen.name} goes with its {counted(chosen.drafts, 'draft')}. Pairings that were published stay.",
        yes="Discard it",
        do=lambda: _discard(chosen),
    )


@st.dialog("Start a plan", on_dismiss=close_dialog)
def _start(scene: Scene) -> None:
    st.caption("Draft, compare and change your mind: nobody is paired before you publish.")
    _new(scene, START, {})


@st.dialog("Copy this plan", on_dismiss=close_dialog)
def _copy(scene: Scene, plan: PlanDetail) -> None:
    st.caption("The copy begins with those drafts that are still possible. Change it, then look at both side by side.")
    _new(scene, COPY, {"copy_of": plan.id})


def _new(scene: Scene, key: str, more: dict[str, Any]) -> None:
    with st.form(key, border=False):
        name = st.text_input("Name", _free_name(scene), key=f"{key}-name", max_chars=60)
        sent = st.form_submit_button("Start it", type="primary")
    asked = {"cohort_id": scene.cohort.id, "name": name, "today": scene.today, **more}
    if sent and (done := act(f"Started the plan {name}", start_plan, key=key, **asked)):
        address.name(PLAN, done.value)
        close_and_rerun()


def _free_name(scene: Scene) -> str:
    """Plan A, or the next letter that no plan has."""
    taken = set(ask(plans, cohort_id=scene.cohort.id)["name"])
    letters = (f"Plan {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next((name for name in letters if name not in taken), "")


@st.dialog("Rename this plan", on_dismiss=close_dialog)
def _rename(scene: Scene, plan: PlanDetail) -> None:
    with st.form(RENAME, border=False):
        name = st.text_input("Name", plan.name, key=f"{RENAME}-name", max_chars=60)
        sent = st.form_submit_button("Save", type="primary")
    if sent and act(f"Renamed {plan.name} to {name}", rename_plan, key=RENAME, plan_id=plan.id, name=name):
        close_and_rerun()


@st.dialog("Publish this plan", on_dismiss=close_dialog)
def _publish(scene: Scene, plan: PlanDetail) -> None:
    rows = ask(drafts, plan_id=plan.id, today=scene.today)
    possible = rows[rows["trouble"] == ""]
    pairs = tuple(zip(possible["mentee_id"].tolist(), possible["mentor_id"].tolist(), strict=True))
    st.markdown(f"Makes **{counted(len(pairs), 'pairing')}** of the drafts in {plain(plan.name)}, in one step.")
    if left := impossible(rows):
        st.warning(f"Not possible any more, and left in the plan: {plain(left)}.", icon=":material/sync_problem:")
    started_on: date | None = starts_on(scene.cohort, scene.today, where="publish-")
    agreed = st.button(
        "Publish it", type="primary", key=f"{PUBLISH}-yes", disabled=not pairs, on_click=send, args=(pairs,)
    )
    if agreed:
        _publish_these(plan, started_on, sent())


def _publish_these(plan: PlanDetail, started_on: date | None, pairs: tuple[Pair, ...]) -> None:
    """The pairs that the dialog told of, whatever was drafted meanwhile."""
    words = f"Published {plan.name}: {counted(len(pairs), 'pairing')}"
    done = act(words, publish, key=PUBLISH, plan_id=plan.id, started_on=started_on, pairs=pairs)
    if done is None:
        return
    for name, hit in (done.value.hit if done.value else {}).items():
        tell_too(f"In {name}, {counted(hit, 'draft is', 'drafts are')} not possible any more")
    if ask(plan_of_id, plan_id=plan.id) is None:
        address.name(PLAN, None)
    close_and_rerun()


def _discard(plan: PlanDetail) -> bool:
    done = act(f"Discarded the plan {plan.name}", discard_plan, key=DISCARD, plan_id=plan.id)
    if done:
        address.name(PLAN, None)
    return bool(done)
