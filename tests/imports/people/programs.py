"""A program in memory: any people, and what becomes of it when a file of people goes in. For tests."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.imports.people.plan import PeoplePlan
from dashboard.queries.imports import PARTICIPANT_FIELDS, PERSON_FIELDS, Program

PEOPLE = ["id", "email_key", *PERSON_FIELDS]
PARTICIPANTS = [*PARTICIPANT_FIELDS, "taken"]


def frame(rows: list[dict[str, Any]], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns, dtype=object)


def with_plan(stored: Program, plan: PeoplePlan) -> Program:
    """The program with what a file of people comes to: what ``services.imports.people`` makes of a database."""
    people, parts = stored.people.to_dict("records"), stored.participants.to_dict("records")
    new = [dict(zip(plan.people, values, strict=True)) for values in zip(*plan.people.values(), strict=True)]
    first = len(people) + 1
    people += [{"id": first + place, **one} for place, one in enumerate(new)]
    for person_id, changes in plan.changed_people:
        people[person_id - 1].update(changes)
    for one in people:
        one["email_key"] = one["email"] and one["email"].casefold()
    for part_id, changes in plan.changed_participants:
        parts[part_id - 1].update(changes)
    columns = plan.participants
    joining = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    skills = {one: list(some["name"]) for one, some in stored.skills.groupby("participant_id", sort=False)}
    skills |= {one: list(names) for one, names in plan.skills}
    for one in joining:
        person_id, part_id = one["person_id"] or first + one["new"], len(parts) + 1
        usual = {"status": one["status"] or "active", "joined_on": one["joined_on"] or "today", "taken": 0}
        parts.append({**one, "id": part_id, "person_id": person_id, **usual})
        skills[part_id] = list(one["skills"])
    paired = _pairings(stored, plan, parts)
    said = [{"participant_id": one, "name": name} for one, names in skills.items() for name in names]
    return replace(
        stored,
        people=frame(people, PEOPLE),
        participants=frame(parts, PARTICIPANTS),
        skills=frame(said, ["participant_id", "name"]),
        **paired,
    )


def _pairings(stored: Program, plan: PeoplePlan, parts: list[dict[str, Any]]) -> dict[str, Mapping[int, Any]]:
    """Those whom withdrawing leaves paired."""
    gone = {one for one, changes in plan.changed_participants if changes.get("status") == "withdrawn"}
    ids = {
        one: [] if one in gone else [other for other in others if other not in gone]
        for one, others in stored.partner_ids.items()
    }
    for part in parts:
        part["taken"] = len(ids.get(part["id"], ())) if part["role"] == "mentor" else 0
    return {
        "partner_ids": ids,
        "partners": {one: [f"Partner {other}" for other in others] for one, others in ids.items()},
    }
