"""The recorder of a writing block: every row that is inserted, updated or deleted, before and after.

Rows changed through the ORM are seen at each flush; ``insert_rows``, ``update_rows`` and ``delete_rows`` are the only
other way in, for many rows at once. Every change ends in ``Recorder.changes``, one entry a row however often it was
touched.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import Date, Table, bindparam, delete, event, func, insert, select, text, update
from sqlalchemy.orm import ORMExecuteState, UOWTransaction
from sqlmodel import Session, SQLModel

from models import HISTORY, Base
from models.base import Moment

Row = dict[str, Any]
Key = tuple[str, int]
CHUNK = 500
"""Ids in one IN (...): far below every database's limit of parameters."""


class Recorder:
    """What a writing block has changed so far: ``(table, id) -> [before, after]``, in the order of first touch."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.changes: dict[Key, list[Row | None]] = {}
        self._before: dict[Key, Row] = {}
        event.listen(session, "before_flush", self._remember)
        event.listen(session, "after_flush", self._record)
        event.listen(session, "do_orm_execute", self._refuse_bulk)

    def note(self, key: Key, before: Row | None, after: Row | None) -> None:
        """Record one row; a second note on the same row keeps its first ``before``. What goes, goes to the end: its
        children went before it, and an undo replays the list backwards."""
        if key not in self.changes:
            self.changes[key] = [before, after]
            return
        self.changes[key][1] = after
        if after is None:
            self.changes[key] = self.changes.pop(key)

    def settled(self) -> Iterator[tuple[Key, Row | None, Row | None]]:
        """The rows that differ in the end from what they were."""
        for key, (before, after) in self.changes.items():
            if before != after:
                yield key, before, after

    def _remember(self, session: Session, flushing: UOWTransaction, instances: object) -> None:
        stored = [*(thing for thing in session.dirty if session.is_modified(thing)), *session.deleted]
        self._before = self._rows_of(stored)

    def _record(self, session: Session, flushing: UOWTransaction) -> None:
        after = self._rows_of([*session.new, *session.dirty])
        for key, row in after.items():
            if key in self._before or _is_among(session.new, key):
                self.note(key, self._before.get(key), row)
        for key, row in reversed(self._before.items()):
            if key not in after:
                self.note(key, row, None)
        self._before = {}

    def _rows_of(self, things: Iterable[object]) -> dict[Key, Row]:
        ids: dict[str, list[int]] = {}
        for thing in things:
            table = cast(Table, type(thing).__table__)  # type: ignore[attr-defined]
            if table.name not in HISTORY:
                ids.setdefault(table.name, []).append(thing.id)  # type: ignore[attr-defined]
        found: dict[Key, Row] = {}
        for name in sorted(ids, key=_rank):  # parents first, as a flush writes them; it deletes the other way round
            found |= {(name, row_id): row for row_id, row in stored_rows(self.session, name, ids[name]).items()}
        return found

    def _refuse_bulk(self, state: ORMExecuteState) -> None:
        if state.is_insert or state.is_update or state.is_delete:
            # A flush speaks to the connection, not to the session; so this is somebody's own statement.
            raise RuntimeError("A statement that writes many rows would escape the history: use dashboard.recording.")


def _rank(table_name: str) -> int:
    return Base.metadata.sorted_tables.index(Base.metadata.tables[table_name])


def _is_among(new: Iterable[object], key: Key) -> bool:
    return any((type(thing).__table__.name, thing.id) == key for thing in new)  # type: ignore[attr-defined]


def _note(session: Session, changes: Iterable[tuple[Key, Row | None, Row | None]]) -> None:
    """Record what a bulk write did, unless the block is one of the few that leave no history."""
    if (recorder := session.info["recorder"]) is not None:
        for key, before, after in changes:
            recorder.note(key, before, after)


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


def insert_rows(session: Session, model: type[SQLModel], rows: Sequence[Row]) -> list[int]:
    """Insert many rows at once, recorded; returns their ids in order. Columns left out take the model's defaults."""
    if not rows:
        return []
    session.flush()
    table = table_of(model)
    ids = [int(row["id"]) for row in rows] if "id" in rows[0] else reserve_ids(session, table, len(rows))
    whole = [{**_defaults(table), **row, "id": row_id} for row, row_id in zip(rows, ids, strict=True)]
    session.connection().execute(insert(table), whole)
    _note(session, (((table.name, row["id"]), None, in_words(row)) for row in whole))
    return ids


def update_rows(session: Session, model: type[SQLModel], rows: Sequence[Row]) -> None:
    """Change many rows at once, recorded: dicts of ``id`` and the columns to change, the same columns in each."""
    if not rows:
        return
    session.flush()
    table = table_of(model)
    before = stored_rows(session, table.name, [row["id"] for row in rows])
    columns = [name for name in rows[0] if name != "id"]
    statement = (
        update(table)
        .where(table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in columns})
    )
    told = [
        {"row_id": row["id"], **{f"new_{name}": row[name] for name in columns}} for row in rows if row["id"] in before
    ]
    if told:
        session.connection().execute(statement, told)
    session.expire_all()
    known = ((row, before[row["id"]]) for row in rows if row["id"] in before)
    _note(session, (((table.name, row["id"]), was, {**was, **in_words(row)}) for row, was in known))


def delete_rows(session: Session, model: type[SQLModel], ids: Sequence[int]) -> None:
    """Delete many rows at once, recorded."""
    session.flush()
    table = table_of(model)
    before = stored_rows(session, table.name, ids)
    for start in range(0, len(ids), CHUNK):
        session.connection().execute(delete(table).where(table.c.id.in_(ids[start : start + CHUNK])))
    session.expire_all()
    _note(session, (((table.name, row_id), row, None) for row_id, row in before.items()))


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def reserve_ids(session: Session, table: Table, count: int) -> list[int]:
    """Ids that nobody has and nobody will be given; safe because one block writes at a time."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count).alias("n"))
        return [int(number) for number in connection.execute(numbers).scalars()]
    used = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}).scalar()
    first = int(used or 0) + 1
    return list(range(first, first + count))


@cache
def _defaults(table: Table) -> Row:
    """What the columns hold when nothing is said."""
    return {column.name: getattr(column.default, "arg", None) for column in table.columns if column.name != "id"}
