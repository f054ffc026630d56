"""What a check-in may be, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from dashboard.errors import ConflictError, InvalidError, RuleError
from dashboard.questions import ANSWERS, FITS, RANGES, WAVES, Question, Scale
from dashboard.recording import CHUNK
from dashboard.services.record_rules import Known, check_day, still_there
from dashboard.services.texts import paragraphs, whole_number
from dashboard.words import day
from models import CheckIn, Fit, Wave

Before = dict[tuple[int, int, str], set[date]]
"""Pairing, participant and wave -> the days on which it was answered."""
YES_NO = {True: True, False: False, "yes": True, "no": False}


def answered_before(session: Session, pairing_ids: Iterable[int], *, but: int | None = None) -> Before:
    """What was answered on these pairings, leaving out the check-in ``but``."""
    wanted = sorted(set(pairing_ids))
    found: Before = {}
    names = ("id", "pairing_id", "participant_id", "wave", "answered_on")
    given = select(*(col(getattr(CheckIn, name)) for name in names))
    for start in range(0, len(wanted), CHUNK):
        some = col(CheckIn.pairing_id).in_(wanted[start : start + CHUNK])
        for check_in_id, pairing_id, participant_id, wave, on in session.execute(given.where(some)):
            if check_in_id != but:
                found.setdefault((pairing_id, participant_id, wave), set()).add(on)
    return found


def checked_check_in(row: Mapping[str, Any], pairing: Known | None, before: Before, *, today: date) -> dict[str, Any]:
    """The columns of a check-in, tidied, or the sentence that says what is wrong. ``before`` gets it, so that the rows
    of one grid see each other."""
    pairing = still_there(pairing)
    name = _name(pairing, row.get("participant_id"))
    wave = _wave(row.get("wave"))
    # The last questions are often answered when all is over; the others are about what is going on.
    on = check_day(pairing, row.get("answered_on"), today=today, what="check-in", after_end=wave == Wave.FINAL)
    answers = {key: _answer(question, row.get(key)) for key, question in ANSWERS.items()}
    if all(answer is None for answer in answers.values()):
        raise InvalidError(f"Nothing was answered. Give at least one answer of {name}, or a comment.")
    _check_first(name, wave, on, before.setdefault((pairing.id, row["participant_id"], wave), set()))
    return {
        "pairing_id": pairing.id,
        "participant_id": row["participant_id"],
        "wave": str(wave),
        "answered_on": on,
        **answers,
        # There is nothing to keep to oneself without a comment.
        "confidential": bool(row.get("confidential")) and answers["comment"] is not None,
    }


def _name(pairing: Known, participant_id: Any) -> str:
    if participant_id not in pairing.people:
        raise RuleError(f"Only the two in a pairing answer for it. Choose who answered: {pairing.names}.")
    return pairing.people[participant_id]


def _wave(value: Any) -> Wave:
    if value not in set(Wave):
        known = ", ".join(WAVES.values())
        raise InvalidError(f"A check-in belongs to a wave. Choose one of: {known}.")
    return Wave(value)


def _check_first(name: str, wave: Wave, on: date, days: set[date]) -> None:
    words = WAVES[wave].lower()
    if wave == Wave.PULSE and on in days:
        raise ConflictError(f"{name} answered a pulse on {day(on)} already. Edit that one, or choose another day.")
    if wave != Wave.PULSE and days:
        raise ConflictError(f"{name} answered the {words} check-in on {day(min(days))} already. Edit that one instead.")
    days.add(on)


def _answer(question: Question, value: Any) -> Any:
    if question.scale == Scale.TEXT:
        return paragraphs(value if value == value else None, label=f"The {question.label.lower()}")
    if value is None or value == "" or value != value:
        return None
    if question.scale in RANGES:
        low, high = RANGES[question.scale]
        return whole_number(
            value,
            low=low,
            high=high,
            sentence=f"{question.label} is a whole number from {low} to {high}. Correct it, or leave it empty.",
        )
    if question.scale == Scale.FIT:
        return _fit(value)
    return _yes_no(question, value)


def _fit(value: Any) -> str:
    if value not in set(Fit):
        raise InvalidError(f"The fit is one of: {', '.join(FITS.values())}. Choose one, or leave it empty.")
    return str(value)


def _yes_no(question: Question, value: Any) -> bool:
    if value not in YES_NO:
        raise InvalidError(f"{question.label} is yes or no. Choose one, or leave it empty.")
    return YES_NO[value]
