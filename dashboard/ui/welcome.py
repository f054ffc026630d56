"""The welcome: where nobody has set anything up yet, three ways on."""

import streamlit as st


def draw() -> None:
    """Three ways to begin: upload a roster, set up a cohort, or look around in a sample program."""
    st.title("Welcome to Mentorboard", anchor=False)
    st.caption("Begin with the people you have, with the cohort you plan, or with a sample to look around in.")
    st.page_link("pages/upload.py", label="Upload a roster", icon=":material/upload_file:")
    st.page_link("pages/cohorts.py", label="Set up a cohort", icon=":material/event_note:")
