"""Feedback: record what mentors and mentees answer, read it, and see who owes a check-in."""

from datetime import date

import streamlit as st

from dashboard.ui import frame, parts
from dashboard.ui.exporting import in_and_out
from dashboard.ui.feedback import check_in_due, check_in_edit, check_in_form, check_in_grid, check_in_list
from dashboard.ui.recordable import has_pairings

frame.enter()
cohort, today = frame.current_cohort(), date.today()
parts.header("Feedback", "What mentors and mentees say in their check-ins, and who has not been heard.")
if not has_pairings(cohort):
    st.stop()

names = ["Record", "Several at once", "All check-ins", "Who owes one"]
one, several, everything, owing = st.tabs(names, key="view", on_change="rerun", bind="query-params")
if one.open:
    with one:
        check_in_form.draw(cohort, today)
if several.open:
    with several:
        check_in_grid.draw(cohort, today)
if everything.open:
    with everything:
        in_and_out("check_ins", cohort)
        check_in_list.draw(cohort)
if owing.open:
    with owing:
        check_in_due.draw(cohort, today)
check_in_edit.draw(today)
