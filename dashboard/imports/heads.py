"""The head of a table: its header, in one row or two, with the titles of groups above it and the hints below."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.headers import LOOKS_LIKE_DATA, clean_header, find_header, letters
from dashboard.imports.items import has_second_row, joined
from dashboard.words import counted

FIND = -1
"""Look for the header; 0 says that there is none, any other number is its row."""
NO_HEADER = f"No header was found, so the columns are {letters(0)}, {letters(1)} and so on. Say below what they are."
MOSTLY = 0.6
MOST_HINTS = 3
IDS_OF_QUESTIONS = '{"ImportId"'
"""How the cells of a row begin that Qualtrics puts below the questions."""
HINT = re.compile(
    r"\(.*\)|\[.*\]|\{\"ImportId\".*|(e\.? ?g\.?|for example|example|z\. ?b\.|p\. ?ej\.|p\. ?ex\.|ex\.)[ :,].*|"
    r"(required|optional|mandatory|pflichtfeld|freiwillig|obligatorio|opcional|obligatoire|facultatif|obrigatório)\W{0,2}",
    re.IGNORECASE | re.DOTALL,
)


class Head(NamedTuple):
    """``rows`` down to the header and with it, 0 where there is none; ``hints`` are rows below it, of no person."""

    names: Sequence[str] = ()
    rows: int = 0
    hints: int = 0
    is_double: bool = False
    is_grouped: bool = False

    @property
    def end(self) -> int:
        """How many records come before the rows of the table."""
        return self.rows + self.hints

    def told(self) -> str:
        """What became of the rows of the head, where that is not plain."""
        if not self.rows:
            return NO_HEADER
        left_out = self.rows - 1 - self.is_double - self.is_grouped
        was = "was" if left_out == 1 else "were"
        both = f"Rows {self.rows - 1} and {self.rows} are the header:"
        told = (
            f"{counted(left_out, 'row')} above the header {was} left out." * bool(left_out),
            f"{both} the questions, and their parts." * self.is_double,
            f"{both} the groups, and their columns." * self.is_grouped,
            f"Row {self.rows + 1} says how the columns are filled in; it was left out." * (self.hints == 1),
            f"Rows {self.rows + 1}-{self.end} say what the columns are for; they were left out." * (self.hints > 1),
        )
        return " ".join(filter(None, told))


def find_head(records: Sequence[Sequence[str]], header_row: int, is_known: Callable[[str], bool]) -> Head:
    """The head, found where ``header_row`` is FIND. Raises InvalidError when there is no such row."""
    at = _header(records, header_row, is_known)
    if at is None:
        return Head()
    here, below = records[at], records[at + 1] if at + 1 < len(records) else []
    if has_second_row(here, below):
        return Head(joined(here, below), at + 2, is_double=True)
    hints = sum(1 for _ in takewhile(_is_hint, records[at + 1 : at + 1 + MOST_HINTS])) if header_row == FIND else 0
    names = _grouped(records[at - 1] if at else [], here)
    return Head(names, at + 1, hints, is_grouped=names != list(here))


def _header(records: Sequence[Sequence[str]], header_row: int, is_known: Callable[[str], bool]) -> int | None:
    if header_row == FIND:
        coded = (
            at for at, below in enumerate(records[1:5]) if any(cell.startswith(IDS_OF_QUESTIONS) for cell in below)
        )
        found = next(coded, None)
        return find_header(records, is_known) if found is None else found
    if header_row > len(records):
        raise InvalidError(f"Row {header_row} can't be the header: the file has {counted(len(records), 'row')}.")
    return header_row - 1 if header_row else None


def _is_hint(record: Sequence[str]) -> bool:
    """Whether a record says how columns are filled in, and nothing of anybody."""
    cells = [cell for cell in map(clean_header, record) if cell]
    hinting = [bool(HINT.fullmatch(cell)) for cell in cells]
    return (
        bool(cells)
        and hinting[0]
        and sum(hinting) >= MOSTLY * len(cells)
        and not any(map(LOOKS_LIKE_DATA.match, cells))
    )


def _grouped(above: Sequence[str], header: Sequence[str]) -> list[str]:
    """The names, with the title of its group before each that stands in the header more than once."""
    names = [clean_header(cell) for cell in header]
    often = Counter(name.casefold() for name in names if name)
    titles = [clean_header(cell) for cell in above]
    is_data = any(LOOKS_LIKE_DATA.match(title) for title in titles if title)
    if max(often.values(), default=0) < 2 or len(set(filter(None, titles))) < 2 or is_data:
        return list(header)
    grouped, title = [], ""
    for place, name in enumerate(names):
        title = (titles[place] if place < len(titles) else "") or title
        grouped.append(f"{title} {name}".strip() if often[name.casefold()] > 1 else header[place])
    return grouped
