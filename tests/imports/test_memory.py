"""By what a file is known again."""

import pytest

from dashboard.imports.memory import header_key
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.tables import read_table

FILE = b"Name,Email\nAna,nope\nBen,ben@example.org\n"


def test_the_rows_in_trouble_are_known_again_when_they_come_back():
    table = read_table(FILE)

    again = read_table(rows_in_trouble(table, {2: "Not an e-mail address."}).write())

    assert again.columns == ["Name", "Email", "Errors"]
    assert header_key(again) == header_key(table)


def test_columns_without_a_name_do_not_count():
    assert header_key(read_table(b"Name,Email,,\nAna,a@example.org,x,y\n")) == header_key(read_table(FILE))


@pytest.mark.parametrize("other", [b"Email,Name\na@example.org,Ana\n", b"Name,Email,Role\nAna,a@example.org,mentor\n"])
def test_other_columns_or_another_order_are_another_file(other):
    assert header_key(read_table(other)) != header_key(read_table(FILE))


def test_a_file_without_a_header_is_like_no_other():
    assert header_key(read_table(FILE, header_row=0)) is None
