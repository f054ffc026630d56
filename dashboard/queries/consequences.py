"""What each choice for a mentee does to everyone else, against the best plan there is. Exact; see ``matching``."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlmodel import Session

from dashboard.matching.consequences import Consequences, consequences
from dashboard.matching.plan import POINTS
from dashboard.queries.board import Board, board
from dashboard.queries.knowing import known


@dataclass(frozen=True)
class Consequence:
    """What changes when this mentor is chosen: ``people`` placed and total fit in ``points``; never for the better."""

    people: int
    points: float
    hit: str | None
    """Who stands worst with it; nobody when everybody keeps what the best plan gives them."""
    drop: float
    """The fit that they lose."""
    left_out: bool
    """They could then not be placed."""


def consequences_of(session: Session, *, cohort_id: int, mentee_id: int, today: date) -> dict[int, Consequence]:
    """Mentor id -> consequence, for every mentor who may be chosen for this mentee; nothing for one who is gone."""
    found = known(session, board, cohort_id=cohort_id, today=today)
    at = found.mentee_at(mentee_id)
    if at is None:
        found = known(session, board, cohort_id=cohort_id, today=today, also=mentee_id)
        at = found.mentee_at(mentee_id)
    if at is None or found.mentors.empty:
        return {}
    then = consequences(found.problem, at)
    ids = found.mentors["id"].to_numpy()
    return {int(ids[mentor]): _told(found, then, int(mentor)) for mentor in np.flatnonzero(then.possible)}


def _told(found: Board, then: Consequences, mentor: int) -> Consequence:
    hit = then.worst_hit(mentor)
    return Consequence(
        people=int(then.people[mentor]),
        points=int(then.points[mentor]) / POINTS,
        hit=None if hit is None else str(found.mentees["name"].iat[hit.mentee]),
        drop=0 if hit is None else hit.drop / POINTS,
        left_out=hit is not None and hit.left_out,
    )
