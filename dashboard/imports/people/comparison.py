"""What a file of people comes to: each person as stored against what the file says, and the rows to write."""

from typing import Any

from dashboard.imports.people.everybody import Part, Someone
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.plan import PeoplePlan
from dashboard.imports.review import Difference, Line, State
from dashboard.queries.imports import PERSON_FIELDS
from dashboard.words import counted

LABELS = {field.key: field.label for field in PEOPLE.fields}
SKILLS = {"mentor": "Skills offered", "mentee": "Skills sought"}
SHORT, LONG = 60, 300
MOST_SKILLS = 100


def compare(touched: list[Someone], lines: list[Line]) -> PeoplePlan:
    """The plan; every line learns its state and its differences on the way."""
    draft = _Draft(lines)
    for someone in touched:
        draft.add(someone)
    return PeoplePlan(
        people=tuple(draft.people),
        changed_people=tuple(draft.changed_people),
        participants=tuple(draft.participants),
        changed_participants=tuple(draft.changed_participants),
        skills=tuple(draft.skills),
        added=draft.added,
        changed=draft.changed,
    )


class _Draft:
    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self.people: list[dict[str, Any]] = []
        self.changed_people: list[tuple[int, dict[str, Any]]] = []
        self.participants: list[dict[str, Any]] = []
        self.changed_participants: list[tuple[int, dict[str, Any]]] = []
        self.skills: list[tuple[int, tuple[str, ...]]] = []
        self.added = self.changed = 0

    def add(self, someone: Someone) -> None:
        written = self._written()
        changes = {
            key: given for key, given in someone.given.items() if _differs(key, someone.stored.get(key), given[0])
        }
        if someone.id is None:
            self.people.append({key: someone.now(key) for key in PERSON_FIELDS})
        elif changes:
            self._tell(changes, someone.stored)
            self.changed_people.append((someone.id, {key: value for key, (value, _) in changes.items()}))
        joins = [self._add_part(someone, role, part) for role, part in someone.parts.items() if part.row is not None]
        if someone.id is None and someone.row is not None:
            told = [(LABELS.get(key, key), someone.now(key)) for key in PERSON_FIELDS if key != "name"]
            self._lines[someone.row].brings += _named(told)
        if any(joins):
            self.added += 1
        elif self._written() != written:
            self.changed += 1

    def _written(self) -> int:
        return len(self.changed_people) + len(self.changed_participants) + len(self.skills)

    def _add_part(self, someone: Someone, role: str, part: Part) -> bool:
        """Whether this is somebody who joins."""
        if part.id is not None:
            self._change_part(part.id, role, part)
            return False
        assert part.row is not None
        self._lines[part.row].state = State.NEW
        new = len(self.people) - 1 if someone.id is None else None
        given = {key: value for key, (value, _) in part.given.items()}
        capacity = given.get("capacity", 1) if role == "mentor" else None
        told = {"person_id": someone.id, "new": new, "role": role, "capacity": capacity, "hopes": given.get("hopes")}
        skills = tuple(_skills(part))
        self.participants.append({**told, "skills": skills})
        places = "" if capacity is None else f", {counted(capacity, 'place')}"
        brought = [
            ("Role", f"{role}{places}"),
            (SKILLS[role], ", ".join(skills)),
            (LABELS["hopes"], given.get("hopes")),
        ]
        self._lines[part.row].brings += _named(brought)
        return True

    def _change_part(self, participant_id: int, role: str, part: Part) -> None:
        changes = {key: given for key, given in part.given.items() if part.stored.get(key) != given[0]}
        if changes:
            self._tell(changes, part.stored)
            self.changed_participants.append((participant_id, {key: value for key, (value, _) in changes.items()}))
        spelled = {name.casefold(): name for name in part.skills}
        skills = [spelled.get(name.casefold(), name) for name in _skills(part)]
        if skills and _keys(skills) != _keys(part.skills):
            row = min(row for _, _, _, row in part.given_skills)
            self._mark(row, Difference((SKILLS[role], ", ".join(part.skills), ", ".join(skills))))
            self.skills.append((participant_id, tuple(skills)))

    def _tell(self, changes: dict[str, tuple[Any, int]], stored: dict[str, Any]) -> None:
        for key, (value, row) in changes.items():
            self._mark(row, Difference((LABELS.get(key, key), _shown(stored.get(key)), _shown(value))))

    def _mark(self, row: int, difference: Difference) -> None:
        line = self._lines[row]
        line.differences.append(difference)
        if line.state == State.UNCHANGED:
            line.state = State.CHANGED


def _skills(part: Part) -> list[str]:
    """The names in order of their rank, each once, as many as a participant may have."""
    names: dict[str, str] = {}
    for _, _, name, _ in sorted(part.given_skills):
        names.setdefault(name.casefold(), name)
    return list(names.values())[:MOST_SKILLS]


def _named(values: list[tuple[str, Any]]) -> list[str]:
    """What is there, each with its label."""
    return [f"{label}: {_shown(value, LONG)}" for label, value in values if value not in (None, "")]


def _keys(names: list[str]) -> list[str]:
    return [name.casefold() for name in names]


def _differs(key: str, stored: Any, value: Any) -> bool:
    if key == "email" and stored:
        return bool(stored.casefold() != value.casefold())
    return bool(stored != value)


def _shown(value: Any, most: int = SHORT) -> str:
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    return text if len(text) <= most else f"{text[: most - 1]}\u2026"
