"""Dates in every spelling that files bring; what can't be told from a cell alone is not guessed."""

from datetime import date

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.dates import read_date

JANUARY_21 = date(2026, 1, 21)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-01-21",
        "2026-01-21T08:07:00Z",
        "2026-01-21 23:59:59.123+02:00",
        "2026/01/21 8:07:00 PM GMT+1",
        "1/21/2026",
        "1/21/2026 8:07 AM",
        "21-01-2026",
        "21.1.2026 8:07",
        "2026. 1. 21.",
        "20260121",
        "20260121T080700Z",
        "46043",
        "46043.338",
        "21 Jan 2026",
        "21-Jan-26",
        "Jan 21st, 2026",
        "2026-Jan-21",
        "Wednesday, January 21, 2026 at 8:07 AM",
        "Wed, 21 Jan 2026 08:07:00 +0000",
        "08:07 21/01/2026",
        "21 de enero de 2026",
        "mer. 21 janv. 2026",
        "Mittwoch, 21. Januar 2026",
        "21 gennaio 2026",
        "21 de janeiro de 2026",
        "21 januari 2026",
        "21 stycznia 2026",
        "21 января 2026 г.",  # noqa: RUF001  (Cyrillic is meant)
        "2026年1月21日(水)",
        "2026年1月21日 下午8:07",
        "2026년 1월 21일 오후 8:07",
        "２０２６年１月２１日",
        "٢١/٠١/٢٠٢٦",  # noqa: RUF001  (Arabic digits are meant)
        "  21/01/2026\u00a0",
    ],
)
def test_a_day_is_read_in_every_spelling(cell):
    assert read_date(cell) == JANUARY_21


def test_a_tuesday_in_french_is_no_march():
    assert read_date("mar. 20 janv. 2026") == date(2026, 1, 20)
    assert read_date("le 1er février 2026") == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("order", "day"),
    [("day", date(2024, 2, 5)), ("month", date(2024, 5, 2)), ("year", date(2005, 2, 24))],
)
def test_what_comes_first_decides_a_date_in_numbers(order, day):
    assert read_date("05-02-24", order) == day


@pytest.mark.parametrize(("cell", "year"), [("21.01.79", 2079), ("21.01.80", 1980), ("21.01.1950", 1950)])
def test_a_year_of_two_digits_is_one_of_this_century_up_to_2079(cell, year):
    assert read_date(cell, "day") == date(year, 1, 21)


@pytest.mark.parametrize(
    ("cell", "order", "sentence"),
    [
        ("05-02-2024", "", '"05-02-2024" may be 5 Feb 2024 or 2 May 2024. Say for the column which comes first.'),
        ("1/21/2026", "day", '"1/21/2026" is no date with the day first, only with the month first. Correct it.'),
        ("21/1/2026", "month", '"21/1/2026" is no date with the month first, only with the day first. Correct it.'),
        ("31/02/2026", "", '"31/02/2026" is not a day of the calendar. Correct it, like 2026-01-21.'),
        ("29 Feb 2026", "", '"29 Feb 2026" is not a day of the calendar. Correct it, like 2026-01-21.'),
        ("0202-01-21", "", '"0202-01-21" lies too far in the past. Correct the year.'),
        ("21 January 2206", "", '"21 January 2206" lies too far in the future. Correct the year.'),
        ("Met on 5 May 2026", "", '"Met on 5 May 2026" is not a date. Write it like 2026-01-21.'),
        ("May 2026", "", '"May 2026" is not a date. Write it like 2026-01-21.'),
        ("5", "", '"5" is not a date. Write it like 2026-01-21.'),
        ("99999", "", '"99999" is not a date. Write it like 2026-01-21.'),
        ("1/2/3/2026", "", '"1/2/3/2026" is not a date. Write it like 2026-01-21.'),
        ("9" * 40 + "/1/1", "", f'"{"9" * 40}/1/1" is not a day of the calendar. Correct it, like 2026-01-21.'),
        *(
            (cell, "", f'"{cell}" is not a date. Write it like 2026-01-21.')
            for cell in (
                "Q3 2024",
                "Spring 2024",
                "2024-W05",
                "2024",
                "Jan-26",
                "\u4ee4\u548c8\u5e741\u670821\u65e5",
                "1769000000",
            )
        ),
        ("21/01/2569", "day", '"21/01/2569" lies too far in the future. Correct the year.'),
        ("1447-07-02", "", '"1447-07-02" lies too far in the past. Correct the year.'),
        ("next Tuesday", "", '"next Tuesday" is not a date. Write it like 2026-01-21.'),
    ],
)
def test_what_is_no_clear_day_says_what_to_do(cell, order, sentence):
    with pytest.raises(InvalidError) as refused:
        read_date(cell, order)

    assert str(refused.value) == sentence
