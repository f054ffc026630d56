"""Who waits for a mentor, the hardest to place first: a list to choose from."""

import streamlit as st

from dashboard.queries.desk import Places
from dashboard.queries.waiting import Waiting, unpaired_count, waiting_page
from dashboard.ui import address, parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.text import options_apart, plain
from dashboard.words import counted

MENTEE = "mentee"
"""The parameter of the URL that names the chosen mentee."""
CHOSEN = "desk-mentee"
PAGE = 12


def draw_waiting(scene: Scene, stand: Places) -> int | None:
    """The list of those who wait; returns whoever comes next."""
    search = parts.search("Find a mentee who waits", key="waiting", placeholder="Find a mentee")
    total = ask(unpaired_count, cohort_id=scene.cohort.id, plan_id=scene.plan_id, search=search)
    if not total:
        st.caption(f"Nobody who waits is called “{plain(search)}”." if search else "Nobody waits.")
        return None
    shown = st.container()
    page = parts.pages(total, key="waiting-page", size=PAGE, noun="waiting")
    rows = ask(waiting_page, **scene.here, search=search, limit=page.limit, offset=page.offset)
    ids = [row.mentee_id for row in rows]
    asked = address.named(MENTEE)
    # Whoever nobody may take stands first, and yet the work goes on with the first who can be placed.
    first = next((row.mentee_id for row in rows if row.free), ids[0] if ids else None)
    st.session_state[CHOSEN] = first if asked is None else asked if asked in ids else None
    names = options_apart({row.mentee_id: plain(row.name) for row in rows})
    shown.radio(
        "Waiting for a mentor, the hardest to place first",
        ids,
        format_func=names.__getitem__,
        captions=[f"{_options(row, stand)} · {_waited((scene.today - row.waiting_since).days)}" for row in rows],
        key=CHOSEN,
        index=None,
        on_change=_choose,
    )
    return first


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
