"""Files out again: the rows in trouble as they came, with why; a template; and any table, safe in a spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence

from dashboard.imports.dialects import Dialect
from dashboard.imports.fields import Kind
from dashboard.imports.formulas import defuse
from dashboard.imports.tables import Table

ERRORS = "Errors"
UTF_16 = {"utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def write_table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    encoding: str = "utf-8-sig",
    dialect: Dialect = Dialect(),  # noqa: B008  (frozen)
) -> bytes:
    """A file of text: formulas made harmless; in UTF-8 where the encoding lacks a letter."""
    text = "".join(_line(row, dialect) for row in (header, *rows))
    try:
        return text.encode(UTF_16.get(encoding, encoding))
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def _line(row: Sequence[str], dialect: Dialect) -> str:
    """A row as text. Python's own writer leaves a line feed bare where lines end otherwise, so quoting is done here."""
    special = ("\r", "\n", '"', dialect.delimiter)
    cells = [defuse(cell) for cell in row]
    quoted = ['"' + cell.replace('"', '""') + '"' if any(one in cell for one in special) else cell for cell in cells]
    return (dialect.delimiter.join(quoted) or '""') + dialect.line_end


def rows_in_trouble(table: Table, sentences: Mapping[int, str]) -> bytes:
    """The rows with these numbers, in the encoding and dialect of the file; the last column says why each stays out."""
    most = max((len(cells) for number, cells in table.extra.items() if number in sentences), default=0)
    header = [*table.columns, *[""] * most]
    place = len(header)
    if ERRORS in table.columns:  # it was our own file once: the old reasons give way to the new ones
        place = table.columns.index(ERRORS)
        header.pop(place)
    rows = []
    for number, cells in zip(table.numbers, table.cells, strict=True):
        if number in sentences:
            whole = [*cells, *table.extra.get(number, ())]
            padded = [*whole, *[""] * (len(table.columns) + most - len(whole))]
            rows.append([cell for position, cell in enumerate(padded) if position != place] + [sentences[number]])
    return write_table([*header, ERRORS], rows, encoding=table.encoding, dialect=table.dialect)


def template(kind: Kind, example: Mapping[str, str]) -> bytes:
    """A file to fill in: our own column names, and one invented row to be replaced."""
    fields = [field for field in kind.fields if field.key in example]
    return write_table([field.label for field in fields], [[example[field.key] for field in fields]])
