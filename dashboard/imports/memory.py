"""Reading a file as the last one with the same header was read; what its own cells tell still counts."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from dashboard.imports.choosing import ALSO, IGNORED
from dashboard.imports.columns import Column, Mapping, remembered
from dashboard.imports.declaring import Question
from dashboard.imports.fields import Kind, Span
from dashboard.imports.headers import letters
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.declared import SKILL
from dashboard.imports.returned import ERRORS
from dashboard.imports.tables import Table
from dashboard.queries.imports import LastTime

Said = dict[str, str]
LAST_TIME = "last time"
"""Why a column means what it means, where nobody said otherwise since."""


def header_key(table: Table) -> str | None:
    """By what a file is known again: its named columns, in any order and case, without the one that we put there.

    One without a header is like no other.
    """
    if table.header_row is None:
        return None
    named = [name for position, name in enumerate(table.columns) if name not in (ERRORS, f"Column {letters(position)}")]
    return hashlib.sha256("\x1f".join(sorted(map(str.casefold, named))).encode()).hexdigest()


def map_as_last_time(
    table: Table, kind: Kind, last: LastTime, choices: Said, separators: Said, ways: Said, span: Span | None
) -> Mapping:
    """The meaning of every column as it was; what is said now goes before what was said then.

    The way in which a column was read, such as the day first, only helps where its cells leave it open.
    """
    fields, read = (_as_here(said, table) for said in remembered(last.mapping))
    then = {name: said for name, said in _then(fields, table, kind).items() if name not in choices}
    cut = _as_here(last.separators, table) | separators
    found = map_columns(table, kind, then | choices, cut, ways, span)
    unsure = {
        column.name: read[column.name] for column in found.columns if column.name in read and not _is_told(column)
    }
    if unsure:
        found = map_columns(table, kind, then | choices, cut, unsure | ways, span)
    return Mapping(
        tuple(column if _is_new(column, choices) else replace(column, why=LAST_TIME) for column in found.columns)
    )


def lasting(options: Said, questions: Iterable[Question]) -> Said:
    """What was answered about one file and holds for the next: how its columns are read, never what is in its rows."""
    kept = {one.key for one in questions if one.lasting}
    return {key: answer for key, answer in options.items() if key in kept or key.startswith(SKILL)}


def _as_here(said: Said, table: Table) -> Said:
    """What was said about columns by their names, which may have been written in another case."""
    folded = {name.casefold(): one for name, one in said.items()}
    known = ((name, said.get(name, folded.get(name.casefold()))) for name in table.columns)
    return {name: one for name, one in known if one is not None}


def _then(fields: Said, table: Table, kind: Kind) -> Said:
    """The meaning of every column as a choice; of two that meant the same, both count."""
    then: Said = {}
    single = {field.key for field in kind.fields if field.is_single}
    for name in table.columns:
        key = fields.get(name, IGNORED)
        then[name] = f"{ALSO}{key}" if key in single and key in then.values() else key
    return then


def _is_new(column: Column, choices: Said) -> bool:
    """Whether its meaning comes from what was said now."""
    return column.name in choices or column.why == "moved"


def _is_told(column: Column) -> bool:
    return bool(column.way) and column.way_is_sure
