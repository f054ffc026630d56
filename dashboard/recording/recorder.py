"""The recorder of a writing block: every row that is inserted, updated or deleted, before and after.

Rows changed through the ORM are seen at each flush; ``insert_rows``, ``update_rows`` and ``delete_rows`` are the only
other way in, for many rows at once. Every change ends in ``Recorder.changes``, one entry a row however often it was
touched; rows that came many at once are one entry together, and the database itself tells in the end what they hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

from sqlalchemy import Table, event, insert, literal, select
from sqlalchemy.orm import ORMExecuteState, UOWTransaction
from sqlmodel import Session

from dashboard.recording.words import Row, in_words_of, stored_rows
from models import HISTORY, Base, Change

Key = tuple[str, int]
Run = tuple[str, range]
"""Rows of a table that came together."""


class Recorder:
    """What a writing block has changed so far: ``(table, id) -> [before, after]``, in the order of first touch."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.changes: dict[Key | Run, list[Row | None]] = {}
        self._runs: dict[str, list[range]] = {}
        self._gone: set[Key] = set()
        self._before: dict[Key, Row] = {}
        event.listen(session, "before_flush", self._remember)
        event.listen(session, "after_flush", self._record)
        event.listen(session, "do_orm_execute", self._refuse_bulk)

    def note(self, key: Key, before: Row | None, after: Row | None) -> None:
        """Record one row; a second note on the same row keeps its first ``before``. What goes, goes to the end: its
        children went before it, and an undo replays the list backwards."""
        if self._came(key):
            (self._gone.add if after is None else self._gone.discard)(key)
            return
        if key not in self.changes:
            self.changes[key] = [before, after]
            return
        self.changes[key][1] = after
        if after is None:
            self.changes[key] = self.changes.pop(key)

    def note_run(self, table_name: str, ids: range) -> None:
        """Record rows that came together, under ids that nobody had in this block."""
        self.changes[table_name, ids] = [None, None]
        self._runs.setdefault(table_name, []).append(ids)

    def knows(self, key: Key) -> bool:
        """Whether this block did something to the row already."""
        return key in self.changes or self._came(key)

    def settled(self) -> Iterator[tuple[Key | Run, Row | None, Row | None]]:
        """The rows that differ in the end from what they were."""
        for key, (before, after) in self.changes.items():
            if before != after or (_is_run(key) and self._is_left(cast(Run, key))):
                yield key, before, after

    def write(self, action_id: int, settled: Sequence[tuple[Key | Run, Row | None, Row | None]]) -> None:
        """Write these changes down as those of an action."""
        for is_run, changes in groupby(settled, key=lambda change: _is_run(change[0])):
            if is_run:
                for (table_name, ids), _, _ in changes:
                    self._write_run(action_id, table_name, cast(range, ids))
                continue
            rows = [
                {"action_id": action_id, "table_name": table, "row_id": row_id, "before": before, "after": after}
                for (table, row_id), before, after in changes
            ]
            self.session.connection().execute(insert(Change), rows)

    def _write_run(self, action_id: int, table_name: str, ids: range) -> None:
        table, connection = Base.metadata.tables[table_name], self.session.connection()
        after = in_words_of(connection.dialect.name, table)
        rows = select(literal(action_id), literal(table_name), table.c.id, after)
        rows = rows.where(table.c.id.between(ids[0], ids[-1])).order_by(table.c.id)
        connection.execute(insert(Change).from_select(["action_id", "table_name", "row_id", "after"], rows))

    def _came(self, key: Key) -> bool:
        return any(key[1] in run for run in self._runs.get(key[0], ()))

    def _is_left(self, run: Run) -> bool:
        return not self._gone or any((run[0], row_id) not in self._gone for row_id in run[1])

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


def _is_run(key: Key | Run) -> bool:
    return isinstance(key[1], range)


def _rank(table_name: str) -> int:
    return Base.metadata.sorted_tables.index(Base.metadata.tables[table_name])


def _is_among(new: Iterable[object], key: Key) -> bool:
    return any((type(thing).__table__.name, thing.id) == key for thing in new)  # type: ignore[attr-defined]
