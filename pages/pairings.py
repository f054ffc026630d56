"""Who mentors whom: the desk where pairs are made, every pairing with its state, and one pairing in full."""

from datetime import date

import streamlit as st

from dashboard.ui import address, frame, parts
from dashboard.ui.pairings import pairing, pairings
from dashboard.ui.pairings.desk import desk, matrix, whynot

frame.enter()
cohort, today = frame.current_cohort(), date.today()

if opened := address.named(pairings.PAIRING):
    pairing.draw(opened, cohort, today)
    st.stop()

parts.header("Pairings", "Find each mentee the right mentor, and see how every pairing stands.")
tabs = ["Desk", "Matrix", "Why not?", "All pairings"]
at_desk, in_matrix, stuck, in_list = st.tabs(tabs, key="view", on_change="rerun", bind="query-params")
if at_desk.open:
    with at_desk:
        desk.draw(cohort, today)
if in_matrix.open:
    with in_matrix:
        matrix.draw(cohort, today)
if stuck.open:
    with stuck:
        whynot.draw(cohort, today)
if in_list.open:
    with in_list:
        pairings.draw(cohort)
