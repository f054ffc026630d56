"""What a file of people comes to: each person as stored against what the file says, and the rows to write."""

from datetime import date
from typing import Any

from dashboard.endings import leaves_behind
from dashboard.imports.people.bringing import LABELS, SKILLS, part_brings, person_brings, shown
from dashboard.imports.people.plan import PARTICIPANT_COLUMNS, Columns, PeoplePlan
from dashboard.imports.people.ranking import in_order
from dashboard.imports.people.ranking import told as ranks
from dashboard.imports.people.someone import Part, Someone
from dashboard.imports.review import Difference, Line, State
from dashboard.queries.imports import PERSON_FIELDS
from models import ParticipantStatus


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
        self._ending: set[tuple[int, ...]] = set()

    def plan(self, today: date) -> PeoplePlan:
        leaves = any(changes.get("status") == ParticipantStatus.WITHDRAWN for _, changes in self.changed_participants)
        return PeoplePlan(
            people=self.people,
            changed_people=tuple(self.changed_people),
            participants=self.participants,
            changed_participants=tuple(self.changed_participants),
            skills=tuple(self.skills),
            added=self.added,
            changed=self.changed,
            ended=len(self._ending),
            leaving_on=today if leaves else None,
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
            "skills": tuple(in_order(part.given_skills)),
            "status": given.get("status"),
            "joined_on": given.get("joined_on"),
        }
        for key, values in self.participants.items():
            values.append(told[key])
        self._lines[part.row].state = State.NEW
        self._lines[part.row].brings += tuple(part_brings(self.participants, -1))
        self._tell_ranks(role, part)
        return True

    def _change_part(self, participant_id: int, role: str, part: Part) -> None:
        changes = {key: given for key, given in part.given.items() if part.stored.get(key) != given[0]}
        if changes:
            self._tell(changes, part.stored)
            self._tell_who_stays_behind(participant_id, part, changes)
            self.changed_participants.append((participant_id, {key: value for key, (value, _) in changes.items()}))
        spelled = {name.casefold(): name for name in part.skills}
        skills = [spelled.get(name.casefold(), name) for name in in_order(part.given_skills)]
        if (skills or part.no_skills is not None) and _keys(skills) != _keys(part.skills):
            row = min((row for _, _, _, row in part.given_skills), default=part.no_skills or 0)
            self._mark(row, Difference((SKILLS[role], ", ".join(part.skills), ", ".join(skills))))
            self.skills.append((participant_id, tuple(skills)))
            self._tell_ranks(role, part)

    def _tell_ranks(self, role: str, part: Part) -> None:
        for row, sentence in ranks(part.given_skills, SKILLS[role]).items():
            self._lines[row].remarks += (sentence,)

    def _tell_who_stays_behind(self, one: int, part: Part, changes: dict[str, tuple[Any, int]]) -> None:
        standing, row = changes.get("status", (None, 0))
        if standing == ParticipantStatus.WITHDRAWN and part.partners:
            self._lines[row].remarks += (leaves_behind(part.partners),)
            self._lines[row].ends += tuple((min(one, other), max(one, other)) for other in part.partner_ids)
            self._ending.update(self._lines[row].ends)

    def _tell(self, changes: dict[str, tuple[Any, int]], stored: dict[str, Any]) -> None:
        for key, (value, row) in changes.items():
            self._mark(row, Difference((LABELS.get(key, key), shown(stored.get(key)), shown(value))))

    def _mark(self, row: int, difference: Difference) -> None:
        line = self._lines[row]
        line.differences += (difference,)
        if line.state == State.UNCHANGED:
            line.state = State.CHANGED


def _keys(names: list[str]) -> list[str]:
    return [name.casefold() for name in names]


def _differs(key: str, stored: Any, value: Any) -> bool:
    if key == "email" and stored:
        return bool(stored.casefold() != value.casefold())
    return bool(stored != value)
