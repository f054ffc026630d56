"""What a participant's role and capacity may be, in words."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from dashboard.errors import ConflictError, InvalidError, RuleError
from dashboard.services.texts import whole_number
from dashboard.words import counted
from models import OPEN, Cohort, Pairing, Participant, ParticipantStatus, Person, Role

MOST_PLACES = 100
FAR_BEYOND = 1_000_000
"""Numbers between here and the most places get a sentence of their own."""


def checked_capacity(value: Any, role: str) -> int | None:
    """How many mentees at once: a whole number for a mentor, nothing for a mentee."""
    if role != Role.MENTOR:
        if value is not None:
            raise InvalidError("Only a mentor has a capacity. Leave it empty for a mentee.")
        return None
    not_whole = f"Capacity is a whole number from 1 to {MOST_PLACES}. Correct it."
    places = whole_number(value, -FAR_BEYOND, FAR_BEYOND, not_whole)
    if places is None or places < 1:
        raise InvalidError("Capacity is at least 1. To stop new pairings, waitlist or withdraw the mentor.")
    if places > MOST_PLACES:
        raise InvalidError(f"Capacity is at most {MOST_PLACES}. Check the number.")
    return places


def check_not_there(session: Session, person: Person, cohort: Cohort, role: Role) -> None:
    """A person has a role in a cohort once."""
    here = (col(Participant.person_id) == person.id, col(Participant.cohort_id) == cohort.id)
    there = session.exec(select(Participant).where(*here, col(Participant.role) == role)).first()
    if there is None:
        return
    if there.status == ParticipantStatus.ACTIVE:
        raise ConflictError(f"{person.name} is a {role} in {cohort.name} already. Edit them there.")
    raise ConflictError(f"{person.name} is a {role} in {cohort.name} already, {there.status}. Reactivate them there.")


def check_places(session: Session, participant: Participant, name: str, capacity: int | None) -> None:
    """A mentor keeps a place for everybody they mentor now."""
    taken = open_pairings(session, participant.id)
    if capacity is not None and capacity < taken:
        raise RuleError(
            f"{name} mentors {counted(taken, 'person', 'people')} now, so the capacity can't go below {taken}. "
            "End or move a pairing first."
        )


def open_pairings(session: Session, participant_id: int) -> int:
    """How many people the participant is paired with now."""
    is_open = col(Pairing.status).in_(OPEN)
    return session.exec(select(func.count()).select_from(Pairing).where(pairings_of(participant_id), is_open)).one()


def pairings_of(participant_id: int) -> ColumnElement[bool]:
    """The pairings of a participant, on either side."""
    return or_(col(Pairing.mentor_id) == participant_id, col(Pairing.mentee_id) == participant_id)
