"""The days that a number of meetings is about: a month, a week or one day; and how such a meeting is marked."""

import calendar
import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from dashboard.words import day

WEEK = 7
IN_NOTES = re.compile(
    r"\ACounted for (?:the week from (\d{1,2} \w{3} \d{4})|(\w+ \d{4})); the day is not known\.\s*", re.ASCII
)


class Period(NamedTuple):
    """From its first to its last day."""

    first: date
    last: date

    def __str__(self) -> str:
        if self.first == self.last:
            return day(self.first)
        return f"{self.first:%B %Y}" if self._is_month else f"the week from {day(self.first)}"

    def __contains__(self, on: object) -> bool:
        return isinstance(on, date) and self.first <= on <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def title(self) -> str:
        """As the first words of a sentence."""
        return f"{str(self)[0].upper()}{str(self)[1:]}"

    @property
    def note(self) -> str:
        """What marks a meeting whose very day is not known."""
        return f"Counted for {self}; the day is not known."

    @property
    def _is_month(self) -> bool:
        return self == month_of(self.first)


def month_of(on: date) -> Period:
    return Period(on.replace(day=1), on.replace(day=calendar.monthrange(on.year, on.month)[1]))


def week_from(first: date) -> Period:
    return Period(first, first + timedelta(WEEK - 1))


def counted_for(notes: str | None) -> Period | None:
    """For which days a meeting with these notes was counted; None where its very day is known."""
    found = IN_NOTES.match(notes) if notes else None
    if found is None:
        return None
    try:
        if found[1]:
            return week_from(datetime.strptime(found[1], "%d %b %Y").date())
        return month_of(datetime.strptime(found[2], "%B %Y").date())
    except ValueError:  # somebody wrote a note that only begins like ours
        return None
