"""A file becomes a list of changes, to be looked at before anything is changed."""

from datetime import date

import streamlit as st

from dashboard.ui import frame, parts
from dashboard.ui.upload import cohort, columns, file, outcome, questions, result, reviewing, rows

frame.enter()

today = date.today()
chosen = frame.open_cohort()

parts.header(
    "Upload", "A file as your form tool or spreadsheet left it. You see what will change before anything does."
)
if not cohort.choose(chosen, today=today) or chosen is None:
    st.stop()

draft = file.choose(chosen)
if draft is None or file.read(draft) is None:
    st.stop()

questions.ask_kind(draft)
columns.draw(draft, chosen, today=today)
found = reviewing.review(draft, chosen, today=today)
if found is None:
    st.stop()

result.draw(draft, found, chosen)
rows.draw(draft, found, chosen)
outcome.draw(draft, found, chosen, today=today)
