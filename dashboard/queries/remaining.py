"""What the desk chooses from: the board of a cohort or, where a plan is open, what its drafts leave of it."""

from dataclasses import replace
from datetime import date

import numpy as np
from sqlmodel import Session

from dashboard.matching.facts import positions
from dashboard.matching.rules import Rule
from dashboard.queries.board import Board, board
from dashboard.queries.knowing import known
from dashboard.queries.plans import holding


def remaining(
    session: Session, *, cohort_id: int, today: date, plan_id: int | None = None, also: int | None = None
) -> Board:
    """The board without those whom the plan drafts and the places it takes; ``also`` stays on it, whoever they are.

    Drafts that can't be published any more hold theirs, too, until they are removed: nothing can be drafted instead.
    """
    # Asked in the very words of everybody else, so that the board is made once.
    found = known(session, board, cohort_id=cohort_id, today=today, **({} if also is None else {"also": also}))
    if plan_id is None:
        return found
    drafted = known(session, holding, plan_id=plan_id)
    drafted = drafted[drafted["mentee_id"] != also]
    here = ~found.mentees["id"].isin(drafted["mentee_id"]).to_numpy()
    at = positions(found.mentors["id"], drafted["mentor_id"])
    taken = found.mentors["taken"] + np.bincount(at[at >= 0], minlength=len(found.mentors))
    full = np.where(taken >= found.mentors["capacity"], np.uint16(Rule.FULL), np.uint16(0))
    return replace(
        found,
        mentees=found.mentees[here].reset_index(drop=True),
        mentors=found.mentors.assign(taken=taken),
        points=found.points[here],
        bits=found.bits[here] | full,
    )


def remaining_with(
    session: Session, *, cohort_id: int, mentee_id: int, today: date, plan_id: int | None = None
) -> tuple[Board, int | None]:
    """What remains with this mentee among it, whether they wait or not, and their row; None for one who is gone."""
    asked = {"cohort_id": cohort_id, "today": today, "plan_id": plan_id}
    found = known(session, remaining, **asked)
    if found.mentee_at(mentee_id) is None:
        found = known(session, remaining, **asked, also=mentee_id)
    return found, found.mentee_at(mentee_id)
