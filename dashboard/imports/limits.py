"""What is not a table at all, said in a sentence before anything expensive is done with it."""

import codecs
import re

from dashboard.errors import InvalidError
from dashboard.imports.workbooks.markup import is_markup, is_page

MEGABYTE = 1024 * 1024
MOST_BYTES = 25 * MEGABYTE
MOST_COLUMNS = 500
MOST_ROWS = 200_000

AGAIN = "Save the sheet as .xlsx or CSV and upload that."
SIGNATURES = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"%PDF": "a PDF document",
    b"PK\x05\x06": "an empty zip archive",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"{\\rtf": "a text document",
    b"MIME-Version": "a saved web page or an e-mail",
    b"BEGIN:VCARD": "a file of contacts",
    b"BEGIN:VCALENDAR": "a calendar",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
}
JSON = re.compile(rb"\{\s*[\"}]|\[\s*[{\[]")


def check_bytes(data: bytes, name: str) -> None:
    """Raise InvalidError when the file is empty, too big, or known to be no table."""
    if not data:
        raise InvalidError(f"{name} is empty: it holds 0 bytes. Export it again and upload the new file.")
    if len(data) > MOST_BYTES:
        size = f"{len(data) / MEGABYTE:,.0f} MB"
        raise InvalidError(
            f"{name} has {size}; a file may have {MOST_BYTES // MEGABYTE} MB. Split it and upload the parts."
        )
    for start, what in SIGNATURES.items():
        if data.startswith(start):
            raise InvalidError(f"{name} is {what}, not a table. {AGAIN}")
    if is_markup(data) and not is_page(data):
        raise InvalidError(f"{name} is a web page or XML without a table in it. Open it in your spreadsheet. {AGAIN}")
    if JSON.match(data[:200].removeprefix(codecs.BOM_UTF8).lstrip()):
        raise InvalidError(f"{name} is JSON, made for programs, not a table. Export it as .xlsx or CSV instead.")
