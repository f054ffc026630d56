"""By what a file is known again."""

from datetime import datetime

import pytest

from dashboard.imports.memory import LAST_TIME, header_key, map_as_last_time
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.tables import read_table
from dashboard.queries.imports import LastTime

FILE = b"Name,Email\nAna,nope\nBen,ben@example.org\n"


def test_the_rows_in_trouble_are_known_again_when_they_come_back():
    table = read_table(FILE)

    again = read_table(rows_in_trouble(table, {2: "Not an e-mail address."}).write())

    assert again.columns == ["Name", "Email", "Errors"]
    assert header_key(again) == header_key(table)


def test_columns_without_a_name_do_not_count():
    assert header_key(read_table(b"Name,Email,,\nAna,a@example.org,x,y\n")) == header_key(read_table(FILE))


@pytest.mark.parametrize("same", [b"EMAIL,name\na@example.org,Ana\n", b" Email ,Name\na@example.org,Ana\n"])
def test_another_order_or_case_is_the_same_file(same):
    assert header_key(read_table(same)) == header_key(read_table(FILE))


@pytest.mark.parametrize(
    "other", [b"Name,Email,Role\nAna,a@example.org,mentor\n", b"Name,Email,Email\nAna,a@x.org,b@x.org\n"]
)
def test_other_columns_are_another_file(other):
    assert header_key(read_table(other)) != header_key(read_table(FILE))


LAST = LastTime(
    "people",
    "roster.csv",
    datetime(2026, 1, 5),
    {"Who": "name", "Reach": "email", "Second": "email", "Good at": "skills_offered"},
    {"Good at": "/"},
    {},
)
NEXT = b"SECOND,reach,good at,who,Notes\n,ana@example.org,SQL/Law,Ana,hm\n"


def as_last_time(**choices):
    mapping = map_as_last_time(read_table(NEXT), PEOPLE, LAST, choices, {}, {}, None)
    return {column.name: (column.field, column.why, column.separator, column.after) for column in mapping.columns}


def test_a_file_is_read_as_last_time_whatever_the_order_and_the_case():
    assert as_last_time() == {
        "SECOND": ("email", LAST_TIME, None, ""),
        "reach": ("email", LAST_TIME, None, "SECOND"),
        "good at": ("skills_offered", LAST_TIME, "/", ""),
        "who": ("name", LAST_TIME, None, ""),
        "Notes": (None, LAST_TIME, None, ""),
    }


def test_what_is_chosen_now_takes_the_field_from_what_was_said_then():
    found = as_last_time(reach="name")

    assert (found["reach"][:2], found["who"][:2]) == (("name", "chosen"), (None, "moved"))
    assert found["SECOND"][:2] == ("email", LAST_TIME)


def test_a_file_without_a_header_is_like_no_other():
    assert header_key(read_table(FILE, header_row=0)) is None
