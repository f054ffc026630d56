"""What one row of a file of meetings says: when they met and what about, or how often in which months."""

from datetime import date
from typing import Any, NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Options
from dashboard.imports.fields import Span
from dashboard.imports.meetings.fields import MEETINGS
from dashboard.imports.meetings.months import Month, in_cohort, read_month
from dashboard.imports.meetings.periods import Period
from dashboard.imports.meetings.questions import OF_DAY, OF_MONTH, PER, PERIODS
from dashboard.imports.records.rows import Rows
from dashboard.imports.records.texts import gathered_text, stands_alone
from dashboard.services.meeting_rules import MOST_MINUTES
from dashboard.words import counted

NO_DAY = "Nothing tells when they met. Fill in the date, or a month and how many meetings it had."
NO_LENGTH = "They missed each other, so its length of {} is left out."
DAY_LONG = 24 * 60


class Count(NamedTuple):
    """So many meetings in these days."""

    period: Period
    number: int


class Reader:
    """Reads the facts of a row."""

    def __init__(self, rows: Rows, columns: Columns, span: Span, options: Options, *, today: date) -> None:
        self._rows, self._span, self._today = rows, span, today
        self._notes_alone = stands_alone(columns.of("notes"), MEETINGS)
        self._per = options.get(PER, OF_MONTH)

    def counts(self, row: int) -> list[Count]:
        """How often they met, the shortest time first: by columns named after months, or by a month or date and a
        number."""
        monthly = self._rows.value("monthly", row) or ()
        found = [(self._in_cohort(read_month(name)), number) for name, number in monthly]
        number = self._rows.value("count", row)
        if number is not None:
            found.append((self._period(row), number))
        return sorted(self._by_period(found), key=lambda count: count.period.days)

    def _by_period(self, found: list[tuple[Period, int]]) -> list[Count]:
        """Each time once; raises InvalidError where a row gives it two numbers."""
        numbers: dict[Period, int] = {}
        for period, number in found:
            if numbers.setdefault(period, number) != number:
                held = counted(numbers[period], "meeting")
                raise InvalidError(f"{period.title} has {held} in one column and {number} in another. Correct one.")
        return [Count(period, number) for period, number in numbers.items()]

    def counts_only(self, row: int) -> bool:
        """Whether the row counts meetings rather than tells of one: a number of one on a day tells of it."""
        if self._rows.value("monthly", row) is not None:
            return True
        number = self._rows.value("count", row)
        return number is not None and not (number == 1 and self._per == OF_DAY and not self._rows.value("month", row))

    def times(self, row: int) -> tuple[int, int]:
        """The days of the longest and of the shortest time that it counts.

        In that order, what is counted for a month sees the weeks and days in it.
        """
        try:
            days = [count.period.days for count in self.counts(row)]
        except InvalidError:
            return 0, 0  # it is read again, and told then
        return max(days, default=0), min(days, default=0)

    def held_on(self, row: int) -> date:
        key = "held_on" if self._rows.has("held_on") else "logged_on"
        held_on: date | None = self._rows.value(key, row)
        if held_on is None:
            raise InvalidError(NO_DAY)
        return held_on

    def given(self, row: int) -> dict[str, Any]:
        """The fields of a meeting that the row gives."""
        missed = self._missed(row)
        told = {
            "minutes": None if missed else self._minutes(row),
            "format": self._rows.value("format", row),
            "missed": missed,
            "notes": self.notes(row),
            "skills": self._rows.value("skills", row),
        }
        return {key: value for key, value in told.items() if value is not None}

    def left_out(self, row: int) -> tuple[str, ...]:
        """What the row says and no meeting keeps: how long one that was missed was to last."""
        planned = self._minutes(row) if self._missed(row) else None
        return (NO_LENGTH.format(counted(planned, "minute")),) if planned else ()

    def notes(self, row: int) -> str | None:
        return gathered_text(self._rows.value("notes", row), alone=self._notes_alone)

    def _period(self, row: int) -> Period:
        month: Month | None = self._rows.value("month", row)
        return self._in_cohort(month) if month is not None else PERIODS[self._per](self.held_on(row))

    def _in_cohort(self, month: Month) -> Period:
        return in_cohort(month, self._span, today=self._today)

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
