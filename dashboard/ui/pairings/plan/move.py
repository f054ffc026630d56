"""Giving a drafted mentee another mentor: the candidates as on the desk, as if the mentee was not drafted yet."""

import streamlit as st

from dashboard.queries.drafted import drafted
from dashboard.queries.shortlists import ranking, shortlist
from dashboard.services.plans import move_draft
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, is_open
from dashboard.ui.editing import close_and_rerun
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.text import options_apart, plain
from dashboard.words import counted

MOVE = "draft-move-to"
MOST = 50
"""Mentors in the list: whoever fits worse is found on the desk, once the draft is removed."""


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
    whose = {**scene.here, "mentee_id": mentee_id}
    free = [one for one in ask(ranking, **whose).free if one != mentor_id][:MOST]
    if not free:
        st.info(f"No other mentor has a place that {plain(name)} may take.", icon=":material/info:")
        return
    labels = {
        one.mentor_id: f"{one.name} · fit {one.fit:.0f} · {counted(one.capacity - one.taken, 'place')} left"
        for one in ask(shortlist, **whose, mentor_ids=free)
    }
    chosen = st.selectbox(
        "New mentor, the best fit first",
        list(labels),
        format_func=options_apart(labels).__getitem__,
        key=f"{MOVE}-{draft_id}",
    )
    sent = st.button("Move", type="primary", key=f"{MOVE}-yes")
    words = f"Moved the draft of {name} to {labels[chosen].split(' · ')[0]}"
    if sent and act(
        words, move_draft, key=f"{MOVE}-{draft_id}", draft_id=draft_id, mentor_id=chosen, today=scene.today
    ):
        close_and_rerun()
