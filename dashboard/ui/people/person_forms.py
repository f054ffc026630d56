"""Adding and editing a person, keeping two people apart, and the question before somebody is removed."""

import streamlit as st

from dashboard.queries.people import person
from dashboard.services.people import add_person, allow_again, edit_person, remove_person, separate
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, confirm, is_open
from dashboard.ui.editing import as_opened, changed, close_and_rerun
from dashboard.ui.finding import find_person
from dashboard.ui.people.person_fields import person_fields

ADD, EDIT, SEPARATE, REMOVE = "person-add", "person-edit", "person-separate", "person-remove"
GONE = "This person is not here any more: somebody removed them. Close this and look for them in People."


def draw() -> None:
    """Whichever dialog about people is open."""
    if is_open(ADD):
        _add()
    if is_open(EDIT):
        _edit(int(about(EDIT)))
    if is_open(SEPARATE):
        _separate(int(about(SEPARATE)))
    if is_open(REMOVE):
        _ask_to_remove(int(about(REMOVE)))


@st.dialog("Add a person", width="medium", on_dismiss=close_dialog)
def _add() -> None:
    values = person_fields(ADD, {})
    sent = st.button("Add", key=f"{ADD}-send", type="primary")
    if sent and (done := act(f"Added {values['name'].strip()}", add_person, key=ADD, **values)):
        if done.value is not None:
            st.query_params["person"] = str(done.value)
        close_and_rerun()


@st.dialog("Edit the person", width="medium", on_dismiss=close_dialog)
def _edit(person_id: int) -> None:
    stored = ask(person, person_id=person_id)
    if stored is None:
        st.error(GONE)
        return
    before = as_opened(stored)
    values = person_fields(f"{EDIT}-{person_id}", before, person_id=person_id)
    sent = st.button("Save", key=f"{EDIT}-send", type="primary")
    if not sent:
        return
    changes = changed(before, values)
    if act(f"Edited {before['name']}", edit_person, key=EDIT, person_id=person_id, **changes):
        close_and_rerun()


@st.dialog("Keep apart", on_dismiss=close_dialog)
def _separate(person_id: int) -> None:
    name = _name(person_id)
    st.caption(f"{name} will never be paired with this person, in either role and in any cohort.")
    other_id = find_person(SEPARATE, "From", other_than=person_id)
    reason = st.text_area("Why", key=f"{SEPARATE}-why", height=80, placeholder="Only coordinators see this.")
    if not st.button("Keep apart", key=f"{SEPARATE}-send", type="primary"):
        return
    if other_id is None:
        st.error("Choose somebody first: type a part of their name, then choose them in the list.")
    elif act(
        f"Kept {name} and {_name(other_id)} apart",
        separate,
        key=SEPARATE,
        person_id=person_id,
        other_id=other_id,
        reason=reason,
    ):
        close_and_rerun()


def allow(person_id: int, other_id: int) -> None:
    """Let the two be paired again; made for ``on_click=``."""
    act(
        f"Allowed {_name(person_id)} and {_name(other_id)} to be paired again",
        allow_again,
        key=f"allow-{person_id}-{other_id}",
        person_id=person_id,
        other_id=other_id,
    )


def _ask_to_remove(person_id: int) -> None:
    name = _name(person_id)
    confirm(
        REMOVE,
        "Remove this person?",
        f"{name} is in no cohort. Only what you typed about them goes.",
        yes="Remove",
        do=lambda: act(f"Removed {name}", remove_person, key=f"{REMOVE}-{person_id}", person_id=person_id),
    )


def _name(person_id: int) -> str:
    found = ask(person, person_id=person_id)
    return str(found["name"]) if found else "This person"
