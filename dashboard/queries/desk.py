"""Questions of the pairing desk: how the cohort stands, and who waits for a mentor."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, exists, func, select
from sqlmodel import Session, col

from dashboard.matching.demands import unmet
from dashboard.matching.options import options
from dashboard.matching.rules import mentor_bits, pair_bits
from dashboard.queries.parties import Party, party, places_taken
from dashboard.queries.searching import finds
from models import ENDED, OPEN, Pairing, PairingStatus, Participant, ParticipantStatus, Person, Role

UNPAIRED = {
    "mentee_id": "int64",
    "name": "str",
    "job_title": "str",
    "department": "str",
    "waiting_since": "object",
    "free": "int64",
    "offering": "Int64",
}


@dataclass(frozen=True)
class Places:
    """How a cohort stands: its active mentees, those who wait for a mentor, and the places of its active mentors."""

    mentees: int
    unpaired: int
    mentors: int
    places: int
    taken: int


def places(session: Session, *, cohort_id: int) -> Places:
    """The numbers above the desk."""
    here = (col(Participant.cohort_id) == cohort_id, col(Participant.status) == ParticipantStatus.ACTIVE)
    mentees = select(func.count()).select_from(Participant).where(*here, col(Participant.role) == Role.MENTEE)
    taken = places_taken(cohort_id)
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
        unpaired=int(session.execute(mentees.where(waits())).scalar_one()),
        mentors=int(count),
        places=int(capacity),
        taken=int(used),
    )


def is_unpaired(*stays: PairingStatus) -> ColumnElement[bool]:
    """A participant who is active and the mentee of no pairing that is open, or in one of the states ``stays``."""
    is_open = (col(Pairing.mentee_id) == col(Participant.id), col(Pairing.status).in_([*OPEN, *stays]))
    return (col(Participant.status) == ParticipantStatus.ACTIVE) & ~exists().where(*is_open)


def waits(search: str = "") -> ColumnElement[bool]:
    """Who waits for a mentor. Somebody who completed a pairing does not, and yet can be found by name."""
    return is_unpaired() & finds(search, Person) if search.strip() else is_unpaired(PairingStatus.COMPLETED)


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


def unpaired_mentees(
    session: Session, *, cohort_id: int, today: date, search: str = "", limit: int = 50, offset: int = 0
) -> pd.DataFrame:
    """Those who wait for a mentor, the hardest to place first; then those who have waited longest.

    ``free``: mentors with a place whom no rule keeps from them; ``offering``: those of them who offer a skill that is
    sought (nothing when none is named). ``waiting_since``: the day they joined, or their last pairing ended.
    """
    two = party(session, cohort_id=cohort_id, mentees=waits(search))
    waiting = two.mentees.assign(
        mentee_id=two.mentees["id"], waiting_since=waiting_since(session, two.mentees, cohort_id=cohort_id)
    )
    waiting[["free", "offering"]] = _options(two, today)
    waiting["options"] = waiting["offering"].fillna(waiting["free"])
    ordered = waiting.sort_values(["options", "free", "waiting_since", "name", "mentee_id"])
    return ordered[list(UNPAIRED)].iloc[offset : offset + limit].reset_index(drop=True).astype(UNPAIRED)


def _options(two: Party, today: date) -> pd.DataFrame:
    open_to_all = two.mentors[mentor_bits(two.mentors) == 0].reset_index(drop=True)
    blocked = pair_bits(two.mentees, open_to_all, separations=two.separations, past=two.past)
    apart = [kinds for _, kinds in unmet(two.demands, two.mentees, open_to_all, today)]
    return options(two.mentees, open_to_all, blocked=blocked, unmet=apart, sought=two.sought, offered=two.offered)


def waiting_since(session: Session, mentees: pd.DataFrame, *, cohort_id: int) -> list[date]:
    """Since when each of these (``id, joined_on``) waits: the day they joined, or on which their last pairing ended."""
    ended = (col(Pairing.cohort_id) == cohort_id, col(Pairing.status).in_(ENDED))
    last = select(col(Pairing.mentee_id), func.max(col(Pairing.ended_on))).where(*ended)
    ends: dict[int, Any] = {row[0]: row[1] for row in session.execute(last.group_by(col(Pairing.mentee_id)))}
    return [
        max(joined_on, ends.get(mentee_id, joined_on))
        for mentee_id, joined_on in zip(mentees["id"], mentees["joined_on"], strict=True)
    ]


def unpaired_count(session: Session, *, cohort_id: int, search: str = "") -> int:
    """How many rows ``unpaired_mentees`` has in all."""
    waiting = (
        select(func.count())
        .select_from(Participant)
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(col(Participant.cohort_id) == cohort_id, col(Participant.role) == Role.MENTEE)
        .where(waits(search))
    )
    return int(session.execute(waiting).scalar_one())


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits, as ``unpaired_mentees`` tells it; ``offering`` is None when no skill is sought."""

    mentee_id: int
    name: str
    waiting_since: date
    free: int
    offering: int | None


def waiting_page(
    session: Session, *, cohort_id: int, today: date, search: str, limit: int, offset: int
) -> list[Waiting]:
    """A page of ``unpaired_mentees`` as the desk lists them."""
    rows = unpaired_mentees(session, cohort_id=cohort_id, today=today, search=search, limit=limit, offset=offset)
    return [
        Waiting(mentee_id, name, since, free, None if pd.isna(offering) else offering)
        for mentee_id, name, since, free, offering in rows[list(Waiting.__annotations__)].itertuples(index=False)
    ]
