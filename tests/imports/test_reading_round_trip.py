"""What is read is what was written: any table of text, in any dialect and any encoding that can hold it."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.imports.dialects import DELIMITERS, Dialect
from dashboard.imports.encodings import ENCODINGS
from dashboard.imports.ragged import is_filled
from dashboard.imports.returning import rows_in_trouble
from dashboard.imports.tables import Table, read_table
from tests.imports.workbooks.making import xlsx

UNICODE = st.characters(exclude_characters="\x00", exclude_categories=("Cs",))
TYPED = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r")
"""What somebody may type: a file of control characters is taken for no text at all."""


def letters(encoding: str) -> st.SearchStrategy[str]:
    """Some of the characters that an encoding can hold, its strangest included."""
    if encoding.startswith("utf"):
        return UNICODE
    if encoding == "iso2022_jp":
        return st.sampled_from("a,;\"'\n\t |=1\u3042\u30a2\u5c71\u7530\u3001\uff08")
    one = (bytes([byte]) for byte in range(1, 256))
    two = (bytes([lead, trail]) for lead in range(0x81, 0xFF, 3) for trail in (0x40, 0x5C, 0x7C, 0xA1, 0xFE))
    found = dict.fromkeys(letter for code in (*one, *two) for letter in code.decode(encoding, errors="ignore"))
    return st.sampled_from([letter for letter in found if letter.encode(encoding).decode(encoding) == letter])


def tables(letters: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    cells = st.text(letters, max_size=12)
    return st.integers(1, 5).flatmap(
        lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=8)
    )


dialects = st.builds(
    Dialect, st.sampled_from(list(DELIMITERS)), st.sampled_from(["\r\n", "\n", "\r"]), quotes_all=st.booleans()
)


def written(rows: list[list[str]], dialect: Dialect, encoding: str) -> bytes:
    """As Python writes it, except that its writer leaves a line feed bare where lines end with a carriage return."""
    out = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if dialect.quotes_all or dialect.line_end != "\r\n" else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=dialect.delimiter, lineterminator=dialect.line_end, quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)


def headed(rows: list[list[str]]) -> list[list[str]]:
    return [[f"Column {place}" for place in range(len(rows[0]))], *rows]


def assert_read(table: Table, rows: list[list[str]]) -> None:
    """Every cell, every row under its number, and not a word of trouble."""
    filled = [(number, row) for number, row in enumerate(rows, start=2) if is_filled(row)]
    assert list(zip(table.numbers, table.cells, strict=True)) == filled
    assert table.blank == [number for number, row in enumerate(rows, start=2) if not is_filled(row)]
    assert (table.columns, table.ragged, table.notes) == (headed(rows)[0], {}, ())


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=15)
@given(data=st.data(), dialect=dialects)
def test_text_in_every_encoding_and_dialect(encoding, data, dialect):
    rows = data.draw(tables(letters(encoding)).filter(lambda rows: any(map(is_filled, rows))))
    file = written(headed(rows), dialect, encoding)

    assert_read(read_table(file, encoding=encoding, delimiter=dialect.delimiter, header_row=1), rows)


@settings(max_examples=60)
@given(
    rows=tables(TYPED).filter(lambda rows: any(map(is_filled, rows))),
    dialect=dialects,
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_unicode_is_found_without_being_told(rows, dialect, encoding):
    table = read_table(written(headed(rows), dialect, encoding), delimiter=dialect.delimiter, header_row=1)

    assert_read(table, rows)
    assert table.source.encoding == encoding


@settings(max_examples=15, deadline=None)
@given(rows=tables(UNICODE))
def test_text_in_a_workbook(rows):
    rows = [*rows, ["The last row"] * len(rows[0])]  # a workbook knows of no blank rows below it
    assert_read(read_table(xlsx({"People": headed(rows)}), header_row=1), rows)


@settings(max_examples=60)
@given(rows=tables(TYPED).filter(lambda rows: any(map(is_filled, rows))), dialect=dialects)
def test_the_rows_in_trouble_are_the_same_file_with_one_column_more(rows, dialect):
    rows = [[cell for cell in row if cell != "Errors"] or ["x"] for row in rows]
    table = read_table(written(headed(rows), dialect, "utf-8"), delimiter=dialect.delimiter, header_row=1)
    reasons = {number: f"No, {number}." for number in table.numbers}

    once = rows_in_trouble(table, reasons).write()
    again = read_table(once, delimiter=dialect.delimiter, header_row=1)

    assert again.columns == [*table.columns, "Errors"]
    assert [row[-1] for row in again.cells] == list(reasons.values())
    later = dict(zip(again.numbers, reasons.values(), strict=True))
    assert rows_in_trouble(again, later).write() == once
