"""What a pairing asks before it acts: how it ended, where the mentee goes, what to correct."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.sides import PairingDetail
from dashboard.services.pairings import complete, correct, end_early, move_mentee, remove_pairing
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.dialogs import about, close_dialog, confirm, is_open
from dashboard.ui.editing import as_opened, changed, close_and_rerun, send_choice, sent
from dashboard.ui.pairings.moving import choose_mentor, names, offered
from dashboard.ui.pairings.pairing_fields import end_date, note, reason
from dashboard.ui.text import plain

COMPLETE, END, MOVE, CORRECT, REMOVE = (f"pairing-{what}" for what in ("complete", "end", "move", "correct", "remove"))


def draw(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    """Whichever dialog about this pairing is open."""
    forms = {COMPLETE: _complete, END: _end, MOVE: _move, CORRECT: _correct}
    for key, form in forms.items():
        if is_open(key) and about(key) == found.id:
            form(found, cohort, today)
    confirm(
        REMOVE,
        "Remove this pairing?",
        f"{found.names} goes from the list as a mistake. If it happened, end it instead: then its story stays.",
        yes="Remove it",
        do=lambda: _remove(found),
    )


def _remove(found: PairingDetail) -> bool:
    words = f"Removed the pairing of {found.names}"
    done = act(words, remove_pairing, key=f"{REMOVE}-{found.id}", pairing_id=found.id)
    if done:
        address.name("pairing", None)
    return bool(done)


@st.dialog("Complete this pairing", on_dismiss=close_dialog)
def _complete(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    key = f"{COMPLETE}-{found.id}"
    with st.form(key, border=False):
        ended_on, said = end_date("Completed on", key, found, today), note(key)
        sent = st.form_submit_button("Complete it", type="primary")
    values: dict[str, Any] = {"pairing_id": found.id, "ended_on": ended_on, "end_note": said, "today": today}
    if sent and act(f"Completed {found.names}", complete, key=key, **values):
        close_and_rerun()


@st.dialog("End this pairing early", on_dismiss=close_dialog)
def _end(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    key = f"{END}-{found.id}"
    with st.form(key, border=False):
        why, ended_on, said = reason(key), end_date("Ended on", key, found, today), note(key)
        sent = st.form_submit_button("End it", type="primary")
    if sent and act(
        f"Ended {found.names}",
        end_early,
        key=key,
        pairing_id=found.id,
        ended_on=ended_on,
        end_reason=why,
        end_note=said,
        today=today,
    ):
        close_and_rerun()


@st.dialog("Move to another mentor", on_dismiss=close_dialog)
def _move(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    key, field, now = f"{MOVE}-{found.id}", f"{MOVE}-{found.id}-mentor", found.mentor.participant_id
    whose = {"cohort_id": cohort.id, "mentee_id": found.mentee.participant_id, "today": today}
    st.caption(f"Ends the pairing with {plain(found.mentor.name)} and starts the next one on the same day.")
    mentors = offered(field, found.mentee.name, other_than=now, **whose)
    if not mentors:
        return
    choose_mentor(field, mentors, other_than=now, **whose)
    with st.form(key, border=False):
        why, on, said = reason(key), end_date("Moves on", key, found, today), note(key)
        args = (field, names(mentors))
        moves = st.form_submit_button("Move to the new mentor", type="primary", on_click=send_choice, args=args)
    if moves:
        _move_to(found, key, {"on": on, "reason": why, "note": said, "today": today})


def _move_to(found: PairingDetail, key: str, values: dict[str, Any]) -> None:
    mentor_id, name = sent()
    words = f"Moved {found.mentee.name} from {found.mentor.name} to {name}"
    if done := act(words, move_mentee, key=key, pairing_id=found.id, mentor_id=mentor_id, **values):
        address.name("pairing", done.value)
        close_and_rerun()


@st.dialog("Correct this pairing", on_dismiss=close_dialog)
def _correct(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    key = f"{CORRECT}-{found.id}"
    before = as_opened({"started_on": found.started_on, "rationale": found.rationale})
    with st.form(key, border=False):
        after = {
            "started_on": st.date_input("Started on", before["started_on"], format="YYYY-MM-DD", key=f"{key}-on"),
            "rationale": st.text_area("Why these two", before["rationale"] or "", key=f"{key}-why", max_chars=10_000),
        }
        sent = st.form_submit_button("Save", type="primary")
    if sent and act(f"Corrected {found.names}", correct, key=key, pairing_id=found.id, **changed(before, after)):
        close_and_rerun()
