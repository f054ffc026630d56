"""What a click on the desk makes of two people."""

from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.shortlists import Candidate
from dashboard.queries.sides import Side
from dashboard.services.pairing_sentences import EARLY_DAYS
from dashboard.services.pairings import pair
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.pairings.desk.waiting import MENTEE


@dataclass(frozen=True)
class Making:
    """What a click makes of two people: a pairing that starts on a day."""

    starts_on: date | None

    @property
    def label(self) -> str:
        return "Pair"


def starts_on(cohort: CohortChoice, today: date, where: str = "") -> date | None:
    """Ask for the day on which what is made now starts; ``where`` it is asked, if not on the desk."""
    chosen: date | None = st.date_input(
        "The pairing starts on",
        min(max(today, cohort.starts_on), cohort.ends_on),
        min_value=cohort.starts_on - timedelta(days=EARLY_DAYS),
        max_value=cohort.ends_on,
        format="YYYY-MM-DD",
        key=f"starts-on-{where}{cohort.id}",
        width=180,
    )
    return chosen


def make_pair(mentee: Side, one: Candidate, making: Making) -> bool:
    """Runs before the page is drawn anew, so that a mentor who filled up meanwhile is refused and not just gone."""
    done = act(
        f"Paired {mentee.name} with {one.name}",
        pair,
        key=f"pair-{mentee.participant_id}-{one.mentor_id}",
        mentor_id=one.mentor_id,
        mentee_id=mentee.participant_id,
        started_on=making.starts_on,
        rationale="; ".join(one.pro),
    )
    if done:
        address.name(MENTEE, None)
    return bool(done)


def make(mentee: Side, one: Candidate, making: Making) -> None:
    """The same for ``on_click=``."""
    make_pair(mentee, one, making)
