"""The check-ins that a row can be: those that are stored, and those that came further up in the same file."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.queries.program_records import Answered
from dashboard.questions import ANSWERS
from models import Wave

FIELDS = ("answered_on", *ANSWERS, "confidential")
Key = tuple[int, int, str, date | None]
"""Pairing, participant and wave; and for a pulse, which comes back, the day."""


@dataclass(slots=True, eq=False)
class Entry:
    """A check-in: as it is stored (nothing when new), and what it becomes."""

    pairing_id: int
    participant_id: int
    wave: str
    id: int | None = None
    stored: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    row: int | None = None
    """The position of the row that it is about."""

    def now(self, key: str) -> Any:
        return (self.after or self.stored).get(key)

    @property
    def changes(self) -> dict[str, Any]:
        return {key: value for key, value in self.after.items() if self.stored.get(key) != value}


class Book:
    """Every check-in of the cohort, found by what only one can be."""

    def __init__(self, check_ins: list[Answered]) -> None:
        self._entries: dict[Key, Entry] = {}
        for one in check_ins:
            stored = {name: getattr(one, name) for name in FIELDS}
            self.add(Entry(one.pairing_id, one.participant_id, one.wave, one.id, stored), one.answered_on)

    def add(self, entry: Entry, answered_on: date) -> None:
        self._entries[_key(entry.pairing_id, entry.participant_id, entry.wave, answered_on)] = entry

    def take_in(self, entry: Entry, after: dict[str, Any], row: int) -> None:
        """From now on it is as the row says."""
        if entry.row is None:
            entry.row = row
            if entry.id is None:
                self.add(entry, after["answered_on"])
        entry.after = after

    def find(self, pairing_id: int, participant_id: int, wave: str, answered_on: date) -> Entry | None:
        return self._entries.get(_key(pairing_id, participant_id, wave, answered_on))

    def touched(self) -> list[Entry]:
        """What the file is about, in the order of its rows."""
        return sorted((one for one in self._entries.values() if one.row is not None), key=lambda one: one.row or 0)


def _key(pairing_id: int, participant_id: int, wave: str, answered_on: date) -> Key:
    return pairing_id, participant_id, str(wave), answered_on if wave == Wave.PULSE else None
