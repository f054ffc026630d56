"""The drafts of the open plan: lock, unlock, swap, move and remove them; what became impossible goes in one step."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.drafted import drafted
from dashboard.queries.shifts import swaps
from dashboard.services.plans import clear_impossible, lock_drafts, remove_drafts, swap_drafts, unlock_drafts
from dashboard.ui import parts
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.pairings.desk.costs import shift_told
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.plan.compare import draw_comparison
from dashboard.ui.pairings.plan.move import MOVE
from dashboard.ui.pairings.plan.troubles import impossible
from dashboard.ui.text import options_apart, plain
from dashboard.words import counted

CHOSEN, GRID = "drafts-chosen", "drafts-grid"
LOCKED, OPEN = "■ Locked", "□ Open"


def draw(scene: Scene) -> None:
    """The panel; without a plan, what a plan is for."""
    if scene.plan is None:
        parts.empty_state(
            ":material/edit_note:",
            "Draft before you pair",
            "A plan collects drafts. Lock those you are sure of, fill in the rest, compare, then publish all at once.",
        )
        return
    rows = ask(drafted, plan_id=scene.plan.id, today=scene.today)
    if rows.empty:
        parts.empty_state(
            ":material/edit_note:", "Nothing is drafted yet", "Draft pairs on the desk, or fill in the rest."
        )
        return
    _troubles({"plan_id": scene.plan.id, "today": scene.today}, rows)
    _drafts(scene, rows)
    draw_comparison(scene, scene.plan)


def _troubles(asked: dict[str, Any], rows: pd.DataFrame) -> None:
    stale = rows[rows["trouble"] != ""]
    if stale.empty:
        return
    st.warning(f"Not possible any more: {plain(impossible(rows))}.", icon=":material/sync_problem:")
    words = f"Removed {counted(len(stale), 'draft')} that became impossible"
    st.button("Remove them", key="drafts-clear", on_click=_act, args=(words, clear_impossible, asked))


def _drafts(scene: Scene, rows: pd.DataFrame) -> None:
    names = {row["draft_id"]: f"{row['mentee']} with {row['mentor']}" for row in rows.to_dict("records")}
    kept = [draft_id for draft_id in st.session_state.get(CHOSEN, []) if draft_id in names]
    st.session_state[CHOSEN] = kept
    chosen: list[int] = st.multiselect(
        "Drafts",
        list(names),
        format_func=options_apart(names).__getitem__,
        key=CHOSEN,
        placeholder="Choose drafts, or tick them below",
    )
    _actions(scene, chosen, names, rows)
    ids = rows["draft_id"].tolist()
    own = f"{GRID}-{hash(tuple(ids))}"
    st.dataframe(
        _shown(rows),
        key=own,
        hide_index=True,
        selection_mode="multi-row",
        on_select=lambda: _tick(own, ids),
        column_config={
            "Fit": st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f", width="small")
        },
        height="content" if len(ids) <= 25 else 900,
    )


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    shown = pd.DataFrame(
        {
            "Mentee": rows["mentee"],
            "Mentor": rows["mentor"],
            "Kept": rows["is_locked"].map({True: LOCKED, False: OPEN}),
            "Fit": rows["fit"],
        }
    )
    return shown.assign(Trouble=rows["trouble"]) if (rows["trouble"] != "").any() else shown


def _tick(own: str, ids: list[int]) -> None:
    st.session_state[CHOSEN] = [ids[row] for row in st.session_state[own]["selection"]["rows"] if row < len(ids)]


def _actions(scene: Scene, chosen: list[int], names: dict[int, str], rows: pd.DataFrame) -> None:
    """What can be done with one, with two, with several."""
    assert scene.plan is not None
    plan_id, number = scene.plan.id, len(chosen)
    several, told = counted(number, "draft"), names[chosen[0]] if chosen else ""
    these = {"plan_id": plan_id, "draft_ids": chosen}
    with st.container(horizontal=True, gap="small", key="draft-actions"):
        _button("Lock", "lock", f"Locked {several}", lock_drafts, these, disabled=not chosen)
        _button("Unlock", "lock_open", f"Unlocked {several}", unlock_drafts, these, disabled=not chosen)
        two = {"draft_id": chosen[0], "other_id": chosen[1], "today": scene.today} if number == 2 else {}
        swapped = _exchanged(rows, chosen) if number == 2 else ""
        _button("Swap the two", "swap_vert", f"Swapped mentors: {swapped}", swap_drafts, two, disabled=number != 2)
        move = (MOVE, chosen[0] if chosen else None)
        icon = ":material/swap_horiz:"
        st.button("Move", icon=icon, key="draft-move", disabled=number != 1, on_click=open_dialog, args=move)
        removed = f"the draft of {told}" if number == 1 else several
        _button("Remove", "delete", f"Removed {removed}", remove_drafts, these, disabled=not chosen)
    if number == 2:
        _tell_swap(scene, chosen, rows)


def _tell_swap(scene: Scene, chosen: list[int], rows: pd.DataFrame) -> None:
    """What the swap of two drafts would change, before the click."""
    pair, other = rows.set_index("draft_id").loc[chosen, ["mentee_id", "mentor_id"]].itertuples(index=False, name=None)
    (change,) = ask(swaps, cohort_id=scene.cohort.id, pair=pair, others=[other], today=scene.today)
    if change is not None and pair[1] != other[1]:
        st.markdown(f":small[:gray[If they swap:] {shift_told(change)}]")


def _exchanged(rows: pd.DataFrame, chosen: list[int]) -> str:
    """Who is with whom once the two drafts have exchanged their mentors."""
    one, other = rows.set_index("draft_id").loc[chosen].to_dict("records")
    return f"{one['mentee']} now with {other['mentor']}, {other['mentee']} with {one['mentor']}"


def _button(label: str, icon: str, words: str, service: Any, asked: dict[str, Any], *, disabled: bool) -> None:
    key = f"draft-{label.split()[0].lower()}"
    material = f":material/{icon}:"
    st.button(label, icon=material, key=key, disabled=disabled, on_click=_act, args=(words, service, asked))


def _act(words: str, service: Any, asked: dict[str, Any]) -> None:
    if act(words, service, key=f"drafts-{service.__name__}", **asked):
        st.session_state[CHOSEN] = []
