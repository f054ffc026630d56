"""Writing what a file of people comes to: people, participants and their skills."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from dashboard.imports.people.plan import Columns, PeoplePlan
from dashboard.queries.imports import skill_rows
from dashboard.recording import delete_rows, insert_columns, update_rows
from dashboard.services.imports.alike import update_alike
from dashboard.services.leaving import end_pairings
from dashboard.services.skills import skill_ids
from models import Participant, ParticipantSkill, ParticipantStatus, Person, name_key

WITHDRAWN = ParticipantStatus.WITHDRAWN


def write_people(session: Session, plan: PeoplePlan, *, cohort_id: int, joined_on: date) -> None:
    """All rows of the plan; those who join do so on ``joined_on`` where the file tells no day."""
    new_ids = insert_columns(session, Person, _with_key_columns(plan.people))
    joining = {"status": ParticipantStatus.ACTIVE, "joined_on": joined_on}
    ids = insert_columns(session, Participant, _participants(plan.participants, new_ids, joining), cohort_id=cohort_id)
    if plan.leaving_on:
        leaving = [one for one, changes in plan.changed_participants if changes.get("status") == WITHDRAWN]
        end_pairings(session, participant_ids=leaving, today=plan.leaving_on)
    # After pairings end: an undo goes backwards, and would bring back one whose two are manager and report by now.
    update_alike(session, Person, [(person_id, with_keys(changes)) for person_id, changes in plan.changed_people])
    update_alike(session, Participant, plan.changed_participants)
    _write_skills(session, list(zip(ids, plan.participants["skills"], strict=True)), plan.skills)


def _with_key_columns(people: Columns) -> Columns:
    emails, names = people["email"], people["name"]
    return {
        **people,
        "email_key": [email and email.casefold() for email in emails],
        "name_key": [name_key(name) for name in names],
    }


def _participants(told: Columns, new_ids: Sequence[int], usual: Mapping[str, Any]) -> Columns:
    pairs = zip(told["person_id"], told["new"], strict=True)
    people = [person_id if new is None else new_ids[new] for person_id, new in pairs]
    given = {key: told[key] for key in ("role", "capacity", "hopes")}
    filled = {key: [default if one is None else one for one in told[key]] for key, default in usual.items()}
    return {"person_id": people, **given, **filled}


def with_keys(person: dict[str, Any]) -> dict[str, Any]:
    """The fields and what follows from them: by what an e-mail is compared and a name is found."""
    keys: dict[str, Any] = {}
    if "email" in person:
        keys["email_key"] = person["email"].casefold() if person["email"] else None
    if "name" in person:
        keys["name_key"] = name_key(person["name"])
    return {**person, **keys}


Skilled = Sequence[tuple[int, tuple[str, ...]]]


def _write_skills(session: Session, joined: Skilled, changed: Skilled) -> None:
    """New participants get their skills; those of the others become what the file says, one row a difference."""
    names = dict.fromkeys(name for _, skills in (*joined, *changed) for name in skills)
    by_key = skill_ids(session, names)
    ids = {name: by_key[name.casefold()] for name in names}
    new = [(one, ids[name], place) for one, skills in joined for place, name in enumerate(skills, start=1)]
    new += _changed_skills(session, changed, ids)
    columns = zip(("participant_id", "skill_id", "priority"), zip(*new, strict=True), strict=True) if new else ()
    insert_columns(session, ParticipantSkill, dict(columns))


def _changed_skills(session: Session, changed: Skilled, ids: dict[str, int]) -> list[tuple[int, int, int]]:
    """Take out and move what is there already; returns the rows that are to come."""
    stored = skill_rows(session, participant_ids=[participant_id for participant_id, _ in changed])
    gone: list[int] = []
    moved: list[dict[str, Any]] = []
    new: list[tuple[int, int, int]] = []
    for participant_id, skills in changed:
        held = stored.get(participant_id, {})
        wanted = {ids[name]: place for place, name in enumerate(skills, start=1)}
        gone += [row_id for skill_id, (row_id, _) in held.items() if skill_id not in wanted]
        for skill_id, place in wanted.items():
            if skill_id not in held:
                new.append((participant_id, skill_id, place))
            elif held[skill_id][1] != place:
                moved.append({"id": held[skill_id][0], "priority": place})
    delete_rows(session, ParticipantSkill, gone)
    update_rows(session, ParticipantSkill, moved)
    return new
