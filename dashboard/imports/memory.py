"""Reading a file as the last one with the same header was read; what its own cells tell still counts."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from dashboard.imports.columns import Column, Mapping, remembered
from dashboard.imports.declaring import Question
from dashboard.imports.fields import Kind, Span
from dashboard.imports.headers import letters
from dashboard.imports.mapping import IGNORED, map_columns
from dashboard.imports.people.declared import SKILL
from dashboard.imports.returned import ERRORS
from dashboard.imports.tables import Table
from dashboard.queries.imports import LastTime

Said = dict[str, str]
LAST_TIME = "last time"
"""Why a column means what it means, where nobody said otherwise since."""


def header_key(table: Table) -> str | None:
    """By what a file is known again: its named columns in their order, without the one in which we say what is wrong.

    One without a header is like no other.
    """
    if table.header_row is None:
        return None
    named = [name for position, name in enumerate(table.columns) if name not in (ERRORS, f"Column {letters(position)}")]
    return hashlib.sha256("\x1f".join(named).encode()).hexdigest()


def map_as_last_time(
    table: Table, kind: Kind, last: LastTime, choices: Said, separators: Said, ways: Said, span: Span | None
) -> Mapping:
    """The meaning of every column as it was; what is said now goes before what was said then.

    The way in which a column was read, such as the day first, only helps where its cells leave it open.
    """
    fields, read = remembered(last.mapping)
    then = {name: fields.get(name, IGNORED) for name in table.columns}
    cut = last.separators | separators
    found = map_columns(table, kind, then | choices, cut, ways, span)
    unsure = {
        column.name: read[column.name] for column in found.columns if column.name in read and not _is_told(column)
    }
    if unsure:
        found = map_columns(table, kind, then | choices, cut, unsure | ways, span)
    return Mapping(
        tuple(column if column.name in choices else replace(column, why=LAST_TIME) for column in found.columns)
    )


def lasting(options: Said, questions: Iterable[Question]) -> Said:
    """What was answered about one file and holds for the next: how its columns are read, never what is in its rows."""
    kept = {one.key for one in questions if one.lasting}
    return {key: answer for key, answer in options.items() if key in kept or key.startswith(SKILL)}


def _is_told(column: Column) -> bool:
    return bool(column.way) and column.way_is_sure
