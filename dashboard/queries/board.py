"""Everybody who waits against every mentor, as the arrays of ``dashboard.matching``: made once a revision."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import select
from sqlmodel import Session, col

from dashboard.matching.facts import compare
from dashboard.matching.fit import fit_of
from dashboard.matching.plan import POINTS, Problem
from dashboard.matching.rules import Bits, Rule
from dashboard.queries.desk import is_unpaired, waits
from dashboard.queries.parties import Party, party
from models import Pairing, Participant, ParticipantStatus

MENTEES = ["id", "person_id", "name", "department", "joined_on"]
MENTORS = [*MENTEES, "status", "capacity", "taken"]


@dataclass(frozen=True)
class Board:
    """Mentees down, mentors across: ``points`` in hundredths of fit, and the ``bits`` of the rules in the way."""

    mentees: pd.DataFrame
    mentors: pd.DataFrame
    points: NDArray[np.uint16]
    bits: Bits

    @property
    def problem(self) -> Problem:
        """What a plan can be made of. A full mentor has no places, and so needs no rule."""
        left = self.mentors["capacity"].to_numpy() - self.mentors["taken"].to_numpy()
        places = np.where(self.mentors["status"].to_numpy() == ParticipantStatus.ACTIVE, np.maximum(left, 0), 0)
        allowed = (self.bits & ~np.uint16(Rule.FULL)) == 0
        return Problem(self.points.astype(np.int64), allowed, places)

    def mentee_at(self, mentee_id: int) -> int | None:
        """The row of a mentee; None for somebody who does not wait."""
        return _at(self.mentees, mentee_id)

    def mentor_at(self, mentor_id: int) -> int | None:
        """The column of a mentor; None for somebody of another cohort."""
        return _at(self.mentors, mentor_id)


def _at(people: pd.DataFrame, participant_id: int) -> int | None:
    found = np.flatnonzero(people["id"].to_numpy() == participant_id)
    return int(found[0]) if found.size else None


def board(
    session: Session, *, cohort_id: int, today: date, also: int | None = None, plan_id: int | None = None
) -> Board:
    """The board of a cohort; ``also`` is a mentee who does not wait, and yet is to stand on it.

    So do those who are drafted in the plan that is given, unless they are paired by now.
    """
    who = waits()
    if also is not None:
        who |= col(Participant.id) == also
    if plan_id is not None:
        drafted = select(col(Pairing.mentee_id)).where(col(Pairing.plan_id) == plan_id)
        who |= is_unpaired() & col(Participant.id).in_(drafted)
    two = party(session, cohort_id=cohort_id, mentees=who)
    return Board(
        mentees=two.mentees[MENTEES],
        mentors=two.mentors[MENTORS],
        points=points_of(two, today),
        bits=two.bits(today),
    )


def points_of(two: Party, on: date) -> NDArray[np.uint16]:
    """The fit of each two, in hundredths."""
    facts = compare(two.mentees, two.mentors, sought=two.sought, offered=two.offered, catalog=two.catalog, on=on)
    return np.rint(fit_of(facts, two.weights).score.astype(np.float64) * POINTS).astype(np.uint16)
