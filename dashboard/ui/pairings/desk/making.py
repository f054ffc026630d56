"""What a click on the desk makes of two people: a pairing or, while a plan is open, a draft in it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.shortlists import Candidate
from dashboard.queries.sides import Side
from dashboard.services.drafts import draft_pair
from dashboard.services.pairing_sentences import EARLY_DAYS
from dashboard.services.pairings import pair
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.desk.waiting import MENTEE


@dataclass(frozen=True)
class Making:
    """A pairing that starts on a day, or a draft in the plan, which has its day when it is published."""

    starts_on: date | None = None
    plan_id: int | None = None
    today: date | None = None

    @property
    def label(self) -> str:
        return "Pair" if self.plan_id is None else "Draft"

    @property
    def done(self) -> str:
        return "Paired" if self.plan_id is None else "Drafted"


def making_in(scene: Scene, where: str = "") -> Making:
    """What a click makes; where it is a pairing, its first day is asked for."""
    return (
        Making(plan_id=scene.plan_id, today=scene.today)
        if scene.plan
        else Making(starts_on(scene.cohort, scene.today, where))
    )


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
    words, key = f"{making.done} {mentee.name} with {one.name}", f"pair-{mentee.participant_id}-{one.mentor_id}"
    two: dict[str, Any] = {
        "mentor_id": one.mentor_id,
        "mentee_id": mentee.participant_id,
        "rationale": "; ".join(one.pro),
    }
    if making.plan_id is None:
        done = act(words, pair, key=key, started_on=making.starts_on, **two)
    else:
        done = act(words, draft_pair, key=key, plan_id=making.plan_id, today=making.today, **two)
    if done:
        address.name(MENTEE, None)
    return bool(done)


def make(mentee: Side, one: Candidate, making: Making) -> None:
    """The same for ``on_click=``."""
    make_pair(mentee, one, making)
