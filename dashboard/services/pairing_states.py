"""The states that a pairing goes through: paused and resumed, completed or ended early, and reopened."""

from collections.abc import Container
from datetime import date

from sqlmodel import Session

from dashboard.errors import ConflictError, InvalidError
from dashboard.services.pairing_rules import Two, check_end, check_may_pair, pairing_of
from dashboard.services.texts import paragraphs
from models import ENDED, OPEN, EndReason, Pairing, PairingStatus

WORDS = {
    PairingStatus.DRAFT: "a draft",
    PairingStatus.ACTIVE: "active",
    PairingStatus.PAUSED: "paused",
    PairingStatus.COMPLETED: "completed",
    PairingStatus.ENDED_EARLY: "ended",
}


def pause(session: Session, *, pairing_id: int) -> None:
    """Let an active pairing rest; it keeps its place with the mentor."""
    pairing, _ = _in_state(session, pairing_id, {PairingStatus.ACTIVE}, "paused")
    pairing.status = PairingStatus.PAUSED
    session.flush()


def resume(session: Session, *, pairing_id: int) -> None:
    """Go on with a paused pairing."""
    pairing, _ = _in_state(session, pairing_id, {PairingStatus.PAUSED}, "resumed")
    pairing.status = PairingStatus.ACTIVE
    session.flush()


def complete(
    session: Session, *, pairing_id: int, ended_on: date | None, end_note: str | None = None, today: date | None = None
) -> None:
    """End a pairing that has run its course. Given ``today``, an end that is still to come is refused."""
    pairing, _ = _in_state(session, pairing_id, OPEN, "completed")
    pairing.end_reason = None
    _end(session, pairing, PairingStatus.COMPLETED, ended_on=ended_on, note=end_note, today=today)


def end_early(
    session: Session,
    *,
    pairing_id: int,
    ended_on: date | None,
    end_reason: str | None,
    end_note: str | None = None,
    today: date | None = None,
) -> None:
    """End a pairing before its time, with a reason of ``EndReason``; "other" needs a note."""
    pairing, _ = _in_state(session, pairing_id, OPEN, "ended")
    if end_reason not in set(EndReason):
        raise InvalidError("An early end needs a reason. Choose one.")
    if end_reason == EndReason.OTHER and not (end_note or "").strip():
        raise InvalidError("Say in the note what the other reason is.")
    pairing.end_reason = end_reason
    _end(session, pairing, PairingStatus.ENDED_EARLY, ended_on=ended_on, note=end_note, today=today)


def reopen(session: Session, *, pairing_id: int) -> None:
    """Take the end of a pairing back, if the two may still be paired; the history keeps how it ended.

    What the cohort demands of new pairs is not asked.
    """
    pairing, two = _in_state(session, pairing_id, ENDED, "reopened")
    check_may_pair(session, two, on=None)
    pairing.status = PairingStatus.ACTIVE
    pairing.ended_on = pairing.end_reason = pairing.end_note = None
    session.flush()


def _in_state(session: Session, pairing_id: int, states: Container[str], done: str) -> tuple[Pairing, Two]:
    """The pairing, if it is in one of the states; else somebody was faster, and the sentence says how it stands."""
    pairing, two = pairing_of(session, pairing_id)
    if pairing.status not in states:
        word = WORDS[PairingStatus(pairing.status)]
        raise ConflictError(f"{two.names} is {word} by now, so it can't be {done}. Look at it again before you go on.")
    return pairing, two


def _end(
    session: Session,
    pairing: Pairing,
    status: PairingStatus,
    *,
    ended_on: date | None,
    note: str | None,
    today: date | None,
) -> None:
    with session.no_autoflush:  # half an end would be refused by the database
        pairing.ended_on = check_end(session, pairing, ended_on, today=today)
    pairing.status = status
    pairing.end_note = paragraphs(note, label="The note")
    session.flush()
