"""Giving a drafted mentee another mentor: the candidates as on the desk, as if the mentee was not drafted yet."""

import streamlit as st

from dashboard.queries.drafted import drafted
from dashboard.services.plans import move_draft
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, is_open
from dashboard.ui.editing import close_and_rerun, send_choice, sent
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.moving import choose_mentor, names, offered

MOVE = "draft-move-to"


def draw_move(scene: Scene) -> None:
    """The dialog, while it is open about a draft."""
    if not is_open(MOVE) or scene.plan is None:
        return
    rows = ask(drafted, plan_id=scene.plan.id, today=scene.today).set_index("draft_id")
    if about(MOVE) in rows.index:
        row = rows.loc[about(MOVE)]
        _move(scene, int(about(MOVE)), int(row["mentee_id"]), int(row["mentor_id"]), str(row["mentee"]))


@st.dialog("Move to another mentor", on_dismiss=close_dialog)
def _move(scene: Scene, draft_id: int, mentee_id: int, mentor_id: int, name: str) -> None:
    key = f"{MOVE}-{draft_id}"
    whose = {**scene.here, "mentee_id": mentee_id}
    mentors = offered(key, name, other_than=mentor_id, **whose)
    if not mentors:
        return
    choose_mentor(key, mentors, other_than=mentor_id, **whose)
    args = (key, names(mentors))
    if st.button("Move", type="primary", key=f"{MOVE}-yes", on_click=send_choice, args=args):
        chosen, mentor = sent()
        words = f"Moved the draft of {name} to {mentor}"
        if act(words, move_draft, key=key, draft_id=draft_id, mentor_id=chosen, today=scene.today):
            close_and_rerun()
