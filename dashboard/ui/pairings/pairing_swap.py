"""Two mentees exchange their mentors: both pairings end, and two new ones start, in one step."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.pairings import pairings_page
from dashboard.queries.shifts import swaps
from dashboard.queries.sides import PairingDetail
from dashboard.services.pairings import swap_mentors
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import about, close_dialog, is_open
from dashboard.ui.editing import close_and_rerun, send_choice, sent
from dashboard.ui.pairings.desk.costs import shift_in_short, shift_told
from dashboard.ui.pairings.moving import keep_choice
from dashboard.ui.pairings.pairing_fields import end_date, note, reason
from dashboard.ui.text import options_apart, plain
from models import OPEN

SWAP = "pairing-swap"
MOST = 50  # Pairings in one list: where there are more, a name narrows it.


def draw_swap(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    """The dialog, while it is open about this pairing."""
    if is_open(SWAP) and about(SWAP) == found.id:
        _swap(found, cohort, today)


@st.dialog("Swap mentors with another pairing", on_dismiss=close_dialog)
def _swap(found: PairingDetail, cohort: CohortChoice, today: date) -> None:
    key = f"{SWAP}-{found.id}"
    search = st.text_input("Find a pairing", key=f"{key}-find", live=True, placeholder="Name of either")
    rows = ask(pairings_page, cohort_id=cohort.id, search=(search or "").strip(), limit=MOST)  # the open ones first
    rows = rows[
        rows["status"].isin(OPEN)
        & (rows["pairing_id"] != found.id)
        & (rows["mentor_id"] != found.mentor.participant_id)
    ]
    if rows.empty:
        st.info("No other open pairing to swap with is called so.", icon=":material/info:")
        return
    _choose_other(f"{key}-other", found, rows, cohort, today)
    with st.form(key, border=False):
        st.caption(f"Ends both pairings and starts two on the same day, with {plain(found.mentee.name)} going there.")
        why, on, said = reason(key), end_date("They swap on", key, found, today), note(key)
        told = dict(zip(rows["pairing_id"], rows[["mentee", "mentor"]].itertuples(index=False, name=None), strict=True))
        args = (f"{key}-other", told)
        agreed = st.form_submit_button("Swap the two", type="primary", on_click=send_choice, args=args)
    if agreed and sent()[0] is None:
        st.warning("Choose the pairing to swap with.", icon=":material/info:")
    elif agreed:
        _swap_with(found, key, {"on": on, "reason": why, "note": said, "today": today})


def _choose_other(key: str, found: PairingDetail, rows: pd.DataFrame, cohort: CohortChoice, today: date) -> None:
    """The list of the other pairings, each with what the swap comes to, and more about the one that is chosen."""
    pair = (found.mentee.participant_id, found.mentor.participant_id)
    others = list(zip(rows["mentee_id"].tolist(), rows["mentor_id"].tolist(), strict=True))
    ids = rows["pairing_id"].tolist()
    changes = dict(zip(ids, ask(swaps, cohort_id=cohort.id, pair=pair, others=others, today=today), strict=True))
    named = dict(zip(ids, (rows["mentee"] + " with " + rows["mentor"]).tolist(), strict=True))
    labels = {one: " · ".join(part for part in (named[one], shift_in_short(changes[one])) if part) for one in ids}
    keep_choice(key, ids)
    words = options_apart(labels)
    chosen = st.selectbox(
        "Swap with",
        ids,
        index=None,
        required=True,
        format_func=words.__getitem__,
        key=key,
        placeholder="Choose a pairing",
    )
    if chosen is not None and (change := changes[chosen]):
        st.markdown(f":small[{shift_told(change)}]")


def _swap_with(found: PairingDetail, key: str, values: dict[str, Any]) -> None:
    other, (mentee, mentor) = sent()
    words = f"Swapped mentors: {found.mentee.name} now with {mentor}, {mentee} with {found.mentor.name}"
    if done := act(words, swap_mentors, key=key, pairing_id=found.id, other_id=other, **values):
        address.name("pairing", done.value[0])
        close_and_rerun()
