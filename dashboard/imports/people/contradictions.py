"""What a row says that an earlier one does not: the same person told differently."""

from collections.abc import Sequence
from typing import Any

from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.someone import Someone
from dashboard.imports.review import Line

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


def is_same(key: str, one: object, other: object) -> bool:
    """Whether two rows say the same: an address in another case, a name with other capitals."""
    if key == "name":
        return loose_name(str(one)) == loose_name(str(other))
    return str(one).casefold() == str(other).casefold() if key == "email" else one == other


def in_words(otherwise: Otherwise, lines: Sequence[Line]) -> str:
    key, before, row, value = otherwise
    label = next((field.label for field in PEOPLE.fields if field.key == key), key)
    return f'Row {lines[row].number} is the same person and says "{before}" for {label}, this row "{value}".'
