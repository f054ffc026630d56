"""What a coordinator does about who is in a cohort: enroll, waitlist, withdraw, bring back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from dashboard.errors import ConflictError, NotFoundError, RuleError
from dashboard.services.cohorts import cohort_named
from dashboard.services.leaving import end_pairings
from dashboard.services.participant_rules import (
    check_not_there,
    check_places,
    checked_capacity,
    open_pairings,
    pairings_of,
)
from dashboard.services.people import add_person, person_named
from dashboard.services.skills import set_skills
from dashboard.services.texts import paragraphs
from models import (
    Pairing,
    PairingStatus,
    Participant,
    ParticipantStatus,
    Person,
    Role,
)


def enroll(
    session: Session,
    *,
    person_id: int,
    cohort_id: int,
    role: str,
    joined_on: date,
    capacity: int | None = None,
    hopes: str | None = None,
    skills: Iterable[str] = (),
    status: str = ParticipantStatus.ACTIVE,
) -> int:
    """Put a person into a cohort, in a role; ``skills`` in order of priority. A mentor takes one mentee unless told."""
    person, cohort = person_named(session, person_id), cohort_named(session, cohort_id)
    if cohort.archived_at:
        raise RuleError(f"{cohort.name} is archived. Restore it before somebody joins.")
    check_not_there(session, person, cohort, Role(role))
    participant = Participant(
        person_id=person_id,
        cohort_id=cohort_id,
        role=Role(role),
        status=ParticipantStatus(status),
        capacity=checked_capacity(capacity if capacity is not None or role != Role.MENTOR else 1, role),
        hopes=paragraphs(hopes, label="What they hope for"),
        joined_on=joined_on,
    )
    session.add(participant)
    session.flush()
    set_skills(session, participant_id=participant.id, skills=skills)
    return participant.id


def enroll_new(session: Session, *, person: Mapping[str, Any], **enrollment: Any) -> int:
    """Add a person, with the fields of ``add_person``, and put them into a cohort, in one action."""
    return enroll(session, person_id=add_person(session, **person), **enrollment)


def edit_participant(session: Session, *, participant_id: int, **changes: Any) -> None:
    """Change ``capacity``, ``hopes``, ``joined_on`` or ``skills``; what is left out stays."""
    participant, name = participant_named(session, participant_id)
    if "capacity" in changes:
        capacity = checked_capacity(changes["capacity"], participant.role)
        check_places(session, participant, name, capacity)
        participant.capacity = capacity
    if "hopes" in changes:
        participant.hopes = paragraphs(changes["hopes"], label="What they hope for")
    if changes.get("joined_on"):
        participant.joined_on = changes["joined_on"]
    session.flush()
    if "skills" in changes:
        set_skills(session, participant_id=participant_id, skills=changes["skills"])


def waitlist(session: Session, *, participant_id: int) -> None:
    """Keep a participant for later; refused while they are paired."""
    participant, name = participant_named(session, participant_id)
    if participant.status == ParticipantStatus.WAITLISTED:
        raise ConflictError(f"{name} is on the waitlist already.")
    if open_pairings(session, participant_id):
        raise RuleError(f"{name} is paired now. End the pairing first, or withdraw {name}, which ends it.")
    participant.status = ParticipantStatus.WAITLISTED
    session.flush()


def withdraw(session: Session, *, participant_id: int, today: date) -> None:
    """Take a participant out of the program: open pairings end today, because somebody left.

    Drafts stay in their plans, which say by name what can't be published any more.
    """
    participant, name = participant_named(session, participant_id)
    if participant.status == ParticipantStatus.WITHDRAWN:
        raise ConflictError(f"{name} is withdrawn already.")
    end_pairings(session, participant_ids=[participant_id], today=today)
    participant.status = ParticipantStatus.WITHDRAWN
    session.flush()


def reactivate(session: Session, *, participant_id: int) -> None:
    """Bring back a participant who was waitlisted or withdrawn; pairings that ended stay ended."""
    participant, name = participant_named(session, participant_id)
    if participant.status == ParticipantStatus.ACTIVE:
        raise ConflictError(f"{name} is active already.")
    participant.status = ParticipantStatus.ACTIVE
    session.flush()


def remove_participant(session: Session, *, participant_id: int) -> None:
    """Take somebody out of a cohort and its plans as if they had never been in it; refused once they were paired."""
    participant, name = participant_named(session, participant_id)
    theirs = session.exec(select(Pairing).where(pairings_of(participant_id))).all()
    if any(pairing.status != PairingStatus.DRAFT for pairing in theirs):
        raise RuleError(
            f"{name} has been paired in this cohort, and that is part of its record. Withdraw {name} instead."
        )
    for draft in theirs:
        session.delete(draft)
    session.flush()
    set_skills(session, participant_id=participant_id, skills=())
    session.delete(participant)
    session.flush()


def participant_named(session: Session, participant_id: int) -> tuple[Participant, str]:
    """The participant and the person's name, or a sentence when they are gone."""
    wanted = select(Participant, Person.name).join(Person).where(col(Participant.id) == participant_id)
    found = session.exec(wanted).first()
    if found is None:
        raise NotFoundError("This participant is not here any more: somebody removed them. Look at the list again.")
    return found[0], found[1]
