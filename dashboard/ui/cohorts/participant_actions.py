"""What can be done about the participant who was chosen."""

from typing import Any

import streamlit as st

from dashboard.queries.enrollment import participant
from dashboard.services.participants import reactivate, waitlist
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.cohorts import participant_forms
from dashboard.ui.dialogs import open_dialog
from models import ParticipantStatus

GONE = "This participant is not here any more: somebody removed them."
AT_ONCE = ("participant-waitlist", "participant-reactivate")
"""The buttons that act without a dialog."""


def draw(participant_id: int) -> None:
    """What can be done about the chosen one; who was removed meanwhile is a sentence."""
    found = ask(participant, participant_id=participant_id)
    if found is None:
        st.warning(GONE)
        return
    st.page_link(
        "pages/people.py", label="Open", icon=":material/person:", query_params={"person": str(found["person_id"])}
    )
    _open("Edit", "edit", participant_forms.EDIT, participant_id)
    if found["status"] == ParticipantStatus.ACTIVE:
        if not found["paired_with"]:
            _now("Waitlist", "hourglass_empty", "Waitlisted", waitlist, found)
    else:
        _now("Reactivate", "play_circle", "Reactivated", reactivate, found)
    if found["status"] != ParticipantStatus.WITHDRAWN:
        _open("Withdraw", "logout", participant_forms.WITHDRAW, participant_id)
    if not found["was_paired"]:
        _open("Remove", "delete", participant_forms.REMOVE, participant_id)


def _open(label: str, icon: str, dialog: str, participant_id: int) -> None:
    st.button(
        label, key=f"{dialog}-open", icon=f":material/{icon}:", on_click=open_dialog, args=(dialog, participant_id)
    )


def _now(label: str, icon: str, done: str, service: Any, found: dict[str, Any]) -> None:
    """A button that acts at once, for what one click brings back."""
    if st.button(label, key=f"participant-{label.lower()}", icon=f":material/{icon}:") and act(
        f"{done} {found['name']}", service, key=f"{label}-{found['id']}", participant_id=found["id"]
    ):
        st.rerun()
