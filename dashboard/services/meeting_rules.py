"""What a meeting may be, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from dashboard.errors import InvalidError, RuleError
from dashboard.recording import CHUNK
from dashboard.services.record_rules import Known, check_day, still_there
from dashboard.services.texts import paragraphs, whole_number
from dashboard.words import day
from models import Meeting, MeetingFormat

MOST_MINUTES = 720
Days = set[tuple[int, date]]
"""Pairings and the days on which they have a meeting."""


def days_taken(session: Session, pairing_ids: Iterable[int], *, but: int | None = None) -> Days:
    """The days on which these pairings have a meeting, held or missed, leaving out the meeting ``but``."""
    wanted = sorted(set(pairing_ids))
    found: Days = set()
    days = select(col(Meeting.id), col(Meeting.pairing_id), col(Meeting.held_on))
    for start in range(0, len(wanted), CHUNK):
        rows = session.execute(days.where(col(Meeting.pairing_id).in_(wanted[start : start + CHUNK])))
        found |= {(pairing_id, held_on) for meeting_id, pairing_id, held_on in rows if meeting_id != but}
    return found


def checked_meeting(row: Mapping[str, Any], pairing: Known | None, taken: Days, *, today: date) -> dict[str, Any]:
    """The columns of a meeting, tidied, or the sentence that says what is wrong.

    A second meeting on one day is usually the same one logged twice, so it takes a decision: ``allow_second``.
    ``taken`` gets the day, so that the rows of one grid see each other.
    """
    pairing = still_there(pairing)
    held_on = check_day(pairing, row.get("held_on"), today=today, what="meeting")
    missed = bool(row.get("missed"))
    minutes = _minutes(row.get("minutes"), missed=missed)
    if (pairing.id, held_on) in taken and not row.get("allow_second"):
        raise RuleError(
            f"{pairing.names} has a meeting on {day(held_on)} already. "
            "Choose another day, or say that it is a second one."
        )
    taken.add((pairing.id, held_on))
    return {
        "pairing_id": pairing.id,
        "held_on": held_on,
        "minutes": minutes,
        "format": _format(row.get("format")),
        "missed": missed,
        "notes": paragraphs(row.get("notes"), label="The note"),
    }


def _minutes(value: Any, *, missed: bool) -> int | None:
    minutes = whole_number(
        value,
        low=1,
        high=MOST_MINUTES,
        sentence=f"Minutes are a whole number from 1 to {MOST_MINUTES}. Correct them, or leave them empty.",
    )
    if missed and minutes is not None:
        raise InvalidError("A missed meeting has no minutes. Clear the minutes, or say that it was held.")
    return minutes


def _format(value: Any) -> str:
    if not value:
        return str(MeetingFormat.VIDEO)
    if value not in set(MeetingFormat):
        known = ", ".join(word.replace("_", " ") for word in MeetingFormat)
        raise InvalidError(f'"{value}" is not a format of a meeting. Choose one of: {known}.')
    return str(value)
