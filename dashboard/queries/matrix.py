"""The fit of everybody who waits with every mentor who has a place, a screenful at a time."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlmodel import Session

from dashboard.matching.facts import positions
from dashboard.matching.plan import POINTS, fill_in
from dashboard.queries.best import problem_of
from dashboard.queries.board import Board, board
from dashboard.queries.knowing import known
from dashboard.queries.labels import told_apart
from dashboard.queries.plans import drafts

MATRIX = {
    "mentee_id": "int64",
    "mentor_id": "int64",
    "row": "int64",
    "column": "int64",
    "mentee": "object",
    "mentor": "object",
    "fit": "float64",
    "state": "object",
}
FREE, BEST, BLOCKED, DRAFTED = "may be paired", "in the best plan", "a rule forbids it", "drafted"
"""What a cell says of its pair."""


def matrix_people(
    session: Session, *, cohort_id: int, today: date, plan_id: int | None = None
) -> tuple[list[tuple[int, str]], ...]:
    """Id and name of the mentees who wait and of the mentors with a place, by name."""
    found = _whole(session, cohort_id, today, plan_id)
    open_to = found.problem.places > 0
    return tuple(
        list(zip(people["id"].to_numpy()[there].tolist(), _names(people)[there].tolist(), strict=True))
        for people, there in ((found.mentees, slice(None)), (found.mentors, open_to))
    )


def matrix(
    session: Session,
    *,
    cohort_id: int,
    today: date,
    size: int,
    mentees_from: int = 0,
    mentors_from: int = 0,
    plan_id: int | None = None,
) -> pd.DataFrame:
    """A row a cell, ``size`` mentees by ``size`` mentors: mentees with the fewest options first, then the mentors who
    fit one of these best. ``row`` and ``column`` count; ``state`` is one of the words above."""
    found = _whole(session, cohort_id, today, plan_id)
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    drafted = _drafted(session, found, plan_id, today)
    best = fill_in(given, drafted).mentor
    places = given.places > 0
    down = np.argsort((given.allowed & places).sum(axis=1), kind="stable")[mentees_from : mentees_from + size]
    across = _across(found, down, given.allowed, places)[mentors_from : mentors_from + size]
    rows, columns = (grid.ravel() for grid in np.meshgrid(down, across, indexing="ij"))
    is_drafted = np.zeros(given.allowed.shape, dtype=bool)
    is_drafted[tuple(zip(*drafted, strict=True))] = bool(drafted)
    state = np.select(
        [is_drafted[rows, columns], best[rows] == columns, given.allowed[rows, columns]],
        [DRAFTED, BEST, FREE],
        BLOCKED,
    )
    places_down, places_across = np.meshgrid(np.arange(len(down)), np.arange(len(across)), indexing="ij")
    return pd.DataFrame(
        {
            "mentee_id": found.mentees["id"].to_numpy()[rows],
            "mentor_id": found.mentors["id"].to_numpy()[columns],
            "row": places_down.ravel(),
            "column": places_across.ravel(),
            "mentee": _names(found.mentees)[rows],
            "mentor": _names(found.mentors)[columns],
            "fit": given.points[rows, columns] / POINTS,
            "state": state.astype(object),
        }
    ).astype(MATRIX)


def _whole(session: Session, cohort_id: int, today: date, plan_id: int | None) -> Board:
    """The board with everybody on it, drafted or not."""
    drafted_in = {} if plan_id is None else {"plan_id": plan_id}
    return known(session, board, cohort_id=cohort_id, today=today, **drafted_in)


def _drafted(session: Session, found: Board, plan_id: int | None, today: date) -> list[tuple[int, int]]:
    """The pairs of the plan that can be published, as places on the board."""
    if plan_id is None:
        return []
    rows = known(session, drafts, plan_id=plan_id, today=today)
    rows = rows[rows["trouble"] == ""]
    at, to = positions(found.mentees["id"], rows["mentee_id"]), positions(found.mentors["id"], rows["mentor_id"])
    return [
        (mentee, mentor) for mentee, mentor in zip(at.tolist(), to.tolist(), strict=True) if min(mentee, mentor) >= 0
    ]


def _across(
    found: Board, down: NDArray[np.intp], allowed: NDArray[np.bool_], places: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The mentors with a place; those who fit one of these mentees best come first."""
    best = np.where(allowed[down], found.points[down].astype(np.int64), -1).max(axis=0, initial=-1)
    ordered = np.argsort(-best, kind="stable")
    return ordered[places[ordered]]


def _names(people: pd.DataFrame) -> NDArray[Any]:
    """Labels for the whole board: somebody is called the same on every page, and in the lists to choose from."""
    return np.array(told_apart(people["name"]), dtype=object)
