"""A sheet of a workbook is read as a person sees it: every cell as text, every row under its own number."""

from datetime import date, datetime, time, timedelta

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.sources import Source
from dashboard.imports.tables import read_table
from dashboard.imports.workbooks.reading import Sheet
from tests.imports.workbooks.making import changed, ods, xlsx

ROWS = [["Name", "Email", "ID"], ["Ana Ñandú", "ana@example.org", "007"], ["Ben, Ode", "ben@example.org", "1:1"]]
LOOKUP = [["Teams"], *[[f"Team {number}"] for number in range(40)]]


def known(header: str) -> bool:
    return header in {"Name", "Email", "ID"}


@pytest.mark.parametrize("data", [xlsx({"People": ROWS}), ods(ROWS)], ids=["xlsx", "ods"])
def test_text_stays_as_it_is(data):
    table = read_table(data)

    assert [table.columns, *table.cells] == ROWS
    assert (table.header_row, table.numbers, table.ragged, table.notes) == (1, [2, 3], {}, ())
    assert table.source == Source(sheet="People", sheets=(Sheet("People", 3),))


def test_numbers_come_out_as_people_see_them():
    shown = {"A2": "0%", "B2": "0.0%", "C2": "00000", "D2": "General", "A3": "yyyy-mm-dd", "B3": "d/m/yy h:mm"}
    shown |= {"C3": "hh:mm", "D3": "[h]:mm"}
    data = xlsx(
        {
            "People": [
                ["A", "B", "C", "D", "E"],
                [0.25, 0.005, 42, 42.0, 0.1 + 0.2],
                [date(2026, 1, 21), datetime(2026, 1, 21, 8, 7), time(8, 7, 9), timedelta(hours=36), True],
                [1234567890123456, -1.5, 1e20, 0.00001, False],
            ]
        },
        formats=shown,
    )

    assert read_table(data, header_row=1).cells == [
        ["25%", "0.5%", "00042", "42", "0.3"],
        ["2026-01-21", "2026-01-21 08:07", "08:07:09", "36:00", "TRUE"],
        ["1234567890123456", "-1.5", "100000000000000000000", "0.00001", "FALSE"],
    ]


def test_a_formula_is_its_last_result_and_an_error_stays_one():
    data = xlsx({"People": [["Name", "Team"], ["Ana", "x"], ["Ben", "y"]]})
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Team</v></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"A"&amp;"na"</f><v>Ana</v></c><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c></row>'
        "</sheetData></worksheet>"
    )

    assert read_table(changed(data, {"xl/worksheets/sheet1.xml": sheet})).cells == [["Ana", "#N/A"]]


def test_an_open_document_says_errors_and_percentages_too():
    error = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
    )
    percent = (
        '<table:table-cell office:value-type="percentage" office:value="0.25" calcext:value-type="percentage">'
        "<text:p>25%</text:p></table:table-cell>"
    )
    number = '<table:table-cell office:value-type="float" office:value="42"><text:p>42</text:p></table:table-cell>'

    assert read_table(ods([["A", "B", "C"], [error, percent, number]]), header_row=1).cells == [["#N/A", "25%", "42"]]


def test_blank_rows_and_columns_keep_their_numbers_and_letters():
    data = xlsx({"People": [[], ["", "Program 2026"], [], ["", "Name", "Email"], [], ["", "Ana", "ana@example.org"]]})

    table = read_table(data, is_known=known)

    assert (table.columns, table.cells) == (["Column A", "Name", "Email"], [["", "Ana", "ana@example.org"]])
    assert (table.header_row, table.numbers, table.blank) == (4, [6], [5])
    assert table.notes == ("3 rows above the header were left out.",)


def test_a_column_without_a_name_is_kept_and_no_row_is_ragged():
    table = read_table(xlsx({"People": [["Name", "Email"], ["Ana", "ana@example.org", "called twice"], ["Ben"]]}))

    assert (table.columns, table.ragged) == (["Name", "Email", "Column C"], {})
    assert table.cells == [["Ana", "ana@example.org", "called twice"], ["Ben", "", ""]]


def test_line_breaks_and_formulas_in_text_stay_text():
    rows = [["Name", "Bio"], ["Ana", "Likes\nlong walks"], ["Ben", "=1+1"], ["Cy", " padded "]]

    assert read_table(xlsx({"People": rows})).cells == rows[1:]


def test_the_sheet_with_the_known_columns_is_read_though_another_is_fuller():
    table = read_table(xlsx({"Teams": LOOKUP, "Roster": ROWS, "Empty": []}), is_known=known)

    assert table.cells == ROWS[1:]
    assert table.source == Source(sheet="Roster", sheets=(Sheet("Roster", 3), Sheet("Teams", 41)))


def test_of_sheets_that_say_nothing_the_fullest_is_read():
    assert read_table(xlsx({"Short": ROWS, "Teams": LOOKUP})).source.sheet == "Teams"


def test_a_hidden_sheet_comes_last_and_can_be_chosen():
    data = xlsx({"Teams": [["Teams"], ["Law"]], "Secret": ROWS}, hidden=["Secret"])

    assert read_table(data, is_known=known).source.sheets == (Sheet("Teams", 2), Sheet("Secret", 3, hidden=True))
    assert read_table(data, sheet="Secret").cells == ROWS[1:]


def test_the_header_row_can_be_chosen():
    assert read_table(xlsx({"People": ROWS}), header_row=2).columns == ROWS[1]


def refusal(data: bytes, **choices) -> str:
    with pytest.raises(InvalidError) as caught:
        read_table(data, name="roster.xlsx", **choices)
    return str(caught.value)


def test_a_workbook_of_empty_sheets_is_refused():
    assert refusal(xlsx({"One": [], "Two": []})) == (
        "roster.xlsx holds no rows in any sheet. Fill it in and upload it again."
    )


def test_a_cell_far_below_is_refused_with_its_row():
    far = '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row></sheetData>'
    assert refusal(far_away(far)) == (
        "The sheet People goes down to row 1,048,576; a table may have 200,000 rows. "
        "Delete what stands far below the table, or split it and upload the parts."
    )


def test_a_cell_far_to_the_right_is_refused_with_its_column():
    far = '<row r="9"><c r="XFD9" t="str"><v>x</v></c></row></sheetData>'
    assert refusal(far_away(far)) == (
        "The sheet People goes as far as column XFD; a table may have 500 columns. Leave out what is not about people."
    )


def far_away(cell: str) -> bytes:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:B2"/>'
        '<sheetData><row r="1"><c r="A1" t="str"><v>Name</v></c></row>'
    )
    return changed(xlsx({"People": ROWS}), {"xl/worksheets/sheet1.xml": f"{sheet}{cell}</worksheet>"})


def test_cells_in_all_corners_of_the_largest_sheet_are_refused_in_bounded_memory():
    """The reader sets the whole rectangle up: 17 thousand million cells, in a process that may not."""
    corners = far_away(
        '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c><c r="XFD1048576" t="str"><v>y</v></c></row></sheetData>'
    )
    assert refusal(corners) == (
        "roster.xlsx can't be read: it is damaged, or far larger inside than it looks. "
        "Save the sheet as .xlsx or CSV and upload that."
    )


def test_one_long_text_in_very_many_cells_is_refused_in_bounded_memory():
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 60_000))
    data = changed(
        xlsx({"People": ROWS}),
        {
            "xl/sharedStrings.xml": f"<sst><si><t>{'x' * 100_000}</t></si></sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
        },
    )
    assert refusal(data) == (
        "roster.xlsx can't be read: it is damaged, or far larger inside than it looks. "
        "Save the sheet as .xlsx or CSV and upload that."
    )


def test_a_cell_of_more_than_a_text_is_refused_with_its_row():
    content = "x" * 150_000
    data = changed(
        xlsx({"People": ROWS}),
        {
            "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Name</v></c></row>'
            f'<row r="3"><c r="A3" t="str"><v>{content}</v></c></row></sheetData></worksheet>'
        },
    )
    assert refusal(data).startswith("Row 3 holds a cell of more than 131,072 characters.")


def test_a_workbook_that_is_none_inside_is_refused():
    assert refusal(changed(xlsx({"People": ROWS}), {"xl/workbook.xml": "<nothing"})) == (
        "roster.xlsx is damaged or no workbook: its sheets can't be read. "
        "Save the sheet as .xlsx or CSV and upload that."
    )
