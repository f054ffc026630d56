"""What a file of meetings comes to: each meeting as stored against what the file says, and the rows to write."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dashboard.imports.meetings.book import Entry
from dashboard.imports.meetings.plan import MeetingsPlan
from dashboard.imports.review import Difference, Line, State
from dashboard.words import counted, day

LABELS = {
    "held_on": "Day",
    "minutes": "Minutes",
    "format": "Format",
    "missed": "Missed",
    "notes": "Notes",
    "skills": "Skills practised",
}
SHORT = 80


def compare(touched: Iterable[Entry], lines: list[Line]) -> MeetingsPlan:
    """The plan; every line learns its state and its differences on the way."""
    entries = sorted(touched, key=lambda entry: (entry.row or 0, entry.held_on, entry.pairing_id))
    return MeetingsPlan(
        meetings=tuple(_new(entry, lines) for entry in entries if entry.id is None),
        changed_meetings=tuple(
            (entry.id, _changes(entry, lines)) for entry in entries if entry.id is not None and entry.changes
        ),
    )


def shown(key: str, value: Any) -> str:
    """A value as people read it."""
    if value is None or value == []:
        return ""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = ", ".join(value) if key == "skills" else str(value).replace("_", " ") if key == "format" else str(value)
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}\u2026"


def _new(entry: Entry, lines: list[Line]) -> dict[str, Any]:
    assert entry.row is not None
    line = lines[entry.row]
    line.state = State.NEW
    after = entry.after
    length = "missed" if after["missed"] else counted(after["minutes"], "minute") if after["minutes"] else ""
    told = (length, shown("format", after["format"]), shown("skills", after["skills"]), shown("notes", after["notes"]))
    line.brings += (f"{day(entry.held_on)}: {', '.join(part for part in told if part)}",)
    return {"pairing_id": entry.pairing_id, **after}


def _changes(entry: Entry, lines: list[Line]) -> dict[str, Any]:
    assert entry.row is not None
    line, changes = lines[entry.row], entry.changes
    line.differences += tuple(
        Difference((LABELS[key], shown(key, entry.stored.get(key)), shown(key, value)))
        for key, value in changes.items()
    )
    line.state = State.NEW if line.state == State.NEW else State.CHANGED
    return changes
