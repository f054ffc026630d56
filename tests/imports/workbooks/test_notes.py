"""What nobody sees in a sheet is read all the same, and told of; so is what may be missing."""

from io import BytesIO

from xlsxwriter import Workbook

from dashboard.imports.tables import read_table
from tests.imports.workbooks.making import xlsx


def made(fill, team: str = "Law") -> bytes:
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet("A & B")
        page.write_row(0, 0, ["Name", "Team", "E-mail"])
        for number, name in enumerate(["Ana", "Ben", "Cy", "Dia", "Eve"], start=1):
            page.write_row(number, 0, [name, team, f"{name.lower()}@example.org"])
        fill(page)
    return out.getvalue()


def test_hidden_rows_and_columns_are_read_and_told_of():
    def hide(page) -> None:
        for row in (2, 3, 5):
            page.set_row(row, None, None, {"hidden": True})
        page.set_column(1, 1, None, None, {"hidden": True})

    table = read_table(made(hide))

    assert table.column(0) == ["Ana", "Ben", "Cy", "Dia", "Eve"]
    assert table.notes == (
        "Rows 3-4 and 6 are hidden in the sheet, perhaps by a filter; they are read, too.",
        "Column B is hidden in the sheet; it is read, too.",
    )


def test_a_cell_merged_over_rows_counts_for_each_of_them():
    def merge(page) -> None:
        page.merge_range(1, 1, 3, 1, "Tax")
        page.merge_range(4, 1, 4, 2, "No team")  # beside each other: nothing to fill

    table = read_table(made(merge, team=""))

    assert table.column(1) == ["Tax", "Tax", "Tax", "No team", ""]
    assert table.notes == ("A merged cell counts for each row that it spans: rows 2-4.",)


def test_formulas_that_were_never_computed_are_told_of():
    def leave_open(page) -> None:
        page.write_formula(2, 1, '=A1&"x"', None, "")
        page.write_formula(3, 1, "=1+1", None, 2)

    table = read_table(made(leave_open))

    assert table.column(1)[1:3] == ["", "2"]
    assert table.notes == (
        "Row 3 is left with formulas that were never computed; their cells are read as blank. "
        "Open the file in your spreadsheet, save it and upload it again.",
    )


def test_a_cell_that_was_cut_at_the_most_that_a_workbook_holds_is_told_of():
    rows = [["Name", "Bio"], ["Ana", "x" * 32_767], ["Ben", "x" * 32_766]]

    assert read_table(xlsx({"People": rows})).notes == (
        "Row 2 is left with a cell of 32,767 characters, the most that a workbook holds: the end of the text may be "
        "missing.",
    )
