"""What other weights or rules would change for those who wait in a cohort, before they are saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session, col

from dashboard.matching.effect import average_fit, effect
from dashboard.matching.facts import compare
from dashboard.matching.fit import fit_of
from dashboard.matching.plan import UNPLACED, Whole, problem
from dashboard.matching.rules import Rule
from dashboard.queries.desk import waits
from dashboard.queries.parties import party
from dashboard.queries.terms import demands_of, weights_of
from models import Cohort, Participant, ParticipantStatus

MOVED = {"mentee": "str", "now": "str", "then": "str"}
NOBODY = "nobody"


@dataclass(frozen=True)
class Effect:
    """Of those who ``wait``, how many the best plan places now and then, and how well; ``moved`` holds ``mentee`` and
    the mentors ``now`` and ``then``; for ``reconsidered`` of them another mentor would head the list."""

    wait: int
    placed: tuple[int, int]
    fit: tuple[float | None, float | None]
    moved: pd.DataFrame
    reconsidered: int


def effect_of(session: Session, *, cohort_id: int, changes: Mapping[str, Any], today: date) -> Effect:
    """The effect of changed fields of the cohort; pairings that stand are not touched by any."""
    stored = session.get_one(Cohort, cohort_id).model_dump()
    is_active = col(Participant.status) == ParticipantStatus.ACTIVE
    two = party(session, cohort_id=cohort_id, mentees=waits(), mentors=is_active)
    facts = compare(two.mentees, two.mentors, sought=two.sought, offered=two.offered, catalog=two.catalog, on=today)
    places = two.mentors["capacity"].to_numpy() - two.mentors["taken"].to_numpy()
    stands, would = (
        problem(
            fit_of(facts, weights_of(fields)).score,
            (two.bits(today, demands_of(fields)) & ~np.uint16(Rule.FULL)) == 0,
            places,
        )
        for fields in (stored, {**stored, **changes})
    )
    found = effect(stands, would)
    names = [*two.mentors["name"], NOBODY]
    return Effect(
        wait=len(two.mentees),
        placed=(found.before.placed, found.after.placed),
        fit=(average_fit(found.before), average_fit(found.after)),
        moved=_moved(two.mentees["name"], names, found.moved, found.before.mentor, found.after.mentor),
        reconsidered=len(found.reconsidered),
    )


def _moved(mentees: "pd.Series[str]", names: list[str], moved: Whole, before: Whole, after: Whole) -> pd.DataFrame:
    assert names[UNPLACED] == NOBODY
    rows = [(mentees.iat[who], names[before[who]], names[after[who]]) for who in moved.tolist()]
    return pd.DataFrame(rows, columns=list(MOVED)).astype(MOVED)
