"""The sample program on the screen: load it, and remove it again."""

from datetime import date

import streamlit as st

from dashboard.sample import DEFAULT_PEOPLE, erase_sample, has_sample, load_sample, sample_footprint
from dashboard.ui.acting import act, actor, attempt
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import confirm, open_dialog
from models import ActionKind

TODAY = "frame-today"
REMOVE = "remove-sample"


def begin(today: date) -> None:
    """Remember the day that the frame was given: the sample ends on it."""
    st.session_state[TODAY] = today


def offer() -> None:
    """A button that loads the sample program."""
    if st.button("Load the sample program", key="load-sample", icon=":material/arrow_forward:", icon_position="right"):
        with st.spinner(f"Inventing {DEFAULT_PEOPLE} people, their meetings and what they said about them"):
            today = st.session_state[TODAY]
            done = act("Loaded the sample program", load_sample, key="sample", kind=ActionKind.SAMPLE, today=today)
        if done:
            st.rerun()


def note() -> None:
    """While the sample is loaded: a quiet reminder that nobody in it is real, and the way to remove it."""
    if not ask(has_sample):
        return
    with st.sidebar.container(key="sample-note", gap="xsmall"):
        st.caption("The sample program is loaded. Nobody in it is real.")
        st.button("Remove the sample", key="sample-remove", type="tertiary", on_click=open_dialog, args=(REMOVE,))
    confirm(REMOVE, "Remove the sample program?", _what_goes, yes="Remove it", do=_remove)


def _what_goes() -> str:
    footprint = ask(sample_footprint)
    own = f" Also {footprint.own_words} that were added on top of it." if footprint.own_words else ""
    kept = "Your own people and cohorts stay. This can't be undone."
    return f"These go: {footprint.sample_words}, and their history.{own} {kept}"


def _remove() -> object:
    with st.spinner("Removing the sample program"):
        return attempt("Removed the sample program", erase_sample, actor=actor())
