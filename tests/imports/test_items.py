"""Questions of several items: in one header row with brackets, or in a header of two rows."""

import pytest

from dashboard.imports.items import has_second_row, item_of, joined
from dashboard.imports.kinds import is_known_anywhere
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.tables import read_table
from dashboard.imports.workbooks.writing import write_workbook
from tests.imports.check_ins.test_review import answers, spring, upload

__all__ = ["spring"]

HEADER = ["Respondent ID", "Email Address", "How satisfied are you?", "", "Recommend us?", ""]
BELOW = ["", "", "Trust", "Time", "Response", "Errors"]
NAMES = [
    "Respondent ID",
    "Email Address",
    "How satisfied are you? [Trust]",
    "How satisfied are you? [Time]",
    "Recommend us?",
    "Errors",
]


def test_a_header_of_two_rows_is_joined():
    assert has_second_row(HEADER, BELOW)
    assert joined(HEADER, BELOW) == NAMES


@pytest.mark.parametrize(
    ("header", "below"),
    [
        (["Mentor", "Mentee", ""], ["Ana Ruiz", "Ben Ode", "yes"]),
        (["Name", "Email", "", ""], ["", "ana@example.org", "x", "y"]),
        (["Name", "Role", "Notes"], ["", "mentor", ""]),
        (["Name", "Role", ""], ["", "", "note"]),
        (["Name", "Role"], ["", ""]),
        (["Name", "Role"], []),
        (["Survey", "Comment"], ["Pulse", "Response"]),
    ],
    ids=["data", "an address", "a gap", "one note", "blank", "nothing", "filled from the left"],
)
def test_a_row_of_data_is_no_header(header, below):
    assert not has_second_row(header, below)


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("How satisfied are you? [Trust]", ("How satisfied are you?", "Trust")),
        ("[Trust]", ("", "")),
        ("Progress (1-5)", ("", "")),
    ],
)
def test_the_item_of_a_column(name, item):
    assert item_of(name) == item


@pytest.mark.parametrize("is_workbook", [False, True])
def test_rows_in_trouble_come_back_below_both_header_rows(is_workbook):
    rows = [HEADER[:5], BELOW[:5], ["118", "ben@example.org", "5", "4", "9"], ["119", "flo@example.org", "3", "2", "x"]]
    data = write_workbook({"Sheet": rows}) if is_workbook else "\n".join(map(",".join, rows)).encode()
    table = read_table(data, is_known=is_known_anywhere)
    assert (table.columns, table.numbers) == (NAMES[:5], [3, 4])
    assert table.notes == ("Rows 1 and 2 are the header: the questions, and their parts.",)

    for _ in range(2):
        table = read_table(rows_in_trouble(table, {table.numbers[-1]: "No."}).write(), is_known=is_known_anywhere)

    assert (table.columns, table.numbers) == (NAMES, [3])
    assert table.cells == [["119", "flo@example.org", "3", "2", "x", "No."]]


def test_items_of_one_question_are_averaged_on_one_scale(spring):
    first, second = (f"How satisfied are you with your mentor? [{item}]" for item in ("Trust", "Time"))
    content = f"Email,Date,{first},{second}\nben@example.org,2026-02-20,7,5\nflo@example.org,2026-02-20,4,\n"

    look = upload(content, spring)

    assert look.meanings() == {"Email": "email", "Date": "answered_on", first: "relationship", second: "relationship"}
    assert {column.way for column in look.columns.of("relationship")} == {"1-7"}
    assert [column.is_doubtful for column in look.columns.of("relationship")] == [False, True]
    assert [one["relationship"] for one in answers(content, spring)] == [5, 3]
    assert look.review().lines[0].remarks == (f"Relationship: 5 is the average of 5 ({first}), 4 ({second}).",)


def test_the_item_says_more_than_the_question(spring):
    asked = "How satisfied are you with your relationship?"
    content = f"Email,Date,{asked} [Your progress],{asked} [Trust]\nben@example.org,2026-02-20,2,4\n"

    assert list(upload(content, spring).meanings().values()) == ["email", "answered_on", "progress", "relationship"]
