"""Many rows at once, recorded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, Connection, Table, bindparam, delete, func, select, text, update
from sqlmodel import Session, SQLModel

from dashboard.recording.recorder import Key
from dashboard.recording.words import CHUNK, Row, in_words, stored_rows


def insert_rows(session: Session, model: type[SQLModel], rows: Sequence[Row]) -> list[int]:
    """Insert many rows at once, recorded; returns their ids in order. Columns left out take the model's defaults."""
    if not rows:
        return []
    usual = _defaults(table_of(model))
    names = [name for name in ("id", *usual) if any(name in row for row in rows)]
    columns = {name: [row.get(name, usual.get(name)) for row in rows] for name in names}
    return list(insert_columns(session, model, columns))


def insert_columns(
    session: Session, model: type[SQLModel], columns: Mapping[str, Sequence[Any]], **alike: Any
) -> Sequence[int]:
    """The same from columns of equal length; ``alike`` is what every row holds. Returns the ids in order."""
    count = len(next(iter(columns.values()), ()))
    if not count:
        return []
    session.flush()
    table, connection = table_of(model), session.connection()
    ids = columns["id"] if "id" in columns else _reserved_ids(connection, table, count)
    same = {name: [value] * count for name, value in {**_defaults(table), **alike}.items()}
    values = {**same, **columns, "id": ids}
    bound = [_bound(connection, table.c[name], of_column) for name, of_column in values.items()]
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(["?" if connection.dialect.paramstyle == "qmark" else "%s"] * len(values))
    rows = list(zip(*bound, strict=True))
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', rows)
    _note_new(session, table, ids)
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


def _note(session: Session, changes: Iterable[tuple[Key, Row | None, Row | None]]) -> None:
    """Record what a bulk write did, unless the block is one of the few that leave no history."""
    if (recorder := session.info["recorder"]) is not None:
        for key, before, after in changes:
            recorder.note(key, before, after)


def _note_new(session: Session, table: Table, ids: Sequence[int]) -> None:
    """Record new rows as runs; those that went in this very block, and came again, as what they are: changed."""
    recorder = session.info["recorder"]
    if recorder is None:
        return
    again = [] if isinstance(ids, range) else [row_id for row_id in ids if recorder.knows((table.name, row_id))]
    for run in _runs(ids if not again else sorted(set(ids) - set(again))):
        recorder.note_run(table.name, run)
    _note(
        session, (((table.name, row_id), None, row) for row_id, row in stored_rows(session, table.name, again).items())
    )


def _runs(ids: Sequence[int]) -> Iterator[range]:
    """The ids as ranges without a gap."""
    if isinstance(ids, range):
        yield ids
        return
    start = 0
    for place in range(1, len(ids) + 1):
        if place == len(ids) or ids[place] != ids[place - 1] + 1:
            yield range(ids[start], ids[place - 1] + 1)
            start = place


def _reserved_ids(connection: Connection, table: Table, count: int) -> range:
    """Ids that nobody has and nobody will be given, in a row; safe because one block writes at a time."""
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        last = connection.execute(select(func.setval(sequence, func.nextval(sequence) + count - 1))).scalar_one()
        return range(last - count + 1, last + 1)
    used = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}).scalar()
    return range(int(used or 0) + 1, int(used or 0) + count + 1)


def _bound(connection: Connection, column: Column[Any], values: Iterable[Any]) -> Iterable[Any]:
    """The values as the driver takes them."""
    process = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    return map(process, values) if process else values


@cache
def _defaults(table: Table) -> Row:
    """What the columns hold when nothing is said."""
    return {column.name: getattr(column.default, "arg", None) for column in table.columns if column.name != "id"}
