"""What somebody who is new, or new in the cohort, brings: as people read it."""

from typing import Any

from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.plan import Columns
from dashboard.words import counted

LABELS = {field.key: field.label for field in PEOPLE.fields}
SKILLS = {"mentor": "Skills offered", "mentee": "Skills sought"}
OF_A_PART = ("role", "capacity", "status", "joined_on", "skills", "hopes")
SHORT, LONG = 60, 300


def person_brings(people: Columns, at: int) -> list[str]:
    """What is stored about somebody new, as people read it."""
    return _named([(LABELS.get(key, key), values[at]) for key, values in people.items() if key != "name"])


def part_brings(participants: Columns, at: int) -> list[str]:
    """What somebody who joins does and brings, as people read it."""
    role, capacity, status, joined_on, skills, hopes = (participants[key][at] for key in OF_A_PART)
    places = "" if capacity is None else f", {counted(capacity, 'place')}"
    told = [("Role", f"{role}{places}"), (LABELS["status"], status), (LABELS["joined_on"], joined_on)]
    return _named([*told, (SKILLS[role], ", ".join(skills)), (LABELS["hopes"], hopes)])


def _named(values: list[tuple[str, Any]]) -> list[str]:
    """What is there, each with its label."""
    return [f"{label}: {shown(value, LONG)}" for label, value in values if value not in (None, "")]


def shown(value: Any, most: int = SHORT) -> str:
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    return text if len(text) <= most else f"{text[: most - 1]}\u2026"
