"""What holds for everything that is recorded on a pairing, be it a meeting or a check-in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from dashboard.errors import InvalidError, NotFoundError, RuleError
from dashboard.recording import CHUNK
from dashboard.services import pairing_sentences as sentences
from dashboard.words import day
from models import CheckIn, Meeting, Pairing, PairingStatus, Participant, Person, Wave


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


@dataclass(frozen=True)
class Record:
    """The first or the last of what is recorded on a pairing: its day, in words, and ``what`` it is."""

    on: date
    told: str
    what: str


def first_record(session: Session, pairing: Known) -> Record | None:
    """What was recorded for the earliest day: a pairing can't start after it."""
    return min(_records(session, pairing, func.min), key=lambda record: record.on, default=None)


def last_record(session: Session, pairing: Known) -> Record | None:
    """What was recorded for the latest day, but the final check-in, which may come after the end."""
    in_its_time = col(CheckIn.wave) != Wave.FINAL
    return max(_records(session, pairing, func.max, in_its_time), key=lambda record: record.on, default=None)


def _records(session: Session, pairing: Known, edge: Any, *check_ins: ColumnElement[bool]) -> list[Record]:
    met = select(edge(Meeting.held_on)).where(Meeting.pairing_id == pairing.id)
    given = select(CheckIn.participant_id, edge(CheckIn.answered_on)).where(CheckIn.pairing_id == pairing.id)
    days = session.exec(given.where(*check_ins).group_by(col(CheckIn.participant_id))).all()
    met_on = session.exec(met).one()
    met_first = [Record(met_on, sentences.met(met_on), "meeting")] if met_on else []
    answered = [(on, sentences.answered(pairing.people[who], on)) for who, on in days]
    return met_first + [Record(on, told, "check-in") for on, told in answered]


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


def _names(session: Session, participant_ids: Iterable[int]) -> dict[int, str]:
    wanted = sorted(participant_ids)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), CHUNK):
        some = col(Participant.id).in_(wanted[start : start + CHUNK])
        rows = session.exec(select(Participant.id, Person.name).join(Person).where(some))
        found |= dict(rows.all())
    return found
