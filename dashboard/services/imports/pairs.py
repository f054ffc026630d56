"""Writing what a file of pairs comes to: pairings, and whoever joins by one."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlmodel import Session

from dashboard.imports.pairs.plan import PairsPlan
from dashboard.recording import insert_rows, update_rows
from dashboard.services.imports.people import with_keys
from models import ENDED, Pairing, Participant, ParticipantStatus, Person


def write_pairs(session: Session, plan: PairsPlan, *, cohort_id: int, joined_on: date) -> None:
    """All rows of the plan; those who join do so on ``joined_on``."""
    people = insert_rows(session, Person, [with_keys(person) for person in plan.people])
    joining = [
        {
            "person_id": told["person_id"] if told["new"] is None else people[told["new"]],
            "cohort_id": cohort_id,
            "role": told["role"],
            "status": ParticipantStatus.ACTIVE,
            "capacity": told["capacity"],
            "joined_on": joined_on,
        }
        for told in plan.participants
    ]
    joined = insert_rows(session, Participant, joining)
    _change(session, plan.changed_pairings)
    new = [{**told, "cohort_id": cohort_id, **_sides(told, joined)} for told in plan.pairings]
    insert_rows(session, Pairing, [{key: row[key] for key in row if key not in ("mentor", "mentee")} for row in new])


def _sides(told: dict[str, Any], joined: list[int]) -> dict[str, int]:
    """The ids of the two; below zero stands for one of those who just joined."""
    return {f"{role}_id": told[role] if told[role] > 0 else joined[-1 - told[role]] for role in ("mentor", "mentee")}


def _change(session: Session, changes: tuple[tuple[int, dict[str, Any]], ...]) -> None:
    """Rows that change the same columns go together, and those that end before those that need the free place."""
    alike: dict[tuple[bool, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in changes:
        alike[values.get("status") not in ENDED, tuple(sorted(values))].append({"id": row_id, **values})
    for _, rows in sorted(alike.items()):
        update_rows(session, Pairing, rows)
