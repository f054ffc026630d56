"""Writing what a file of people comes to: people, participants and their skills."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from dashboard.imports.people.plan import PeoplePlan
from dashboard.queries.imports import skill_rows
from dashboard.recording import delete_rows, insert_rows, update_rows
from dashboard.services.imports.alike import update_alike
from dashboard.services.skills import skill_ids
from models import Participant, ParticipantSkill, ParticipantStatus, Person, name_key


def write_people(session: Session, plan: PeoplePlan, *, cohort_id: int, joined_on: date) -> None:
    """All rows of the plan; those who join do so on ``joined_on``."""
    new_ids = insert_rows(session, Person, [with_keys(person) for person in plan.people])
    update_alike(session, Person, [(person_id, with_keys(changes)) for person_id, changes in plan.changed_people])
    participants = [_participant(told, new_ids, cohort_id, joined_on) for told in plan.participants]
    ids = insert_rows(session, Participant, participants)
    update_alike(session, Participant, plan.changed_participants)
    joined = [(one, told["skills"]) for one, told in zip(ids, plan.participants, strict=True)]
    _write_skills(session, joined, plan.skills)


def with_keys(person: dict[str, Any]) -> dict[str, Any]:
    """The fields and what follows from them: by what an e-mail is compared and a name is found."""
    keys: dict[str, Any] = {}
    if "email" in person:
        keys["email_key"] = person["email"].casefold() if person["email"] else None
    if "name" in person:
        keys["name_key"] = name_key(person["name"])
    return {**person, **keys}


def _participant(told: dict[str, Any], new_ids: Sequence[int], cohort_id: int, joined_on: date) -> dict[str, Any]:
    return {
        "person_id": told["person_id"] if told["new"] is None else new_ids[told["new"]],
        "cohort_id": cohort_id,
        "role": told["role"],
        "status": ParticipantStatus.ACTIVE,
        "capacity": told["capacity"],
        "hopes": told["hopes"],
        "joined_on": joined_on,
    }


Skilled = Sequence[tuple[int, tuple[str, ...]]]


def _write_skills(session: Session, joined: Skilled, changed: Skilled) -> None:
    """New participants get their skills; those of the others become what the file says, one row a difference."""
    names: dict[str, str] = {}
    for name in (name for _, skills in (*joined, *changed) for name in skills):
        names.setdefault(name.casefold(), name)
    ids = skill_ids(session, names.values())
    stored = skill_rows(session, participant_ids=[participant_id for participant_id, _ in changed])
    gone: list[int] = []
    moved: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    for participant_id, skills in (*joined, *changed):
        held = stored.get(participant_id, {})
        wanted = {ids[name.casefold()]: place for place, name in enumerate(skills, start=1)}
        gone += [row_id for skill_id, (row_id, _) in held.items() if skill_id not in wanted]
        for skill_id, place in wanted.items():
            if skill_id not in held:
                new.append({"participant_id": participant_id, "skill_id": skill_id, "priority": place})
            elif held[skill_id][1] != place:
                moved.append({"id": held[skill_id][0], "priority": place})
    delete_rows(session, ParticipantSkill, gone)
    update_rows(session, ParticipantSkill, moved)
    insert_rows(session, ParticipantSkill, new)
