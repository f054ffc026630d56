"""Undo: an action taken back in a new action, or the sentence that says what stands in the way."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy
from sqlalchemy import Table, func, update
from sqlmodel import Session, SQLModel, col, select

from dashboard.errors import ConflictError, NotFoundError
from dashboard.recording import CHUNK, delete_rows, from_words, insert_rows, stored_rows, update_rows
from models import Action, ActionKind, Base, Change, Revision

UNDID, BROUGHT_BACK = "Undid: ", "Brought back: "
NAMED = 3
"""How many actions a refusal names before it says "and 4 more"."""


class Changed(NamedTuple):
    """A row before and after: not the stored object, which each bulk write would expire, to be read one by one."""

    table_name: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def undo(session: Session, *, action_id: int) -> None:
    """Put every row that the action changed back as it was. Undoing an undo brings the first action back.

    Refused when a row has changed since, or when something newer builds on a row that would go.
    """
    action = session.get(Action, action_id)
    if action is None:
        raise NotFoundError("This action is no longer in the history. Reload the page.")
    if action.undone_by_id is not None:
        raise ConflictError(f"“{action.summary}” was undone already. Nothing changed.")
    changes = _changes(session, action_id)
    if not changes:
        raise ConflictError(f"“{action.summary}” left no change that could be taken back.")
    _refuse_if_changed_since(session, action, changes)
    _refuse_if_built_upon(session, action, changes)
    session.connection().execute(update(Revision).values(is_undoing=True))
    _put_back(session, changes)
    session.connection().execute(update(Revision).values(is_undoing=False))
    _tell(session, action)


def _changes(session: Session, action_id: int) -> list[Changed]:
    columns = (col(Change.table_name), col(Change.row_id), col(Change.before), col(Change.after))
    stored = sqlalchemy.select(*columns).where(col(Change.action_id) == action_id).order_by(col(Change.id))
    return [Changed(*row) for row in session.execute(stored)]


def _refuse_if_changed_since(session: Session, action: Action, changes: Sequence[Changed]) -> None:
    moved = []
    for table, of_table in _by_table(changes):
        now = stored_rows(session, table.name, [change.row_id for change in of_table])
        moved += [change for change in of_table if not _still(now.get(change.row_id), change.after)]
    if moved:
        raise ConflictError(_refusal(action, _later(session, action, moved), "changed the same data"))


def _still(row: dict[str, object] | None, left: dict[str, object] | None) -> bool:
    """Whether the row is as the action left it; columns that came later do not count."""
    if row is None or left is None:
        return row is None and left is None
    return all(row[name] == value for name, value in left.items() if name in row)


def _later(session: Session, action: Action, moved: Sequence[Changed]) -> list[str]:
    """What was done to these rows after the action, newest first."""
    found: dict[int, str] = {}
    for change in moved[:CHUNK]:
        newest = session.exec(
            select(Action)
            .join(Change, col(Change.action_id) == col(Action.id))
            .where(Change.table_name == change.table_name, Change.row_id == change.row_id, col(Action.id) > action.id)
            .order_by(col(Action.id).desc())
        ).first()
        if newest:
            found[newest.id] = newest.summary
    return [found[number] for number in sorted(found, reverse=True)]


def _refuse_if_built_upon(session: Session, action: Action, changes: Sequence[Changed]) -> None:
    going = {(change.table_name, change.row_id) for change in changes if change.before is None}
    above = [row for table, ids in _ids_by_table(going) for row in _rows_that_refer_to(session, table, ids)]
    ours = {(change.table_name, change.row_id) for change in changes}  # they go too, or back to what they were before
    above = [row for row in above if row not in ours]
    if above:
        raise ConflictError(_refusal(action, _makers(session, above), "used what it added"))


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


def _refusal(action: Action, later: list[str], why: str) -> str:
    if not later:
        return f"“{action.summary}” can't be undone: the data has changed since. Reload the page and look again."
    named = ", ".join(f"“{summary}”" for summary in later[:NAMED])
    more = f" and {len(later) - NAMED} more" if len(later) > NAMED else ""
    them = "that" if len(later) == 1 else "those"
    return f"“{action.summary}” can't be undone yet: {named}{more} came later and {why}. Undo {them} first."


def _put_back(session: Session, changes: Sequence[Changed]) -> None:
    """Replay the changes backwards: what came last goes first, so that no rule is broken on the way."""
    for (table_name, how), run in groupby(reversed(changes), key=lambda change: (change.table_name, _how(change))):
        table = Base.metadata.tables[table_name]
        if how == "came":
            delete_rows(session, _model(table), [change.row_id for change in run])
            continue
        rows = [from_words(table, change.before) for change in run if change.before]
        (update_rows if how == "changed" else insert_rows)(session, _model(table), rows)


def _how(change: Changed) -> str:
    return "came" if change.before is None else "went" if change.after is None else "changed"


def _by_table(changes: Sequence[Changed]) -> list[tuple[Table, list[Changed]]]:
    """The changes of each table, parents before children."""
    of: dict[str, list[Changed]] = {}
    for change in changes:
        of.setdefault(change.table_name, []).append(change)
    return [(table, of[table.name]) for table in Base.metadata.sorted_tables if table.name in of]


def _model(table: Table) -> type[SQLModel]:
    mappers = Base.__subclasses__()
    return next(model for model in mappers if getattr(model, "__table__", None) is table)


def _tell(session: Session, action: Action) -> None:
    """Make the new action say what it undid, and the old one by whom it was undone."""
    if action.kind == ActionKind.UNDO and action.undoes_id is not None:
        first = session.get_one(Action, action.undoes_id)
        first.undone_by_id = None
        session.info["summary"] = f"{BROUGHT_BACK}{first.summary}"
    else:
        session.info["summary"] = f"{UNDID}{action.summary}"

    def link(new: Action) -> None:
        new.undoes_id = action.id
        action.undone_by_id = new.id

    session.info["with_action"].append(link)
