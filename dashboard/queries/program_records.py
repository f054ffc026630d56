"""What files of meetings and of check-ins are compared with: who is paired with whom, and what is recorded on them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from dashboard.queries.imports import revision
from dashboard.queries.program_pairs import Known, Paired, Taking, rows_as
from models import (
    CheckIn,
    CheckInSchedule,
    Cohort,
    Meeting,
    MeetingSkill,
    Pairing,
    PairingStatus,
    Participant,
    Person,
    Skill,
)


class Met(NamedTuple):
    """A meeting as it is stored."""

    id: int
    pairing_id: int
    held_on: date
    minutes: int | None
    format: str
    missed: bool
    notes: str | None


class Answered(NamedTuple):
    """A check-in as it is stored. The comment is compared, and shown to nobody when it is confidential."""

    id: int
    pairing_id: int
    participant_id: int
    wave: str
    answered_on: date
    relationship: int | None
    progress: int | None
    confidence: int | None
    fit: str | None
    recommend: int | None
    would_mentor: bool | None
    comment: str | None
    confidential: bool


@dataclass(frozen=True)
class Circle:
    """Who can be meant by a row: one consistent picture of the data, as of ``revision``."""

    revision: int
    cohort: str
    starts_on: date
    ends_on: date
    people: list[Known]
    participants: list[Taking]
    """Of the cohort, as the next ones."""
    pairings: list[Paired]
    """Drafts aside, which nothing is recorded on."""


@dataclass(frozen=True)
class ProgramMeetings(Circle):
    meetings: list[Met]
    skills: dict[int, list[str]]
    """Meeting -> the skills practised in it, by name."""


@dataclass(frozen=True)
class ProgramCheckIns(Circle):
    check_ins: list[Answered]
    schedule: dict[str, int]
    """Wave -> the day of a pairing on which it falls due."""
    first_meetings: dict[int, date]
    """Pairing -> its first meeting that was held."""


def program_meetings(session: Session, *, cohort_id: int) -> ProgramMeetings:
    """Everything that a file of meetings for this cohort is compared with; as many statements whatever the size."""
    return ProgramMeetings(
        **_circle(session, cohort_id),
        meetings=rows_as(session, Met, Meeting, col(Meeting.pairing_id).in_(_pairings(cohort_id))),
        skills=_practised(session, cohort_id),
    )


def program_check_ins(session: Session, *, cohort_id: int) -> ProgramCheckIns:
    """Everything that a file of check-ins for this cohort is compared with; as many statements whatever the size."""
    due = select(col(CheckInSchedule.wave), col(CheckInSchedule.due_days)).where(
        col(CheckInSchedule.cohort_id) == cohort_id
    )
    in_cohort = col(Meeting.pairing_id).in_(_pairings(cohort_id))
    held = select(col(Meeting.pairing_id), col(Meeting.held_on)).where(in_cohort, col(Meeting.missed).is_(False))
    return ProgramCheckIns(
        **_circle(session, cohort_id),
        check_ins=rows_as(session, Answered, CheckIn, col(CheckIn.pairing_id).in_(_pairings(cohort_id))),
        schedule={str(wave): days for wave, days in session.exec(due)},
        first_meetings=dict(session.exec(held.order_by(col(Meeting.held_on).desc())).all()),
    )


def _circle(session: Session, cohort_id: int) -> dict[str, Any]:
    cohort = session.get_one(Cohort, cohort_id)
    is_no_draft = col(Pairing.status) != PairingStatus.DRAFT
    return {
        "revision": revision(session),
        "cohort": cohort.name,
        "starts_on": cohort.starts_on,
        "ends_on": cohort.ends_on,
        "people": rows_as(session, Known, Person),
        "participants": rows_as(session, Taking, Participant, col(Participant.cohort_id) == cohort_id),
        "pairings": rows_as(session, Paired, Pairing, col(Pairing.cohort_id) == cohort_id, is_no_draft),
    }


def _pairings(cohort_id: int) -> Any:
    return select(Pairing.id).where(col(Pairing.cohort_id) == cohort_id)


def _practised(session: Session, cohort_id: int) -> dict[int, list[str]]:
    names = (
        select(MeetingSkill.meeting_id, Skill.name)
        .join(Skill, col(Skill.id) == col(MeetingSkill.skill_id))
        .join(Meeting, col(Meeting.id) == col(MeetingSkill.meeting_id))
        .where(col(Meeting.pairing_id).in_(_pairings(cohort_id)))
        .order_by(col(MeetingSkill.id))
    )
    found: dict[int, list[str]] = {}
    for meeting_id, name in session.exec(names):
        found.setdefault(meeting_id, []).append(name)
    return found
