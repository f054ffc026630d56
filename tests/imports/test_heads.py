"""Where the rows of a table begin: below its header, titles, groups and hints; none of these becomes a person."""

import pytest

from dashboard.imports.kinds import is_known_anywhere
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.tables import Table, read_table
from tests.imports.workbooks.making import xlsx

ANA, BEN = "ana@example.org", "ben@example.org"


def read(content: str, **choices) -> Table:
    return read_table(content.encode(), is_known=is_known_anywhere, **choices)


def test_titles_of_groups_above_the_header_are_left_out():
    table = read(f"Personal,,,Mentoring,\nName,Email,City,Role,Capacity\nAna,{ANA},Lima,mentor,2\n")

    assert (table.columns, table.header_row, len(table.cells)) == (["Name", "Email", "City", "Role", "Capacity"], 2, 1)
    assert table.notes == ("1 row above the header was left out.",)


@pytest.mark.parametrize("groups", ["Mentor,,Mentee,", "Mentor,Mentor,Mentee,Mentee"])
def test_groups_tell_equal_columns_apart(groups):
    table = read(f"Pairs of 2026,,,\n{groups}\nName,Email,Name,Email\nAna,{ANA},Ben,{BEN}\n")

    assert table.columns == ["Mentor Name", "Mentor Email", "Mentee Name", "Mentee Email"]
    assert table.cells == [["Ana", ANA, "Ben", BEN]]
    assert table.notes == (
        "1 row above the header was left out. Rows 2 and 3 are the header: the groups, and their columns.",
    )


def test_only_equal_columns_get_the_name_of_their_group():
    table = read(f"About,,Mentor,,Mentee,\nStart,Status,Name,Email,Name,Email\n2026-01-05,active,Ana,{ANA},Ben,{BEN}\n")

    assert table.columns == ["Start", "Status", "Mentor Name", "Mentor Email", "Mentee Name", "Mentee Email"]


def test_groups_of_merged_cells_in_a_workbook():
    rows = [["Mentor", "", "Mentee", ""], ["Name", "Email", "Name", "Email"], ["Ana", ANA, "Ben", BEN]]

    assert read_table(xlsx({"Pairs": rows}), is_known=is_known_anywhere).columns == [
        "Mentor Name",
        "Mentor Email",
        "Mentee Name",
        "Mentee Email",
    ]


@pytest.mark.parametrize(
    "hint",
    [
        "(required),(required),(mentor or mentee),(1-5)",
        ",,e.g. mentor,(1-5)",
        "Required,Required*,mentor or mentee,Optional",
    ],
)
def test_a_row_that_says_how_to_fill_the_columns_in_is_no_person(hint):
    table = read(f"Name,Email,Role,Capacity\n{hint}\nAna,{ANA},mentor,2\n")

    assert (table.columns, table.cells, table.numbers) == (
        ["Name", "Email", "Role", "Capacity"],
        [["Ana", ANA, "mentor", "2"]],
        [3],
    )
    assert table.notes == ("Row 2 says how the columns are filled in; it was left out.",)


@pytest.mark.parametrize("row", [f"(Ana),{ANA},(none),", "Ana Ruiz,(none),(none),(none)", "Ana,,mentor,"])
def test_a_row_of_somebody_is_no_hint(row):
    assert read(f"Name,Email,Role,Capacity\n{row}\nBen,{BEN},mentee,\n").numbers == [2, 3]


def test_a_header_that_was_chosen_has_no_hints():
    assert read(f"Name,Email\n(required),(required)\nAna,{ANA}\n", header_row=1).numbers == [2, 3]


QUALTRICS = (
    "StartDate,RecipientEmail,Q1,Q2\n"
    "Start Date,Recipient Email,What is your full name?,Do you want to be a mentor or a mentee?\n"
    '"{""ImportId"":""startDate""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n'
    f"2026-01-05 10:00:00,{ANA},Ana Ruiz,Mentor\n2026-01-05 11:00:00,{BEN},Ben Ode,Sponsor\n"
)


def test_a_survey_with_codes_questions_and_ids_is_read_by_its_questions():
    table = read(QUALTRICS)

    assert table.columns == [
        "Start Date",
        "Recipient Email",
        "What is your full name?",
        "Do you want to be a mentor or a mentee?",
    ]
    assert (table.header_row, table.numbers) == (2, [4, 5])
    assert table.notes == (
        "1 row above the header was left out. Row 3 says how the columns are filled in; it was left out.",
    )


def test_rows_in_trouble_come_back_below_the_same_head():
    table = read(QUALTRICS)
    for _ in range(2):
        table = read(rows_in_trouble(table, {table.numbers[-1]: "No role."}).write().decode("utf-8-sig"))

    assert (table.columns[-1], table.numbers, table.header_row) == ("Errors", [4], 2)
    assert table.cells == [["2026-01-05 11:00:00", BEN, "Ben Ode", "Sponsor", "No role."]]
