"""A column is read in one way: the one its cells tell, or the one that a coordinator chose; both are remembered."""

from datetime import date

from dashboard.imports.calendar_words import month_of
from dashboard.imports.cells import read_cells
from dashboard.imports.choosing import IGNORED
from dashboard.imports.columns import remembered
from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.fields import Field, Kind
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import PEOPLE
from tests.imports.rosters import mapped, read

KIND = Kind(
    "test",
    "Test",
    (
        Field("day", "Date", ("Date",), read_date, ways=date_ways),
        Field("count", "Count", ("Count",), int, gathers=True, titled=lambda header: 100 if month_of(header) else 0),
    ),
)
FILE = "Date;March;Apr;Other\n05-02-2024;1;2;x\n06-03-2024;3;;y\n"


def test_an_open_column_is_worth_a_look_and_its_cells_are_in_trouble_until_somebody_says():
    table = read(FILE)
    columns = map_columns(table, KIND)
    column = columns.columns[0]

    assert (column.way, column.way_is_sure, column.is_doubtful) == ("", False, True)
    assert [one.sentence for one in read_cells(table, columns, KIND).troubles[0]] == [
        '"05-02-2024" may be 5 Feb 2024 or 2 May 2024. Say for the column which comes first.'
    ]


def test_the_chosen_way_holds_for_the_whole_column():
    table = read(FILE)
    columns = map_columns(table, KIND, ways={"Date": "month"})
    values = read_cells(table, columns, KIND)

    assert columns.columns[0].is_doubtful is False
    assert (values.fields["day"], values.troubles) == ([date(2024, 5, 2), date(2024, 6, 3)], {})


def test_a_way_that_is_not_open_is_not_taken():
    column = map_columns(read(FILE), KIND, ways={"Date": "year"}).columns[0]

    assert (column.way, column.way_is_sure) == ("", False)


def test_the_days_of_the_cohort_tell_too():
    columns = map_columns(read("Date\n12/1/2025\n"), KIND, span=(date(2026, 1, 5), date(2026, 6, 1)))

    assert (columns.columns[0].way, columns.columns[0].way_is_sure) == ("month", True)


def test_columns_that_are_gathered_keep_their_names():
    table = read(FILE)

    values = read_cells(table, map_columns(table, KIND, {"Date": IGNORED}), KIND)

    assert values.fields == {"count": [(("March", 1), ("Apr", 2)), (("March", 3),)]}


def test_what_is_remembered_comes_back():
    told = map_columns(read(FILE), KIND, ways={"Date": "day"}).told()

    assert told == {"Date": "day in day", "March": "count", "Apr": "count"}
    assert remembered(told) == ({"Date": "day", "March": "count", "Apr": "count"}, {"Date": "day"})


def test_a_column_in_which_cells_are_cut_differently_is_worth_a_look_until_somebody_says():
    table = read("Email,Skills\na@example.org,SQL; Excel\nb@example.org,SQL | Excel\nc@example.org,Law\n")
    found, chosen = mapped(table).columns[1], mapped(table, separators={"Skills": "|"}).columns[1]

    assert (found.separator, found.is_doubtful, chosen.separator, chosen.is_doubtful) == ("*", True, "|", False)
    assert read_cells(table, mapped(table), PEOPLE).fields["skills"] == [["SQL", "Excel"], ["SQL", "Excel"], ["Law"]]
