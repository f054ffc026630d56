"""What is no table is refused in a sentence, before anything else is tried."""

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.limits import MEGABYTE
from dashboard.imports.previews import preview
from dashboard.imports.tables import read_table


def refusal(data: bytes, **choices) -> str:
    with pytest.raises(InvalidError) as caught:
        read_table(data, name="roster.csv", **choices)
    return str(caught.value)


def test_a_file_of_no_bytes_is_refused():
    assert refusal(b"") == "roster.csv is empty: it holds 0 bytes. Export it again and upload the new file."


def test_a_file_of_100_megabytes_is_refused_before_it_is_decoded():
    assert refusal(b"\xff" * (100 * MEGABYTE)) == (
        "roster.csv has 100 MB; a file may have 25 MB. Split it and upload the parts."
    )


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\x1f\x8b\x08", "a compressed file"),
    ],
)
def test_a_file_that_is_something_else_is_refused_by_what_it_is(start, what):
    assert refusal(start + b"\x00\x01\x02" * 50) == (
        f"roster.csv is {what}, not a table. Save the sheet as .xlsx or CSV and upload that."
    )


def test_a_web_page_is_refused():
    assert refusal(b"  <!DOCTYPE html><html>Sign in</html>") == (
        "roster.csv is a web page or XML without a table in it. Open it in your spreadsheet. "
        "Save the sheet as .xlsx or CSV and upload that."
    )


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf<head><title>Ana", b"<?xml version='1.0'?><x/>", b"<HTML lang=en>"])
def test_a_page_without_a_table_is_refused(data):
    assert "is a web page or XML" in refusal(data)


@pytest.mark.parametrize("data", [b'{"people": []}', b'[\n {"name": "Ana"}]', b"[[1, 2]]", b"{}"])
def test_json_is_refused(data):
    assert refusal(data) == ("roster.csv is JSON, made for programs, not a table. Export it as .xlsx or CSV instead.")


def test_a_bracket_in_a_table_is_no_json():
    assert read_table(b"Skills,Name\n['a'],Ana\n").cells == [["['a']", "Ana"]]


def test_nul_bytes_are_refused():
    assert refusal(b"Name,Email\nAna\x00,ana@example.org\n") == (
        "The file is damaged, or not text: it holds characters that no text has. "
        "Choose its encoding below, or save it again as UTF-8."
    )


def test_random_bytes_are_refused():
    assert refusal(bytes(range(1, 256)) * 20) == (
        "The file is not UTF-8, and its encoding can't be told. Choose its encoding below, or save it again as UTF-8."
    )


def test_ten_thousand_columns_are_refused():
    assert refusal(b",".join([b"a"] * 10_000) + b"\n" + b",".join([b"1"] * 10_000)) == (
        "Row 1 has 10,000 columns; a table may have 500. Leave out what is not about people."
    )


def test_a_line_of_nothing_but_commas_is_refused_before_it_is_cut_up():
    assert refusal(b"," * 5_000_000) == (
        "Line 1 is cut into more than 20,000 cells, so this is no table of people, or its line breaks are lost. "
        "Export it again and upload the new file."
    )


def test_one_cell_of_ten_megabytes_is_refused_with_its_row():
    assert refusal(b'Name,Email\nAna,ana@example.org\nBen,"' + b"x" * (10 * MEGABYTE) + b'"\n') == (
        "Row 3 holds a cell of more than 131,072 characters. Probably a quotation mark is opened there and never "
        "closed: close it, or shorten the cell."
    )


def test_the_row_of_a_long_cell_is_that_of_the_spreadsheet_whatever_lines_are_in_it():
    rows = b'Ana,"two\nlines"\n' * 1500
    assert refusal(b"Name,Bio\n" + rows + b'Ben,"' + b"\n" * 200_000).startswith("Row 1502 holds a cell of more than")


def test_a_quotation_mark_that_is_never_closed_is_refused_where_it_opens():
    assert refusal(b'Name,Email\nAna,ana@example.org\n"Ben,ben@example.org\nCy,cy@example.org\n') == (
        "A quotation mark in row 3 is opened and never closed. Close it or delete it."
    )


@pytest.mark.parametrize("data", [b"\n\n\n", b",,,\n,,,\n", b"   ", b"\xef\xbb\xbf"])
def test_a_file_of_blank_rows_is_refused(data):
    assert refusal(data) == "roster.csv holds no rows, only blank ones. Save the sheet as .xlsx or CSV and upload that."


def test_a_header_without_rows_is_refused():
    assert refusal(b"Name,Email\n,\n\n") == (
        "The file holds no rows below the header in row 1. Add the rows and upload it again."
    )


def test_a_header_row_beyond_the_file_is_refused():
    assert refusal(b"Name\nAna\n", header_row=9) == "Row 9 can't be the header: the file has 2 rows."


BOUNDED = """
import resource, sys
from pathlib import Path
from dashboard.errors import InvalidError
from dashboard.imports.previews import preview
from dashboard.imports.tables import read_table

data = Path(sys.argv[1]).read_bytes()
held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + 350 * 1024 * 1024,) * 2)
try:
    read_table(data, name="roster.csv")
except InvalidError as error:
    print(error)
"""
"""A process that may take 350 MB more than it has when the file is there."""


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="only Linux says what a process holds and keeps to it"
)
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            (b"," * 19_000 + b"\n") * 1_300,
            "Row 1 has 19,001 columns; a table may have 500. Leave out what is not about people.",
        ),
        (
            b'Name,Email\nAna,"' + b"\n" * (24 * MEGABYTE),
            "Row 2 holds a cell of more than 131,072 characters. Probably a quotation mark is opened there and never "
            "closed: close it, or shorten the cell.",
        ),
    ],
    ids=["commas", "one cell"],
)
def test_the_worst_files_are_refused_in_bounded_memory(data, sentence, tmp_path):
    file = tmp_path / "worst.csv"
    file.write_bytes(data)
    answer = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(file)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (answer.stdout, answer.stderr) == (f"{sentence}\n", "")


def test_a_file_of_a_million_blank_lines_is_told_to_lose_them():
    data = b"Name,Email\nAna,ana@example.org\n" + b",\n" * 300_000

    assert refusal(data) == (
        "The file has more than 200,000 rows, most of them blank. Delete the blank ones and upload it again."
    )


def test_a_name_of_a_column_is_cut_where_no_question_ends():
    data = ("Question " * 5_000 + "," + "Question " * 5_000 + ",Email\nyes,no,ana@example.org\n").encode()

    names = read_table(data).columns

    assert names == [("Question " * 40)[:300].strip(), f"{('Question ' * 40)[:300].strip()} (2)", "Email"]


def test_a_line_of_a_million_quotes_is_refused_and_shown_all_the_same():
    data = b"Name,Email\n" + b'","' * 100_000

    assert refusal(data) == (
        "Line 2 is cut into more than 20,000 cells, so this is no table of people, or its line breaks are lost. "
        "Export it again and upload the new file."
    )
    assert preview(data, encoding=None, delimiter=None, most=2) == [["Name,Email"], ['","' * 66 + '",']]


def test_of_a_table_that_is_far_too_wide_the_first_columns_are_shown():
    data = (",".join(f"C{place}" for place in range(10_000)) + "\n").encode()

    assert [len(row) for row in preview(data, encoding=None, delimiter=None, most=5)] == [50]
