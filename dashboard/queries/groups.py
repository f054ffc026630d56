"""The desk the other way round: for one mentor, what each mentee's coming costs, and the best group."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from sqlmodel import Session

from dashboard.matching.groups import choices, group
from dashboard.matching.plan import POINTS
from dashboard.queries.best import problem_of
from dashboard.queries.knowing import known
from dashboard.queries.remaining import remaining
from models import ParticipantStatus

CHOICES = {
    "mentee_id": "int64",
    "name": "str",
    "fit": "float64",
    "people": "int64",
    "points": "float64",
    "in_group": "bool",
}


@dataclass(frozen=True)
class MentorGroup:
    """``choices`` by cost and fit: each mentee whom no rule keeps away, with their ``fit``, the change in ``people``
    placed and in total fit (``points``) if they alone come, and whether they are in the best group of the size asked
    for. ``people`` and ``points`` are the same change for that group as a whole."""

    choices: pd.DataFrame
    people: int
    points: float


def mentor_group(
    session: Session, *, cohort_id: int, mentor_id: int, size: int, today: date, plan_id: int | None = None
) -> MentorGroup | None:
    """The choices for a mentor of the board, and the best group of so many; None for a mentor who is not active."""
    found = known(session, remaining, cohort_id=cohort_id, today=today, plan_id=plan_id)
    mentor = found.mentor_at(mentor_id)
    if mentor is None or found.mentors["status"].to_numpy()[mentor] != ParticipantStatus.ACTIVE:
        return None
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    each, chosen = choices(given, mentor), group(given, mentor, size)
    rows = pd.DataFrame(
        {
            "mentee_id": found.mentees["id"],
            "name": found.mentees["name"],
            "fit": found.points[:, mentor] / POINTS,
            "people": each.people,
            "points": each.points / POINTS,
            "in_group": np.isin(np.arange(len(found.mentees)), chosen.mentees),
        }
    )[each.possible]
    ordered = rows.sort_values(["people", "points", "fit", "name"], ascending=[False, False, False, True])
    return MentorGroup(
        choices=ordered.reset_index(drop=True).astype(CHOICES),
        people=chosen.plan.placed - chosen.best.placed,
        points=(chosen.plan.points - chosen.best.points) / POINTS,
    )
