"""What is read is what is in the file: every cell as text, every row under the number that the spreadsheet shows."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.dialects import Dialect
from dashboard.imports.sources import Source
from dashboard.imports.tables import read_table

ROWS = [["Name", "Email"], ["Ana Ñandú", "ana@example.org"], ["Ben, Ode", "ben@example.org"]]


def written(rows, *, delimiter=",", line_end="\r\n", encoding="utf-8", quoting=csv.QUOTE_MINIMAL) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_dialect_and_encoding_reads_the_same(delimiter, line_end, encoding):
    table = read_table(written(ROWS, delimiter=delimiter, line_end=line_end, encoding=encoding))

    assert [table.columns, *table.cells] == ROWS
    assert table.source == Source(encoding, Dialect(delimiter, line_end))


def test_a_table_with_a_mark_keeps_its_first_header_clean():
    assert read_table(b"\xef\xbb\xbfName;Email\nAna;ana@example.org\n").columns == ["Name", "Email"]


def test_the_delimiter_is_the_one_that_cuts_evenly_not_the_most_frequent():
    table = read_table(b"Name;Skills\nAna;SQL,Excel,Law\nBen;Negotiation\nCy;a,b\n")

    assert table.cells == [["Ana", "SQL,Excel,Law"], ["Ben", "Negotiation"], ["Cy", "a,b"]]


def test_excels_own_line_about_the_delimiter_is_no_row():
    table = read_table(b"sep=;\r\nName;Email\r\nAna;ana@example.org\r\n")

    assert (table.columns, table.header_row, table.numbers) == (["Name", "Email"], 1, [2])


def test_a_quoted_line_break_stays_in_its_cell_and_counts_as_one_row():
    table = read_table(b'Name,Bio\r\nAna,"Likes\r\nlong walks"\r\nBen,Cooks\r\n')

    assert (table.cells, table.numbers) == ([["Ana", "Likes\r\nlong walks"], ["Ben", "Cooks"]], [2, 3])


def test_title_rows_above_the_header_are_left_out_and_said():
    table = read_table(
        b"Mentoring program 2026,,\nExported on,2026-01-05,\n\nName,Email,Team\nAna,ana@example.org,Law\n"
    )

    assert (table.columns, table.header_row, table.numbers) == (["Name", "Email", "Team"], 4, [5])
    assert table.notes == ("3 rows above the header were left out.",)


def test_a_file_without_a_header_gets_columns_by_letter():
    table = read_table(b"Ana Ruiz,ana@example.org\nBen Ode,ben@example.org\n")

    assert (table.columns, table.header_row, table.numbers) == (["Column A", "Column B"], None, [1, 2])
    assert table.notes == ("No header was found, so the columns are A, B and so on. Say below what they are.",)


def test_the_header_row_can_be_chosen():
    data = b"one,two\nthree,four\nfive,six\n"

    assert read_table(data, header_row=2).columns == ["three", "four"]
    assert read_table(data, header_row=0).cells == [["one", "two"], ["three", "four"], ["five", "six"]]


def test_blank_and_comma_only_rows_are_counted_not_read():
    table = read_table(b"Name,Email\n\nAna,ana@example.org\n,\n , \nBen,ben@example.org\n\n")

    assert (table.numbers, table.blank) == ([3, 6], [2, 4, 5, 7])


def test_a_row_that_is_too_long_is_pointed_at_and_not_shifted():
    table = read_table(b"Name,Team,Email\nAna,Law,ana@example.org\nRuiz, Ben,Law,ben@example.org\n")

    assert table.cells[1] == ["Ruiz", " Ben", "Law"]
    assert table.extra == {3: ["ben@example.org"]}
    assert table.ragged == {
        3: "This row has 4 cells where the header has 3: probably a comma or semicolon inside a cell that is not "
        "between quotation marks. Check each cell here, or correct the file."
    }


def test_blank_cells_beyond_the_last_column_do_no_harm():
    table = read_table(b"Name,Email,,\nAna,ana@example.org,,\n")

    assert (table.columns, table.cells, table.ragged) == (["Name", "Email"], [["Ana", "ana@example.org"]], {})


def test_rows_that_are_too_short_are_filled_up_and_named():
    table = read_table(b"Name,Email,Team,City\nAna,ana@example.org\nBen,ben@example.org,Law,Lima\nCy,cy@example.org\n")

    assert table.cells[0] == ["Ana", "ana@example.org", "", ""]
    assert table.notes == ("2 rows are shorter than the header (2, 4); the missing cells count as blank.",)


def test_where_rows_end_in_blank_cells_a_short_row_is_pointed_at():
    table = read_table(b"Name,Bio,Email\nAna,Cooks,\nBen,Likes\nlong walks,ben@example.org\n")

    why = (
        "This row has 2 cells where the header has 3: probably a line break inside a cell that is not between "
        "quotation marks. Check each cell here, or correct the file."
    )
    assert table.ragged == {3: why, 4: why}
    assert table.cells == [["Ana", "Cooks", ""], ["Ben", "Likes", ""], ["long walks", "ben@example.org", ""]]


def test_a_row_of_one_cell_is_a_piece_of_one():
    table = read_table(b"Name,Email,Team\nAna,ana@example.org,Law\nBen\nOde,ben@example.org,IT\nCy,cy@example.org\n")

    assert table.ragged == {
        3: "This row has 1 cell where the header has 3: probably a line break inside a cell that is not between "
        "quotation marks. Check each cell here, or correct the file."
    }
    assert table.notes == ("1 row is shorter than the header (5); the missing cells count as blank.",)


def test_a_file_that_ends_in_the_middle_of_a_row_was_cut_off():
    table = read_table(b"Name,Email,Team\nAna,ana@example.org,Law\nBen,ben@example.org,IT\nCy,cy@exam")

    assert table.ragged == {
        4: "This row has 2 cells where the header has 3, and the file ends there: it may have been cut off. "
        "Export it again, or check each cell here."
    }


def test_an_address_outside_its_column_gives_a_shifted_row_away():
    """A comma too many and a cell too few: as many cells as the header."""
    people = b"".join(b"P%d,p%d@example.org,Law\n" % (number, number) for number in range(6))
    table = read_table(b"Name,Email,Team\n" + people + b"Ruiz, Ana,ana@example.org\n")

    assert table.ragged == {
        8: 'The e-mail address of this row stands in the column "Team": probably its cells are shifted by a comma or '
        "semicolon that is not between quotation marks. Check each cell here, or correct the file."
    }


def test_an_address_in_a_question_about_mail_shifts_nothing():
    people = b"".join(b"P%d,p%d@example.org,\n" % (number, number) for number in range(9))

    assert read_table(b"Name,Email,Your e-mail\n" + people + b"Ana,anonymous,ana@example.org\n").ragged == {}


def test_a_quotation_mark_that_is_never_closed_is_pointed_at_where_it_swallows_rows():
    table = read_table(b'Name,Team,Email\nAna,"Law,ana@example.org\nBen,IT,ben@example.org\nCy,"HR",cy@example.org\n')

    assert list(table.ragged.items()) == [
        (
            2,
            "A cell of this row holds whole lines of the file: probably a quotation mark is opened there and never "
            "closed. Correct the file and upload it again.",
        )
    ]


def test_a_quoted_cell_of_several_lines_with_commas_is_no_trouble():
    table = read_table(b'Name,Bio,Email\nAna,"Law, SQL, Excel\nwalks, hikes, swims",ana@example.org\n')

    assert (table.ragged, table.cells[0][1]) == ({}, "Law, SQL, Excel\nwalks, hikes, swims")


def test_a_column_without_a_name_is_kept_where_the_header_has_a_place_for_it():
    table = read_table(b"Name,Email,\nAna,ana@example.org,called\nBen,ben@example.org,\n")

    assert (table.columns, table.ragged) == (["Name", "Email", "Column C"], {})


def test_a_row_of_zero_width_characters_is_blank():
    assert read_table("Name,Email\n\u200b,\ufeff\nAna,x\n".encode()).blank == [2]


@pytest.mark.parametrize("line_ends", [("\r\n", "\n", "\r"), ("\r", "\r\n", "\n")])
def test_lines_that_end_in_different_ways_are_rows_all_the_same(line_ends):
    first, second, third = line_ends

    assert read_table(f"Name,Email{first}Ana,a{second}Ben,b{third}".encode()).cells == [["Ana", "a"], ["Ben", "b"]]


def test_a_header_in_another_case_and_padded_is_found_by_its_names():
    table = read_table(b"Roster,,\n NAME ,E-MAIL,TEAM\nAna,x,y\n", is_known=lambda name: name in ("NAME", "E-MAIL"))

    assert (table.columns, table.header_row) == (["NAME", "E-MAIL", "TEAM"], 2)


def test_equal_headers_are_kept_apart():
    assert read_table(b"Email,Name,Email,Email\na@example.org,Ana,b@example.org,\n").columns == [
        "Email",
        "Name",
        "Email (2)",
        "Email (3)",
    ]


def test_headers_lose_padding_and_zero_width_characters():
    data = '  First\u00a0Name ,\u200bE-mail\ufeff,"Job\ntitle"\nAna,ana@example.org,Judge\n'.encode()

    assert read_table(data).columns == ["First Name", "E-mail", "Job title"]


def test_digits_and_leading_zeros_stay_as_they_are():
    table = read_table("ID,Ratio,Phone,Number\n007,1:1,+34 600,٣\n".encode())

    assert table.cells == [["007", "1:1", "+34 600", "٣"]]


@given(
    people=st.lists(
        st.tuples(st.text("abcdefgh ñé", min_size=1).filter(str.strip), st.text("xyz,;|", max_size=9)), min_size=2
    ),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_the_dialect_of_a_roster_is_found(people, delimiter, encoding):
    rows = [[name, f"p{place}@example.org", note] for place, (name, note) in enumerate(people)]

    table = read_table(written([["Name", "Email", "Note"], *rows], delimiter=delimiter, encoding=encoding))

    assert [table.columns, *table.cells] == [["Name", "Email", "Note"], *rows]
