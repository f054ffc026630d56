"""Choosing the pairing that something is recorded on: type a part of a name, take the one that is meant."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.recordable import meeting_days, pairing_to_record, pairings_found
from dashboard.ui import address
from dashboard.ui.asking import ask
from dashboard.ui.parts import Link, empty_state, state_markdown
from dashboard.ui.text import options_apart, plain
from dashboard.words import day

PAIRING = "pairing"
"""The parameter of the URL that names the pairing."""
SHOWN = 6
GONE = "This pairing is not here any more: somebody removed it. Choose another one."


def has_pairings(cohort: CohortChoice) -> bool:
    """Whether there is anything to record on; where there is not, what to do first is drawn."""
    if not ask(pairings_found, cohort_id=cohort.id, search="", limit=1).empty:
        return True
    empty_state(
        ":material/handshake:",
        "Nobody is paired in this cohort yet",
        "Pair a mentor with a mentee first; what happens between them is recorded here.",
        Link("pages/pairings.py", "Open Pairings", ":material/handshake:"),
    )
    return False


def named_pairing(cohort: CohortChoice) -> dict[str, Any] | None:
    """The pairing of the URL, if there is one and it can be recorded on here; else a sentence that says why not."""
    asked = address.named(PAIRING)
    if asked is None:
        return None
    found = ask(pairing_to_record, pairing_id=asked)
    if found is None:
        st.warning(GONE, icon=":material/link_off:")
    elif found["cohort_id"] != cohort.id:
        names = plain(f"{found['mentee']} with {found['mentor']} belongs to {found['cohort']}")
        st.warning(f"{names}. Open that cohort, or choose another pairing.", icon=":material/link_off:")
    elif found["status"] == "draft":
        names = plain(f"{found['mentee']} with {found['mentor']}")
        st.warning(f"{names} is still a draft. Publish it in Pairings first.", icon=":material/edit_note:")
    else:
        return found
    return None


def choose(cohort: CohortChoice, *, key: str) -> dict[str, Any] | None:
    """The pairing that the URL names, or that the reader finds and takes; its card is drawn."""
    found = named_pairing(cohort)
    if found is None:
        found = _find(cohort, key)
    else:
        _card(found, change=True)
    return found


def _find(cohort: CohortChoice, key: str) -> dict[str, Any] | None:
    typed = st.text_input(
        "Who",
        key=f"{key}-who",
        type="search",
        live="300ms",
        max_chars=200,
        icon=":material/search:",
        placeholder="Type a part of a name, of the mentee or the mentor",
    )
    search = (typed or "").strip()
    hits = ask(pairings_found, cohort_id=cohort.id, search=search, limit=SHOWN + 1)
    if hits.empty:
        st.caption(f"No pairing has “{plain(search)}” in its names. Type less, or choose another cohort.")
        return None
    if len(hits) == 1:
        found = ask(pairing_to_record, pairing_id=int(hits["pairing_id"].iloc[0]))
        if found is not None:
            _card(found)
        return found
    _offer(hits.head(SHOWN), key, more=len(hits) > SHOWN)
    return None


def _offer(hits: Any, key: str, *, more: bool) -> None:
    rows = {int(row.pairing_id): row for row in hits.itertuples()}
    words = options_apart({number: plain(f"{row.mentee} with {row.mentor}") for number, row in rows.items()})
    picked = f"{key}-pick-{hash(tuple(rows))}"
    st.radio(
        "Which pairing",
        list(rows),
        index=None,
        key=picked,
        format_func=words.__getitem__,
        captions=[_since(row.status, row.started_on, row.ended_on, row.last_meeting_on) for row in rows.values()],
        on_change=lambda: address.name(PAIRING, st.session_state[picked]),
    )
    if more:
        st.caption("There are more: type a part of a name.")


def _card(found: dict[str, Any], *, change: bool = False) -> None:
    days = ask(meeting_days, pairing_id=found["id"])
    last = next((held_on for held_on, missed in days if not missed), None)
    with st.container(key="recordable", horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{plain(found['mentee'])}** with **{plain(found['mentor'])}** {state_markdown(found['status'])}  \n"
            f":small[{_since('', found['started_on'], found['ended_on'], last)}]"
        )
        if change:
            st.button("Choose another", key="recordable-change", on_click=address.name, args=(PAIRING, None))


def _since(status: str, started_on: date | None, ended_on: date | None, last: date | None) -> str:
    met = f"last met {day(last)}" if last else "no meeting yet"
    told = [f"ended {day(ended_on)}" if ended_on else f"since {day(started_on)}" if started_on else "", met]
    words = " · ".join(part for part in told if part)
    return f"Paused · {words}" if status == "paused" else words[:1].upper() + words[1:]
