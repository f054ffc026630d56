"""How fair a plan is, at a glance: mentor load, the lowest fits, who still waits and how long, and the departments."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from sqlmodel import Session

from dashboard.matching.facts import folded
from dashboard.queries.knowing import known
from dashboard.queries.labels import told_apart
from dashboard.queries.loads import LOADS, SPREAD
from dashboard.queries.outlooks import Outlook, outlook
from dashboard.queries.plans import plan
from dashboard.queries.waiting import longest_waiting
from models import ParticipantStatus

LOWEST = {"draft_id": "int64", "mentee": "object", "mentor": "object", "fit": "float64", "is_locked": "bool"}
DEPARTMENTS = {"department": "object", "mentees": "int64", "placed": "int64", "fit": "float64"}
UNKNOWN = "Not on record"


@dataclass(frozen=True)
class Fairness:
    """Of a plan, as if all of it were published: frames for charts and tables.

    ``loads`` and ``spread`` are those of ``queries.loads``, drafts counted as pairings; ``lowest`` the drafts that fit
    least; ``unplaced`` who would still wait, the longest first; ``departments`` of the mentees, how many of each are
    placed and their mean fit (nothing for none).
    """

    loads: pd.DataFrame
    spread: pd.DataFrame
    lowest: pd.DataFrame
    unplaced: pd.DataFrame
    departments: pd.DataFrame


def fairness(session: Session, *, plan_id: int, today: date, limit: int = 50) -> Fairness | None:
    """The fairness of a plan, at most ``limit`` rows a frame; None for a plan that is gone."""
    found, heading = known(session, outlook, plan_id=plan_id, today=today), plan(session, plan_id=plan_id)
    if found is None or heading is None:
        return None
    loads = _loads(found)
    return Fairness(
        loads=_labeled(loads.head(limit)),
        spread=_spread(loads),
        lowest=found.drafts.sort_values(["fit", "draft_id"])[list(LOWEST)].head(limit).reset_index(drop=True),
        unplaced=longest_waiting(
            session, cohort_id=heading.cohort_id, today=today, limit=limit, but=found.drafts["mentee_id"]
        ),
        departments=_departments(found),
    )


def _loads(found: Outlook) -> pd.DataFrame:
    """A row an active mentor, the fullest first."""
    mentors = found.board.mentors
    drafted = np.bincount(found.drafts["to"].to_numpy(dtype=np.int64), minlength=len(mentors))
    loads = mentors.assign(participant_id=mentors["id"], mentor=mentors["name"], pairings=mentors["taken"] + drafted)
    loads["free"] = loads["capacity"] - loads["pairings"]
    loads = loads[loads["status"] == ParticipantStatus.ACTIVE]
    order = ["pairings", "capacity", "name", "id"]
    return loads.sort_values(order, ascending=[False, True, True, True]).reset_index(drop=True)


def _labeled(loads: pd.DataFrame) -> pd.DataFrame:
    return loads.assign(place=range(len(loads)), mentor=told_apart(loads["mentor"]))[list(LOADS)].astype(LOADS)


def _spread(loads: pd.DataFrame) -> pd.DataFrame:
    counted = loads.assign(full=loads["free"] <= 0).groupby(["pairings", "full"], as_index=False)
    return counted.agg(mentors=("participant_id", "size"))[list(SPREAD)].astype(SPREAD)


def _departments(found: Outlook) -> pd.DataFrame:
    """By department, however it is spelled, under its first spelling; where none is on record, that stands last."""
    fits = found.drafts.set_index("mentee_id")["fit"]
    mentees = found.board.mentees.assign(fit=found.board.mentees["id"].map(fits))
    mentees["department"] = mentees["department"].str.strip()
    mentees["key"] = folded(mentees["department"])
    told = mentees.groupby("key", as_index=False, dropna=False).agg(
        department=("department", "min"), mentees=("id", "size"), placed=("fit", "count"), fit=("fit", "mean")
    )
    told["department"] = told["department"].where(told["key"].notna(), UNKNOWN)
    ordered = told.sort_values("key", na_position="last")[list(DEPARTMENTS)].reset_index(drop=True)
    return ordered.astype(DEPARTMENTS)
