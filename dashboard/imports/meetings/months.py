"""Months that a file counts meetings in: ``2026-03``, ``Mar-26``, ``March``; and which year is meant by the last."""

import calendar
import re
import unicodedata
from datetime import date
from typing import NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.calendar_words import AROUND, bare, month_of
from dashboard.imports.dates import readings
from dashboard.imports.fields import Span
from dashboard.imports.meetings.periods import Period
from dashboard.imports.meetings.periods import month_of as days_of_month

LONGEST = 20
"""Letters or digits of anything that a month is written with."""
PARTS = re.compile(r"\d+|[^\W\d_]+")
COUNTED = {"meetings", "meeting", "sessions", "session", "number", "count", "in", "for", "total", "held", "month"}
"""Words around a month that say that meetings are counted."""


class Month(NamedTuple):
    """A month; without a ``year`` it is one of the cohort's."""

    year: int | None
    month: int


def read_month(text: str) -> Month:
    """The month that a cell names; raises InvalidError when it names none."""
    found = month_in(text)
    if found is None:
        raise InvalidError(f'"{text.strip()}" is not a month. Write it like 2026-03.')
    return found


def month_in(text: str) -> Month | None:
    """The month that a name of a column or a cell stands for; None when it stands for something else."""
    plain = unicodedata.normalize("NFKC", text).strip()
    dated = readings(plain)
    if dated is not None:  # a spreadsheet makes 1 March out of "Mar-26"
        days = dated.possible
        return Month(min(days).year, min(days).month) if len(days) == 1 and min(days).day == 1 else None
    parts = PARTS.findall(plain)
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= LONGEST]
    names = [month for part in parts if (month := month_of(part))]
    other = [part for part in parts if not part.isdecimal() and not month_of(part) and bare(part) not in COUNTED]
    if any(bare(word) not in AROUND for word in other) or len(names) > 1 or any(len(part) > LONGEST for part in parts):
        return None
    if names:
        return _with_year(numbers, names[0]) if len(numbers) <= 1 else None
    if len(numbers) == 1 and "月" in plain and 1 <= numbers[0] <= 12:
        return Month(None, numbers[0])
    return _in_numbers(numbers)


def in_cohort(month: Month, span: Span, *, today: date) -> Period:
    """The days of the month; a year that is not said is the cohort's, or InvalidError asks for it."""
    years = [month.year] if month.year else [year for year in _years(span, today) if _meets(year, month.month, span)]
    if len(years) != 1:
        name = calendar.month_name[month.month]
        what = "is in no year of the cohort until today" if not years else f"may be {years[0]} or {years[-1]}"
        raise InvalidError(f"{name} {what}. Write the year, too, like {span[0].year}-{month.month:02}.")
    return days_of_month(date(years[0], month.month, 1))


def _with_year(numbers: list[int], month: int) -> Month | None:
    if not numbers:
        return Month(None, month)
    year = numbers[0] + 2000 if numbers[0] < 100 else numbers[0]
    return Month(year, month) if 1990 <= year <= 2099 else None


def _in_numbers(numbers: list[int]) -> Month | None:
    """2026-03 or 03/2026."""
    if len(numbers) != 2:
        return None
    year, month = max(numbers), min(numbers)
    return Month(year, month) if 1990 <= year <= 2099 and 1 <= month <= 12 else None


def _years(span: Span, today: date) -> range:
    return range(span[0].year, min(span[1], today).year + 1)


def _meets(year: int, month: int, span: Span) -> bool:
    return (span[0].year, span[0].month) <= (year, month) <= (span[1].year, span[1].month)
