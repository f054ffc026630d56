"""What a coordinator chose for columns: the latest choice holds, and takes its field along from an earlier one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.imports.fields import Kind

IGNORED = "-"
"""The choice that a column means nothing."""
ALSO = "+"
"""Before a field: this column fills up where another one that means the field is blank."""


@dataclass(frozen=True)
class Chosen:
    """By column, of those that are in the table. ``moved`` are columns whose field was later chosen for another."""

    fields: Mapping[str, str | None]
    """None means nothing."""
    moved: Mapping[str, tuple[str, str]]
    """Column -> the field that it had, and the column that has it now."""
    also: frozenset[str] = frozenset()


def settle(choices: Mapping[str, str], columns: Sequence[str], kind: Kind) -> Chosen:
    """The choices as they hold together, given in the order in which they were made."""
    known = {field.key: field for field in kind.fields}
    fields: dict[str, str | None] = {}
    moved: dict[str, tuple[str, str]] = {}
    holders: dict[str, str] = {}
    for name in (name for name in choices if name in columns):
        key = choices[name].removeprefix(ALSO)
        if key != IGNORED and key not in known:
            continue
        fields[name] = None if key == IGNORED else key
        if key in known and known[key].is_single and not choices[name].startswith(ALSO):
            if key in holders:
                fields[holders[key]], moved[holders[key]] = None, (key, name)
            holders[key] = name
    also = frozenset(name for name, field in fields.items() if field and choices[name].startswith(ALSO))
    return Chosen(fields, moved, also)
