"""Several values in a cell are cut where the column really cuts them."""

import pytest

from dashboard.imports.lists import find_separator, join, split


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
        (["UX/UI", "Law"], "", ["UX/UI"]),
    ],
)
def test_the_separator_is_the_one_in_use(cells, separator, values):
    assert find_separator(cells) == separator
    assert split(cells[0], separator) == values


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
