"""A table as it stands in the file: every cell as text, every row with the number that the spreadsheet shows."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dashboard.errors import InvalidError
from dashboard.imports.collecting import uncollected
from dashboard.imports.fields import CONTENT_SAMPLE
from dashboard.imports.footers import told_apart
from dashboard.imports.headers import name_columns
from dashboard.imports.heads import FIND, Head, find_head
from dashboard.imports.limits import AGAIN, check_bytes
from dashboard.imports.looks import Looks
from dashboard.imports.ragged import Row, Shape, find_ragged, is_filled
from dashboard.imports.returned import still_ragged
from dashboard.imports.sources import Records, Source, read_source

SHOWN = 10


@dataclass(frozen=True)
class Table:
    """``cells[i]`` are the cells of row ``numbers[i]`` of the spreadsheet; every row has a cell per column."""

    columns: list[str]
    cells: list[list[str]]
    numbers: list[int]
    blank: list[int] = field(default_factory=list)
    """The numbers of rows that hold nothing, or nothing about anybody: then ``left_out`` says why."""
    left_out: dict[int, str] = field(default_factory=dict)
    ragged: dict[int, str] = field(default_factory=dict)
    """By row number: why the cells of this row can't be trusted to stand in their columns."""
    extra: dict[int, list[str]] = field(default_factory=dict)
    """By row number: the cells beyond the last column."""
    above: list[list[str]] = field(default_factory=list)
    """The rows before those of the table, as they are in the file; nothing when it has no header."""
    hints: int = 0
    """How many of them stand below the header: they say how to fill it in."""
    source: Source = field(default_factory=Source)
    notes: tuple[str, ...] = ()
    sha256: str = ""
    _looks: dict[int, Looks] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def header_row(self) -> int | None:
        """The number of the header's row."""
        return len(self.above) - self.hints or None

    def column(self, position: int) -> list[str]:
        return [row[position] for row in self.cells]

    def first_cells(self, position: int) -> list[str]:
        return [row[position] for row in self.cells[:CONTENT_SAMPLE]]

    def looks(self, position: int) -> Looks:
        """What the first sound cells of a column look like, which is asked for every kind of file."""
        if position not in self._looks:
            self._looks[position] = Looks(self.sound_cells(position, CONTENT_SAMPLE))
        return self._looks[position]

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
    keeps_all: bool = False,
    is_known: Callable[[str], bool] = lambda header: False,
) -> Table:
    """Read a file of text or a sheet of a workbook; what is not given is found.

    Raises InvalidError, with a sentence, for what is no table. ``is_known`` tells the names of columns.
    With ``keeps_all``, totals and notes below the table are rows as well.
    """
    check_bytes(data, name)
    with uncollected():
        read = read_source(data, name=name, encoding=encoding, delimiter=delimiter, sheet=sheet, is_known=is_known)
        if not any(map(is_filled, read.records)):
            raise InvalidError(f"{name} holds no rows, only blank ones. {AGAIN}")
        head = find_head(read.records, header_row, is_known)
        return _table(read, head, hashlib.sha256(data).hexdigest(), keeps_all=keeps_all)


def _table(read: Records, head: Head, sha256: str, *, keeps_all: bool) -> Table:
    rows, blank, left_out = told_apart(read.records, head, keeps_all=keeps_all)
    if not rows:
        raise InvalidError(
            f"The file holds no rows below the header in row {head.rows}. Add the rows and upload it again."
        )
    width = _width(head.names, rows, reaches=bool(read.source.sheet) or not head.rows)
    columns = name_columns([*head.names, *[""] * width][:width])
    shape = Shape(columns, read.source.dialect.delimiter, is_sloppy=read.is_sloppy, is_cut=read.is_cut)
    ragged, short = find_ragged(rows, shape) if not read.source.sheet else ({}, [])
    ragged |= still_ragged(columns, rows)
    return Table(
        columns=columns,
        cells=[cells if len(cells) == width else [*cells, *[""] * width][:width] for _, cells in rows],
        numbers=[number for number, _ in rows],
        blank=blank,
        left_out=left_out,
        ragged=ragged,
        extra={number: cells[width:] for number, cells in rows if number in ragged and len(cells) > width},
        above=read.records[: head.end],
        hints=head.hints,
        source=read.source,
        notes=tuple(note for note in (*read.notes, head.told(), _short(short)) if note),
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


def _short(numbers: list[int]) -> str:
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:SHOWN])) + (" and others" if len(numbers) > SHOWN else "")
    rows = "row is" if len(numbers) == 1 else "rows are"
    return f"{len(numbers):,} {rows} shorter than the header ({listed}); the missing cells count as blank."
