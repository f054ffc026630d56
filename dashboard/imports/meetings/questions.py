"""What a number of meetings beside a date is of: its month, its week or that very day. Told by the file, else asked."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dashboard.errors import InvalidError
from dashboard.imports.columns import Column
from dashboard.imports.dates import read_date
from dashboard.imports.declaring import Arrival, Question
from dashboard.imports.formulas import restore
from dashboard.imports.likeness import words
from dashboard.imports.meetings.counts import MOST_A_DAY
from dashboard.imports.meetings.periods import WEEK, Period, month_of, week_from
from dashboard.imports.meetings.values import read_count
from dashboard.imports.records.fields import EVERYBODY

PER = "per"
OF_MONTH, OF_WEEK, OF_WEEK_BEFORE, OF_DAY = "month", "week", "week before", "day"
OPTIONS = {
    OF_MONTH: "Its month",
    OF_WEEK: "The week from then on",
    OF_WEEK_BEFORE: "The week until then",
    OF_DAY: "That day",
}
PERIODS: dict[str, Callable[[date], Period]] = {
    OF_MONTH: month_of,
    OF_WEEK: week_from,
    OF_WEEK_BEFORE: lambda on: week_from(on - timedelta(WEEK - 1)),
    OF_DAY: lambda on: Period(on, on),
}
"""Answer -> the days that are meant by a date."""
WEEKS, MONTHS, ENDS = (
    frozenset(line.split())
    for line in (
        "week weekly woche kw wochentlich semaine semana settimana settimanale semanal weken",
        "month monthly monat monatlich mois mes mese mensile mensuel mensual maand",
        "ending ended end until bis endend fin fino jusqu tot past last since letzte vergangene",
    )
)
"""Words in the name of a column."""
ENOUGH = 2_000
"""Rows that tell."""


def questions(arrival: Arrival) -> Sequence[Question]:
    """Asked where a number stands beside a date, and no column is of months."""
    columns = arrival.columns
    if not columns.has("count") or columns.has("month") or not columns.has("held_on", "logged_on"):
        return ()
    label = "A number of meetings beside a date is of"
    return (Question(PER, label, OPTIONS, _usual(arrival), lasting=True),)


def _usual(arrival: Arrival) -> str:
    (count,), dated = arrival.columns.of("count")[:1], arrival.columns.of("held_on")
    (column,) = (dated or arrival.columns.of("logged_on"))[:1]
    named = _by_name(column.name, OF_WEEK) or _by_name(count.name, OF_WEEK if dated else OF_WEEK_BEFORE)
    if named:
        return named
    days = _days(arrival, column)
    if not dated:
        return OF_WEEK_BEFORE if _come_back(days) else OF_MONTH
    return _by_days(days, _most(arrival, count))


def _by_name(name: str, week: str) -> str:
    """What a column's name says: "Week ending", "Meetings this month"; nothing where it says neither."""
    said = set(words(name).split())
    if said & WEEKS:
        return OF_WEEK_BEFORE if said & ENDS else week
    return OF_MONTH if said & MONTHS else ""


def _by_days(days: dict[tuple[str, ...], list[date]], most: int) -> str:
    every = sorted({on for several in days.values() for on in several})
    if _come_back(days):
        weekly = all((later - every[0]).days % WEEK == 0 for later in every)
        return OF_WEEK if weekly or most > MOST_A_DAY else OF_DAY
    ends = (all(on.day == 1 for on in every), all(on == month_of(on).last for on in every))
    return OF_MONTH if any(ends) or most > 2 else OF_DAY


def _come_back(days: dict[tuple[str, ...], list[date]]) -> bool:
    """Whether most of those who are there more than once have several days in a month."""
    often = [several for several in days.values() if len(several) > 1]
    return 2 * sum(max(Counter(month_of(on) for on in several).values()) > 1 for several in often) > len(often)


def _days(arrival: Arrival, column: Column) -> dict[tuple[str, ...], list[date]]:
    """The days in the beginning of the file, by whom they are told of."""
    table = arrival.table
    who = [one.position for key in EVERYBODY for one in arrival.columns.of(key)]
    found: dict[tuple[str, ...], list[date]] = defaultdict(list)
    for cells in table.cells[:ENOUGH]:
        try:
            on = read_date(restore(cells[column.position].strip()), column.way)
        except InvalidError:
            continue
        found[tuple(cells[one].strip().casefold() for one in who)].append(on)
    return found


def _most(arrival: Arrival, column: Column) -> int:
    """The largest number in the beginning of the file."""
    most = 0
    for cell in arrival.table.column(column.position)[:ENOUGH]:
        try:
            most = max(most, read_count(cell) if cell.strip() else 0)
        except InvalidError:
            continue
    return most
