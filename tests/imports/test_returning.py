"""What goes out is safe in a spreadsheet and comes back in as it was."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.dialects import Dialect
from dashboard.imports.formulas import defuse, restore
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import EXAMPLE, PEOPLE
from dashboard.imports.returning import rows_in_trouble, template, write_table
from dashboard.imports.tables import read_table


@pytest.mark.parametrize("text", ["=1+1", "+34 600", "-5", "@home", "\tx", "\rx", "'=already", "''=twice"])
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
        row for row in rows if "".join(map(defuse, row)).strip()
    ]


def test_the_rows_in_trouble_come_back_in_the_dialect_they_came_in():
    data = 'Name;Email\r\nÑandú;nope\r\nAna;ana@example.org\r\n"Ruiz; Ben";=x\r\n'.encode("cp1252")

    returned = rows_in_trouble(read_table(data), {2: "Not an e-mail address.", 4: "A formula."}).data

    assert returned == (
        'Name;Email;Errors\r\nÑandú;nope;Not an e-mail address.\r\n"Ruiz; Ben";\'=x;A formula.\r\n'.encode("cp1252")
    )


def test_the_errors_of_an_earlier_round_give_way_to_the_new_ones():
    data = b"Name,Errors,Email\nAna,old,nope\n"

    assert rows_in_trouble(read_table(data), {2: "new"}).data == b"Name,Email,Errors\nAna,nope,new\n"


def test_cells_too_many_come_back_too():
    data = b"Name,Email\nRuiz, Ana,ana@example.org\nBen,ben@example.org\n"

    assert rows_in_trouble(read_table(data), {2: "Too long."}).data == (
        b"Name,Email,,Errors\nRuiz, Ana,ana@example.org,Too long.\n"
    )


def test_utf_16_comes_back_as_utf_16():
    table = read_table("Name\tEmail\nÑandú\tnope\n".encode("utf-16"))

    assert rows_in_trouble(table, {2: "No."}).data.decode("utf-16") == "Name\tEmail\tErrors\nÑandú\tnope\tNo.\n"


def test_a_letter_that_the_encoding_lacks_makes_it_utf_8():
    assert write_table(["Name"], [["山田"]], encoding="cp1252") == "Name\r\n山田\r\n".encode("utf-8-sig")


def test_every_column_of_the_template_is_recognized_for_sure():
    table = read_table(template(PEOPLE, EXAMPLE))
    columns = map_columns(table, PEOPLE).columns

    assert {column.field for column in columns} == set(EXAMPLE)
    assert {column.confidence for column in columns} == {100}
    assert dict(zip([column.field for column in columns], table.cells[0], strict=True)) == EXAMPLE
