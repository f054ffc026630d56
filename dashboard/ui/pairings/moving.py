"""Another mentor for somebody, whether paired or drafted: who may take them, and which of these was chosen."""

from typing import Any

import streamlit as st

from dashboard.queries.shifts import Shift, moves
from dashboard.queries.shortlists import Candidate, ranking, shortlist
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.costs import shift_in_short, shift_told
from dashboard.ui.text import options_apart, plain
from dashboard.words import counted

MOST = 50
"""Mentors in one list: where there are more, a name narrows it."""


def offered(key: str, name: str, *, other_than: int, **whose: Any) -> dict[int, Candidate]:
    """The mentors with a place who may take the mentee ``whose``, the best fit first; a sentence when nobody may.

    Whoever was chosen in the field ``key`` stays in the list, though others were quicker.
    """
    free = [one for one in ask(ranking, **whose).free if one != other_than]
    nobody = f"No other mentor has a place that {plain(name)} may take."
    if len(free) > MOST:
        search = (st.text_input("Find a mentor", key=f"{key}-find", live=True) or "").strip()
        free = [one for one in ask(ranking, **whose, search=search).free if one != other_than][:MOST]
        nobody = f"No other mentor with a place is called “{plain(search)}”."
    chosen = st.session_state.get(key)
    if chosen is not None and chosen not in free:
        free.append(chosen)
    if not free:
        st.info(nobody, icon=":material/info:")
    return {one.mentor_id: one for one in ask(shortlist, **whose, mentor_ids=free)}


def choose_mentor(key: str, mentors: dict[int, Candidate], *, other_than: int, **whose: Any) -> None:
    """The list to choose from, and what the choice changes; ``send_choice(key, names(mentors))`` sends what is chosen.

    ``other_than`` is the mentor whom the mentee ``whose`` is with.
    """
    found = ask(moves, **whose, mentor_id=other_than, to=list(mentors))
    labels = {mentor_id: _label(one, found.get(mentor_id)) for mentor_id, one in mentors.items()}
    keep_choice(key, list(labels))
    words = options_apart(labels)
    chosen = st.selectbox(
        "New mentor, the best fit first", list(words), index=None, required=True, format_func=words.__getitem__, key=key
    )
    if chosen in found:
        st.markdown(f":small[{shift_told(found[chosen])}]")
    elif chosen in mentors:
        st.markdown(f":small[:orange[:material/block: {plain(mentors[chosen].blocked)}]]")


def keep_choice(key: str, ids: list[int]) -> None:
    """Before a list is drawn: the browser answers in words, and would show the first one where these have changed.
    Nothing is chosen in the place of what left the list; only at the beginning, the first one is."""
    chosen = st.session_state.setdefault(key, ids[0])
    st.session_state[key] = chosen if chosen in ids else None


def _label(one: Candidate, change: Shift | None) -> str:
    if one.blocked:
        return f"{one.name} · not possible now"
    told = [
        one.name,
        f"fit {one.fit:.0f}",
        shift_in_short(change),
        f"{counted(one.capacity - one.taken, 'place')} left",
    ]
    return " · ".join(part for part in told if part)


def names(mentors: dict[int, Candidate]) -> dict[int, str]:
    """Their names, by id."""
    return {mentor_id: one.name for mentor_id, one in mentors.items()}
