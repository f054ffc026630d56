"""What stands in the way of an undo, in words: what changed since, what builds on it, what it builds on itself."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, func
from sqlmodel import Session, col, select

from dashboard.errors import ConflictError
from dashboard.recording import CHUNK, stored_rows
from models import Action, Base, Change

NAMED = 3
"""How many actions a refusal names before it says "and 4 more"."""


class Changed(NamedTuple):
    """A row before and after: not the stored object, which each bulk write would expire, to be read one by one."""

    table_name: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def refuse_if_changed_since(session: Session, action: Action, changes: Sequence[Changed]) -> None:
    """Refuse when a row is not as the action left it."""
    moved = []
    for table, of_table in _by_table(changes):
        now = stored_rows(session, table.name, [change.row_id for change in of_table])
        moved += [change for change in of_table if not _still(now.get(change.row_id), change.after)]
    if moved:
        rows = [(change.table_name, change.row_id) for change in moved]
        later = _latest(session, rows, col(Action.id) > action.id)
        raise ConflictError(refusal(action, later, "changed the same data"))


def _still(row: dict[str, object] | None, left: dict[str, object] | None) -> bool:
    """Whether the row is as the action left it; columns that came later do not count."""
    if row is None or left is None:
        return row is None and left is None
    return all(row[name] == value for name, value in left.items() if name in row)


def _latest(session: Session, rows: Sequence[tuple[str, int]], of: ColumnElement[bool]) -> list[str]:
    """What was done last to each of these rows, by the actions for which the condition holds, newest first."""
    found: dict[int, str] = {}
    for table, row_id in rows[:CHUNK]:
        done = select(Action).join(Change, col(Change.action_id) == col(Action.id))
        done = done.where(Change.table_name == table, Change.row_id == row_id, of)
        if newest := session.exec(done.order_by(col(Action.id).desc())).first():
            found[newest.id] = newest.summary
    return [found[number] for number in sorted(found, reverse=True)]


def refuse_if_built_upon(session: Session, action: Action, changes: Sequence[Changed]) -> None:
    """Refuse when something newer refers to a row that would go."""
    going = {(change.table_name, change.row_id) for change in changes if change.before is None}
    above = [row for table, ids in _ids_by_table(going) for row in _rows_that_refer_to(session, table, ids)]
    ours = {(change.table_name, change.row_id) for change in changes}  # they go too, or back to what they were before
    above = [row for row in above if row not in ours]
    if above:
        raise ConflictError(refusal(action, _makers(session, above), "used what it added"))


def _ids_by_table(rows: set[tuple[str, int]]) -> Iterator[tuple[str, list[int]]]:
    for table, keys in groupby(sorted(rows), key=lambda row: row[0]):
        yield table, [row_id for _, row_id in keys]


def _rows_that_refer_to(session: Session, table_name: str, ids: list[int]) -> Iterator[tuple[str, int]]:
    connection = session.connection()
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            if key.column.table.name != table_name or key.column.name != "id" or "id" not in table.c:
                continue
            for start in range(0, len(ids), CHUNK):
                found = select(table.c.id).where(key.parent.in_(ids[start : start + CHUNK]))
                yield from ((table.name, row_id) for row_id in connection.execute(found).scalars())


def _makers(session: Session, rows: Sequence[tuple[str, int]]) -> list[str]:
    """The actions that these rows come from, newest first."""
    found: dict[int, str] = {}
    for table, ids in _ids_by_table(set(rows)):
        for start in range(0, len(ids), CHUNK):
            made = session.exec(
                select(func.max(Change.action_id))
                .where(Change.table_name == table, col(Change.row_id).in_(ids[start : start + CHUNK]))
                .where(col(Change.before).is_(None))
                .group_by(col(Change.row_id))
            ).all()
            for action in session.exec(select(Action).where(col(Action.id).in_(set(made)))):
                found[action.id] = action.summary
    return [found[number] for number in sorted(found, reverse=True)]


def refuse_if_groundless(session: Session, action: Action, changes: Sequence[Changed]) -> None:
    """Refuse when a row that would come back refers to one that is gone and does not come back with it."""
    coming = {(change.table_name, change.row_id) for change in changes if change.before is not None}
    missing = [
        (parent, row_id)
        for parent, ids in _grounds(changes).items()
        for row_id in sorted(ids - stored_rows(session, parent, sorted(ids)).keys())
        if (parent, row_id) not in coming
    ]
    if missing:
        removed = _latest(session, missing, col(Change.after).is_(None))
        raise ConflictError(refusal(action, removed, "removed what it builds on"))


def _grounds(changes: Sequence[Changed]) -> dict[str, set[int]]:
    """The rows that these, as they were before, refer to, where that is new to them: table -> ids."""
    found: dict[str, set[int]] = {}
    for table, of_table in _by_table(changes):
        keys = [(key.parent.name, key.column.table.name) for key in table.foreign_keys if key.column.name == "id"]
        for change in of_table:
            was, now = change.before or {}, change.after or {}
            for name, parent in keys:
                if was.get(name) not in (None, now.get(name)):
                    found.setdefault(parent, set()).add(was[name])
    return found


def refusal(action: Action, later: list[str], why: str) -> str:
    """The sentence that names what has to be undone first; without that, that the data has changed."""
    if not later:
        return f"“{action.summary}” can't be undone: the data has changed since. Reload the page and look again."
    named = ", ".join(f"“{summary}”" for summary in later[:NAMED])
    more = f" and {len(later) - NAMED} more" if len(later) > NAMED else ""
    them = "that" if len(later) == 1 else "those"
    return f"“{action.summary}” can't be undone yet: {named}{more} came later and {why}. Undo {them} first."


def _by_table(changes: Sequence[Changed]) -> list[tuple[Table, list[Changed]]]:
    """The changes of each table, parents before children."""
    of: dict[str, list[Changed]] = {}
    for change in changes:
        of.setdefault(change.table_name, []).append(change)
    return [(table, of[table.name]) for table in Base.metadata.sorted_tables if table.name in of]
