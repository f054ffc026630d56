"""Rows with dull defaults, so that a test names only what it is about. Each takes the session of a writing block, and
returns the id of what it made."""

from datetime import date
from itertools import count
from typing import Any

from sqlmodel import Session, select

from models import CheckIn, Cohort, Meeting, Pairing, Participant, ParticipantSkill, Person, Plan, Skill

STARTS_ON = date(2026, 1, 5)
_numbers = count(1)


def make_cohort(session: Session, name: str = "", **fields: Any) -> int:
    name = name or f"Cohort {next(_numbers)}"
    row = {"starts_on": STARTS_ON, "ends_on": date(2026, 12, 18), **fields}
    return _added(session, Cohort(name=name, name_key=name.casefold(), **row))


def make_person(session: Session, name: str = "", *, email: str | None = None, **fields: Any) -> int:
    name = name or f"Person {next(_numbers)}"
    return _added(session, Person(name=name, email=email, email_key=email.casefold() if email else None, **fields))


def make_mentor(session: Session, cohort_id: int, name: str = "", *, capacity: int = 1, **fields: Any) -> int:
    return _participant(session, cohort_id, name, role="mentor", capacity=capacity, **fields)


def make_mentee(session: Session, cohort_id: int, name: str = "", **fields: Any) -> int:
    return _participant(session, cohort_id, name, role="mentee", capacity=None, **fields)


def _participant(
    session: Session,
    cohort_id: int,
    name: str,
    *,
    person_id: int | None = None,
    skills: tuple[str, ...] = (),
    status: str = "active",
    joined_on: date = STARTS_ON,
    hopes: str | None = None,
    role: str,
    capacity: int | None,
    **person: Any,
) -> int:
    participant = Participant(
        person_id=person_id or make_person(session, name, **person),
        cohort_id=cohort_id,
        role=role,
        capacity=capacity,
        status=status,
        joined_on=joined_on,
        hopes=hopes,
    )
    participant_id = _added(session, participant)
    for priority, skill in enumerate(skills, start=1):
        link = ParticipantSkill(participant_id=participant_id, skill_id=make_skill(session, skill), priority=priority)
        _added(session, link)
    return participant_id


def make_skill(session: Session, name: str, kind: str = "industry") -> int:
    """The skill of this name, made when it is new."""
    known = session.exec(select(Skill).where(Skill.name_key == name.casefold())).first()
    return known.id if known else _added(session, Skill(name=name, name_key=name.casefold(), kind=kind))


def make_pairing(session: Session, mentor_id: int, mentee_id: int, **fields: Any) -> int:
    cohort_id = session.get_one(Participant, mentor_id).cohort_id
    row = {"status": "active", "started_on": STARTS_ON, **fields}
    if row["status"] == "draft":
        row = {**row, "plan_id": row.get("plan_id") or make_plan(session, cohort_id), "started_on": None}
    return _added(session, Pairing(cohort_id=cohort_id, mentor_id=mentor_id, mentee_id=mentee_id, **row))


def make_plan(session: Session, cohort_id: int, name: str = "Drafts") -> int:
    """The plan of this name, started when it is new."""
    known = session.exec(select(Plan).where(Plan.cohort_id == cohort_id, Plan.name == name)).first()
    if known is not None:
        return known.id
    return _added(session, Plan(cohort_id=cohort_id, name=name, name_key=name.casefold(), started_on=STARTS_ON))


def make_draft(session: Session, mentor_id: int, mentee_id: int, *, plan_id: int, **fields: Any) -> int:
    return make_pairing(session, mentor_id, mentee_id, status="draft", plan_id=plan_id, **fields)


def make_pair(session: Session, cohort_id: int, mentor: str = "", mentee: str = "", **fields: Any) -> int:
    """A pairing of a new mentor with a new mentee."""
    mentor_id, mentee_id = make_mentor(session, cohort_id, mentor), make_mentee(session, cohort_id, mentee)
    return make_pairing(session, mentor_id, mentee_id, **fields)


def make_meeting(session: Session, pairing_id: int, held_on: date = date(2026, 2, 2), **fields: Any) -> int:
    row = {"minutes": None if fields.get("missed") else 45, **fields}
    return _added(session, Meeting(pairing_id=pairing_id, held_on=held_on, **row))


def make_check_in(session: Session, pairing_id: int, by: str = "mentee", wave: str = "baseline", **fields: Any) -> int:
    """``by`` is ``mentor`` or ``mentee``: the participant of the pairing who answers."""
    pairing = session.get_one(Pairing, pairing_id)
    row = {"answered_on": date(2026, 2, 9), **fields}
    participant_id = pairing.mentor_id if by == "mentor" else pairing.mentee_id
    return _added(session, CheckIn(pairing_id=pairing_id, participant_id=participant_id, wave=wave, **row))


def _added(session: Session, row: Any) -> int:
    session.add(row)
    session.flush()
    return int(row.id)
