"""What is not a table at all, said in a sentence before anything expensive is done with it."""

from dashboard.errors import InvalidError

MEGABYTE = 1024 * 1024
MOST_BYTES = 25 * MEGABYTE
MOST_COLUMNS = 500
MOST_ROWS = 200_000

AGAIN = "Save the sheet as CSV and upload that."
SIGNATURES = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a workbook or a zip archive",
    b"PK\x05\x06": "an empty zip archive",
    b"\xd0\xcf\x11\xe0": "a workbook of an old kind",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"{\\rtf": "a text document",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
}


def check_bytes(data: bytes, name: str) -> None:
    """Raise InvalidError when the file is empty, too big, or known not to be text."""
    if not data:
        raise InvalidError(f"{name} is empty: it holds 0 bytes. Export it again and upload the new file.")
    if len(data) > MOST_BYTES:
        size = f"{len(data) / MEGABYTE:,.0f} MB"
        raise InvalidError(
            f"{name} has {size}; a file may have {MOST_BYTES // MEGABYTE} MB. Split it and upload the parts."
        )
    for start, what in SIGNATURES.items():
        if data.startswith(start):
            raise InvalidError(f"{name} is {what}, not a table of text. {AGAIN}")
    if data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise InvalidError(f"{name} is a web page or XML, not a table of text. {AGAIN}")
