"""Editing in a dialog: what is sent is what the coordinator changed, and not what they merely had on the screen."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.ui.dialogs import OPENED, close_dialog

BEFORE, SENT = "edited", "sent"


def as_opened(stored: dict[str, Any]) -> dict[str, Any]:
    """What was stored when the open dialog was opened, so that a second tab is not overwritten unseen."""
    opened = st.session_state.get(OPENED)
    kept = st.session_state.get(BEFORE)
    if kept is None or kept[0] is not opened:
        st.session_state[BEFORE] = kept = (opened, stored)
    before: dict[str, Any] = kept[1]
    return before


def changed(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``after`` that are not as they were; an empty field is one that holds nothing."""
    return {name: value for name, value in after.items() if _held(value) != _held(before.get(name))}


def _held(value: Any) -> Any:
    return None if value == "" else value


def send(what: Any) -> None:
    """For ``on_click=`` in a dialog, with what it acts on: by the time it acts it is drawn anew, with what is stored
    then. ``sent()`` is what stood on the screen."""
    st.session_state[SENT] = what


def send_choice(key: str, names: Mapping[int, Any]) -> None:
    """The same for a list: ``sent()`` is the id that was chosen in the field ``key``, if any, and its name. Should it
    leave the list meanwhile, the field says nothing any more."""
    chosen = st.session_state[key]
    st.session_state[SENT] = (chosen, names.get(chosen))


def sent() -> Any:
    """What the last click in a dialog sent."""
    return st.session_state[SENT]


def close_and_rerun() -> None:
    """The dialog has done its work."""
    close_dialog()
    st.rerun()
