"""What goes out is safe in a spreadsheet and comes back in as it was."""

import codecs
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.dialects import Dialect
from dashboard.imports.formulas import defuse, restore
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import EXAMPLE, PEOPLE
from dashboard.imports.ragged import is_filled
from dashboard.imports.returning import rows_in_trouble, template, write_table
from dashboard.imports.tables import read_table
from dashboard.imports.workbooks.writing import write_workbook
from tests.imports.workbooks.making import xlsx


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+34 600", "-5", "@home", "\tx", "\rx", "'=already", "''=twice", "\n=x", " =1+1", "\uff1d1+1", "\uff0b1"],
)
def test_a_formula_is_made_harmless_and_whole_again(text):
    assert defuse(text) == f"'{text}"
    assert restore(defuse(text)) == text


@pytest.mark.parametrize("text", ["", "Ana", "'Round midnight", "O'Neill", "1-2"])
def test_harmless_text_is_left_alone(text):
    assert (defuse(text), restore(text)) == (text, text)


@given(st.text())
def test_any_text_comes_back_as_it_was(text):
    assert restore(defuse(text)) == text


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",))), min_size=2, max_size=2)
    ),
    delimiter=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\r\n", "\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_a_table_that_was_written_reads_the_same(rows, delimiter, line_end, encoding):
    rows = [["Ana", "x"], *rows]
    data = write_table(["One", "Two"], rows, encoding=encoding, dialect=Dialect(delimiter, line_end))

    written = encoding if encoding != "cp1252" or not data.startswith(codecs.BOM_UTF8) else "utf-8-sig"
    table = read_table(data, delimiter=delimiter, header_row=1, encoding=written)

    assert [[restore(cell) for cell in row] for row in table.cells] == [
        row for row in rows if is_filled([defuse(cell) for cell in row])
    ]


def test_the_rows_in_trouble_come_back_in_the_dialect_they_came_in():
    data = 'Name;Email\r\nÑandú;nope\r\nAna;ana@example.org\r\n"Ruiz; Ben";=x\r\n'.encode("cp1252")

    returned = rows_in_trouble(read_table(data), {2: "Not an e-mail address.", 4: "A formula."}).write()

    assert returned == (
        'Name;Email;Errors\r\nÑandú;nope;Not an e-mail address.\r\n"Ruiz; Ben";\'=x;A formula.\r\n'.encode("cp1252")
    )


def test_the_errors_of_an_earlier_round_give_way_to_the_new_ones():
    data = b"Name,Errors,Email\nAna,old,nope\n"

    assert rows_in_trouble(read_table(data), {2: "new"}).write() == b"Name,Email,Errors\nAna,nope,new\n"


def test_cells_too_many_come_back_too():
    data = b"Name,Email\nRuiz, Ana,ana@example.org\nBen,ben@example.org\n"

    assert rows_in_trouble(read_table(data), {2: "Too long."}).write() == (
        b"Name,Email,,Errors\nRuiz, Ana,ana@example.org,Too long.\n"
    )


def test_the_rows_above_the_header_and_the_way_of_quoting_come_back():
    data = b'sep=;\r\n"Program 2026";""\n"Email";"Email"\n"nope";"x"\n'

    assert rows_in_trouble(read_table(data, header_row=2), {3: "No."}).write() == (
        b'sep=;\r\n"Program 2026";""\n"Email";"Email";"Errors"\n"nope";"x";"No."\n'
    )


def test_a_file_without_a_header_gets_one():
    data = b"Ana,nope\nBen,ben@example.org\n"

    assert rows_in_trouble(read_table(data, header_row=0), {1: "No."}).write() == (
        b"Column A,Column B,Errors\nAna,nope,No.\n"
    )


def test_what_was_harmless_already_stays_as_it_was():
    data = b"Name,Phone\nAna,'+34 600\nBen,+34 700\n"

    returned = rows_in_trouble(read_table(data), {2: "No.", 3: "No."}).write()

    assert returned == b"Name,Phone,Errors\nAna,'+34 600,No.\nBen,'+34 700,No.\n"
    assert rows_in_trouble(read_table(returned), {2: "No.", 3: "No."}).write() == returned


def test_a_workbook_comes_back_as_one_of_nothing_but_text():
    rows = [["Program 2026"], ["Name", "ID", "Note"], ["Ana", "007", "=1+1"], ["Ben", "1:1", "+34 600"]]
    table = read_table(xlsx({"People: all?".replace(":", "").replace("?", ""): rows}))

    returned = rows_in_trouble(table, {3: "No.", 4: "Not this either."}, "people.ods")

    assert (returned.name, returned.mime) == (
        "errors-people.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    again = read_table(returned.write(), header_row=2)
    assert again.source.sheet == "People all"
    assert again.above == [["Program 2026", "", "", ""], ["Name", "ID", "Note", "Errors"]]
    assert again.cells == [["Ana", "007", "=1+1", "No."], ["Ben", "1:1", "+34 600", "Not this either."]]
    with zipfile.ZipFile(BytesIO(returned.write())) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("sheet", "kept"), [("a/b[c]:d*?", "a b c  d"), ("x" * 40, "x" * 31), ("''", "Rows")])
def test_a_name_that_a_sheet_may_not_have_is_mended(sheet, kept):
    assert read_table(write_workbook({sheet: [["Name"], ["Ana"]]})).source.sheet == kept


def test_a_text_file_comes_back_under_its_own_kind():
    table = read_table(b"Name\tEmail\nAna\tnope\n")

    returned = rows_in_trouble(table, {2: "No."}, "people.tsv")

    assert (returned.name, returned.mime) == ("errors-people.tsv", "text/tab-separated-values")
    assert returned.write() == b"Name\tEmail\tErrors\nAna\tnope\tNo.\n"


def test_utf_16_comes_back_as_utf_16():
    table = read_table("Name\tEmail\nÑandú\tnope\n".encode("utf-16"))

    assert rows_in_trouble(table, {2: "No."}).write().decode("utf-16") == "Name\tEmail\tErrors\nÑandú\tnope\tNo.\n"


def test_a_letter_that_the_encoding_lacks_makes_it_utf_8():
    assert write_table(["Name"], [["山田"]], encoding="cp1252") == "Name\r\n山田\r\n".encode("utf-8-sig")


def test_every_column_of_the_template_is_recognized_for_sure():
    table = read_table(template(PEOPLE, EXAMPLE))
    columns = map_columns(table, PEOPLE).columns

    assert {column.field for column in columns} == set(EXAMPLE)
    assert {column.confidence for column in columns} == {100}
    assert dict(zip([column.field for column in columns], table.cells[0], strict=True)) == EXAMPLE


HEADER = "Name,Email,Role,Job title,Location"
SOUND = [f"P{i},p{i}@example.org,mentee,Nurse,Lima" for i in range(4)]


def returned_twice(*rows: str) -> list[dict[int, str]]:
    """What is wrong with the rows of a file, of its file of errors, and of the file of errors of that one."""
    data = "\n".join([HEADER, *SOUND, *rows, *SOUND, ""]).encode()
    found = []
    for _ in range(3):
        table = read_table(data)
        found.append(table.ragged)
        data = rows_in_trouble(table, table.ragged).write()
    return found


@pytest.mark.parametrize(
    "row",
    [
        "Di A,di@example.org,mentee,Engineer, senior,Lima",
        "Di A",
        "Di A, Md,di@example.org,mentee,Engineer",
    ],
    ids=["too long", "too short", "shifted"],
)
def test_a_row_that_comes_back_uncorrected_is_still_in_trouble(row):
    first, second, third = returned_twice(row)

    assert list(first) == [6]
    assert list(first.values()) == list(second.values()) == list(third.values())


def test_a_row_with_a_quotation_mark_that_is_never_closed_is_still_in_trouble():
    data = b'Name,Team,Email\nAna,"Law,ana@example.org\nBen,IT,ben@example.org\nCy,"HR",cy@example.org\n'
    table = read_table(data)

    again = read_table(rows_in_trouble(table, table.ragged).write())

    assert table.ragged
    assert list(again.ragged.values()) == list(table.ragged.values())


@pytest.mark.parametrize(
    ("row", "corrected"),
    [
        (
            "Di A,di@example.org,mentee,Engineer, senior,Lima",
            b'Di A,di@example.org,mentee,"Engineer, senior",Lima,,This row has 6 cells where the header has 5: ...',
        ),
        ("Di A", b"Di A,di@example.org,mentee,Engineer,Lima,,This row has 1 cell where the header has 5: ..."),
    ],
)
def test_a_row_that_comes_back_corrected_goes_in_whatever_stands_beside_it(row, corrected):
    assert list(returned_twice(row)[0]) == [6]

    table = read_table(HEADER.encode() + b",,Errors\n" + corrected + b"\n")

    assert table.ragged == {}
    assert [cell.strip() for cell in table.cells[0][3:5]] in (["Engineer, senior", "Lima"], ["Engineer", "Lima"])


def test_a_second_round_has_the_name_of_the_first():
    table = read_table(b"Name,Email\nAna,nope\n")

    assert rows_in_trouble(table, {2: "No."}, "errors-people.csv").name == "errors-people.csv"
