"""One pairing in full: both people side by side, what they share, its story, and what can be done about it."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.pairings import pairing, story, story_length
from dashboard.queries.sides import PairingDetail
from dashboard.services.pairings import pause, reopen, resume
from dashboard.ui import address, parts
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.pairings import pairing_forms
from dashboard.ui.pairings.pairing_swap import SWAP, draw_swap
from dashboard.ui.pairings.pairings import PAIRING, drafted, elsewhere, gone
from dashboard.ui.pairings.sides import card, reasons
from dashboard.ui.parts import plain
from dashboard.words import day
from models import ENDED, OPEN

ICONS = {"state": "flag", "meeting": "forum", "missed": "event_busy", "check_in": "rate_review"}
PAGE = 20


def draw(pairing_id: int, cohort: CohortChoice, today: date) -> None:
    """The pairing, or a sentence when it is not here."""
    found = ask(pairing, pairing_id=pairing_id, today=today)
    if found is None:
        gone()
        return
    if found.cohort_id != cohort.id:
        elsewhere(found.cohort_id, found.names, cohort)
        return
    if found.plan_id is not None:
        drafted(found.plan_id, found.names)
        return
    st.button(
        "All pairings", icon=":material/arrow_back:", type="tertiary", on_click=address.name, args=(PAIRING, None)
    )
    parts.header(found.names)
    st.markdown(_standing(found))
    _actions(found)
    pairing_forms.draw(found, cohort, today)
    draw_swap(found, cohort, today)
    for column, one in zip(st.columns(2), (found.mentee, found.mentor), strict=True):
        with column:
            card(one)
    _shared(found)
    _story(found)


def _standing(found: PairingDetail) -> str:
    told = [parts.state_markdown(found.status)]
    if found.started_on:
        told.append(f"since {day(found.started_on)}" if found.status in OPEN else f"from {day(found.started_on)}")
    if found.ended_on:
        told.append(f"to {day(found.ended_on)}")
    told += [plain(part) for part in (found.end_reason, found.end_note) if part]
    return " · ".join(told)


def _actions(found: PairingDetail) -> None:
    with st.container(horizontal=True, gap="small", key="pairing-actions"):
        if found.status in OPEN:
            if found.status == "active":
                _do("Pause", "pause", "Paused", pause, found)
            else:
                _do("Resume", "play_arrow", "Resumed", resume, found)
            _ask("Complete", "task_alt", pairing_forms.COMPLETE, found)
            _ask("End early", "cancel", pairing_forms.END, found)
            _ask("Move", "swap_horiz", pairing_forms.MOVE, found)
            _ask("Swap", "swap_vert", SWAP, found)
        if found.status in ENDED:
            _do("Reopen", "undo", "Reopened", reopen, found)
        _ask("Correct", "edit", pairing_forms.CORRECT, found)
        _ask("Remove", "delete", pairing_forms.REMOVE, found)


def _do(label: str, icon: str, done: str, service: Callable[..., None], found: PairingDetail) -> None:
    """A button that acts at once: what it does is taken back as quickly."""
    key = f"{label.lower()}-{found.id}"
    words = f"{done} {found.names}"
    st.button(label, icon=f":material/{icon}:", key=key, on_click=_act, args=(words, service, key, found.id))


def _act(words: str, service: Callable[..., None], key: str, pairing_id: int) -> None:
    act(words, service, key=key, pairing_id=pairing_id)


def _ask(label: str, icon: str, dialog: str, found: PairingDetail) -> None:
    """A button that opens a dialog."""
    st.button(label, icon=f":material/{icon}:", key=f"{dialog}-open", on_click=open_dialog, args=(dialog, found.id))


def _shared(found: PairingDetail) -> None:
    parts.section("What they share")
    st.markdown(f":primary-badge[**{found.fit:.0f}**] &ensp; {reasons(found.pro, found.con, found.unknown)}")
    if found.rationale:
        st.markdown(f":small[:gray[Paired because]] {plain(found.rationale)}")


def _story(found: PairingDetail) -> None:
    key = {"cohort": str(found.cohort_id), "pairing": str(found.id)}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        parts.section("Story")
        st.page_link("pages/meetings.py", label="Log a meeting", icon=":material/forum:", query_params=key)
        st.page_link("pages/feedback.py", label="Record a check-in", icon=":material/rate_review:", query_params=key)
    total = ask(story_length, pairing_id=found.id)
    if not total:
        st.caption("Nothing has happened yet.")
        return
    shown = st.container()
    page = parts.pages(total, key="story", size=PAGE, noun="events")
    rows = ask(story, pairing_id=found.id, limit=page.limit, offset=page.offset)
    lines = [
        f":gray[:material/{ICONS[row['kind']]}:] :small[:gray[{day(row['on'])}]] &ensp; **{plain(row['title'])}**"
        + (f" &ensp; {plain(row['detail'])}" if row["detail"] else "")
        for row in rows.to_dict("records")
    ]
    shown.markdown("  \n".join(lines))
