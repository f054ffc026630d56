"""Bytes to records, from a file of text or from a workbook, and what is needed to write them back the same way."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dashboard.errors import InvalidError
from dashboard.imports.decoding import Decoded, decode
from dashboard.imports.dialects import Dialect, find_dialect, read_records
from dashboard.imports.workbooks.reading import Sheet, is_workbook, read_workbook

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


@dataclass(frozen=True)
class Source:
    """How a file came: the encoding and dialect of text, or the sheet of a workbook."""

    encoding: str = "utf-8"
    dialect: Dialect = field(default_factory=Dialect)
    sheet: str = ""
    """The sheet that was read; nothing when the file is text."""
    sheets: tuple[Sheet, ...] = ()
    """The sheets that hold anything, the likeliest first."""


@dataclass(frozen=True)
class Records:
    """Every row of the source in order, blank ones as ``[]``; the first has the number 1."""

    records: list[list[str]]
    source: Source
    notes: tuple[str, ...] = ()
    is_sloppy: bool = False
    is_cut: bool = False


def read_source(
    data: bytes,
    *,
    name: str,
    encoding: str | None,
    delimiter: str | None,
    sheet: str | None,
    is_known: Callable[[str], bool],
) -> Records:
    """The records of a file, whatever it is; what is not given is found."""
    if is_workbook(data):
        records, found, sheets, notes = read_workbook(data, name=name, sheet=sheet, is_known=is_known)
        return Records(records, Source(sheet=found, sheets=sheets), notes)
    decoded = _decode(data, name, encoding, is_known)
    dialect, text = find_dialect(decoded.text, delimiter)
    records, is_sloppy = read_records(text, dialect.delimiter)
    is_cut = not text.endswith(("\r", "\n"))
    return Records(records, Source(decoded.encoding, dialect), (decoded.doubt,), is_sloppy, is_cut)


def _decode(data: bytes, name: str, encoding: str | None, is_known: Callable[[str], bool]) -> Decoded:
    try:
        return decode(data, encoding, is_known)
    except InvalidError as error:
        if encoding is None and name.casefold().endswith(WORKBOOKS):
            raise InvalidError(
                f"{name} is called a workbook, but is none inside, nor text: it is damaged, or something else. "
                "Save it again in your spreadsheet and upload the new file."
            ) from error
        raise
