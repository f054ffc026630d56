"""How a cohort stands at the pairing desk, and what it means to wait for a mentor."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select
from sqlmodel import Session, col

from dashboard.queries.parties import places_taken
from dashboard.queries.searching import finds
from models import OPEN, Pairing, PairingStatus, Participant, ParticipantStatus, Person, Role


@dataclass(frozen=True)
class Places:
    """How a cohort stands: its active mentees, those who wait for a mentor, and the places of its active mentors."""

    mentees: int
    unpaired: int
    mentors: int
    places: int
    taken: int


def places(session: Session, *, cohort_id: int, plan_id: int | None = None) -> Places:
    """The numbers above the desk; who is drafted in the plan neither waits nor leaves their place free."""
    here = (col(Participant.cohort_id) == cohort_id, col(Participant.status) == ParticipantStatus.ACTIVE)
    mentees = select(func.count()).select_from(Participant).where(*here, col(Participant.role) == Role.MENTEE)
    taken = places_taken(cohort_id, plan_id)
    mentors = (
        select(
            func.count(), func.coalesce(func.sum(Participant.capacity), 0), func.coalesce(func.sum(taken.c.taken), 0)
        )
        .select_from(Participant)
        .outerjoin(taken, taken.c.mentor_id == col(Participant.id))
        .where(*here, col(Participant.role) == Role.MENTOR)
    )
    count, capacity, used = session.execute(mentors).one()
    return Places(
        mentees=int(session.execute(mentees).scalar_one()),
        unpaired=int(session.execute(mentees.where(waits(plan_id=plan_id))).scalar_one()),
        mentors=int(count),
        places=int(capacity),
        taken=int(used),
    )


def is_unpaired(*stays: PairingStatus) -> ColumnElement[bool]:
    """A participant who is active and the mentee of no pairing that is open, or in one of the states ``stays``."""
    is_open = (col(Pairing.mentee_id) == col(Participant.id), col(Pairing.status).in_([*OPEN, *stays]))
    return (col(Participant.status) == ParticipantStatus.ACTIVE) & ~exists().where(*is_open)


def waits(search: str = "", *, plan_id: int | None = None) -> ColumnElement[bool]:
    """Who waits for a mentor. Somebody who completed a pairing does not, and yet can be found by name."""
    waiting = is_unpaired() & finds(search, Person) if search.strip() else is_unpaired(PairingStatus.COMPLETED)
    if plan_id is None:
        return waiting
    return waiting & ~exists().where(col(Pairing.plan_id) == plan_id, col(Pairing.mentee_id) == col(Participant.id))


def open_pairing(session: Session, *, mentee_id: int) -> tuple[int, str] | None:
    """The open pairing of a mentee and the mentor's name; None when there is none."""
    rows = (
        select(col(Pairing.id), col(Person.name))
        .join(Participant, col(Participant.id) == col(Pairing.mentor_id))
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(col(Pairing.mentee_id) == mentee_id, col(Pairing.status).in_(OPEN))
    )
    found = session.execute(rows).first()
    return (found[0], found[1]) if found else None


def draft_in(session: Session, *, plan_id: int | None, mentee_id: int) -> tuple[int, str] | None:
    """The draft of a mentee in the plan and the mentor's name; None without one, and without a plan."""
    rows = (
        select(col(Pairing.id), col(Person.name))
        .join(Participant, col(Participant.id) == col(Pairing.mentor_id))
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(col(Pairing.mentee_id) == mentee_id, col(Pairing.plan_id) == plan_id)
    )
    found = session.execute(rows).first() if plan_id is not None else None
    return (found[0], found[1]) if found else None
