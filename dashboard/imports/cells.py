"""Mapped columns to values: each cell read as its field says, a blank one None, and trouble where it can't be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.blanks import says_nothing
from dashboard.imports.columns import Column
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.fields import LONGEST, Field, Kind
from dashboard.imports.formulas import SHEET_ERROR, read_back, restore
from dashboard.imports.lists import split
from dashboard.imports.several import joined
from dashboard.imports.tables import Table

RIGHT = "right"
"""The decision that the cells of a ragged row stand in their columns."""
Edits = Mapping[int, Mapping[int, str]]
"""Row number -> position of the column -> the text that a coordinator put there."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a row can't go in: the column ("" for the whole row), a sentence, and what may be decided."""

    column: str
    sentence: str
    decision: str = ""


@dataclass(frozen=True)
class Values:
    """By field: one value a row, None for a blank cell. Troubles are by position of the row."""

    fields: dict[str, list[Any]]
    troubles: dict[int, list[Trouble]] = field(default_factory=dict)

    def of(self, key: str, rows: int) -> list[Any]:
        """The values of a field; nothing but None when no column means it."""
        return self.fields.get(key) or [None] * rows


def edited(table: Table, edits: Edits) -> Table:
    """The table with the coordinator's corrections; positions beyond the last column are of cells too many."""
    if not edits:
        return table
    place = {number: position for position, number in enumerate(table.numbers)}
    cells, extra, width = list(table.cells), dict(table.extra), len(table.columns)
    for number, changes in edits.items():
        if number in place:
            row = cells[place[number]]
            cells[place[number]] = [changes.get(position, cell) for position, cell in enumerate(row)]
            beyond = enumerate(extra.get(number, ()), start=width)
            if number in extra:
                extra[number] = [changes.get(position, cell) for position, cell in beyond]
    return replace(table, cells=cells, extra=extra)


def read_cells(table: Table, columns: Columns, kind: Kind) -> Values:
    """Every mapped cell as a value. Equal cells are read once: rosters repeat themselves."""
    values = Values({})
    if table.ragged:
        place = {number: position for position, number in enumerate(table.numbers)}
        values.troubles.update({place[number]: [Trouble("", why, RIGHT)] for number, why in table.ragged.items()})
    for column in columns.columns:
        if column.field is not None:
            meaning = kind.field(column.field)
            read = _read_column(table.column(column.position), column, meaning, values.troubles)
            if meaning.gathers or meaning.averages:
                read = [None if value is None else ((column.name, value),) for value in read]
            if (known := values.fields.get(meaning.key)) is None:
                values.fields[meaning.key] = read
            elif meaning.takes_several or meaning.averages:
                values.fields[meaning.key] = [joined(*pair) for pair in zip(known, read, strict=True)]
            else:
                both = f'"{columns.of(meaning.key)[0].name}" and "{column.name}" are both {meaning.label}, but differ'
                _fill_up(known, read, values.troubles, Trouble(column.name, f"{both}. Correct or empty one of them."))
    return values


def _read_column(cells: Sequence[str], column: Column, meaning: Field, troubles: dict[int, list[Trouble]]) -> list[Any]:
    reader = _reader(column, meaning)
    seen: dict[str, tuple[Any, str]] = {}
    values = []
    for position, cell in enumerate(cells):
        found = seen.get(cell)
        if found is None:
            found = seen[cell] = (
                (None, _too_long(cell, meaning)) if _is_too_long(cell, meaning) else _read(cell, reader, meaning)
            )
        if found[1]:
            troubles.setdefault(position, []).append(Trouble(column.name, found[1]))
        values.append(found[0])
    return values


def _is_too_long(cell: str, meaning: Field) -> bool:
    return len(cell) > LONGEST and not (meaning.is_text or meaning.many) and len(cell.strip()) > LONGEST


def _too_long(cell: str, meaning: Field) -> str:
    return f'{len(cell.strip()):,} characters are too many for "{meaning.label}". Shorten the cell or leave it empty.'


def _reader(column: Column, meaning: Field) -> Callable[[str], Any]:
    if meaning.ways is not None:
        return lambda cell: meaning.read(cell, column.way)
    if not meaning.many:
        return meaning.read
    separator, shared = column.separator or "", {}.setdefault  # type: ignore[var-annotated]
    blanks = meaning.blanks
    return lambda cell: meaning.read(
        [
            shared(text, text)
            for part in split(cell, separator)
            if not says_nothing(part, blanks) and (text := read_back(part.strip(), blanks))
        ]
    )


def _read(cell: str, reader: Callable[[str], Any], meaning: Field) -> tuple[Any, str]:
    """The value and, when there is none, the sentence why."""
    stripped = cell.strip()
    if not stripped or says_nothing(stripped, meaning.blanks):
        return None, ""
    if stripped[0] in "#E" and SHEET_ERROR.fullmatch(stripped):
        return None, f'"{stripped}" is an error of the spreadsheet. Write here what is meant, or leave it empty.'
    text = restore(stripped) if meaning.many else read_back(stripped, meaning.blanks)
    try:
        value = reader(text)
    except InvalidError as error:
        return None, str(error)
    return (None if value in ("", []) else value), ""


def _fill_up(known: list[Any], more: list[Any], troubles: dict[int, list[Trouble]], differ: Trouble) -> None:
    """Take from a second column what the first leaves out; where both say something, it has to be the same."""
    for position, (one, other) in enumerate(zip(known, more, strict=True)):
        if one is None:
            known[position] = other
        elif other is not None and one != other:
            troubles.setdefault(position, []).append(differ)
