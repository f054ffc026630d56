"""Who mentors whom: the desk where pairs are made, every pairing with its state, and one pairing in full."""

from datetime import date

import streamlit as st

from dashboard.ui import address, frame, parts
from dashboard.ui.pairings import desk, pairing, pairings

frame.enter()
cohort, today = frame.current_cohort(), date.today()

if opened := address.named(pairings.PAIRING):
    pairing.draw(opened, cohort, today)
    st.stop()

parts.header("Pairings", "Find each mentee the right mentor, and see how every pairing stands.")
at_desk, in_list = st.tabs(["Desk", "All pairings"], key="view", on_change="rerun", bind="query-params")
if at_desk.open:
    with at_desk:
        desk.draw(cohort, today)
if in_list.open:
    with in_list:
        pairings.draw(cohort)
