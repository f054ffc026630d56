"""Correcting a check-in, and reading one confidential comment."""

from datetime import date

import streamlit as st

from dashboard.queries.check_ins import check_in, check_in_comment
from dashboard.questions import WAVES
from dashboard.services.check_ins import edit_check_in
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, is_open
from dashboard.ui.editing import as_opened, changed, close_and_rerun
from dashboard.ui.feedback.answers import UNSEEN, WHY_CONFIDENTIAL, answer_fields, is_hidden, opens_unseen
from dashboard.ui.parts import plain
from dashboard.words import day
from models import Wave

EDIT, READ = "check-in-edit", "check-in-read"
GONE = "This check-in is not here any more: somebody removed it. Look at the list again."


def draw(today: date) -> None:
    """Whichever dialog about a check-in is open."""
    if is_open(EDIT):
        _edit(int(about(EDIT)), today)
    if is_open(READ):
        _read(int(about(READ)))


@st.dialog("Edit the check-in", width="medium", on_dismiss=close_dialog)
def _edit(check_in_id: int, today: date) -> None:
    stored = ask(check_in, check_in_id=check_in_id)
    if stored is None:
        st.error(GONE)
        return
    before = as_opened(stored)
    name, words = before[before["role"]], WAVES[Wave(before["wave"])].lower()
    st.caption(plain(f"{name}, {before['role']}: the {words} check-in"))
    key = f"{EDIT}-{check_in_id}"
    seen = _seen(check_in_id, key) if is_hidden(before) else None
    with st.form(key, border=False):
        answered_on = st.date_input(
            "Answered on", before["answered_on"], key=f"{key}-on", format="YYYY-MM-DD", width=180
        )
        values = answer_fields(key, before["wave"], before["role"], before, seen=seen)
        sent = st.form_submit_button("Save", key=f"{key}-send", type="primary")
    changes = changed(before, {"answered_on": answered_on, **values})
    if sent and opens_unseen(before, changes, seen):
        st.error(UNSEEN, icon=":material/error:")
    elif sent and act(
        f"Edited the {words} check-in of {name}",
        edit_check_in,
        key=key,
        check_in_id=check_in_id,
        today=today,
        **changes,
    ):
        close_and_rerun()


def _seen(check_in_id: int, key: str) -> str | None:
    """The confidential comment, once the coordinator asks for it."""
    wanted = st.toggle("Show the confidential comment", key=f"{key}-seen", help=WHY_CONFIDENTIAL)
    comment: str | None = ask(check_in_comment, check_in_id=check_in_id) if wanted else None
    return comment


@st.dialog("A confidential comment", width="medium", on_dismiss=close_dialog)
def _read(check_in_id: int) -> None:
    told = ask(check_in, check_in_id=check_in_id)
    comment = ask(check_in_comment, check_in_id=check_in_id)
    if told is None or comment is None:
        st.error(GONE)
        return
    st.caption(plain(f"{told[told['role']]}, {told['role']}, on {day(told['answered_on'])}. {WHY_CONFIDENTIAL}"))
    st.markdown("  \n".join(plain(line) for line in comment.splitlines()))
