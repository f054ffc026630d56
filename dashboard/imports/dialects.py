"""Text to records: which delimiter the file uses, and every cell as it stands, between quotes or not."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice

from dashboard.errors import InvalidError
from dashboard.imports.limits import MOST_COLUMNS, MOST_ROWS
from dashboard.imports.line_by_line import check_widest, lines

DELIMITERS = {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar"}
SAMPLE, BEGIN = 200, 500_000
"""Records, and letters, that tell the delimiter."""
BATCH = 1_000
"""Records that are read before they are counted and measured."""
LONG_CELL = 131_072
MOST_SHARED = 20_000
"""Different cells that are remembered, so as to find their equals."""
EXCEL_HINT = re.compile(r"\A\"?sep=([,;\t|])\"?(\r\n|\r|\n)")


@dataclass(frozen=True)
class Dialect:
    """How a file separates its cells, ends its lines and quotes."""

    delimiter: str = ","
    line_end: str = "\r\n"
    quotes_all: bool = False
    """Every cell stands between quotation marks, not only those that must."""
    hint: str = ""
    """Excel's own line about the delimiter, as it stands in the file."""


def find_dialect(text: str, delimiter: str | None = None) -> tuple[Dialect, str]:
    """The dialect, and the text without Excel's ``sep=;`` line, which is no row of the sheet."""
    hint = EXCEL_HINT.match(text)
    if hint:
        text = text[hint.end() :]
    check_widest(text, DELIMITERS)
    found = delimiter or (hint.group(1) if hint else _likeliest(text))
    if found not in DELIMITERS:
        raise InvalidError("The delimiter must be a comma, a semicolon, a tab or a vertical bar.")
    return Dialect(found, _line_end(text), _quotes_all(text, found), hint.group() if hint else ""), text


def read_records(text: str, delimiter: str) -> tuple[list[list[str]], bool]:
    """The records in order, blank ones as ``[]``: a record is a row of the spreadsheet, however many lines it has.

    And whether the file is sloppy: its quotation marks are not all where they belong.
    """
    try:
        return bounded(lines(text), delimiter, strict=True), False
    except csv.Error:
        records = bounded(lines(text), delimiter)
    _check_last_quote(text, delimiter, records)
    return records, True


def bounded(written: Iterable[str], delimiter: str, *, strict: bool = False) -> list[list[str]]:
    """The records of these lines; raises InvalidError as soon as they are more, wider or longer than a table may be.

    Equal cells are mostly one object: rosters repeat themselves. ``strict``: csv.Error where quotation marks are amiss.
    """
    records: list[list[str]] = []
    shared: dict[str, str] = {}
    reader, numbers = csv.reader(written, delimiter=delimiter, strict=strict), count(1)
    try:
        while batch := [
            list(map(shared.setdefault, record, record))[:]  # without the room for more that a list keeps
            for record, _ in zip(islice(reader, BATCH), numbers, strict=False)
        ]:
            records += batch
            if len(shared) > MOST_SHARED:
                shared.clear()
            if max(map(len, batch)) > MOST_COLUMNS:
                raise InvalidError(_too_wide(records))
            if len(records) > MOST_ROWS:
                raise InvalidError(_too_many(records))
    except csv.Error as error:
        if strict and "field larger" not in str(error):
            raise
        raise InvalidError(_too_long(next(numbers))) from error
    return records


def _too_many(records: list[list[str]]) -> str:
    filled = sum(any(map(str.strip, record)) for record in records)
    most = ", most of them blank. Delete the blank ones and upload it again." if 2 * filled < len(records) else ""
    return f"The file has more than {MOST_ROWS:,} rows{most or '. Split it and upload the parts.'}"


def _too_wide(records: list[list[str]]) -> str:
    row, width = next((row, len(cells)) for row, cells in enumerate(records, start=1) if len(cells) > MOST_COLUMNS)
    return f"Row {row} has {width:,} columns; a table may have {MOST_COLUMNS}. Leave out what is not about people."


def _too_long(row: int) -> str:
    return (
        f"Row {row} holds a cell of more than {LONG_CELL:,} characters. Probably a quotation mark is opened there and "
        "never closed: close it, or shorten the cell."
    )


def _check_last_quote(text: str, delimiter: str, records: list[list[str]]) -> None:
    """An unclosed quotation mark swallows every row after it into one cell: refuse, and say where it opens."""
    if not records or "\n" not in (records[-1] or [""])[-1].replace("\r", "\n"):
        return
    # Inside an open quotation one closing mark more leaves the same records; outside, it would add to the last cell.
    closed = list(_reader(text + '"', delimiter))
    if closed == records:
        raise InvalidError(f"A quotation mark in row {len(records)} is opened and never closed. Close it or delete it.")


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines(text), delimiter=delimiter)


def _likeliest(text: str) -> str:
    """The delimiter that cuts most rows into the same number of cells, and then into most cells."""
    begin = text[:BEGIN]
    return max(DELIMITERS, key=lambda delimiter: _evenness(begin, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = Counter(len(record) for record in islice(_reader(text, delimiter), SAMPLE) if any(record))
    except csv.Error:
        return 0.0, 0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width, count = max(several.items(), key=lambda pair: (pair[1], pair[0]))
    return round(count / widths.total(), 1), width


def _quotes_all(text: str, delimiter: str) -> bool:
    """Whether the first rows are what a writer makes that puts every cell between quotation marks."""
    line_end = _line_end(text)
    records = list(islice(_reader(text[: SAMPLE * SAMPLE], delimiter), 3))[:2]
    lines = (delimiter.join('"' + cell.replace('"', '""') + '"' for cell in record) for record in records)
    return bool(records) and text.startswith(line_end.join(lines))


def _line_end(text: str) -> str:
    first = re.search(r"\r\n|\r|\n", text)
    return first.group() if first else "\r\n"
