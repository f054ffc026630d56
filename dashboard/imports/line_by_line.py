"""A text in lines, without ever having all of them."""

import io
from collections.abc import Iterable, Iterator

from dashboard.errors import InvalidError

PART = 1_000_000
"""Letters that are cut into lines at a time: Python's own way takes four bytes a letter for all of them at once."""
WIDEST_LINE = 20_000
"""Delimiters in one line beyond which it is refused before it is cut up."""


def lines(text: str, part: int = PART) -> Iterator[str]:
    """The lines with their ends, whichever these are, as Python's own way gives them."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + part) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


def check_widest(text: str, delimiters: Iterable[str]) -> None:
    """Raise InvalidError for a line that no table has."""
    for number, line in enumerate(lines(text), start=1):
        if len(line) > WIDEST_LINE and any(line.count(delimiter) > WIDEST_LINE for delimiter in delimiters):
            raise InvalidError(
                f"Line {number} is cut into more than {WIDEST_LINE:,} cells, so this is no table of people, or its "
                "line breaks are lost. Export it again and upload the new file."
            )
