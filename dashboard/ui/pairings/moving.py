"""Another mentor for somebody, whether paired or drafted: who may take them, and which of these was chosen."""

from typing import Any

import streamlit as st

from dashboard.queries.shortlists import Candidate, ranking, shortlist
from dashboard.ui.asking import ask
from dashboard.ui.text import options_apart, plain
from dashboard.words import counted

MOST = 50
"""Mentors in one list: where there are more, a name narrows it."""


def offered(key: str, name: str, *, other_than: int, **whose: Any) -> dict[int, Candidate]:
    """The mentors with a place who may take the mentee ``whose``, the best fit first; a sentence when nobody may."""
    free = [one for one in ask(ranking, **whose).free if one != other_than]
    nobody = f"No other mentor has a place that {plain(name)} may take."
    if len(free) > MOST:
        search = (st.text_input("Find a mentor", key=f"{key}-find", live=True) or "").strip()
        free = [one for one in ask(ranking, **whose, search=search).free if one != other_than][:MOST]
        nobody = f"No other mentor with a place is called “{plain(search)}”."
    if not free:
        st.info(nobody, icon=":material/info:")
    return {one.mentor_id: one for one in ask(shortlist, **whose, mentor_ids=free)}


def choose_mentor(key: str, mentors: dict[int, Candidate]) -> None:
    """The list to choose from; ``send_choice(key, names(mentors))`` sends what is chosen."""
    labels = {
        mentor_id: f"{one.name} · fit {one.fit:.0f} · {counted(one.capacity - one.taken, 'place')} left"
        for mentor_id, one in mentors.items()
    }
    st.selectbox("New mentor, the best fit first", list(labels), format_func=options_apart(labels).__getitem__, key=key)


def names(mentors: dict[int, Candidate]) -> dict[int, str]:
    """Their names, by id."""
    return {mentor_id: one.name for mentor_id, one in mentors.items()}
