"""The plans of a cohort, and the drafts in one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import case, func, select
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.pairs import PEOPLE, named, with_people
from dashboard.queries.rows import rows_of
from dashboard.queries.troubles import Pair, pair_troubles
from models import Pairing, Plan, Role

PLANS = {"plan_id": "int64", "name": "object", "started_on": "object", "drafts": "int64", "locked": "int64"}
HOLDING = {"mentee_id": "int64", "mentor_id": "int64"}
DRAFTS = {
    "draft_id": "int64",
    "mentee_id": "int64",
    "mentor_id": "int64",
    "mentee": "object",
    "mentor": "object",
    "department": "object",
    "is_locked": "bool",
    "rationale": "object",
    "trouble": "object",
}


@dataclass(frozen=True)
class PlanDetail:
    """A plan as a heading shows it: how many are drafted in it, and how many of these are locked."""

    id: int
    cohort_id: int
    name: str
    started_on: date
    drafts: int
    locked: int


def plans(session: Session, *, cohort_id: int) -> pd.DataFrame:
    """The plans of a cohort, the first one first: how many ``drafts`` are in each, and how many of them ``locked``."""
    rows = _plans().where(col(Plan.cohort_id) == cohort_id)
    return framed(rows_of(session, rows), PLANS)


def plan(session: Session, *, plan_id: int) -> PlanDetail | None:
    """One plan; None when it is gone."""
    rows = rows_of(session, _plans().where(col(Plan.id) == plan_id))
    return (
        PlanDetail(id=plan_id, **{name: rows[0][name] for name in list(PlanDetail.__annotations__)[1:]})
        if rows
        else None
    )


def holding(session: Session, *, plan_id: int) -> pd.DataFrame:
    """Who is drafted in a plan with whom, possible or not: each draft holds its mentee and a place of its mentor."""
    rows = select(col(Pairing.mentee_id), col(Pairing.mentor_id)).where(col(Pairing.plan_id) == plan_id)
    return framed(rows_of(session, rows), HOLDING)


def drafts(session: Session, *, plan_id: int, today: date) -> pd.DataFrame:
    """One row a draft, by the mentee's name; ``department`` is the mentee's.

    ``trouble`` says in words why it can't be published as things stand, and is empty for all the others.
    """
    rows = with_people(
        select(
            col(Pairing.id).label("draft_id"),
            col(Pairing.cohort_id),
            *(col(getattr(Pairing, name)) for name in ("mentee_id", "mentor_id", "is_locked", "rationale")),
        )
    )
    mentee = PEOPLE[Role.MENTEE]
    ordered = named(rows.add_columns(col(mentee.department))).where(col(Pairing.plan_id) == plan_id)
    found = rows_of(session, ordered.order_by(col(mentee.name_key), col(Pairing.id)))
    told = draft_troubles(session, found, today)
    return framed(({**row, "trouble": told.get(row["draft_id"], "")} for row in found), DRAFTS)


def draft_troubles(session: Session, found: list[dict[str, Any]], on: date) -> dict[int, str]:
    """Of the drafts of one plan, why some can't be published: locked ones keep their places before the others."""
    if not found:
        return {}
    ordered = sorted(found, key=lambda row: (not row["is_locked"], row["draft_id"]))
    pairs: list[Pair] = [(row["mentee_id"], row["mentor_id"]) for row in ordered]
    told = pair_troubles(session, cohort_id=found[0]["cohort_id"], pairs=pairs, on=on)
    return {row["draft_id"]: trouble.told for row, trouble in zip(ordered, told, strict=True) if trouble}


def _plans() -> Any:
    return (
        select(
            col(Plan.id).label("plan_id"),
            col(Plan.cohort_id),
            col(Plan.name),
            col(Plan.started_on),
            func.count(col(Pairing.id)).label("drafts"),
            func.count(case((col(Pairing.is_locked).is_(True), 1))).label("locked"),
        )
        .outerjoin(Pairing, col(Pairing.plan_id) == col(Plan.id))
        .group_by(col(Plan.id))
        .order_by(col(Plan.id))
    )
