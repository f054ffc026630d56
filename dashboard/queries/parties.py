"""The two sides of a cohort as frames for ``dashboard.matching``: people, their skills, and who is kept apart."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, Subquery, func, or_, select, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from dashboard.matching.demands import Demands
from dashboard.matching.fit import Weights
from dashboard.matching.rules import Bits, blocks
from dashboard.queries.terms import terms
from models import ENDED, OPEN, Pairing, Participant, ParticipantSkill, Person, Role, Separation, Skill

PERSON = {
    "id": "int64",
    "person_id": "int64",
    "status": "str",
    "joined_on": "object",
    "name": "str",
    "email_key": "str",
    "manager_email": "str",
    "job_title": "str",
    "department": "str",
    "location": "str",
    "time_zone": "str",
    "languages": "str",
    "years_experience": "float64",
}
MENTOR = {**PERSON, "capacity": "int64", "taken": "int64"}
SKILLS = {"participant_id": "int64", "skill_id": "int64", "skill": "str", "priority": "int64"}
APART = {"person_a_id": "int64", "person_b_id": "int64", "reason": "object"}
PAST = {"mentee_person_id": "int64", "mentor_person_id": "int64", "ended_on": "object", "end_reason": "object"}


@dataclass(frozen=True)
class Party:
    """Some mentees of a cohort, all of its mentors, and what there is to know between them."""

    mentees: pd.DataFrame
    mentors: pd.DataFrame
    sought: pd.DataFrame
    offered: pd.DataFrame
    catalog: int
    separations: pd.DataFrame
    past: pd.DataFrame
    weights: Weights
    demands: Demands

    def bits(self, on: date, demands: Demands | None = None) -> Bits:
        """The rules between each two on a day, as bits of ``matching.rules.Rule``; under other demands, if given."""
        demands = demands or self.demands
        return blocks(self.mentees, self.mentors, separations=self.separations, past=self.past, demands=demands, on=on)


def party(
    session: Session,
    *,
    cohort_id: int,
    mentees: ColumnElement[bool],
    mentors: ColumnElement[bool] | None = None,
    plan_id: int | None = None,
) -> Party:
    """Those for whom the conditions hold (on Participant and Person); every mentor of any status unless told.

    The drafts of a plan, where one is given, take places as pairings do.
    """
    theirs = true() if mentors is None else mentors
    here = col(Participant.cohort_id) == cohort_id
    own = _people().where(here, col(Participant.role) == Role.MENTEE, mentees)
    others = _mentors(cohort_id, plan_id).where(theirs)
    weights, demands = terms(session, cohort_id=cohort_id)
    persons = own.with_only_columns(col(Participant.person_id)).order_by(None)
    return Party(
        mentees=_frame(session, own, PERSON),
        mentors=_frame(session, others, MENTOR),
        sought=_frame(session, _skills().where(col(ParticipantSkill.participant_id).in_(_ids(own))), SKILLS),
        offered=_frame(session, _skills().where(col(ParticipantSkill.participant_id).in_(_ids(others))), SKILLS),
        catalog=_catalog(session, cohort_id),
        separations=_frame(session, select(*(col(getattr(Separation, name)) for name in APART)), APART),
        past=_frame(session, _past(persons), PAST),
        weights=weights,
        demands=demands,
    )


def places_taken(cohort_id: int, plan_id: int | None = None) -> Subquery:
    """``mentor_id`` and ``taken``: the open pairings of each mentor who has any, and their drafts in the plan."""
    is_open = col(Pairing.status).in_(OPEN)
    takes = is_open if plan_id is None else or_(is_open, col(Pairing.plan_id) == plan_id)
    here = (col(Pairing.cohort_id) == cohort_id, takes)
    counted = select(col(Pairing.mentor_id), func.count().label("taken")).where(*here)
    return counted.group_by(col(Pairing.mentor_id)).subquery("places_taken")


def _frame(session: Session, rows: Select[*tuple[Any, ...]], kinds: dict[str, str]) -> pd.DataFrame:
    """The rows, whose columns come in the order of ``kinds``: straight from the connection, with no rows of the ORM."""
    found = [tuple(row) for row in session.connection().execute(rows).all()]
    return pd.DataFrame(found, columns=list(kinds), dtype=object).astype(kinds)


def _ids(people: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return people.with_only_columns(col(Participant.id)).order_by(None)


def _people() -> Select[*tuple[Any, ...]]:
    of_participant = [col(getattr(Participant, name)) for name in list(PERSON)[:4]]
    of_person = [col(getattr(Person, name)) for name in list(PERSON)[4:]]
    people = select(*of_participant, *of_person).join(Person, col(Person.id) == col(Participant.person_id))
    return people.order_by(col(Person.name), col(Participant.id))


def _mentors(cohort_id: int, plan_id: int | None) -> Select[*tuple[Any, ...]]:
    taken = places_taken(cohort_id, plan_id)
    return (
        _people()
        .add_columns(col(Participant.capacity), func.coalesce(taken.c.taken, 0).label("taken"))
        .outerjoin(taken, taken.c.mentor_id == col(Participant.id))
        .where(col(Participant.cohort_id) == cohort_id, col(Participant.role) == Role.MENTOR)
    )


def _skills() -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(ParticipantSkill.participant_id),
            col(Skill.id).label("skill_id"),
            col(Skill.name).label("skill"),
            col(ParticipantSkill.priority),
        )
        .join(Skill, col(Skill.id) == col(ParticipantSkill.skill_id))
        .order_by(col(ParticipantSkill.participant_id), col(ParticipantSkill.priority), col(Skill.name))
    )


def _catalog(session: Session, cohort_id: int) -> int:
    """How many skills the cohort seeks or offers altogether."""
    named = (
        select(func.count(func.distinct(col(ParticipantSkill.skill_id))))
        .join(Participant, col(Participant.id) == col(ParticipantSkill.participant_id))
        .where(col(Participant.cohort_id) == cohort_id)
    )
    return int(session.execute(named).scalar_one())


def _past(persons: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Who mentored these people before, in this cohort or another, the latest last."""
    mentor, mentee = aliased(Participant), aliased(Participant)
    return (
        select(
            col(mentee.person_id).label("mentee_person_id"),
            col(mentor.person_id).label("mentor_person_id"),
            col(Pairing.ended_on),
            col(Pairing.end_reason),
        )
        .join(mentee, col(mentee.id) == col(Pairing.mentee_id))
        .join(mentor, col(mentor.id) == col(Pairing.mentor_id))
        .where(col(Pairing.status).in_(ENDED), col(mentee.person_id).in_(persons))
        .order_by(col(Pairing.ended_on), col(Pairing.id))
    )
