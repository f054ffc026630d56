"""The welcome: where nobody has set anything up yet, three ways on."""

import streamlit as st

from dashboard.ui import sample


def draw() -> None:
    """Three ways to begin: upload a roster, set up a cohort, or look around in a sample program."""
    with st.container(key="welcome", gap="large"):
        with st.container(gap="xsmall"):
            st.title("Welcome to Mentorboard", anchor=False)
            st.markdown(
                "Pair people well, see who is thriving, and know whom to call today. How would you like to begin?"
            )
        upload, cohort, look = st.columns(3, gap="large")
        with upload:
            _way(
                "upload_file",
                "Upload a roster",
                "A workbook or CSV file as it left your form tool. Name its cohort, then see what will change first.",
            )
            st.page_link(
                "pages/upload.py", label="Choose a file", icon=":material/arrow_forward:", icon_position="right"
            )
        with cohort:
            _way("event_note", "Set up a cohort", "Give it a name and two dates, then add people one by one.")
            st.page_link(
                "pages/cohorts.py", label="Name a cohort", icon=":material/arrow_forward:", icon_position="right"
            )
        with look:
            _way(
                "explore",
                "Look around first",
                "A sample program of invented people. One click removes it again without a trace.",
            )
            sample.offer()
    st.caption("Everything stays on this computer.")


def _way(icon: str, title: str, body: str) -> None:
    with st.container(key=f"way-{icon}", gap="xsmall"):
        st.markdown(f":material/{icon}:", width="content")
        st.header(title, anchor=False)
        st.markdown(body)
