"""A small cohort around a pairing desk, acts on it as a coordinator does them, and its drafts as they can be read."""

from datetime import date
from inspect import signature
from typing import Any

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import MentorboardError
from dashboard.queries.plans import drafts
from dashboard.services.history import undo
from models import Action, ActionKind, Pairing
from tests.factories import make_cohort, make_mentee, make_mentor, make_plan
from tests.tables import rows

ON = date(2026, 3, 2)


def set_up() -> dict[str, int]:
    """The mentors Ben Ode (two places) and Cleo Park (one), the mentees Ana Ruiz, Bo Li and Chi Ito, a plan "First"."""
    with writing("Ana", "Set up") as session:
        cohort = make_cohort(session, "Spring 2026")
        return {
            "cohort": cohort,
            "ben": make_mentor(session, cohort, "Ben Ode", capacity=2, email="ben@example.org"),
            "cleo": make_mentor(session, cohort, "Cleo Park", email="cleo@example.org"),
            "ana": make_mentee(session, cohort, "Ana Ruiz", email="ana@example.org"),
            "bo": make_mentee(session, cohort, "Bo Li"),
            "chi": make_mentee(session, cohort, "Chi Ito"),
            "plan": make_plan(session, cohort, "First"),
        }


def do(service: Any, **arguments: Any) -> Any:
    """One act, as one action, on the day ``ON``."""
    with writing("Ana", service.__name__) as session:
        return service(session, **_dated(service, arguments))


def _dated(service: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"today": ON, **arguments} if "today" in signature(service).parameters else arguments


def refused(service: Any, **arguments: Any) -> str:
    """What the service says when it refuses; nothing may have changed."""
    before = rows()
    with pytest.raises(MentorboardError) as refusal, writing("Ana", "Tried") as session:
        service(session, **_dated(service, arguments))
    assert rows() == before
    return str(refusal.value)


def take_back() -> None:
    """Undo the last action."""
    with reading() as session:
        last = session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
    with writing("Ana", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=last)


def drafted(plan_id: int) -> list[tuple[str, str, bool]]:
    """The drafts of a plan: mentee, mentor, and whether they are locked."""
    with reading() as session:
        found = drafts(session, plan_id=plan_id, today=ON)
    return list(found[["mentee", "mentor", "is_locked"]].itertuples(index=False, name=None))


def troubled(plan_id: int) -> dict[str, str]:
    """What is in the way of the drafts that can't be published, by mentee."""
    with reading() as session:
        found = drafts(session, plan_id=plan_id, today=ON)
    return {row["mentee"]: row["trouble"] for row in found.to_dict("records") if row["trouble"]}


def open_pairs() -> list[tuple[int, int]]:
    """The mentee and the mentor of each open pairing."""
    with reading() as session:
        found = session.exec(select(Pairing).where(col(Pairing.status) == "active").order_by(col(Pairing.mentee_id)))
        return [(pairing.mentee_id, pairing.mentor_id) for pairing in found]
