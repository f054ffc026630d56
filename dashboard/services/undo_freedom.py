"""Whether surely nothing stands in the way of an undo: told from what came later, which mostly is little, whatever the
size of what would be taken back."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session, col, select

from dashboard.recording import CHUNK
from dashboard.services.undo_rules import Changed
from models import Base, Change

MOST = 20_000
"""Later changes that are looked at; beyond them the rows themselves are quicker."""


def is_free(session: Session, action_id: int) -> bool:
    """Whether no later action touched a row of this one, referred to one, or removed any row at all."""
    columns = (col(Change.table_name), col(Change.row_id), col(Change.before), col(Change.after))
    later = [
        Changed(*row) for row in session.exec(select(*columns).where(col(Change.action_id) > action_id).limit(MOST + 1))
    ]
    if len(later) > MOST or any(change.after is None for change in later):
        return False
    met: dict[str, set[int]] = {}
    for change in later:
        for table, row_id in _met(change):
            met.setdefault(table, set()).add(row_id)
    return not any(_is_among(session, action_id, table, sorted(ids)) for table, ids in met.items())


def _met(change: Changed) -> Iterator[tuple[str, int]]:
    """The row that was changed, and those that it refers to."""
    yield change.table_name, change.row_id
    for column in Base.metadata.tables[change.table_name].columns:
        for key in column.foreign_keys:
            if refers := (change.after or {}).get(column.name):
                yield key.column.table.name, refers


def _is_among(session: Session, action_id: int, table: str, ids: Sequence[int]) -> bool:
    ours = select(Change.id).where(col(Change.action_id) == action_id, col(Change.table_name) == table)
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    return any(session.exec(ours.where(col(Change.row_id).in_(some)).limit(1)).first() is not None for some in chunks)
