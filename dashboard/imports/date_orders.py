"""What comes first in a column of dates: told by all of its cells together, or else asked."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dashboard.imports.dates import DAY, MONTH, ORDERS, UNDECIDED, YEAR, Readings, readings
from dashboard.imports.fields import Span
from dashboard.imports.ways import Way, Ways
from dashboard.words import day

Days = dict[str, list[date]]
"""By what comes first: the days of the cells that are dates then, in their order."""

ONE_CELL = "{rows} says {}"
DOTS = "dates with dots are written so"
COHORT = "only so are they days of the cohort, or near them"
SORTED = "only so do they follow each other down the column"
CLOSE = "only so do they lie close together"
NO_YEAR = "a year of two digits hardly ever comes first"
CONTRADICTION = "{rows} say {} and {}, which no order makes dates"
NOTHING = ("", "")
"""What tells an order."""

SLIP = 0.1
"""A column with so few cells that contradict all others has a slip of the pen in them, not another order."""
TELLING = 4
"""So many different days in order are no accident."""
AROUND = timedelta(days=60)
LONG, SHORT = timedelta(days=5 * 365), timedelta(days=2 * 365)


def date_ways(name: str, cells: Sequence[str], span: Span | None = None) -> Ways:
    """How to read a column of dates, whatever its name; none to choose from where its cells leave nothing open.

    ``span`` are the days between which its dates will lie, give or take two months.
    """
    stripped = [cell.strip() for cell in cells]
    read = {cell: one for cell in set(stripped) if (one := readings(cell)) and _is_open(one)}
    places = [place for place, cell in enumerate(stripped) if cell in read]
    if not places:
        return Ways()
    found = [read[stripped[place]] for place in places]
    order, evidence = find_order(found, span)
    in_order = dict.fromkeys(stripped[place] for place in places)
    told = {key: _told(key, {cell: read[cell] for cell in in_order}) for key in ORDERS}
    offered = tuple(Way(key, label, told[key]) for key, label in ORDERS.items() if _fits_any(found, key))
    because, telling = _because(order, evidence, found)
    at = tuple(places[one] for one in telling)
    said = [stripped[place] for place in at]
    return Ways(offered, order, bool(order), because.format(*said, rows="{rows}"), at)


def find_order(found: Sequence[Readings], span: Span | None = None) -> tuple[str, str]:
    """What comes first in these dates, and the first kind of evidence that leaves one order; else UNDECIDED."""
    orders = _possible(found)
    if not orders:
        return UNDECIDED, CONTRADICTION
    days: Days = {order: [one for reading in found if (one := reading.under(order))] for order in orders}
    tests: dict[str, Callable[[Days], list[str]]] = {
        ONE_CELL: list,
        DOTS: lambda days: [DAY] if DAY in days and all(reading.is_dotted for reading in found) else [],
        COHORT: lambda days: [order for order in days if span and _is_within(days[order], span)],
        SORTED: lambda days: [order for order in days if _is_in_order(days[order])],
        CLOSE: _close_together,
        NO_YEAR: lambda days: [order for order in days if order != YEAR],
    }
    return next(((left[0], one) for one, test in tests.items() if _are_one(left := test(days), days)), NOTHING)


def _because(order: str, evidence: str, found: Sequence[Readings]) -> tuple[str, list[int]]:
    """The evidence in words, and the positions of the cells that it names: each stands for ``{}``."""
    if evidence == CONTRADICTION:
        two = [at for key in (DAY, MONTH) for at in _telling(found, key)[:1]]
        return (f"{evidence}. Say which: the others are in trouble then.", two) if len(two) == 2 else ("", [])
    if not order:
        open_one = next((at for at, one in enumerate(found) if len(one.possible) > 1), 0)
        days = " or ".join(day(one) for one in sorted(found[open_one].possible))
        return f"Nothing tells whether {{}} is {days}. Say it.", [open_one]
    if evidence == ONE_CELL:
        first = _telling(found, order)[:1]
        return (f"{ORDERS[order]}, because {evidence}.", first) if first else ("", [])
    return f"{ORDERS[order]}, because {evidence}.", []


def _telling(found: Sequence[Readings], order: str) -> list[int]:
    """The positions of dates in that order alone, of day and month first."""
    other = MONTH if order == DAY else DAY
    return [at for at, one in enumerate(found) if one.under(order) is not None and one.under(other) is None]


def _is_open(found: Readings) -> bool:
    """Whether what comes first matters: not in 2026-01-21, where all orders agree."""
    return found.day != found.month or len(found.possible) > 1


def _are_one(orders: Sequence[str], days: Days) -> bool:
    """Whether there are any, and it makes no difference which of them is taken."""
    return bool(orders) and all(days[order] == days[orders[0]] for order in orders)


def _possible(found: Sequence[Readings]) -> list[str]:
    """The orders under which the cells are dates, a slip aside."""
    dated = {order: sum(reading.under(order) is not None for reading in found) for order in ORDERS}
    most = max(dated.values())
    if most < (1 - SLIP) * len(found):
        return []
    return [order for order, count in dated.items() if count == most]


def _is_within(days: Sequence[date], span: Span) -> bool:
    return span[0] - AROUND <= min(days) and max(days) <= span[1] + AROUND


def _is_in_order(days: Sequence[date]) -> bool:
    """Whether they are as a form writes them down: each not before, or not after, the one above it."""
    return len(set(days)) >= TELLING and list(days) in (sorted(days), sorted(days, reverse=True))


def _close_together(days: Days) -> list[str]:
    """Years that come first scatter over decades when they are taken for days."""
    widths = {order: max(dates) - min(dates) for order, dates in days.items()}
    near = [order for order, width in widths.items() if width <= SHORT]
    return near if all(width > LONG for order, width in widths.items() if order not in near) else []


def _fits_any(found: Sequence[Readings], order: str) -> bool:
    return any(reading.under(order) for reading in found) and (order != YEAR or _has_short_years(found))


def _has_short_years(found: Sequence[Readings]) -> bool:
    return any(reading.year and reading.year not in (reading.day, reading.month) for reading in found)


def _told(order: str, cells: dict[str, Readings]) -> str:
    """An example that shows the difference."""
    telling = max(cells, key=lambda cell: len(cells[cell].possible))
    meant = cells[telling].under(order)
    return f"{telling} is {day(meant)}" if meant else f"{telling} is no date then"
