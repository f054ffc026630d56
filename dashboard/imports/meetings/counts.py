"""A number of meetings in a month as that many meetings: on days of their own, inside the pairing and until today."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from dashboard.errors import InvalidError
from dashboard.words import counted

MOST = 31
IN_NOTES = re.compile(r"\ACounted for \w+ \d{4}; the day is not known\.\s*")


def told_month(first: date) -> str:
    return f"{first:%B %Y}"


def note_of(first: date) -> str:
    """What marks a meeting whose very day is not known."""
    return f"Counted for {told_month(first)}; the day is not known."


def is_counted(notes: str | None) -> bool:
    """Whether a meeting with these notes was counted, so that its very day is not known."""
    return bool(notes and IN_NOTES.match(notes))


def days_to_add(count: int, window: tuple[date, date], held: int, taken: Iterable[date]) -> list[date]:
    """The days of the meetings that are missing from ``count``, spread over the days of ``window`` that are free.

    ``held`` is how many the month has already. Raises InvalidError when those are more, or the days too few.
    """
    month, missing = told_month(window[0]), count - held
    if missing < 0:
        raise InvalidError(
            f"{month} has {counted(held, 'meeting')} already, not {count}. "
            "Correct the number, or take one out in Meetings first."
        )
    used = set(taken)
    lasts = (window[1] - window[0]).days + 1
    free = [on for day in range(max(lasts, 0)) if (on := window[0] + timedelta(day)) not in used]
    if missing > len(free):
        raise InvalidError(
            f"{count} meetings do not fit into {month}: the pairing has {counted(max(lasts, 0), 'day')} of it. "
            "Correct the number."
        )
    return [free[(2 * place + 1) * len(free) // (2 * missing)] for place in range(missing)]


def window_of(month: tuple[date, date], start: date, end: date | None, today: date) -> tuple[date, date]:
    """The days of a month on which the pairing could meet."""
    return max(month[0], start), min(month[1], end or today, today)
