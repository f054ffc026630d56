"""What an undo asks about plans: no pairing with a record becomes a draft again, and each plan has its own name."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from dashboard.errors import ConflictError
from dashboard.recording import CHUNK
from dashboard.services.plan_rules import NAME_LENGTH, person_name
from dashboard.services.undo_rules import NAMED, Changed
from dashboard.words import both
from models import Action, CheckIn, Meeting, Pairing, PairingStatus, Plan


def refuse_if_on_record(session: Session, action: Action, changes: Sequence[Changed]) -> None:
    """Refuse by name when a pairing would become a draft again, and has a meeting or a check-in."""
    drafts = [
        change.row_id
        for change in changes
        if change.table_name == Pairing.__tablename__ and change.after and _is_draft(change.before)
    ]
    if not (found := _on_record(session, drafts)):
        return
    named = [_two(session, pairing_id) for pairing_id in found[:NAMED]]
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    raise ConflictError(
        f"“{action.summary}” can't be undone: there is a meeting or a check-in of {both([*named, *more])}, "
        f"so {'that pairing' if len(found) == 1 else 'those pairings'} can't be a draft again. Remove it first."
    )


def _is_draft(row: dict[str, Any] | None) -> bool:
    return row is not None and row["status"] == PairingStatus.DRAFT


def _on_record(session: Session, pairing_ids: Sequence[int]) -> list[int]:
    """Those of the pairings that have a meeting or a check-in."""
    found: set[int] = set()
    for start in range(0, len(pairing_ids), CHUNK):
        some = pairing_ids[start : start + CHUNK]
        for record in (Meeting, CheckIn):
            found.update(session.exec(select(record.pairing_id).where(col(record.pairing_id).in_(some))))
    return sorted(found)


def _two(session: Session, pairing_id: int) -> str:
    pairing = session.get_one(Pairing, pairing_id)
    return f"{person_name(session, pairing.mentee_id)} with {person_name(session, pairing.mentor_id)}"


def with_free_names(session: Session, changes: Sequence[Changed]) -> tuple[list[Changed], list[str]]:
    """The changes such that each plan comes back under a name that no other one has; and the names that are new."""
    told: list[Changed] = []
    renamed: list[str] = []
    for change in changes:
        if change.table_name == Plan.__tablename__ and change.before is not None:
            name = _free_name(session, change.row_id, change.before)
            if name != change.before["name"]:
                change = change._replace(before={**change.before, "name": name, "name_key": name.casefold()})
                renamed.append(name)
        told.append(change)
    return told, renamed


def _free_name(session: Session, plan_id: int, row: dict[str, Any]) -> str:
    others = select(Plan.name_key).where(col(Plan.cohort_id) == row["cohort_id"], col(Plan.id) != plan_id)
    taken, name, number = set(session.exec(others)), row["name"], 1
    while name.casefold() in taken:
        number += 1
        last = f" ({number})"
        name = row["name"][: NAME_LENGTH - len(last)] + last
    return str(name)
