"""What a row says that an earlier one, or the program, does not: the same person told differently, too few places."""

from collections.abc import Sequence
from typing import Any

from dashboard.imports.cells import Trouble
from dashboard.imports.people.everybody import Someone, loose_name
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.review import Line
from dashboard.words import both, counted
from models import ParticipantStatus

Otherwise = tuple[str, object, int, object]
Told = dict[str, dict[str, object]]
"""Role -> what a row says about somebody in it."""


def told_otherwise(someone: Someone, person: dict[str, Any], told: Told) -> list[Otherwise]:
    """What an earlier row said otherwise about the same person: the field, that value and its row, the value here."""
    said = [(key, value, someone.given.get(key)) for key, value in person.items()]
    for role, values in told.items():
        if role in someone.parts:
            said += [(key, value, someone.parts[role].given.get(key)) for key, value in values.items()]
    return [
        (key, *given, value)
        for key, value, given in said
        if given is not None and None not in (value, given[0]) and not is_same(key, given[0], value)
    ]


def too_few_places(someone: Someone, told: Told) -> list[Trouble]:
    """A capacity below what is taken."""
    mentor, capacity = someone.parts.get("mentor"), told.get("mentor", {}).get("capacity")
    if mentor and isinstance(capacity, int) and capacity < mentor.taken:
        return [Trouble("", _below(someone.now("name"), capacity, mentor.taken))]
    return []


def still_paired(someone: Someone, told: Told) -> list[Trouble]:
    """Somebody to be kept for later who is paired now."""
    return [
        Trouble("", _paired(someone.now("name"), someone.parts[role].partners))
        for role, values in told.items()
        if values.get("status") == ParticipantStatus.WAITLISTED and role in someone.parts
        if someone.parts[role].partners
    ]


def is_same(key: str, one: object, other: object) -> bool:
    """Whether two rows say the same: an address in another case, a name with other capitals."""
    if key == "name":
        return loose_name(str(one)) == loose_name(str(other))
    return str(one).casefold() == str(other).casefold() if key == "email" else one == other


def in_words(otherwise: Otherwise, lines: list[Line]) -> str:
    key, before, row, value = otherwise
    label = next((field.label for field in PEOPLE.fields if field.key == key), key)
    return f'Row {lines[row].number} is the same person and says "{before}" for {label}, this row "{value}".'


def _paired(name: str, partners: Sequence[str]) -> str:
    return (
        f"{name} is paired with {both(partners)} now, and so can't be waitlisted. End that first, or write withdrawn, "
        "which ends it."
    )


def _below(name: str, capacity: int, taken: int) -> str:
    return (
        f"{name} mentors {counted(taken, 'person', 'people')} now, so the capacity can't be {capacity}. "
        "End or move a pairing first."
    )
