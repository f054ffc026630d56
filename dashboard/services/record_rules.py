"""What holds for everything that is recorded on a pairing, be it a meeting or a check-in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from dashboard.errors import InvalidError, NotFoundError, RuleError
from dashboard.recording import CHUNK
from dashboard.words import day
from models import Pairing, PairingStatus, Participant, Person


@dataclass(frozen=True)
class Known:
    """A pairing as far as its records are concerned; ``people`` has the names by participant, the mentee's first."""

    id: int
    status: str
    started_on: date | None
    ended_on: date | None
    people: dict[int, str]

    @property
    def names(self) -> str:
        return " with ".join(self.people.values())


def known_pairings(session: Session, pairing_ids: Iterable[int]) -> dict[int, Known]:
    """These pairings by id; those that are gone are missing."""
    wanted = sorted(set(pairing_ids))
    pairings = [
        pairing
        for start in range(0, len(wanted), CHUNK)
        for pairing in session.exec(select(Pairing).where(col(Pairing.id).in_(wanted[start : start + CHUNK])))
    ]
    names = _names(session, {side for pairing in pairings for side in (pairing.mentee_id, pairing.mentor_id)})
    return {
        pairing.id: Known(
            id=pairing.id,
            status=pairing.status,
            started_on=pairing.started_on,
            ended_on=pairing.ended_on,
            people={side: names[side] for side in (pairing.mentee_id, pairing.mentor_id)},
        )
        for pairing in pairings
    }


def known_pairing(session: Session, pairing_id: int) -> Known:
    """One pairing, or a sentence when it is gone."""
    return still_there(known_pairings(session, [pairing_id]).get(pairing_id))


def still_there(pairing: Known | None) -> Known:
    """The pairing, or a sentence when it is gone."""
    if pairing is None:
        raise NotFoundError("This pairing is not here any more: somebody removed it. Choose another one.")
    return pairing


def check_day(pairing: Known, on: Any, *, today: date, what: str, after_end: bool = False) -> date:
    """A day in the life of the pairing, not one that is still to come. ``what`` is "meeting" or "check-in"."""
    if pairing.status == PairingStatus.DRAFT or pairing.started_on is None:
        raise RuleError(f"{pairing.names} is still a draft. Publish the pairing first.")
    if isinstance(on, datetime):  # as a grid or a file tells it; one without a value is not equal to itself
        on = on.date() if on == on else None
    if not isinstance(on, date):
        raise InvalidError(f"A {what} needs a day. Choose one.")
    if on > today:
        raise InvalidError(f"{day(on)} is still to come. Choose today or an earlier day.")
    if on < pairing.started_on:
        began = "started" if pairing.started_on <= today else "starts"
        raise InvalidError(f"{pairing.names} {began} on {day(pairing.started_on)}. Choose that day or a later one.")
    if pairing.ended_on is not None and on > pairing.ended_on and not after_end:
        raise RuleError(
            f"{pairing.names} ended on {day(pairing.ended_on)}. "
            "Choose that day or an earlier one, or reopen the pairing."
        )
    return on


def whole(value: Any, *, low: int, high: int, sentence: str) -> int | None:
    """A whole number in its range, however a grid or a file spells it; nothing when there is none."""
    if value is None or value == "" or value != value:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise InvalidError(sentence) from error
    if number != int(number) or not low <= number <= high:
        raise InvalidError(sentence)
    return int(number)


def _names(session: Session, participant_ids: Iterable[int]) -> dict[int, str]:
    wanted = sorted(participant_ids)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), CHUNK):
        some = col(Participant.id).in_(wanted[start : start + CHUNK])
        rows = session.exec(select(Participant.id, Person.name).join(Person).where(some))
        found |= dict(rows.all())
    return found
