"""What a file of people comes to: each person as stored against what the file says, and the rows to write."""

from typing import Any

from dashboard.imports.people.everybody import Part, Someone
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.plan import PARTICIPANT_COLUMNS, Columns, PeoplePlan
from dashboard.imports.review import Difference, Line, State
from dashboard.queries.imports import PERSON_FIELDS
from dashboard.words import counted

LABELS = {field.key: field.label for field in PEOPLE.fields}
SKILLS = {"mentor": "Skills offered", "mentee": "Skills sought"}
SHORT, LONG = 60, 300
MOST_SKILLS = 100


class Draft:
    """The plan as it grows: whoever is added teaches their line its state and its differences."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self.people: Columns = {key: [] for key in PERSON_FIELDS}
        self.participants: Columns = {key: [] for key in PARTICIPANT_COLUMNS}
        self.changed_people: list[tuple[int, dict[str, Any]]] = []
        self.changed_participants: list[tuple[int, dict[str, Any]]] = []
        self.skills: list[tuple[int, tuple[str, ...]]] = []
        self.added = self.changed = 0

    def plan(self) -> PeoplePlan:
        return PeoplePlan(
            people=self.people,
            changed_people=tuple(self.changed_people),
            participants=self.participants,
            changed_participants=tuple(self.changed_participants),
            skills=tuple(self.skills),
            added=self.added,
            changed=self.changed,
        )

    def add(self, someone: Someone) -> None:
        written = self._written()
        self._add_person(someone)
        joins = [self._add_part(someone, role, part) for role, part in someone.parts.items() if part.row is not None]
        if any(joins):
            self.added += 1
        elif self._written() != written:
            self.changed += 1

    def _written(self) -> int:
        return len(self.changed_people) + len(self.changed_participants) + len(self.skills)

    def _add_person(self, someone: Someone) -> None:
        if someone.id is None:
            for key, values in self.people.items():
                values.append(someone.now(key))
            if someone.row is not None:
                self._lines[someone.row].state = State.NEW
                self._lines[someone.row].brings += tuple(person_brings(self.people, -1))
            return
        changes = {
            key: given for key, given in someone.given.items() if _differs(key, someone.stored.get(key), given[0])
        }
        if changes:
            self._tell(changes, someone.stored)
            self.changed_people.append((someone.id, {key: value for key, (value, _) in changes.items()}))

    def _add_part(self, someone: Someone, role: str, part: Part) -> bool:
        """Whether this is somebody who joins."""
        if part.id is not None:
            self._change_part(part.id, role, part)
            return False
        assert part.row is not None
        given = {key: value for key, (value, _) in part.given.items()}
        told = {
            "person_id": someone.id,
            "new": len(self.people["name"]) - 1 if someone.id is None else None,
            "role": role,
            "capacity": given.get("capacity", 1) if role == "mentor" else None,
            "hopes": given.get("hopes"),
            "skills": tuple(_skills(part)),
        }
        for key, values in self.participants.items():
            values.append(told[key])
        self._lines[part.row].state = State.NEW
        self._lines[part.row].brings += tuple(part_brings(self.participants, -1))
        return True

    def _change_part(self, participant_id: int, role: str, part: Part) -> None:
        changes = {key: given for key, given in part.given.items() if part.stored.get(key) != given[0]}
        if changes:
            self._tell(changes, part.stored)
            self.changed_participants.append((participant_id, {key: value for key, (value, _) in changes.items()}))
        spelled = {name.casefold(): name for name in part.skills}
        skills = [spelled.get(name.casefold(), name) for name in _skills(part)]
        if (skills or part.no_skills is not None) and _keys(skills) != _keys(part.skills):
            row = min((row for _, _, _, row in part.given_skills), default=part.no_skills or 0)
            self._mark(row, Difference((SKILLS[role], ", ".join(part.skills), ", ".join(skills))))
            self.skills.append((participant_id, tuple(skills)))

    def _tell(self, changes: dict[str, tuple[Any, int]], stored: dict[str, Any]) -> None:
        for key, (value, row) in changes.items():
            self._mark(row, Difference((LABELS.get(key, key), _shown(stored.get(key)), _shown(value))))

    def _mark(self, row: int, difference: Difference) -> None:
        line = self._lines[row]
        line.differences += (difference,)
        if line.state == State.UNCHANGED:
            line.state = State.CHANGED


def _skills(part: Part) -> list[str]:
    """The names in order of their rank, each once, as many as a participant may have."""
    names: dict[str, str] = {}
    for _, _, name, _ in sorted(part.given_skills):
        names.setdefault(name.casefold(), name)
    return list(names.values())[:MOST_SKILLS]


def person_brings(people: Columns, at: int) -> list[str]:
    """What is stored about somebody new, as people read it."""
    return _named([(LABELS.get(key, key), values[at]) for key, values in people.items() if key != "name"])


def part_brings(participants: Columns, at: int) -> list[str]:
    """What somebody who joins does and brings, as people read it."""
    role, capacity, hopes, skills = (participants[key][at] for key in ("role", "capacity", "hopes", "skills"))
    places = "" if capacity is None else f", {counted(capacity, 'place')}"
    told = [("Role", f"{role}{places}"), (SKILLS[role], ", ".join(skills)), (LABELS["hopes"], hopes)]
    return _named(told)


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
