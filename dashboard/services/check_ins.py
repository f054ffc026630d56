"""What a coordinator does about check-ins: record what somebody answered, correct it, take it out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from dashboard.errors import NotFoundError
from dashboard.recording import insert_rows
from dashboard.services.check_in_rules import answered_before, checked_check_in
from dashboard.services.record_rules import known_pairing, known_pairings
from dashboard.services.rows import Row, checked_rows
from models import CheckIn


def record_check_in(
    session: Session,
    *,
    pairing_id: int,
    participant_id: int,
    wave: str,
    answered_on: date | None,
    today: date,
    relationship: int | None = None,
    progress: int | None = None,
    confidence: int | None = None,
    fit: str | None = None,
    recommend: int | None = None,
    would_mentor: bool | None = None,
    comment: str | None = None,
    confidential: bool = False,
) -> int:
    """Record what one of the two answered in a wave. Only the pulse may be answered again, on another day."""
    told = {
        "participant_id": participant_id,
        "wave": wave,
        "answered_on": answered_on,
        "relationship": relationship,
        "progress": progress,
        "confidence": confidence,
        "fit": fit,
        "recommend": recommend,
        "would_mentor": would_mentor,
        "comment": comment,
        "confidential": confidential,
    }
    pairing, before = known_pairing(session, pairing_id), answered_before(session, [pairing_id])
    (check_in_id,) = insert_rows(session, CheckIn, [checked_check_in(told, pairing, before, today=today)])
    return check_in_id


def record_check_ins(session: Session, *, rows: Sequence[Row], today: date) -> list[int]:
    """Record many, all or none: dicts of the arguments of ``record_check_in``. RowsError tells each trouble by row."""
    ids = [row["pairing_id"] for row in rows]
    pairings, before = known_pairings(session, ids), answered_before(session, ids)
    good = checked_rows(rows, lambda row: checked_check_in(row, pairings.get(row["pairing_id"]), before, today=today))
    return insert_rows(session, CheckIn, good)


def edit_check_in(session: Session, *, check_in_id: int, today: date, **changes: Any) -> None:
    """Correct a check-in; what is left out stays. ``changes`` are arguments of ``record_check_in``, but the pairing."""
    check_in = _check_in(session, check_in_id)
    told = {**check_in.model_dump(exclude={"id", "pairing_id"}), **changes}
    before = answered_before(session, [check_in.pairing_id], but=check_in_id)
    checked = checked_check_in(told, known_pairing(session, check_in.pairing_id), before, today=today)
    if "confidential" not in changes:
        # What was said stays between those it was said to when the comment goes: the history holds it still.
        checked["confidential"] = check_in.confidential
    for field, value in checked.items():
        setattr(check_in, field, value)
    session.flush()


def remove_check_in(session: Session, *, check_in_id: int) -> None:
    """Take out a check-in that was recorded by mistake."""
    session.delete(_check_in(session, check_in_id))
    session.flush()


def _check_in(session: Session, check_in_id: int) -> CheckIn:
    check_in = session.get(CheckIn, check_in_id)
    if check_in is None:
        raise NotFoundError("This check-in is not here any more: somebody removed it. Look at the list again.")
    return check_in
