"""A workbook is an archive: it is looked at within bounds before anything in it is read."""

import struct
import zipfile
from io import BytesIO

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.limits import MEGABYTE
from dashboard.imports.tables import read_table
from tests.imports.workbooks.making import changed, packed, xlsx

SOUND = xlsx({"People": [["Name"], ["Ana"]]})
DAMAGED = (
    "roster.xlsx is damaged or was cut off on its way: it can't be unpacked. "
    "Save it again in your spreadsheet and upload the new file."
)
AGAIN = "Save the sheet as .xlsx or CSV and upload that."
LOCKED = "roster.xlsx is protected by a password. Save it without one and upload it again."


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidError) as caught:
        read_table(data, name="roster.xlsx")
    return str(caught.value)


class Zeros:
    """So many zero bytes, never all at once."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int) -> bytes:
        taken = min(size, self.left)
        self.left -= taken
        return bytes(taken)


def bomb(size: int) -> bytes:
    """A workbook in which one sheet is so large unpacked, and a thousandth of that packed."""
    out = BytesIO(SOUND)
    zeros = Zeros(size)
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w") as entry,
    ):
        while chunk := zeros.read(MEGABYTE):
            entry.write(chunk)
    return out.getvalue()


def test_a_bomb_is_refused_by_what_it_unpacks_to():
    assert refusal(bomb(300 * MEGABYTE)) == (
        "roster.xlsx would be more than 250 MB unpacked, far more than a table of people. "
        "Copy the rows into a new workbook and upload that."
    )


def test_a_bomb_that_declares_a_small_size_is_refused():
    data = bytearray(bomb(20 * MEGABYTE))
    small, large = struct.pack("<L", 100), struct.pack("<L", 20 * MEGABYTE)
    lying = bytes(data).replace(large, small)

    assert lying != bytes(data)
    assert refusal(lying) == DAMAGED


@pytest.mark.parametrize("length", [30, len(SOUND) // 2, len(SOUND) - 30])
def test_a_workbook_that_was_cut_off_is_refused(length):
    assert refusal(SOUND[:length]) == DAMAGED


def test_a_workbook_with_a_wrong_byte_is_refused():
    data = bytearray(SOUND)
    data[200] ^= 0xFF

    assert refusal(bytes(data)) == DAMAGED


@pytest.mark.parametrize("name", ["/etc/passwd", "../../outside.xml", "C:/Windows/x.dll", "..\\outside.xml"])
def test_a_file_that_wants_to_be_elsewhere_is_refused(name):
    assert refusal(changed(SOUND, {name: "x"})) == (
        f"roster.xlsx holds a file that wants to be somewhere else, which no workbook does. {AGAIN}"
    )


def test_very_many_files_are_refused():
    assert refusal(packed({f"xl/{number}.xml": "" for number in range(2_001)})) == (
        f"roster.xlsx is packed from 2,001 files, which no workbook is. {AGAIN}"
    )


def test_an_archive_of_archives_is_refused_without_opening_them():
    assert refusal(packed({"inner.zip": packed({"more.zip": packed({"bomb.txt": "x" * 1000})})})) == (
        "roster.xlsx is a zip archive, not a table. Unpack it and upload the table that is in it."
    )


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("word/document.xml", "a text document"),
        ("ppt/presentation.xml", "a presentation"),
        ("Index/Document.iwa", "a document of Apple's Numbers, Pages or Keynote"),
    ],
)
def test_another_document_is_refused_by_what_it_is(entry, what):
    assert refusal(packed({entry: "x"})) == f"roster.xlsx is {what}, not a table. {AGAIN}"


def test_an_open_document_that_is_no_spreadsheet_is_refused():
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})

    assert refusal(data) == f"roster.xlsx is a document, but no spreadsheet. {AGAIN}"


def test_a_locked_archive_is_refused():
    data = bytearray(SOUND)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(signature, place + 1)

    assert refusal(bytes(data)) == LOCKED


def test_a_locked_workbook_of_excel_is_refused():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")) == LOCKED


def test_an_old_workbook_that_is_none_is_refused():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)) == (
        f"roster.xlsx is damaged or no workbook: its sheets can't be read. {AGAIN}"
    )


def test_an_unusual_packing_is_refused():
    assert refusal(packed({"xl/workbook.xml": "x" * 500}, compression=zipfile.ZIP_LZMA)) == (
        f"roster.xlsx is packed in a way that no workbook is. {AGAIN}"
    )
