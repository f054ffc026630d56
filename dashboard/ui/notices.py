"""What was just done, told once the page has been drawn anew, with a way back."""

import time

import streamlit as st

from dashboard.ui.acting import take_back
from dashboard.ui.book import Notice, the_book
from dashboard.ui.text import plain

SHOWN_SECONDS = 90
"""Afterwards the way back is in the history."""


def draw(view: str) -> None:
    """The notice, until it is closed, the next thing is done, another view is opened or some time has passed."""
    notice = _current(view)
    if notice is None:
        return
    with st.container(key="notice", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/check: {plain(notice.words)}")
        label = "Redo" if notice.undoes else "Undo"
        taken_back = notice.action_id is not None and st.button(label, key="notice-undo", type="tertiary")
        st.button("Close", key="notice-close", type="tertiary", on_click=close)
    if taken_back and notice.action_id is not None and take_back(notice.action_id):
        st.rerun()


def close() -> None:
    """Take the notice away."""
    the_book().notice = None


def _current(view: str) -> Notice | None:
    book = the_book()
    notice = book.notice
    if notice is None:
        return None
    notice.view = notice.view or view
    if notice.view != view or time.monotonic() - notice.at > SHOWN_SECONDS:
        book.notice = None
    return book.notice
