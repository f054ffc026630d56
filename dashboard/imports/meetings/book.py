"""The meetings that a row can be about: those that are stored, and those that came further up in the same file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.queries.program_records import ProgramMeetings

FIELDS = ("held_on", "minutes", "format", "missed", "notes")


@dataclass(slots=True, eq=False)
class Entry:
    """A meeting: as it is stored (nothing when new), and what it becomes."""

    pairing_id: int
    held_on: date
    id: int | None = None
    stored: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    """Its fields, and ``skills`` by name, once the file is in."""
    row: int | None = None
    """The position of the row that is about it."""

    def now(self) -> dict[str, Any]:
        return self.after or self.stored

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that differ from what is stored."""
        return {key: value for key, value in self.after.items() if not is_same(key, self.stored.get(key), value)}


class Book:
    """Every meeting of the cohort by pairing and day."""

    def __init__(self, stored: ProgramMeetings) -> None:
        self._by_pairing: dict[int, dict[date, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for one in stored.meetings:
            fields = {name: getattr(one, name) for name in FIELDS} | {"skills": stored.skills.get(one.id, [])}
            self.add(Entry(one.pairing_id, one.held_on, one.id, fields))

    def add(self, entry: Entry) -> None:
        self._by_pairing[entry.pairing_id][entry.held_on].append(entry)

    def move(self, entry: Entry, held_on: date) -> None:
        """From now on it was held on another day."""
        self._by_pairing[entry.pairing_id][entry.held_on].remove(entry)
        entry.held_on = held_on
        self.add(entry)

    def on(self, pairing_id: int, held_on: date) -> list[Entry]:
        return self._by_pairing[pairing_id][held_on]

    def between(self, pairing_id: int, first: date, last: date) -> list[Entry]:
        """The meetings of these days, held or missed."""
        days = self._by_pairing[pairing_id]
        return [entry for held_on, entries in days.items() if first <= held_on <= last for entry in entries]

    def touched(self) -> Iterator[Entry]:
        """The meetings that the file is about, in the order of pairings and days."""
        for days in self._by_pairing.values():
            for entries in days.values():
                yield from (entry for entry in entries if entry.row is not None)


def is_same(key: str, stored: Any, value: Any) -> bool:
    """Whether two values of a field mean the same: skills in any order and case."""
    if key == "skills":
        return _keys(stored or ()) == _keys(value or ())
    return bool(stored == value)


def _keys(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}
