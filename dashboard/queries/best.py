"""The best plan of everybody who waits in a cohort: what all the other plans of the desk are solved from."""

from datetime import date

from sqlmodel import Session

from dashboard.matching.best import Best, best
from dashboard.matching.plan import Problem
from dashboard.queries.board import Board, board
from dashboard.queries.knowing import known


def best_plan(session: Session, *, cohort_id: int, today: date) -> Best:
    """What the best plan of the cohort comes to, as if nothing was drafted."""
    return best(known(session, board, cohort_id=cohort_id, today=today).problem)


def problem_of(session: Session, found: Board, *, cohort_id: int, today: date) -> Problem:
    """The problem of a board of this cohort, whoever is left on it, to be solved from its best plan."""
    return known(session, best_plan, cohort_id=cohort_id, today=today).near(found.problem)
