"""What a coordinator does about meetings: log one or many, correct one, take one out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from dashboard.errors import NotFoundError
from dashboard.recording import CHUNK, delete_rows, insert_rows
from dashboard.services.meeting_rules import checked_meeting, days_taken
from dashboard.services.record_rules import known_pairing, known_pairings
from dashboard.services.rows import Row, checked_rows
from dashboard.services.skills import skill_ids
from dashboard.services.texts import listed
from models import Meeting, MeetingFormat, MeetingSkill

Practised = dict[tuple[int, int], None]
"""Meetings and skills that were practised in them, each once and in order."""


def log_meeting(
    session: Session,
    *,
    pairing_id: int,
    held_on: date | None,
    today: date,
    minutes: int | None = None,
    format: str = MeetingFormat.VIDEO,
    missed: bool = False,
    notes: str | None = None,
    skills: Iterable[str] = (),
    allow_second: bool = False,
) -> int:
    """Log a meeting that was held, or one that was missed; ``skills`` by name, new ones are made."""
    told = {"held_on": held_on, "minutes": minutes, "format": format, "missed": missed, "notes": notes}
    pairing = known_pairing(session, pairing_id)
    taken = days_taken(session, [pairing_id])
    meeting = checked_meeting({**told, "allow_second": allow_second}, pairing, taken, today=today)
    (meeting_id,) = insert_rows(session, Meeting, [meeting])
    practise(session, [(meeting_id, list(skills))])
    return meeting_id


def log_meetings(session: Session, *, rows: Sequence[Row], today: date) -> list[int]:
    """Log many meetings, all or none: dicts of the arguments of ``log_meeting``. RowsError has the troubles by row."""
    ids = [row["pairing_id"] for row in rows]
    pairings, taken = known_pairings(session, ids), days_taken(session, ids)
    meetings = checked_rows(rows, lambda row: checked_meeting(row, pairings.get(row["pairing_id"]), taken, today=today))
    meeting_ids = insert_rows(session, Meeting, meetings)
    practise(session, [(made, list(row.get("skills") or ())) for made, row in zip(meeting_ids, rows, strict=True)])
    return meeting_ids


def edit_meeting(session: Session, *, meeting_id: int, today: date, **changes: Any) -> None:
    """Correct a meeting; what is left out stays. ``changes`` are arguments of ``log_meeting``, but the pairing."""
    meeting = _meeting(session, meeting_id)
    told = {**meeting.model_dump(exclude={"id", "pairing_id"}), **changes}
    taken = days_taken(session, [meeting.pairing_id], but=meeting_id)
    if told["held_on"] == meeting.held_on:
        told["allow_second"] = True  # whoever let it stand there has decided already
    checked = checked_meeting(told, known_pairing(session, meeting.pairing_id), taken, today=today)
    for field, value in checked.items():
        setattr(meeting, field, value)
    session.flush()
    if "skills" in changes:
        practise_only(session, [(meeting_id, list(changes["skills"]))])


def remove_meeting(session: Session, *, meeting_id: int) -> None:
    """Take out a meeting that was logged by mistake."""
    meeting = _meeting(session, meeting_id)
    practise_only(session, [(meeting_id, [])])
    session.delete(meeting)
    session.flush()


def _meeting(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotFoundError("This meeting is not here any more: somebody removed it. Look at the list again.")
    return meeting


def practise(session: Session, practised: Iterable[tuple[int, list[str]]]) -> None:
    """Note for each meeting the skills that were practised in it."""
    _insert(session, _with_ids(session, practised))


def practise_only(session: Session, practised: Sequence[tuple[int, list[str]]]) -> None:
    """Make these the skills that were practised in each meeting: one row a difference."""
    wanted = _with_ids(session, practised)
    held = _rows_by_skill(session, [meeting_id for meeting_id, _ in practised])
    delete_rows(session, MeetingSkill, [row_id for pair, row_id in held.items() if pair not in wanted])
    _insert(session, {pair: None for pair in wanted if pair not in held})


def _with_ids(session: Session, practised: Iterable[tuple[int, list[str]]]) -> Practised:
    wanted = [(meeting_id, skills) for meeting_id, skills in practised if skills]
    known = skill_ids(session, [skill for _, skills in wanted for skill in skills])
    return {(meeting_id, known[key]): None for meeting_id, skills in wanted for key in _keys(skills)}


def _rows_by_skill(session: Session, meeting_ids: list[int]) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    for start in range(0, len(meeting_ids), CHUNK):
        some = col(MeetingSkill.meeting_id).in_(meeting_ids[start : start + CHUNK])
        found |= {(row.meeting_id, row.skill_id): row.id for row in session.exec(select(MeetingSkill).where(some))}
    return found


def _insert(session: Session, practised: Practised) -> None:
    rows = [{"meeting_id": meeting_id, "skill_id": skill_id} for meeting_id, skill_id in practised]
    insert_rows(session, MeetingSkill, rows)


def _keys(skills: list[str]) -> Iterable[str]:
    return [name.casefold() for name in listed(skills, label="A skill")]
