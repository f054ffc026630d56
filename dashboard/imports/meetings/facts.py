"""What one row of a file of meetings says: when they met and what about, or how often in which months."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.fields import Span
from dashboard.imports.meetings.months import Month, in_cohort, read_month
from dashboard.imports.records.rows import Rows
from dashboard.imports.records.texts import gathered_text
from dashboard.services.meeting_rules import MOST_MINUTES
from dashboard.words import counted

NO_DAY = "Nothing tells when they met. Fill in the date, or a month and how many meetings it had."
DAY_LONG = 24 * 60


@dataclass(frozen=True, slots=True)
class Count:
    """So many meetings in the month between these days."""

    month: tuple[date, date]
    number: int


class Reader:
    """Reads the facts of a row."""

    def __init__(self, rows: Rows, *, notes_columns: int, span: Span, today: date) -> None:
        self._rows, self._notes_columns, self._span, self._today = rows, notes_columns, span, today

    def counts(self, row: int) -> list[Count]:
        """How often they met, by month: from columns that are named after months, or from a month and a number."""
        found = [(read_month(name), number) for name, number in self._rows.value("monthly", row) or ()]
        number = self._rows.value("count", row)
        if number is not None:
            found.append((self._month(row), number))
        return [Count(month, number) for month, number in self._by_month(found).items()]

    def _by_month(self, found: list[tuple[Month, int]]) -> dict[tuple[date, date], int]:
        """Each month once; raises InvalidError where a row gives it two numbers."""
        numbers: dict[tuple[date, date], int] = {}
        for month, number in found:
            days = in_cohort(month, self._span, today=self._today)
            if numbers.setdefault(days, number) != number:
                held = counted(numbers[days], "meeting")
                raise InvalidError(f"{days[0]:%B %Y} has {held} in one column and {number} in another. Correct one.")
        return numbers

    def counts_only(self, row: int) -> bool:
        """Whether the row counts meetings rather than tells of one."""
        return self._rows.value("monthly", row) is not None or self._rows.value("count", row) is not None

    def held_on(self, row: int) -> date:
        key = "held_on" if self._rows.has("held_on") else "logged_on"
        held_on: date | None = self._rows.value(key, row)
        if held_on is None:
            raise InvalidError(NO_DAY)
        return held_on

    def given(self, row: int) -> dict[str, Any]:
        """The fields of a meeting that the row gives."""
        told = {
            "minutes": self._minutes(row),
            "format": self._rows.value("format", row),
            "missed": self._missed(row),
            "notes": self.notes(row),
            "skills": self._rows.value("skills", row),
        }
        return {key: value for key, value in told.items() if value is not None}

    def notes(self, row: int) -> str | None:
        return gathered_text(self._rows.value("notes", row), columns=self._notes_columns)

    def _month(self, row: int) -> Month:
        month: Month | None = self._rows.value("month", row)
        if month is not None:
            return month
        held_on = self.held_on(row)
        return Month(held_on.year, held_on.month)

    def _minutes(self, row: int) -> int | None:
        minutes: int | None = self._rows.value("minutes", row)
        start, end = self._rows.value("starts_at", row), self._rows.value("ends_at", row)
        if minutes is not None or start is None or end is None:
            return minutes
        length = int((end - start) % DAY_LONG)
        if length > MOST_MINUTES:
            raise InvalidError(
                f"From {_clock(start)} to {_clock(end)} is longer than {MOST_MINUTES // 60} hours. Correct one of the "
                "two times."
            )
        return length or None

    def _missed(self, row: int) -> bool | None:
        missed, held = self._rows.value("missed", row), self._rows.value("held", row)
        return missed if missed is not None or held is None else not held


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
