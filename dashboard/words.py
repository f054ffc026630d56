"""Dates and counts as people read them."""

from collections.abc import Sequence
from datetime import date


def day(value: date) -> str:
    """A date: 3 Mar 2026."""
    return f"{value:%d %b %Y}".lstrip("0")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 mentee, 2 mentees, 3 people."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def both(names: Sequence[str]) -> str:
    """Names in a row: Ana, Ana and Ben, Ana, Ben and Chi."""
    return " and ".join([", ".join(names[:-1]), *names[-1:]]) if len(names) > 1 else "".join(names)


def some(first: Sequence[str], count: int | None = None, *, most: int = 3) -> str:
    """The first few of ``count`` names in a row, and how many more there are: Ana, Ben, Chi and 97 more."""
    count = len(first) if count is None else count
    return both(first if count <= min(len(first), most + 1) else [*first[:most], f"{count - most:,} more"])
