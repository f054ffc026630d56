"""Every cohort at a glance, and who is in the one that is looked at."""

from datetime import date

import streamlit as st

from dashboard.ui import frame, parts
from dashboard.ui.cohorts import cohort_forms, cohorts, participant_forms, participants

frame.enter()

today = date.today()
chosen = frame.open_cohort()

parts.header("Cohorts", "Each run of your program, and who takes part in it.")
cohorts.new_button()
cohort_forms.draw(chosen, today=today)

if chosen is None:
    parts.empty_state(
        ":material/event_note:",
        "No cohort yet",
        "A cohort is one run of your program: give it a name and two dates, then add people or upload a roster.",
        parts.Link("pages/upload.py", "Upload a roster", ":material/upload_file:"),
    )
    st.stop()

participant_forms.draw(chosen, today=today)
participants.draw(chosen, are_there=cohorts.draw(chosen, today=today))
