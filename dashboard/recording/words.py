"""Rows in the words that JSON knows: as the history keeps them, in Python and, for many at once, in the database."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, ColumnElement, Date, Float, String, Table, case, func, select, type_coerce
from sqlmodel import Session

from models import Base
from models.base import Moment

Row = dict[str, Any]
CHUNK = 500
"""Ids in one IN (...): far below every database's limit of parameters."""


def stored_rows(session: Session, table_name: str, ids: Sequence[int]) -> dict[int, Row]:
    """The rows with these ids as they are stored, in the words that JSON knows; those that are gone are left out."""
    table = Base.metadata.tables[table_name]
    found: dict[int, Row] = {}
    connection = session.connection()
    for start in range(0, len(ids), CHUNK):
        wanted = select(table).where(table.c.id.in_(ids[start : start + CHUNK]))
        for row in connection.execute(wanted).mappings():
            found[row["id"]] = in_words(dict(row))
    return found


def in_words(row: Row) -> Row:
    """A row as JSON can hold it: dates and moments as ISO text."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def from_words(table: Table, row: Row) -> Row:
    """The row that ``in_words`` told, in the types of its columns; columns that the table no longer has are dropped."""
    return {name: _typed(table.c[name].type, value) for name, value in row.items() if name in table.c}


def _typed(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def in_words_of(dialect: str, table: Table) -> ColumnElement[Any]:
    """What ``in_words`` says of a stored row, as an expression: many rows are told without leaving the database."""
    on_postgresql = dialect == "postgresql"
    tell = _on_postgresql if on_postgresql else _on_sqlite
    pairs = [part for column in table.columns for part in (column.name, tell(column))]
    return func.json_build_object(*pairs) if on_postgresql else func.json_object(*pairs)


def _on_postgresql(column: Column[Any]) -> ColumnElement[Any]:
    if not isinstance(column.type, Moment):
        return column
    return _zoned(func.to_char(column, 'YYYY-MM-DD"T"HH24:MI:SS.US'))


def _on_sqlite(column: Column[Any]) -> ColumnElement[Any]:
    """SQLite has no true and false, no moments, and would cut a number off after 15 digits."""
    if isinstance(column.type, Boolean):
        return func.json(case((column.is_(None), "null"), (column, "true"), else_="false"))
    if isinstance(column.type, Float):
        return func.json(case((column.is_(None), "null"), else_=func.printf("%!.17g", column)))
    if isinstance(column.type, JSON):
        return func.json(type_coerce(column, String))
    return _zoned(func.replace(type_coerce(column, String), " ", "T")) if isinstance(column.type, Moment) else column


def _zoned(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    """As Python writes a moment in UTC, whose microseconds go unsaid when there are none."""
    return func.replace(moment, ".000000", "").concat("+00:00")
