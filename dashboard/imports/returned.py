"""Rows that came back from our own file of rows in trouble: those whose cells stand as they did are not right yet."""

import re
from collections.abc import Iterator, Sequence

from dashboard.imports.ragged import SWALLOWED, Row, is_address

ERRORS = "Errors"
"""What our own column of reasons is called."""
COUNTS = re.compile(r"This row has (\d+) cells? where the header has (\d+)")
STANDS_IN = re.compile(r'stands in the column "([^"]+)": probably')


def still_ragged(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """By number: the reason of the earlier round, where nothing has been done about it.

    Written out and quoted, a row has as many cells as any other, so its shape no longer shows what is wrong.
    """
    if ERRORS not in columns:
        return
    place = list(columns).index(ERRORS)
    for number, cells in rows:
        why = cells[place] if place < len(cells) else ""
        if why and _is_as_it_was(columns, [*cells[:place], *cells[place + 1 :]], why):
            yield number, why


def _is_as_it_was(columns: Sequence[str], cells: Sequence[str], why: str) -> bool:
    """Whether the cells, without that of the errors, still are what the reason says."""
    if counts := COUNTS.search(why):
        has, wanted = int(counts[1]), int(counts[2])
        beyond = any(cell.strip() for cell in cells[min(has, wanted) : max(has, wanted)])
        return beyond if has > wanted else not beyond
    if found := STANDS_IN.search(why):
        names = [name for name in columns if name != ERRORS]
        at = names.index(found[1]) if found[1] in names else len(cells)
        return at < len(cells) and is_address(cells[at])
    return why.startswith(SWALLOWED) and any("\n" in cell or "\r" in cell for cell in cells)
