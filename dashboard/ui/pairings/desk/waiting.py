"""Who waits for a mentor, the hardest to place first: a list to choose from."""

from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.desk import Places, Waiting, unpaired_count, waiting_page
from dashboard.ui import address, parts
from dashboard.ui.asking import ask
from dashboard.ui.parts import plain
from dashboard.words import counted

MENTEE = "mentee"
"""The parameter of the URL that names the chosen mentee."""
CHOSEN = "desk-mentee"
PAGE = 12


def draw_waiting(cohort: CohortChoice, stand: Places, today: date) -> int | None:
    """The list of those who wait; returns the first of the page."""
    search = parts.search("Find a mentee who waits", key="waiting", placeholder="Find a mentee")
    total = ask(unpaired_count, cohort_id=cohort.id, search=search)
    if not total:
        st.caption(f"Nobody who waits is called “{plain(search)}”." if search else "Nobody waits.")
        return None
    shown = st.container()
    page = parts.pages(total, key="waiting-page", size=PAGE, noun="waiting")
    rows = ask(waiting_page, cohort_id=cohort.id, today=today, search=search, limit=page.limit, offset=page.offset)
    ids = [row.mentee_id for row in rows]
    asked = address.named(MENTEE)
    st.session_state[CHOSEN] = ids[0] if asked is None and ids else asked if asked in ids else None
    names = {row.mentee_id: plain(row.name) for row in rows}
    shown.radio(
        "Waiting for a mentor, the hardest to place first",
        ids,
        format_func=names.__getitem__,
        captions=[f"{_options(row, stand)} · {_waited((today - row.waiting_since).days)}" for row in rows],
        key=CHOSEN,
        index=None,
        on_change=_choose,
    )
    return ids[0] if ids else None


def _choose() -> None:
    address.name(MENTEE, st.session_state[CHOSEN])


def _options(row: Waiting, stand: Places) -> str:
    """What a mentee has to choose from; with places left and nobody to choose, a rule keeps every mentor away."""
    free, offering = row.free, row.offering
    if not free:
        return "every free mentor is ruled out" if stand.places > stand.taken else "no mentor is free"
    if offering is None:
        return f"{counted(free, 'mentor')} free"
    if free == 1:
        return f"the one free mentor offers {'a' if offering else 'no'} skill sought"
    offer = "offers" if offering == 1 else "offer"
    return f"{offering or 'none'} of {counted(free, 'free mentor')} {offer} a skill sought"


def _waited(days: int) -> str:
    if days < 1:
        return "new"
    return f"waiting {counted(days, 'day') if days < 14 else counted(days // 7, 'week')}"
