"""What a file of check-ins comes to: each as stored against what the file says, and the rows to write."""

from collections.abc import Iterable
from typing import Any

from dashboard.imports.check_ins.book import Entry
from dashboard.imports.check_ins.plan import CheckInsPlan
from dashboard.imports.review import Difference, Line, State
from dashboard.questions import ANSWERS, FITS, WAVES
from dashboard.words import day
from models import Fit, Wave

LABELS = {
    **{key: question.label for key, question in ANSWERS.items()},
    "answered_on": "Answered on",
    "confidential": "Confidential",
}
HIDDEN = "confidential"
SECRET = "a confidential comment"
SHORT = 120


def compare(touched: Iterable[Entry], lines: list[Line]) -> CheckInsPlan:
    """The plan; every line learns its state and its differences on the way."""
    new, changed = [], []
    for entry in touched:
        assert entry.row is not None
        line = lines[entry.row]
        if entry.id is None:
            new.append(_new(entry, line))
        elif changes := entry.changes:
            _tell(entry, changes, line)
            changed.append((entry.id, changes))
    return CheckInsPlan(tuple(new), tuple(changed))


def shown(key: str, value: Any) -> str:
    """An answer as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key == "fit":
        return FITS[Fit(value)]
    text = day(value) if key == "answered_on" else " / ".join(str(value).split("\n\n"))
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}\u2026"


def _new(entry: Entry, line: Line) -> dict[str, Any]:
    line.state = State.NEW
    is_hidden = entry.after["confidential"]
    line.brings += (f"{WAVES[Wave(entry.wave)]}, {day(entry.after['answered_on'])}",)
    for key in ANSWERS:
        if (value := entry.after[key]) is not None:
            is_secret = key == "comment" and is_hidden
            line.brings += (SECRET if is_secret else f"{LABELS[key]}: {shown(key, value)}",)
    owner = {"pairing_id": entry.pairing_id, "participant_id": entry.participant_id, "wave": str(entry.wave)}
    return owner | entry.after


def _tell(entry: Entry, changes: dict[str, Any], line: Line) -> None:
    """The differences; of a comment that is or becomes confidential, only that there is one."""
    is_hidden = entry.stored["confidential"] or entry.after["confidential"]
    for key, value in changes.items():
        pair = (entry.stored.get(key), value)
        if key == "comment" and is_hidden:
            old, new = (HIDDEN if one is not None else "" for one in pair)
            line.differences += (Difference((LABELS[key], old, f"another {new} one" if old and new else new)),)
        else:
            line.differences += (Difference((LABELS[key], shown(key, pair[0]), shown(key, pair[1]))),)
    line.state = State.NEW if line.state == State.NEW else State.CHANGED
