"""Meetings: log one in seconds or several at once, correct what was logged, and see who is behind."""

from datetime import date

import streamlit as st

from dashboard.ui import frame, parts
from dashboard.ui.exporting import in_and_out
from dashboard.ui.meetings import behind, meeting_grid, meeting_list, meeting_log
from dashboard.ui.recordable import has_pairings

frame.enter()
cohort, today = frame.current_cohort(), date.today()
parts.header("Meetings", "Log what happened, and see who has not met lately.")
if not has_pairings(cohort):
    st.stop()

names = ["Log", "Several at once", "All meetings", "Who is behind"]
one, several, everything, late = st.tabs(names, key="view", on_change="rerun", bind="query-params")
if one.open:
    with one:
        meeting_log.draw(cohort, today)
if several.open:
    with several:
        meeting_grid.draw(cohort, today)
if everything.open:
    with everything:
        in_and_out("meetings", cohort)
        meeting_list.draw(cohort, today)
if late.open:
    with late:
        behind.draw(cohort, today)
