"""A number of meetings as that many meetings: on days of their own, inside the pairing and until today."""

from collections.abc import Iterable
from datetime import date, timedelta

from dashboard.errors import InvalidError
from dashboard.imports.meetings.periods import Period
from dashboard.words import counted

MOST_A_DAY = 4
"""More are hardly meetings of one day, rather those of a month or since the beginning."""


def days_to_add(count: int, period: Period, window: Period, held: int, taken: Iterable[date]) -> list[date]:
    """The days of the meetings that are missing from ``count``, spread over the days of ``window`` that are free.

    ``held`` is how many the period has already. Raises InvalidError when those are more, or the days too few.
    """
    missing = count - held
    if missing < 0:
        raise InvalidError(
            f"{period.title} has {counted(held, 'meeting')} already, not {count}. "
            "Correct the number, or take one out in Meetings first."
        )
    if period.days == 1:
        if count > MOST_A_DAY:
            raise InvalidError(
                f"{count} meetings on {period} are too many for one day. Correct the number, or say for the whole file "
                "that each number is of a week or a month."
            )
        return [period.first] * missing
    used = set(taken)
    free = [on for place in range(window.days) if (on := window.first + timedelta(place)) not in used]
    if missing > len(free):
        raise InvalidError(
            f"{count} meetings do not fit into {period}: the pairing has {counted(max(window.days, 0), 'day')} of it. "
            "Correct the number."
        )
    return [free[(2 * place + 1) * len(free) // (2 * missing)] for place in range(missing)]


def window_of(period: Period, start: date, end: date | None, today: date) -> Period:
    """The days of a period on which the pairing could meet."""
    return Period(max(period.first, start), min(period.last, end or today, today))
