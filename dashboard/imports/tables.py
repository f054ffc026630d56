"""A table as it stands in the file: every cell as text, every row with the number that the spreadsheet shows."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dashboard.errors import InvalidError
from dashboard.imports.collecting import uncollected
from dashboard.imports.headers import find_header, letters, name_columns
from dashboard.imports.items import has_second_row, joined
from dashboard.imports.limits import AGAIN, check_bytes
from dashboard.imports.ragged import Row, Shape, find_ragged, is_filled
from dashboard.imports.returned import still_ragged
from dashboard.imports.sources import Records, Source, read_source
from dashboard.words import counted

SHOWN = 10
FIND = -1
"""Look for the header; 0 says that there is none, any other number is its row."""


@dataclass(frozen=True)
class Table:
    """``cells[i]`` are the cells of row ``numbers[i]`` of the spreadsheet; every row has a cell per column."""

    columns: list[str]
    cells: list[list[str]]
    numbers: list[int]
    blank: list[int] = field(default_factory=list)
    """The numbers of rows that hold nothing."""
    ragged: dict[int, str] = field(default_factory=dict)
    """By row number: why the cells of this row can't be trusted to stand in their columns."""
    extra: dict[int, list[str]] = field(default_factory=dict)
    """By row number: the cells beyond the last column."""
    above: list[list[str]] = field(default_factory=list)
    """The rows down to the header, as they are in the file; nothing when it has no header."""
    source: Source = field(default_factory=Source)
    notes: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def header_row(self) -> int | None:
        """The number of the header's row."""
        return len(self.above) or None

    def column(self, position: int) -> list[str]:
        return [row[position] for row in self.cells]

    def sound_cells(self, position: int, most: int) -> list[str]:
        """The first cells of a column that surely stand in it."""
        sound = (
            row[position] for number, row in zip(self.numbers, self.cells, strict=True) if number not in self.ragged
        )
        return [cell for cell, _ in zip(sound, range(most), strict=False)]


def read_table(
    data: bytes,
    *,
    name: str = "The file",
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header_row: int = FIND,
    is_known: Callable[[str], bool] = lambda header: False,
) -> Table:
    """Read a file of text or a sheet of a workbook; what is not given is found.

    Raises InvalidError, with a sentence, for what is no table. ``is_known`` tells the names of columns.
    """
    check_bytes(data, name)
    with uncollected():
        read = read_source(data, name=name, encoding=encoding, delimiter=delimiter, sheet=sheet, is_known=is_known)
        if not any(map(is_filled, read.records)):
            raise InvalidError(f"{name} holds no rows, only blank ones. {AGAIN}")
        header = _header(read.records, header_row, is_known)
        is_double = header is not None and has_second_row(*[*read.records[header : header + 2], []][:2])
        start = 0 if header is None else header + 1 + is_double
        return _table(read, start, hashlib.sha256(data).hexdigest(), is_double=is_double)


def _header(records: list[list[str]], header_row: int, is_known: Callable[[str], bool]) -> int | None:
    if header_row == FIND:
        return find_header(records, is_known)
    if header_row > len(records):
        raise InvalidError(f"Row {header_row} can't be the header: the file has {counted(len(records), 'row')}.")
    return header_row - 1 if header_row else None


def _table(read: Records, start: int, sha256: str, *, is_double: bool) -> Table:
    """The table whose first row below the header is at ``start``; ``is_double`` where the header has two rows."""
    rows: list[Row] = []
    blank: list[int] = []
    for number, record in enumerate(read.records[start:], start=start + 1):
        if is_filled(record):
            rows.append((number, record))
        else:
            blank.append(number)
    if not rows:
        raise InvalidError(f"The file holds no rows below the header in row {start}. Add the rows and upload it again.")
    above = read.records[:start]
    header = joined(*above[-2:]) if is_double else above[-1] if above else []
    width = _width(header, rows, reaches=bool(read.source.sheet) or not above)
    columns = name_columns([*header, *[""] * width][:width])
    shape = Shape(columns, read.source.dialect.delimiter, is_sloppy=read.is_sloppy, is_cut=read.is_cut)
    ragged, short = find_ragged(rows, shape) if not read.source.sheet else ({}, [])
    ragged |= still_ragged(columns, rows)
    return Table(
        columns=columns,
        cells=[cells if len(cells) == width else [*cells, *[""] * width][:width] for _, cells in rows],
        numbers=[number for number, _ in rows],
        blank=blank,
        ragged=ragged,
        extra={number: cells[width:] for number, cells in rows if number in ragged and len(cells) > width},
        above=above,
        source=read.source,
        notes=tuple(note for note in (*read.notes, _above(len(above), is_double=is_double), _short(short)) if note),
        sha256=sha256,
    )


def _width(names: Sequence[str], rows: Sequence[Row], *, reaches: bool) -> int:
    """Up to the last column with a name or, where rows no longer than the header go further, as far as they do.

    ``reaches``: in a workbook, or without a header, it goes as far as any row.
    """
    named = _filled_width(names)
    if not reaches and named == len(names):
        return named
    within = (cells for _, cells in rows if len(cells) > named and (reaches or len(cells) <= len(names)))
    return max(map(_filled_width, within), default=named) if named else max(map(_filled_width, within), default=1)


def _filled_width(row: Sequence[str]) -> int:
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)


def _above(count: int, *, is_double: bool) -> str:
    if not count:
        return f"No header was found, so the columns are {letters(0)}, {letters(1)} and so on. Say below what they are."
    left_out = count - 1 - is_double
    was = "was" if left_out == 1 else "were"
    told = [f"{counted(left_out, 'row')} above the header {was} left out."] if left_out else []
    told += [f"Rows {count - 1} and {count} are the header: the questions, and their parts."] * is_double
    return " ".join(told)


def _short(numbers: list[int]) -> str:
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:SHOWN])) + (" and others" if len(numbers) > SHOWN else "")
    rows = "row is" if len(numbers) == 1 else "rows are"
    return f"{len(numbers):,} {rows} shorter than the header ({listed}); the missing cells count as blank."
