"""Whether the day or the month comes first is told by a whole column, or asked; it is never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.ways import Way, Ways

SPAN = (date(2026, 1, 5), date(2026, 12, 18))
FORMATS = {
    "day": [
        "{day}/{month}/{year}",
        "{day:02}-{month:02}-{year}",
        "{day:02}/{month:02}/{year} 08:07",
        "{day}.{month}.{year}",
    ],
    "month": ["{month}/{day}/{year}", "{month:02}-{day:02}-{year}", "{month}/{day}/{year} 8:07:00 PM"],
    "": ["{year}-{month:02}-{day:02}", "{year}/{month}/{day}", "{year}年{month}月{day}日"],
}


@pytest.mark.parametrize(
    ("cells", "likeliest"),
    [
        (["05-02-2024", "16-03-2024"], "day"),
        (["05-02-2024", "", "03-16-2024"], "month"),
        (["01.02.26", "05.05.26"], "day"),
        (["1/9/2026", "2/10/2026", "3/1/2026", "4/1/2026"], "month"),
        (["4/1/2026", "3/1/2026", "2/10/2026", "1/9/2026"], "month"),
        (["26-01-02", "26-01-05", "26-02-12"], "year"),
        (["21/01/26", "13/02/26"], "day"),
        (["1/13/2026"] * 19 + ["13/1/2026"], "month"),
    ],
    ids=lambda value: value if isinstance(value, str) else "cells",
)
def test_a_column_tells_what_comes_first(cells, likeliest):
    found = date_ways("Date", cells)

    assert (found.likeliest, found.is_sure) == (likeliest, True)


@pytest.mark.parametrize(
    "cells",
    [["05-02-2024", "06-03-2024"], ["13/1/2026", "1/13/2026"], ["1/2/2026"] * 9],
    ids=["nothing tells", "they contradict", "one day again and again"],
)
def test_a_column_that_does_not_tell_is_asked_about(cells):
    found = date_ways("Date", cells)

    assert (found.likeliest, found.is_sure) == ("", False)


def test_the_question_shows_what_the_answer_means():
    assert date_ways("Date", ["05-02-2024"]) == Ways(
        (
            Way("day", "Day first", "05-02-2024 is 5 Feb 2024"),
            Way("month", "Month first", "05-02-2024 is 2 May 2024"),
        ),
        "",
        is_sure=False,
        because="Nothing tells whether 05-02-2024 is 5 Feb 2024 or 2 May 2024. Say it.",
        at=(0,),
    )


@pytest.mark.parametrize(
    ("cells", "because", "at"),
    [
        (["05-02-2024", "", "23-04-2024"], "Day first, because {rows} says 23-04-2024.", (2,)),
        (["05/02/2024", "2024-01-02", "04/23/2024"], "Month first, because {rows} says 04/23/2024.", (2,)),
        (["1/13/2026"] * 19 + ["13/1/2026"], "Month first, because {rows} says 1/13/2026.", (0,)),
        (["01.02.26", "05.05.26"], "Day first, because dates with dots are written so.", ()),
        (
            ["1/9/2026", "2/10/2026", "3/1/2026", "4/1/2026"],
            "Month first, because only so do they follow each other down the column.",
            (),
        ),
        (
            ["1/2/2026", "13/1/2026", "1/13/2026"],
            "{rows} say 13/1/2026 and 1/13/2026, which no order makes dates. "
            "Say which: the others are in trouble then.",
            (1, 2),
        ),
    ],
)
def test_what_tells_the_order_is_told(cells, because, at):
    found = date_ways("Date", cells)

    assert (found.because, found.at) == (because, at)


def test_the_days_of_the_cohort_are_told_as_the_reason():
    assert date_ways("Date", ["12/1/2025"], SPAN).because == (
        "Month first, because only so are they days of the cohort, or near them."
    )


@pytest.mark.parametrize("cells", [[], ["", "x"], ["2026-01-02", "3 Feb 2026"], ["5/5/2026"]])
def test_nothing_is_asked_where_nothing_is_open(cells):
    assert date_ways("Date", cells) == Ways()


def test_the_dates_of_the_cohort_tell_too():
    assert date_ways("Date", ["12/1/2025"], SPAN).likeliest == "month"
    assert date_ways("Date", ["12/1/2025"], (date(2024, 12, 1), date(2025, 2, 1))).likeliest == "day"
    assert date_ways("Date", ["2/3/2026"], SPAN).likeliest == ""


@given(
    st.lists(st.integers(0, 700).map(lambda days: date(2025, 1, 1) + timedelta(days)), min_size=1, max_size=30),
    st.sampled_from([(order, form) for order, forms in FORMATS.items() for form in forms]),
)
def test_no_column_is_ever_read_in_the_wrong_order(days, written):
    order, form = written
    cells = [form.format(year=one.year, month=one.month, day=one.day) for one in days]

    found = date_ways("Date", cells)

    unclear = not found.is_sure
    assert unclear or [read_date(cell, found.likeliest) for cell in cells] == days or _looks_sorted(days, order)
    assert not unclear or not any(one.day > 12 for one in days)


def _looks_sorted(days: list[date], order: str) -> bool:
    """Days that happen to be in order when they are read the other way round: a form would not write them so."""
    turned = [date(one.year, one.day, one.month) for one in days if one.day <= 12]
    return turned in (sorted(turned), sorted(turned, reverse=True)) and len(set(turned)) == len(set(days)) > 3
