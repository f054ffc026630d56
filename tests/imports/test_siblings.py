"""Columns of dates in one file are written alike: what one tells, or somebody says of one, holds for all of them."""

from datetime import date

import pytest

from dashboard.imports.cells import read_cells
from dashboard.imports.columns import Column
from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.fields import Field, Kind
from dashboard.imports.mapping import map_columns
from dashboard.imports.pairs.fields import PAIRS
from dashboard.imports.tables import read_table


def dated(*rows: str, ways: dict[str, str] | None = None) -> tuple[list[Column], dict[str, list[date | None]]]:
    """The columns of dates of a file of pairs, and what is read from them."""
    lines = [f"Ana Ruiz,Ben Ode,{row}" for row in rows]
    table = read_table("\n".join(["Mentor,Mentee,Start,End", *lines, ""]).encode())
    columns = map_columns(table, PAIRS, ways=ways)
    values = read_cells(table, columns, PAIRS)
    return list(columns.columns[2:]), {key: values.fields[key] for key in ("started_on", "ended_on")}


def told(columns: list[Column]) -> list[tuple[str, bool, str]]:
    return [(one.way, one.way_is_sure, one.way_why) for one in columns]


def test_a_column_that_tells_decides_for_one_that_does_not():
    columns, values = dated("05-02-2024,06-03-2024", "04-02-2024,23-04-2024")

    assert told(columns) == [
        ("day", True, 'Day first, as in "End".'),
        ("day", True, "Day first, because row 3 says 23-04-2024."),
    ]
    assert values["started_on"] == [date(2024, 2, 5), date(2024, 2, 4)]


def test_where_none_tells_it_is_asked_once():
    columns, _ = dated("05-02-2024,06-03-2024")

    assert told(columns) == [
        ("", False, "Nothing tells whether 05-02-2024 is 5 Feb 2024 or 2 May 2024. Say it."),
        ("", False, 'Follows "Start", once you say it there.'),
    ]


@pytest.mark.parametrize(("said", "other"), [("Start", 1), ("End", 0)])
def test_what_is_said_of_one_holds_for_the_others(said, other):
    columns, values = dated("05-02-2024,06-03-2024", ways={said: "month"})

    assert told(columns)[other] == ("month", True, f'Month first, as in "{said}".')
    assert values == {"started_on": [date(2024, 5, 2)], "ended_on": [date(2024, 6, 3)]}


def test_columns_that_tell_otherwise_stand_for_themselves_and_that_is_said():
    fields = [Field(key, key, (key,), read_date, ways=date_ways, one_way=True) for key in ("Start", "End", "Due")]
    table = read_table(b"Start;End;Due\n23-04-2024;04/23/2024;05-02-2024\n02-05-2024;05/06/2024;06-03-2024\n")

    columns = map_columns(table, Kind("plan", "Plan", tuple(fields))).columns

    assert told(list(columns)) == [
        ("day", True, "Day first, because row 2 says 23-04-2024."),
        ("month", True, "Month first, because row 2 says 04/23/2024."),
        ("", False, '"Start" has the day first and "End" has the month first, so nothing tells it here. Say it.'),
    ]


def test_a_column_of_which_nothing_is_open_is_left_alone():
    columns, values = dated("2024-02-05,06-13-2024")

    assert told(columns) == [("", True, ""), ("month", True, "Month first, because row 2 says 06-13-2024.")]
    assert values == {"started_on": [date(2024, 2, 5)], "ended_on": [date(2024, 6, 13)]}
