"""Dates as spreadsheets and forms write them: every day that a cell may mean, and which of them it means."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.calendar_words import is_weekday, month_of, says_nothing
from dashboard.words import day

DAY, MONTH, YEAR = "day", "month", "year"
ORDERS = {DAY: "Day first", MONTH: "Month first", YEAR: "Year first"}
"""What may come first where a date is written in numbers alone."""
UNDECIDED = ""
FIRST, LAST = date(1950, 1, 1), date(2099, 12, 31)
SERIAL_START = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""
SERIALS = range(20_000, 73_051)
"""From 1954 to 2099: other numbers are no dates."""

SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{4,6}z?)?")
CLOCK = re.compile(r"t?\d{1,2}\s*(?::\d{2}|[h時时시]).*|\(.{1,15}\)")
CLOCK_FIRST = re.compile(r"\A\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?[\s,]+(?=\S)")
PARTS = re.compile(r"\d+|[^\W\d_]+")


class Readings(NamedTuple):
    """The day that a cell means, by what comes first; None where that is impossible."""

    day: date | None
    month: date | None
    year: date | None
    is_dotted: bool = False

    def under(self, order: str) -> date | None:
        return getattr(self, order) if order in ORDERS else None

    @property
    def possible(self) -> set[date]:
        return {one for one in self[:3] if one is not None}


NOTHING = Readings(None, None, None)


def read_date(cell: str, order: str = UNDECIDED) -> date:
    """The day that a cell means where ``order`` comes first. Times and zones are dropped: the day stands as written."""
    found = readings(cell)
    if found is None:
        raise InvalidError(f'"{cell.strip()}" is not a date. Write it like 2026-01-21.')
    possible = found.possible
    if not possible:
        raise InvalidError(f'"{cell.strip()}" is not a day of the calendar. Correct it, like 2026-01-21.')
    if order and found.under(order) is None:
        others = " or ".join(ORDERS[one].lower() for one in ORDERS if found.under(one))
        raise InvalidError(f'"{cell.strip()}" is no date with the {order} first, only with the {others}. Correct it.')
    if not order and len(possible) > 1:
        days = " or ".join(day(one) for one in sorted(possible))
        raise InvalidError(f'"{cell.strip()}" may be {days}. Say for the column which comes first.')
    meant = found.under(order) or min(possible)
    return _plausible(cell, meant)


def _plausible(cell: str, meant: date) -> date:
    if not FIRST <= meant <= LAST:
        far = "past" if meant < FIRST else "future"
        raise InvalidError(f'"{cell.strip()}" lies too far in the {far}. Correct the year.')
    return meant


@lru_cache(maxsize=100_000)
def readings(cell: str) -> Readings | None:
    """Every day that a cell may mean; None when it is no date at all."""
    text = _plain(cell)
    if serial := SERIAL.fullmatch(text):
        days = int(serial.group(1))
        return _certain(SERIAL_START + timedelta(days)) if days in SERIALS else None
    if compact := COMPACT.fullmatch(text):
        return _certain(_day(*compact.groups()))
    numbers, named, said = _parts(CLOCK.sub("", CLOCK_FIRST.sub("", text)))
    if said or len(named) > 1 or len(numbers) + len(named) != 3:
        return None
    found = _with_name(numbers, named[0]) if named else _in_numbers(numbers)
    return found and found._replace(is_dotted="." in text)


def _plain(cell: str) -> str:
    """Lower case, full-width forms narrowed, digits of other scripts as ours."""
    text = unicodedata.normalize("NFKC", cell).casefold().strip()
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(one, one)) for one in text)


def _parts(text: str) -> tuple[list[str], list[int], list[str]]:
    """The numbers, the months that are named, and the words that do not belong into a date."""
    parts = PARTS.findall(text)
    numbers = [part for part in parts if part.isdecimal()]
    words = [part for part in parts if not part.isdecimal()]
    months = [word for word in words if month_of(word)]
    if len(months) > 1:  # "mar." is a Tuesday in French, when a month follows
        months = [word for word in months if not is_weekday(word)] or months
    other = [word for word in words if not month_of(word) and not says_nothing(word)]
    return numbers, [month for word in months if (month := month_of(word))], other


def _with_name(numbers: list[str], month: int) -> Readings | None:
    """21 Jan 2026, 2026 Jan 21: the year is the longer or the last number."""
    first, second = numbers
    year, other = (first, second) if len(first) > 2 or int(first) > 31 else (second, first)
    return _certain(_day(year, str(month), other))


def _in_numbers(numbers: list[str]) -> Readings | None:
    one, two, three = numbers
    if len(one) > 2 or int(one) > 31:
        return _certain(_day(one, two, three))
    if len(two) > 2:
        return None
    year_first = _day(one, two, three) if len(three) <= 2 else None
    return Readings(_day(three, two, one), _day(three, one, two), year_first)


def _certain(meant: date | None) -> Readings:
    return Readings(meant, meant, meant) if meant else NOTHING


def _day(year: str, month: str, of_month: str) -> date | None:
    """The day, or None when the calendar has none; a year of two digits is one of this century, up to 2079."""
    number = int(year) if len(year) < 5 else 0
    if len(year) <= 2:
        number += 2000 if number < 80 else 1900
    try:
        return date(number, int(month), int(of_month))
    except (ValueError, OverflowError):
        return None
