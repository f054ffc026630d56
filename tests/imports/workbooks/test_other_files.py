"""Whatever a file is called: old and binary workbooks and tables of pages are read, all else is refused by its name."""

import random

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.tables import read_table
from dashboard.imports.workbooks.pages import Page
from tests.imports.workbooks.binary import compound, xls, xlsb
from tests.imports.workbooks.making import packed, xlsx

ROWS = [["Name", "Team", "ID"], ["Ana Ñandú", "Law", "007"], ["Ben Ode", "Tax", 42.5]]
READ = [["Ana Ñandú", "Law", "007"], ["Ben Ode", "Tax", "42.5"]]
AGAIN = "Save the sheet as .xlsx or CSV and upload that."


@pytest.mark.parametrize("name", ["roster.xls", "roster.xlsb", "roster.csv"])
def test_a_workbook_is_read_whatever_it_is_called(name):
    for data in (xls({"People": ROWS}), xlsb(ROWS), xlsx({"People": ROWS})):
        table = read_table(data, name=name)
        assert (table.columns, table.cells, table.source.sheet) == (ROWS[0], READ, "People")


def test_an_old_workbook_has_several_sheets():
    table = read_table(xls({"Mentors": ROWS, "Mentees": ROWS[:2]}), sheet="Mentees")

    assert (table.cells, [sheet.name for sheet in table.source.sheets]) == (READ[:1], ["Mentors", "Mentees"])


def test_text_called_a_workbook_is_read_as_text():
    assert read_table(b"Name,Team\nAna,Law\n", name="roster.xlsx").cells == [["Ana", "Law"]]


PAGE = """<html><head><meta charset="windows-1252"><style>td { color: red }</style></head><body>
<table><tr><td>Export of 21 January</td></tr></table>
<table border=1><thead><tr><th>Name<th>Team</th><th>E-mail</th></tr></thead>
<tr><td>Ana
  Ñandú</td><td rowspan="2">Law &amp; tax</td><td><a href="mailto:x">ana@example.org</a></td></tr>
<tr><td>Ben<br>Ode</td><td>ben@example.org</td></tr>
<tr><td colspan=2>Cy&nbsp;Po</td><td>cy@example.org</td></tr></table>"""


def test_a_page_that_is_called_a_workbook_is_read_table_by_table():
    table = read_table(PAGE.encode("cp1252"), name="export.xls")

    assert (table.columns, table.source.sheet) == (["Name", "Team", "E-mail"], "Table 2")
    assert table.cells == [
        ["Ana Ñandú", "Law & tax", "ana@example.org"],
        ["Ben\nOde", "Law & tax", "ben@example.org"],
        ["Cy Po", "", "cy@example.org"],
    ]
    assert table.notes == ("A merged cell counts for each row that it spans: rows 2-3.",)


def test_the_xml_of_excel_2003_is_read():
    def cell(text: str, kind: str = "String", more: str = "") -> str:
        return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'

    row = cell("Ana &amp; Ben") + cell("2026-01-21T00:00:00.000", "DateTime") + cell("1", "Boolean", ' ss:Index="4"')
    header = "".join(map(cell, ("Name", "Since", "Team", "Active")))
    data = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Mentors"><Table>'
        f'<Row>{header}</Row><Row ss:Index="3">{row}</Row></Table></Worksheet></Workbook>'
    )
    table = read_table(data.encode(), name="roster.xls")

    assert (table.columns, table.cells, table.numbers) == (
        ["Name", "Since", "Team", "Active"],
        [["Ana & Ben", "2026-01-21", "", "TRUE"]],
        [3],
    )
    assert table.source.sheet == "Mentors"


HOSTILE = [b"<", b"<td", b"<!--", b"<!", b"</td <", b"<table><tr><td>", b"<td rowspan=200000 colspan=1000>x", b"&amp"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_page_is_cut_apart_in_one_pass(piece):
    page = Page(b"<table><tr><td>Ana</td></tr><tr>" + piece * (200_000 // len(piece)))

    assert page.get_sheet_by_name("Table 1").rows[0] == ["Ana"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            random.Random(3).randbytes(5_000),
            "roster.xlsx is called a workbook, but is none inside, nor text: it is damaged, or something else. "
            "Save it again in your spreadsheet and upload the new file.",
        ),
        (
            compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}),
            "roster.xlsx is protected by a password. Save it without one and upload it again.",
        ),
        (compound({"WordDocument": b"x"}), f"roster.xlsx is a text document, not a table. {AGAIN}"),
        (compound({"__properties_version1.0": b"x"}), f"roster.xlsx is an e-mail, not a table. {AGAIN}"),
        (
            packed({"Index.zip": "x"}),
            f"roster.xlsx is a document of Apple's Numbers, Pages or Keynote, not a table. {AGAIN}",
        ),
        (b"%PDF-1.7\n1 0 obj", f"roster.xlsx is a PDF document, not a table. {AGAIN}"),
        (b"MIME-Version: 1.0\r\n\r\n<table>", f"roster.xlsx is a saved web page or an e-mail, not a table. {AGAIN}"),
        (b"BEGIN:VCARD\nN:Ruiz;Ana\n", f"roster.xlsx is a file of contacts, not a table. {AGAIN}"),
        (
            b"<html><body>Please sign in</body></html>",
            f"roster.xlsx is a web page or XML without a table in it. Open it in your spreadsheet. {AGAIN}",
        ),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(data, sentence):
    with pytest.raises(InvalidError) as caught:
        read_table(data, name="roster.xlsx")
    assert str(caught.value) == sentence
