"""Files out again: the rows in trouble as they came, with why; a template; and any table, safe in a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from dashboard.imports.dialects import Dialect
from dashboard.imports.fields import Kind
from dashboard.imports.formulas import defuse, restore
from dashboard.imports.returned import ERRORS
from dashboard.imports.sources import Source
from dashboard.imports.tables import Table
from dashboard.imports.workbooks.writing import write_workbook

PREFIX = "errors-"
"""Before the name of the file that the rows are from, in the first round and in every later one."""
UTF_16 = {"utf-16-le": "utf-16", "utf-16-be": "utf-16"}
WORKBOOK_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class File:
    """Something to download, written when it is asked for."""

    name: str
    mime: str
    write: Callable[[], bytes]


def write_table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    encoding: str = "utf-8-sig",
    dialect: Dialect = Dialect(),  # noqa: B008  (frozen)
) -> bytes:
    """A file of text: formulas made harmless; in UTF-8 where the encoding lacks a letter."""
    text = dialect.hint + "".join(_line([defuse(cell) for cell in row], dialect) for row in (header, *rows))
    try:
        return text.encode(UTF_16.get(encoding, encoding))
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def _line(cells: Sequence[str], dialect: Dialect) -> str:
    """A row as text. Python's own writer leaves a line feed bare where lines end otherwise, so quoting is done here."""
    special = ("\r", "\n", '"', dialect.delimiter)
    quoted = [
        '"' + cell.replace('"', '""') + '"' if dialect.quotes_all or any(one in cell for one in special) else cell
        for cell in cells
    ]
    return (dialect.delimiter.join(quoted) or '""') + dialect.line_end


def rows_in_trouble(table: Table, sentences: Mapping[int, str], name: str = "table") -> File:
    """The rows with these numbers, in the kind of file that they came in; the last column says why each stays out."""
    rows = partial(_with_errors, table, sentences)
    name = name.removeprefix(PREFIX)
    if table.source.sheet:
        stem = PurePath(name).stem
        return File(f"{PREFIX}{stem}.xlsx", WORKBOOK_MIME, lambda: write_workbook({table.source.sheet: rows()}))
    mime = "text/tab-separated-values" if name.endswith(".tsv") else "text/csv"
    return File(f"{PREFIX}{name}", mime, lambda: _as_it_came(rows(), table.source))


def _as_it_came(rows: Iterable[list[str]], source: Source) -> bytes:
    """What was harmless in the file comes back as it was, so each cell is made whole before it is made harmless."""
    first, *more = [[restore(cell) for cell in row] for row in rows]
    return write_table(first, more, encoding=source.encoding, dialect=source.dialect)


def _with_errors(table: Table, sentences: Mapping[int, str]) -> Iterator[list[str]]:
    """The rows down to the header as they are in the file, then those in trouble; the errors stand in a last column."""
    down = (table.header_row or 1) - 1
    header = table.above[down] if table.above else table.columns
    most = max((len(cells) for number, cells in table.extra.items() if number in sentences), default=0)
    width = len(table.columns) + most
    old = table.columns.index(ERRORS) if ERRORS in table.columns else width
    yield from table.above[:down]
    yield _row(header, width, old, ERRORS)
    yield from table.above[down + 1 :]
    for number, cells in zip(table.numbers, table.cells, strict=True):
        if number in sentences:
            yield _row([*cells, *table.extra.get(number, ())], width, old, sentences[number])


def _row(cells: Sequence[str], width: int, old: int, error: str) -> list[str]:
    """As many cells as there are columns; what was said in an earlier round gives way to ``error``."""
    padded = [*cells, *[""] * width][:width]
    return [*padded[:old], *padded[old + 1 :], error]


def template(kind: Kind, example: Mapping[str, str]) -> bytes:
    """A file to fill in: our own column names, and one invented row to be replaced."""
    fields = [field for field in kind.fields if field.key in example]
    return write_table([field.label for field in fields], [[example[field.key] for field in fields]])
