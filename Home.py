"""The way in: page set-up, the cohort picker, and the navigation over pages/."""

from datetime import date

import streamlit as st

with st.spinner("Opening Mentorboard"):  # the first visit after a start waits for the libraries, no other one does
    from dashboard.ui import frame

frame.run(today=date.today())
