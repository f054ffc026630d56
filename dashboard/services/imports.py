"""Putting a reviewed file into the program: all of its good rows in one action, or nothing."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from dashboard.errors import ConflictError, RuleError
from dashboard.imports.review import Plan, Review, State
from dashboard.queries.imports import Program, program, revision, skill_rows
from dashboard.recording import delete_rows, insert_rows, update_rows
from dashboard.services.cohorts import cohort_named
from dashboard.services.skills import skill_ids
from dashboard.words import counted
from models import Action, Import, Participant, ParticipantSkill, ParticipantStatus, Person, name_key


@dataclass(frozen=True)
class Source:
    """Which file it was and how its columns were read; what the history keeps of it."""

    file_name: str
    sha256: str
    kind: str
    mapping: dict[str, str]


def apply_review(
    session: Session,
    *,
    review: Review,
    again: Callable[[Program], Review],
    cohort_id: int,
    source: Source,
    joined_on: date,
) -> Plan:
    """Write the plan of a review, and return it. ``again`` reviews the same file against other data.

    Raises ConflictError when the data changed in the meantime so that the review would now say something else.
    """
    cohort = cohort_named(session, cohort_id)
    if cohort.archived_at:
        raise RuleError(f"{cohort.name} is archived. Restore it before somebody joins.")
    if revision(session) != review.revision and again(program(session, cohort_id=cohort_id)).plan != review.plan:
        raise ConflictError(
            "Somebody changed the data since this file was reviewed, so nothing was applied. "
            "It has been reviewed again: look at the changes and apply them."
        )
    _write(session, review.plan, cohort_id, joined_on)
    session.info["summary"] = f"Uploaded {source.file_name} into {cohort.name}: {said(review.plan)}"
    session.info["with_action"].append(lambda action: _remember(session, action, source, review))
    return review.plan


def said(plan: Plan) -> str:
    """What a plan does, in few words: added 31 people, changed 4."""
    added = f"added {counted(plan.added, 'person', 'people')}" if plan.added else ""
    changed = f"changed {plan.changed:,}" if plan.added else f"changed {counted(plan.changed, 'person', 'people')}"
    return ", ".join(part for part in (added, changed if plan.changed else "") if part) or "changed nothing"


def _remember(session: Session, action: Action, source: Source, review: Review) -> None:
    counts = {str(state): review.counts[state] for state in State}
    session.add(Import(action_id=action.id, counts=counts, **vars(source)))


def _write(session: Session, plan: Plan, cohort_id: int, joined_on: date) -> None:
    new_ids = insert_rows(session, Person, [_with_keys(person) for person in plan.people])
    _update(session, Person, [(person_id, _with_keys(changes)) for person_id, changes in plan.changed_people])
    participants = [_participant(told, new_ids, cohort_id, joined_on) for told in plan.participants]
    ids = insert_rows(session, Participant, participants)
    _update(session, Participant, plan.changed_participants)
    joined = [(one, told["skills"]) for one, told in zip(ids, plan.participants, strict=True)]
    _write_skills(session, joined, plan.skills)


def _with_keys(person: dict[str, Any]) -> dict[str, Any]:
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


def _update(
    session: Session, model: type[Person] | type[Participant], changes: Sequence[tuple[int, dict[str, Any]]]
) -> None:
    """Rows that change the same columns go together."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in changes:
        alike[tuple(sorted(values))].append({"id": row_id, **values})
    for rows in alike.values():
        update_rows(session, model, rows)


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
