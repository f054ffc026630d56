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
views = {
    "Desk": desk.draw,
    "Matrix": matrix.draw,
    "Why not?": whynot.draw,
    "Plan": panel.draw,
    "Fairness": fairness.draw,
    "All pairings": pairings.draw,
}
tabs = st.tabs(list(views), key="view", on_change="rerun", bind="query-params")
for tab, draw in zip(tabs, views.values(), strict=True):
    if tab.open:
        with tab:
            draw(scene)
bar.draw_gauge(scene, gauge)
