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


def some(names: Sequence[str], most: int = 3) -> str:
    """Names in a row; of many the first, and how many more: Ana, Ben, Chi and 97 more."""
    return both(names if len(names) <= most + 1 else [*names[:most], f"{len(names) - most:,} more"])
