"""Anybody in the program, found in a keystroke; and everything about one person."""

from datetime import date

import streamlit as st

from dashboard.ui import frame, parts
from dashboard.ui.people import people, person, person_forms

frame.enter()

today = date.today()
asked = people.asked_for()
person_forms.draw()

if asked is not None and person.draw(asked, today=today):
    st.stop()

parts.header("People", "Everybody in your program, whatever they do in it.")
if asked is not None:
    st.warning(
        "This person is not here any more: somebody removed them. Find somebody else below.",
        icon=":material/person_off:",
    )
people.everybody()
