"""What hangs on the sample: the rows that loading inserted, and everything that refers to one of them."""

from itertools import pairwise
from typing import Any

from sqlalchemy import ForeignKey, Table, select
from sqlmodel import Session

from dashboard.recording import table_of
from models import HISTORY, Action, ActionKind, Base, Change

Ids = set[int]
SHARED = frozenset({"skill"})
"""Tables whose rows belong to whoever uses them: a row of the sample stays while something else refers to it."""


def doomed_rows(session: Session) -> tuple[dict[str, Ids], dict[str, Ids]]:
    """The ids per table that loading inserted, and all that go with them: both also when the row itself is gone."""
    seed = _inserted(session)
    doomed: dict[str, Ids] = {}
    for table in _recorded_tables():
        keys = [(key, doomed[key.column.table.name]) for key in _references(table) if key.column.table.name in doomed]
        hanging = [(key, ids) for key, ids in keys if key.column.table.name not in SHARED]
        doomed[table.name] = (
            seed.get(table.name, set()) | _living(session, table, hanging) | _vanished(session, table, hanging)
        )
    for name in SHARED:
        doomed[name] -= _still_used(session, name, doomed)
    return seed, {name: ids for name, ids in doomed.items() if ids}


def runs(ids: Ids) -> list[tuple[int, int]]:
    """The ids as stretches from the first to the last, both included: loading makes few and long ones."""
    if not ids:
        return []
    ordered = sorted(ids)
    breaks = [(one, other) for one, other in pairwise(ordered) if other != one + 1]
    starts, ends = [ordered[0], *(other for _, other in breaks)], [*(one for one, _ in breaks), ordered[-1]]
    return list(zip(starts, ends, strict=True))


def _recorded_tables() -> list[Table]:
    """The tables that hold the program, those that are referred to first."""
    return [table for table in Base.metadata.sorted_tables if table.name not in HISTORY]


def _references(table: Table) -> list[ForeignKey]:
    return [key for key in table.foreign_keys if key.column.name == "id"]


def _inserted(session: Session) -> dict[str, Ids]:
    change, action = table_of(Change), table_of(Action)
    loaded = select(action.c.id).where(action.c.kind == ActionKind.SAMPLE)
    rows = select(change.c.table_name, change.c.row_id).where(change.c.action_id.in_(loaded))
    seed: dict[str, Ids] = {}
    for name, row_id in session.connection().execute(rows):
        seed.setdefault(name, set()).add(row_id)
    return seed


def _living(session: Session, table: Table, hanging: list[tuple[ForeignKey, Ids]]) -> Ids:
    """Rows of the table that refer to one of the ids."""
    found: Ids = set()
    for key, ids in hanging:
        for first, last in runs(ids):
            rows = select(table.c.id).where(key.parent.between(first, last))
            found |= set(session.connection().execute(rows).scalars())
    return found


def _vanished(session: Session, table: Table, hanging: list[tuple[ForeignKey, Ids]]) -> Ids:
    """Rows that are gone by now, of which the history tells that they referred to one of the ids."""
    if not any(ids for _, ids in hanging):
        return set()
    change = table_of(Change)
    gone = (change.c.table_name == table.name) & change.c.row_id.not_in(select(table.c.id))
    told = session.connection().execute(select(change.c.row_id, change.c.before, change.c.after).where(gone))
    return {row_id for row_id, *states in told if any(state and _refers(state, hanging) for state in states)}


def _refers(state: dict[str, Any], hanging: list[tuple[ForeignKey, Ids]]) -> bool:
    return any(state.get(key.parent.name) in ids for key, ids in hanging)


def _still_used(session: Session, name: str, doomed: dict[str, Ids]) -> Ids:
    """Rows of a shared table that something which stays refers to."""
    used: Ids = set()
    for table in _recorded_tables():
        for key in _references(table):
            if key.column.table.name == name:
                rows = session.connection().execute(
                    select(table.c.id, key.parent).where(key.parent.in_(sorted(doomed[name])))
                )
                used |= {target for row_id, target in rows if row_id not in doomed[table.name]}
    return used
