"""Which record is the header, and what its columns are called: cleaned, and kept apart when two are equal."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from dashboard.services.texts import INVISIBLE

FIRST_RECORDS = 30
MOSTLY_FILLED = 0.6
LONGEST = 300
"""Letters of a name beyond which it is cut: the longest question is shorter."""
LOOKS_LIKE_DATA = re.compile(r"[^@\s]+@[^@\s]+\.\w|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|[\d.,:\s]+\Z")


def find_header(records: Sequence[Sequence[str]], is_known: Callable[[str], bool]) -> int | None:
    """The position of the header among the records, or None when the data begin at once.

    A record with two known names is the header; otherwise the first that fills most columns, unless it holds
    addresses, dates or numbers.
    """
    first = records[:FIRST_RECORDS]
    known = [sum(is_known(clean_header(cell)) for cell in record) for record in first]
    if max(known, default=0) >= 2:
        best = known.index(max(known))
        is_group = best + 1 < len(first) and known[best + 1] >= 2 and _repeats(first[best])
        return best + is_group
    width = _usual_width(records)
    for position, record in enumerate(first):
        filled = [cell for cell in record if cell.strip()]
        is_data = any(LOOKS_LIKE_DATA.match(cell.strip()) for cell in filled)
        if is_data and len(filled) >= width:
            return None
        if filled and not is_data and len(filled) >= MOSTLY_FILLED * width:
            return position
    return None


def name_columns(record: Sequence[str]) -> list[str]:
    """The names of the columns, all different: ``Email``, ``Email (2)``; a column without a name is ``Column D``."""
    names: list[str] = []
    for position, cell in enumerate(record):
        wanted = clean_header(cell) or f"Column {letters(position)}"
        name, copy = wanted, 1
        while name in names:
            copy += 1
            name = f"{wanted} ({copy})"
        names.append(name)
    return names


def clean_header(cell: str) -> str:
    """A header without padding, zero-width characters and line breaks; cut where no question is as long."""
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", cell[: 2 * LONGEST])).split())[:LONGEST].rstrip()


def letters(position: int) -> str:
    """The name of a column in a spreadsheet: A, B, ... Z, AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _repeats(record: Sequence[str]) -> bool:
    """Whether the same stands side by side, as the title of a group does once its cell is no longer merged."""
    return any(one.strip() and one.strip() == other.strip() for one, other in pairwise(record))


def _usual_width(records: Sequence[Sequence[str]]) -> int:
    """How many cells most records fill."""
    widths = Counter(filled for record in records[:200] if (filled := sum(bool(cell.strip()) for cell in record)))
    return widths.most_common(1)[0][0] if widths else 0
