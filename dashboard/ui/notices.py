"""What was just done, told once the page has been drawn anew, with a way back."""

from dataclasses import dataclass

import streamlit as st

from dashboard.ui.text import plain

TOLD = "notice"


@dataclass(frozen=True)
class Notice:
    """Words about what was done; ``token`` finds the action that an undo takes back."""

    words: str
    token: str | None = None


def tell(words: str, *, token: str | None = None) -> None:
    """Say it on the next run; a newer notice takes the place of an older one."""
    st.session_state[TOLD] = Notice(words, token)


def draw() -> None:
    """The notice, if there is one, until it is closed or the next thing is done."""
    notice: Notice | None = st.session_state.get(TOLD)
    if notice is None:
        return
    with st.container(key="notice", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/check: {plain(notice.words)}", width="content")
        st.button("Close", key="notice-close", icon=":material/close:", type="tertiary", on_click=close)


def close() -> None:
    """Take the notice away."""
    st.session_state.pop(TOLD, None)
