"""A table as it stands in the file: every cell as text, every row with the number that the spreadsheet shows."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dashboard.errors import InvalidError
from dashboard.imports.collecting import uncollected
from dashboard.imports.decoding import Decoded, decode
from dashboard.imports.dialects import Dialect, find_dialect, read_records
from dashboard.imports.headers import find_header, letters, name_columns
from dashboard.imports.limits import AGAIN, check_bytes
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
    header_row: int | None = None
    encoding: str = "utf-8"
    dialect: Dialect = field(default_factory=Dialect)
    notes: tuple[str, ...] = ()
    sha256: str = ""

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
    header_row: int = FIND,
    is_known: Callable[[str], bool] = lambda header: False,
) -> Table:
    """Read a file of text; what is not given is found. Raises InvalidError, with a sentence, for what is no table."""
    check_bytes(data, name)
    decoded = decode(data, encoding)
    dialect, text = find_dialect(decoded.text.removeprefix("\ufeff"), delimiter)
    with uncollected():
        records = read_records(text, dialect.delimiter)
    if not any(map(_is_filled, records)):
        raise InvalidError(f"{name} holds no rows, only blank ones. {AGAIN}")
    header = _header(records, header_row, is_known)
    return _table(records, header, decoded, dialect, hashlib.sha256(data).hexdigest())


def _header(records: list[list[str]], header_row: int, is_known: Callable[[str], bool]) -> int | None:
    if header_row == FIND:
        return find_header(records, is_known)
    if header_row > len(records):
        raise InvalidError(f"Row {header_row} can't be the header: the file has {counted(len(records), 'row')}.")
    return header_row - 1 if header_row else None


def _table(records: list[list[str]], header: int | None, decoded: Decoded, dialect: Dialect, sha256: str) -> Table:
    start = 0 if header is None else header + 1
    body = list(enumerate(records[start:], start=start + 1))
    filled = [(number, record) for number, record in body if _is_filled(record)]
    if not filled:
        raise InvalidError(
            f"The file holds no rows below the header in row {start}. Add the people and upload it again."
        )
    names = records[header] if header is not None else []
    width = _width(names, filled, headed=header is not None)
    ragged = {number: _too_long(record, width) for number, record in filled if _is_filled(record[width:])}
    short = [number for number, record in filled if len(record) < width]
    return Table(
        columns=name_columns([*names, *[""] * width][:width]),
        cells=[(record if len(record) == width else [*record, *[""] * width][:width]) for _, record in filled],
        numbers=[number for number, _ in filled],
        blank=[number for number, record in body if not _is_filled(record)],
        ragged=ragged,
        extra={number: record[width:] for number, record in filled if number in ragged},
        header_row=None if header is None else header + 1,
        encoding=decoded.encoding,
        dialect=dialect,
        notes=tuple(note for note in (decoded.doubt, _above(header), _short(short)) if note),
        sha256=sha256,
    )


def _width(names: Sequence[str], filled: Sequence[tuple[int, list[str]]], *, headed: bool) -> int:
    """Up to the last column with a name; without a header, up to the last one that holds anything."""
    rows = [names] if headed else [record for _, record in filled]
    return max(position + 1 for row in rows for position, cell in enumerate(row) if cell.strip())


def _too_long(record: list[str], width: int) -> str:
    return (
        f"This row has {len(record)} cells where the header has {width}: probably a comma or semicolon inside a cell "
        "that is not between quotation marks. Check each cell here, or correct the file."
    )


def _above(header: int | None) -> str:
    if header is None:
        return f"No header was found, so the columns are {letters(0)}, {letters(1)} and so on. Say below what they are."
    return f"{counted(header, 'row')} above the header {'was' if header == 1 else 'were'} left out." if header else ""


def _short(numbers: list[int]) -> str:
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:SHOWN])) + (" and others" if len(numbers) > SHOWN else "")
    rows = "row is" if len(numbers) == 1 else "rows are"
    return f"{len(numbers):,} {rows} shorter than the header ({listed}); the missing cells count as blank."


def _is_filled(record: Sequence[str]) -> bool:
    return any(cell and not cell.isspace() for cell in record)
