"""Rows whose cells can't be trusted to stand in their columns, and how that is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.imports.headers import clean_header
from dashboard.words import counted

Row = tuple[int, list[str]]
"""The number that the spreadsheet shows, and the cells."""

ADDRESS = re.compile(r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*\Z")
LONGEST_ADDRESS = 320
MOSTLY, HARDLY = 0.6, 0.2
SAMPLE = 1_000
"""Rows that tell which columns hold addresses."""
FEWEST = 3
"""Rows with an address below which nothing is said about the columns of addresses."""
CHECK = "Check each cell here, or correct the file."


@dataclass(frozen=True)
class Shape:
    """What is known about a text file as a whole."""

    columns: Sequence[str]
    delimiter: str = ","
    is_sloppy: bool = False
    """Its quotation marks are not all where they belong."""
    is_cut: bool = False
    """Its last line does not end."""

    @property
    def width(self) -> int:
        return len(self.columns)


def find_ragged(rows: Sequence[Row], shape: Shape) -> tuple[dict[int, str], list[int]]:
    """By number: why a row can't be trusted; and the numbers of rows that are short and yet can be."""
    width = shape.width
    short = [number for number, cells in rows if len(cells) < width]
    wrong = dict(_misplaced(rows, shape))
    is_cut = shape.is_cut and short == [rows[-1][0]] and len(rows) > 2
    fewest = width if short and (is_cut or _pads(rows, width)) else min(2, width - 1)
    wrong |= {number: _too_short(cells, width, is_cut=is_cut) for number, cells in rows if len(cells) < fewest}
    if shape.is_sloppy:
        wrong |= {number: SWALLOWED for number, cells in rows if _swallows(cells, shape)}
    wrong |= {number: _too_long(cells, width) for number, cells in rows if _is_long(cells, width)}
    return wrong, [number for number in short if number not in wrong]


def is_filled(record: Sequence[str]) -> bool:
    """Whether a person would see anything in it."""
    text = "".join(record)
    if not text or text.isspace():
        return False
    return text.isascii() or text[0].isalnum() or bool(clean_header(text))


def is_address(cell: str) -> bool:
    return "@" in cell and len(cell) <= LONGEST_ADDRESS and bool(ADDRESS.match(cell))


def _is_long(cells: Sequence[str], width: int) -> bool:
    return len(cells) > width and is_filled(cells[width:])


def _too_long(cells: Sequence[str], width: int) -> str:
    return (
        f"This row has {len(cells)} cells where the header has {width}: probably a comma or semicolon inside a cell "
        f"that is not between quotation marks. {CHECK}"
    )


def _too_short(cells: Sequence[str], width: int, *, is_cut: bool) -> str:
    start = f"This row has {counted(len(cells), 'cell')} where the header has {width}"
    if is_cut:
        return f"{start}, and the file ends there: it may have been cut off. Export it again, or check each cell here."
    return f"{start}: probably a line break inside a cell that is not between quotation marks. {CHECK}"


SWALLOWED = (
    "A cell of this row holds whole lines of the file: probably a quotation mark is opened there and never closed. "
    "Correct the file and upload it again."
)


def _pads(rows: Sequence[Row], width: int) -> bool:
    """Whether the file writes blank cells at the end of a row, so that a short row is not just one of those."""
    return any(len(cells) >= width and not cells[width - 1].strip() for _, cells in rows)


def _swallows(cells: Sequence[str], shape: Shape) -> bool:
    """Whether a cell holds a line that would be a row by itself."""
    lines = (line for cell in cells if "\n" in cell or "\r" in cell for line in cell.splitlines()[1:])
    return any(line.count(shape.delimiter) >= shape.width - 1 for line in lines)


def _misplaced(rows: Sequence[Row], shape: Shape) -> Iterator[tuple[int, str]]:
    """Rows with an address in a column that has none elsewhere, and none in the column that has them."""
    usual, strange = _columns_of_addresses(rows[:SAMPLE], shape)
    if not usual or not strange:
        return
    for number, cells in rows:
        if _has_address(cells, usual):
            continue
        found = next((place for place in strange if place < len(cells) and is_address(cells[place])), None)
        if found is not None:
            yield (
                number,
                f'The e-mail address of this row stands in the column "{shape.columns[found]}": probably its cells '
                f"are shifted by a comma or semicolon that is not between quotation marks. {CHECK}",
            )


def _has_address(cells: Sequence[str], places: Sequence[int]) -> bool:
    return any(place < len(cells) and "@" in cells[place] for place in places)


def _columns_of_addresses(rows: Sequence[Row], shape: Shape) -> tuple[list[int], list[int]]:
    """The columns that mostly hold addresses, and those that hardly do and are not called so either."""
    usual, strange = [], []
    for place, name in enumerate(shape.columns):
        count = sum(place < len(cells) and is_address(cells[place]) for _, cells in rows)
        if count >= FEWEST and count >= MOSTLY * len(rows):
            usual.append(place)
        elif count <= HARDLY * len(rows) and "mail" not in name.casefold():
            strange.append(place)
    return usual, strange
