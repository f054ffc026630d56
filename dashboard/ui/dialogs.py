"""Dialogs that open from session state: one at a time, and testable like any other part of a page."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.ui.text import plain

OPENED = "dialog"
VIEW = "dialog-view"


def open_dialog(key: str, about: Any = None) -> None:
    """Open the dialog ``key`` on the next run, about something (an id, say). Made for ``on_click=``."""
    st.session_state[OPENED] = (key, about)


def close_dialog() -> None:
    """Close whichever dialog is open, from the next run on."""
    st.session_state.pop(OPENED, None)


def any_open() -> bool:
    """Whether some dialog is to be drawn in this run."""
    return OPENED in st.session_state


def close_elsewhere(view: str) -> None:
    """A dialog that was left open on another view is not waiting there: the browser's way back would meet it."""
    if st.session_state.get(VIEW) != view:
        close_dialog()
        st.session_state[VIEW] = view


def is_open(key: str) -> bool:
    """Whether the dialog ``key`` is to be drawn in this run."""
    return bool(st.session_state.get(OPENED, ("",))[0] == key)


def about(key: str) -> Any:
    """What the open dialog ``key`` is about; nothing when it is closed."""
    return st.session_state[OPENED][1] if is_open(key) else None


def confirm(key: str, title: str, body: str | Callable[[], str], *, yes: str, do: Callable[[], object]) -> None:
    """Ask before something large: drawn while the dialog ``key`` is open; ``do`` returns something true once done.

    ``do`` is usually ``lambda: act(...)``; when it is refused, the dialog stays with the reason in it.
    """
    if not is_open(key):
        return

    @st.dialog(title, on_dismiss=close_dialog)
    def ask() -> None:
        st.markdown(plain(body() if callable(body) else body))
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button("Keep as it is", key=f"{key}-no"):
                close_dialog()
                st.rerun()
            agreed = st.button(yes, key=f"{key}-yes", type="primary")
        if agreed and do():
            close_dialog()
            st.rerun()

    ask()
