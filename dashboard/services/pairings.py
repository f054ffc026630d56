"""What a coordinator does about pairings: correct and remove them here; the moves and the states are next door."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from dashboard.errors import InvalidError, RuleError
from dashboard.services import pairing_sentences as sentences
from dashboard.services.pairing_moves import move_mentee, pair, pair_group, swap_mentors
from dashboard.services.pairing_rules import check_start, pairing_of
from dashboard.services.pairing_states import complete, end_early, pause, reopen, resume
from dashboard.services.record_rules import first_record, known_pairing
from dashboard.services.texts import paragraphs
from dashboard.words import both, counted
from models import OPEN, CheckIn, Meeting, Pairing

__all__ = [
    "complete",
    "correct",
    "end_early",
    "move_mentee",
    "pair",
    "pair_group",
    "pause",
    "remove_pairing",
    "reopen",
    "resume",
    "swap_mentors",
]


def correct(session: Session, *, pairing_id: int, **changes: Any) -> None:
    """Correct ``started_on``, ``rationale`` or both; what is left out stays, what happened stays after the start."""
    pairing, two = pairing_of(session, pairing_id)
    if "started_on" in changes:
        pairing.started_on = _corrected_start(session, pairing, check_start(two.cohort, changes["started_on"]))
    if "rationale" in changes:
        pairing.rationale = paragraphs(changes["rationale"], label="The rationale")
    session.flush()


def _corrected_start(session: Session, pairing: Pairing, started_on: date) -> date:
    if pairing.ended_on is not None and started_on > pairing.ended_on:
        raise InvalidError(sentences.after_end(pairing.ended_on))
    first = first_record(session, known_pairing(session, pairing.id))
    if first is not None and started_on > first.on:
        raise InvalidError(sentences.after_record(first.told))
    return started_on


def remove_pairing(session: Session, *, pairing_id: int) -> None:
    """Remove a pairing that was a mistake; refused once something was recorded on it."""
    pairing, two = pairing_of(session, pairing_id)
    stands = [
        counted(number, noun)
        for model, noun in ((Meeting, "meeting"), (CheckIn, "check-in"))
        if (number := _recorded(session, model, pairing_id))
    ]
    if stands:
        instead = "End it instead" if pairing.status in OPEN else "Leave it as it is"
        raise RuleError(f"{two.names} has {both(stands)} on record. {instead}; so nothing is lost.")
    session.delete(pairing)
    session.flush()


def _recorded(session: Session, model: type[Meeting] | type[CheckIn], pairing_id: int) -> int:
    on_it = select(func.count()).select_from(model).where(col(model.pairing_id) == pairing_id)
    return int(session.exec(on_it).one())
