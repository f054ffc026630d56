"""Who mentors whom: the desk where pairs are made, every pairing with its state, and one pairing in full."""

from datetime import date

import streamlit as st

from dashboard.ui import address, frame, parts
from dashboard.ui.pairings import pairing, pairings
from dashboard.ui.pairings.desk import desk, matrix, whynot
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.plan import bar, fairness, forms, panel

frame.enter()
cohort, today = frame.current_cohort(), date.today()

if opened := address.named(pairings.PAIRING):
    pairing.draw(opened, cohort, today)
    st.stop()

scene = Scene(cohort, today, bar.opened(cohort))
parts.header("Pairings", "Find each mentee the right mentor, and see how every pairing stands.")
gauge = bar.draw_bar(scene)
forms.draw_forms(scene)
tabs = ["Desk", "Matrix", "Why not?", "Plan", "Fairness", "All pairings"]
at_desk, in_matrix, stuck, in_plan, balance, in_list = st.tabs(tabs, key="view", on_change="rerun", bind="query-params")
if at_desk.open:
    with at_desk:
        desk.draw(scene)
if in_matrix.open:
    with in_matrix:
        matrix.draw(scene)
if stuck.open:
    with stuck:
        whynot.draw(scene)
if in_plan.open:
    with in_plan:
        panel.draw(scene)
if balance.open:
    with balance:
        fairness.draw(scene)
if in_list.open:
    with in_list:
        pairings.draw(cohort)
bar.draw_gauge(scene, gauge)
