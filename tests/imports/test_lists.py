"""Several values in a cell are cut where the column really cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.lists import MIXED_COMMAS, find_separator, join, split, told


@pytest.mark.parametrize(
    ("cells", "separator", "values"),
    [
        (["SQL, Excel", "Law"], ",", ["SQL", " Excel"]),
        (["SQL; Sales, marketing", "Law; Tax"], ";", ["SQL", " Sales, marketing"]),
        (["a|b", "c"], "|", ["a", "b"]),
        (["a|||b", "c"], "|||", ["a", "b"]),
        (["a、b", "c"], "、", ["a", "b"]),
        (["a\nb", "c"], "\n", ["a", "b"]),
        (["['a, b', 'c']", "['d']"], "[]", ["a, b", "c"]),
        (["[a, b]", "[c]"], "[]", ["a", "b"]),
        (["['SQL' 'Law, tax']", "['SQL' 'Excel']"], "[]", ["SQL", "Law, tax"]),
        (["UX/UI", "Law"], "", ["UX/UI"]),
        (["\u2022 SQL \u2022 Excel", "\u2022 Law"], "\u2022", ["", " SQL ", " Excel"]),
        (["SQL \u00b7 Excel", "Law"], "\u2022", ["SQL", "Excel"]),
        (["1. SQL 2. Excel", "1) Law 2) Tax"], "1.", ["", "SQL ", "Excel"]),
        (["1. SQL\n2. Excel", "Law"], "\n", ["SQL", "Excel"]),
        (["- SQL\n- C++", "* Law"], "\n", ["SQL", "C++"]),
        (["Law, tax", "SQL; Excel", "Law; SQL"], ";", ["Law, tax"]),
        (["SQL, Excel", "SQL; Law, tax", "SQL; Excel"], ";", ["SQL, Excel"]),
        (["SQL, Excel", "SQL; Law", "Excel; Law"], "*,", ["SQL", " Excel"]),
        (["SQL | Excel", "SQL; Law, tax", "Excel; Law"], "*", ["SQL ", " Excel"]),
        (["['SQL', 'Excel']", "SQL; Law"], ";", ["SQL", "Excel"]),
        (["Version 1. 2. 3", "Law"], "", ["Version 1. 2. 3"]),
        (["Catal\u00b7l\u00e0", "Law"], "", ["Catal\u00b7l\u00e0"]),
    ],
)
def test_the_separator_is_the_one_in_use(cells, separator, values):
    assert find_separator(cells) == separator
    assert split(cells[0], separator) == values


def test_what_a_separator_makes_of_a_cell_is_told():
    assert told(["Law", "SQL;\nExcel"], ";") == "SQL; Excel is 2 values: SQL \u00b7 Excel"
    assert told(["Law", "SQL; Excel"], ",") == ""


def test_a_column_without_values_has_no_separator():
    assert find_separator([]) == ""


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ([["Branding", "Öffentlichkeitsarbeit"], ["SQL"], []], ["Branding; Öffentlichkeitsarbeit", "SQL", ""]),
        ([["Sales, marketing", "Law"], ["Tax"]], ["Sales, marketing; Law", "Tax"]),
        ([["a;b", "c"], ["d", "e"]], ["a;b | c", "d | e"]),
        ([["a;b", "c|d"]], ["['a;b', 'c|d']"]),
        ([["Sales, marketing"]], ["['Sales, marketing']"]),
    ],
)
def test_values_are_written_as_a_person_would_where_they_can_be_read_back(cells, written):
    assert join(cells) == written


def test_each_cell_of_a_mixed_column_is_cut_by_its_own_separator():
    cells = [
        "SQL, Excel",
        "SQL; Excel",
        "SQL | Excel",
        "['SQL', 'Excel']",
        "SQL\nExcel",
        "1. SQL 2. Excel",
        "\u2022 SQL \u2022 Excel",
        "- SQL\n- Excel",
        "SQL;\nExcel;",
    ]
    separator = find_separator([*cells, "SQL", "", "SQL and Excel"])

    assert separator == MIXED_COMMAS
    assert [[one.strip() for one in split(cell, separator) if one.strip()] for cell in cells] == [["SQL", "Excel"]] * 9
    assert (split("SQL", separator), split("SQL and Excel", separator)) == (["SQL"], ["SQL and Excel"])


@given(st.lists(st.lists(st.sampled_from(["SQL", "Law, tax", "R", "UX/UI"]), min_size=1, max_size=3), min_size=1))
def test_a_value_with_a_comma_stays_whole_where_another_separator_is_used(cells):
    written = ["; ".join(values) for values in cells]

    assert [split(cell, find_separator([*written, "SQL; Law, tax"])) for cell in written] == [
        "; ".join(values).split(";") for values in cells
    ]


def test_a_number_that_is_too_long_to_be_written_out_is_cut_like_what_is_no_list():
    cell = f"[0x{'f' * 5_000}]"

    assert split(cell, "[]") == [cell[1:-1]]
