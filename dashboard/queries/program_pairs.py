"""What a file of pairs is compared with: who there is, who is in the cohort, and who is or was paired with whom."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlmodel import Session, col, func, select

from dashboard.queries.imports import revision
from models import CheckIn, Cohort, Meeting, Pairing, PairingStatus, Participant, Person, Separation, Wave


class Known(NamedTuple):
    """Somebody in the program."""

    id: int
    name: str
    email: str | None
    email_key: str | None
    external_id: str | None
    manager_email: str | None


class Taking(NamedTuple):
    """Somebody in the cohort, in a role."""

    id: int
    person_id: int
    role: str
    status: str
    capacity: int | None


class Paired(NamedTuple):
    """A pairing as it is stored."""

    id: int
    mentor_id: int
    mentee_id: int
    status: str
    started_on: date | None
    ended_on: date | None
    end_reason: str | None
    end_note: str | None
    rationale: str | None


class Recorded(NamedTuple):
    """What is recorded at one edge of a pairing's life: the day, and that it was a meeting or a check-in, and whose."""

    on: date
    by: int | None
    """The participant who answered the check-in; nothing for a meeting."""


@dataclass(frozen=True)
class ProgramPairs:
    """One consistent picture of the data, as of ``revision``."""

    revision: int
    cohort: str
    starts_on: date
    ends_on: date
    people: list[Known]
    participants: list[Taking]
    """Of the cohort, as the next ones."""
    pairings: list[Paired]
    """Drafts aside, which are no pairings yet."""
    firsts: dict[int, Recorded]
    """By pairing: what was recorded for the earliest day."""
    lasts: dict[int, Recorded]
    """By pairing: what was recorded for the latest day, but the final check-in, which may come after the end."""
    separations: dict[tuple[int, int], str]
    """Two people, the smaller id first, and why they are kept apart."""


def program_pairs(session: Session, *, cohort_id: int) -> ProgramPairs:
    """Everything that a file of pairs for this cohort is compared with; as many statements whatever the size."""
    cohort = session.get_one(Cohort, cohort_id)
    is_no_draft = col(Pairing.status) != PairingStatus.DRAFT
    return ProgramPairs(
        revision=revision(session),
        cohort=cohort.name,
        starts_on=cohort.starts_on,
        ends_on=cohort.ends_on,
        people=rows_as(session, Known, Person),
        participants=rows_as(session, Taking, Participant, col(Participant.cohort_id) == cohort_id),
        pairings=rows_as(session, Paired, Pairing, col(Pairing.cohort_id) == cohort_id, is_no_draft),
        firsts=_edges(session, cohort_id, earliest=True),
        lasts=_edges(session, cohort_id, col(CheckIn.wave) != Wave.FINAL),
        separations=_separations(session),
    )


def rows_as(session: Session, shape: Any, model: Any, *where: Any) -> list[Any]:
    columns = select(*(getattr(model, name) for name in shape._fields))
    return [shape(*row) for row in session.exec(columns.where(*where).order_by(model.id))]


def _edges(session: Session, cohort_id: int, *check_ins: Any, earliest: bool = False) -> dict[int, Recorded]:
    """Of each pairing the record that lies furthest to one side; a meeting before a check-in of the same day."""
    in_it, edge = col(Pairing.cohort_id) == cohort_id, func.min if earliest else func.max
    met = select(Meeting.pairing_id, edge(Meeting.held_on)).join(Pairing).where(in_it)
    given = select(CheckIn.pairing_id, edge(CheckIn.answered_on), CheckIn.participant_id).join(Pairing).where(in_it)
    found: dict[int, Recorded] = {}
    rows = [(*row, None) for row in session.exec(met.group_by(col(Meeting.pairing_id)))]
    answered = given.where(*check_ins).group_by(col(CheckIn.pairing_id), col(CheckIn.participant_id))
    for pairing_id, on, by in (*rows, *session.exec(answered.order_by(col(CheckIn.participant_id)))):
        known = found.get(pairing_id)
        if known is None or (on < known.on if earliest else on > known.on):
            found[pairing_id] = Recorded(on, by)
    return found


def _separations(session: Session) -> dict[tuple[int, int], str]:
    apart = select(Separation.person_a_id, Separation.person_b_id, Separation.reason)
    return {(one, other): reason or "" for one, other, reason in session.exec(apart)}
