"""How a file would look if it were read otherwise: quick, lenient, and never more than its beginning."""

import csv
import io
from itertools import islice

from dashboard.errors import InvalidError
from dashboard.imports.dialects import find_dialect
from dashboard.imports.encodings import ENCODINGS
from dashboard.imports.guessing import guesses, special_lines

BEGIN = 65_536
WIDEST, LONGEST, BEFORE = 50, 200, 100
"""Cells of a row, and letters of a cell, that are shown; bytes of a line before its first special letter."""
MOST_LINES = 200_000
UNREADABLE = "\ufffd"


def preview(data: bytes, *, encoding: str | None, delimiter: str | None, most: int) -> list[list[str]]:
    """The first rows, whatever is wrong with the file; what can't be read in this encoding as question marks."""
    text = data[:BEGIN].decode(encoding or "utf-8", errors="replace").replace("\x00", UNREADABLE).removeprefix("\ufeff")
    try:
        dialect, text = find_dialect(text, delimiter)
    except InvalidError:
        return [[line[:LONGEST]] for line in text.splitlines()[:most]]
    try:
        records = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=dialect.delimiter), most))
    except csv.Error:
        records = [line.split(dialect.delimiter) for line in text.splitlines()[:most]]
    width = max(map(len, records), default=0)
    return [([cell[:LONGEST] for cell in record] + [""] * (width - len(record)))[:WIDEST] for record in records]


def alternatives(data: bytes) -> dict[str, str]:
    """A telling line by the encoding in which it can be read: the likeliest first, equal readings once."""
    line = _telling_line(data)[:LONGEST]
    likely = [guess.encoding for guess in guesses(data, lambda header: False)]
    found: dict[str, str] = {}
    if not line:
        return found
    for encoding in dict.fromkeys((*likely, *ENCODINGS)):
        try:
            text = line.decode(encoding)
        except UnicodeError:
            continue
        if text.isprintable() and text not in found.values():
            found[encoding] = text
    return found


def _telling_line(data: bytes) -> bytes:
    """The first line that is not UTF-8, else the first beyond ASCII; none when there is no such line."""
    lines = [line for line, _ in zip(special_lines(data, before=BEFORE), range(MOST_LINES), strict=False)]
    return next((line for line in lines if not _is_utf_8(line)), lines[0] if lines else b"")


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
