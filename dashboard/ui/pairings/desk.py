"""The pairing desk: who waits for a mentor, and for the chosen one every mentor with the reasons."""

from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.desk import Places, Waiting, open_pairing, places, unpaired_count, waiting_page
from dashboard.queries.sides import Side, side
from dashboard.ui import address, parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.candidates import draw_candidates
from dashboard.ui.pairings.sides import card
from dashboard.ui.parts import Headline, Link, plain
from dashboard.words import counted

MENTEE = "mentee"
CHOSEN = "desk-mentee"
PAGE = 12


def draw(cohort: CohortChoice, today: date) -> None:
    """The desk of a cohort."""
    stand = ask(places, cohort_id=cohort.id)
    if not stand.mentees or not stand.mentors:
        _nobody(stand)
        return
    _headlines(stand)
    waiting, candidates = st.columns([4, 9], gap="large")
    with waiting:
        first = _waiting(cohort, stand, today)
    with candidates:
        chosen = _chosen(cohort, first)
        if chosen is not None:
            card(chosen)
            draw_candidates(cohort, chosen, today)
        elif not stand.unpaired:
            parts.empty_state(
                ":material/celebration:", "Everybody has a mentor", "Whoever joins without one will wait here."
            )


def _nobody(stand: Places) -> None:
    missing = "mentors" if stand.mentees else "mentees" if stand.mentors else "mentors and mentees"
    parts.empty_state(
        ":material/group_add:",
        f"This cohort has no {missing} yet",
        "Upload a roster, or add people by hand; then pair them here.",
        Link("pages/upload.py", "Upload a roster", ":material/upload_file:"),
        Link("pages/people.py", "Add people", ":material/groups:"),
    )


def _headlines(stand: Places) -> None:
    parts.headlines(
        [
            Headline(
                "Waiting for a mentor",
                f"{stand.unpaired:,}",
                definition="Active mentees without an open pairing who have not completed one.",
                denominator=counted(stand.mentees, "active mentee"),
            ),
            Headline(
                "Places left",
                f"{stand.places - stand.taken:,}",
                definition="Places of active mentors that no open pairing takes. A paused pairing keeps its place.",
                denominator=f"{counted(stand.places, 'place')} of {counted(stand.mentors, 'active mentor')}",
            ),
        ]
    )


def _waiting(cohort: CohortChoice, stand: Places, today: date) -> int | None:
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


def _chosen(cohort: CohortChoice, first: int | None) -> Side | None:
    """The mentee of the URL, if they still wait here; a sentence when not; else the first of the list."""
    asked = address.named(MENTEE)
    if asked is None:
        return ask(side, participant_id=first) if first else None
    found = ask(side, participant_id=asked)
    if found is None or found.role != "mentee" or found.cohort_id != cohort.id:
        _stray("This mentee is not in the cohort any more. Choose somebody from the list.")
    elif paired := ask(open_pairing, mentee_id=asked):
        _stray(f"{found.name} is paired with {paired[1]} now. Choose somebody from the list.")
        st.button("Open the pairing", on_click=address.name, args=("pairing", paired[0]))
    elif found.status != "active":
        _stray(f"{found.name} is {found.status}. Reactivate them in People before you pair them.")
    else:
        return found
    return None


def _stray(sentence: str) -> None:
    st.info(plain(sentence), icon=":material/info:")
