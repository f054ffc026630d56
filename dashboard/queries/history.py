"""What was done, by whom, and what each action changed, in words."""

from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, func
from sqlmodel import Session, col, select

from dashboard.queries.naming import CONFIDENTIAL, Naming, Row, told
from models import Action, ActionKind, Change, Import

ACTION_COLUMNS = ["id", "at", "actor", "summary", "kind", "is_undone", "undoes_id", "file_name", "changes"]
CHANGE_COLUMNS = ["what", "happened", "field", "before", "after"]
HIDDEN = {"id", "name_key", "email_key"}
"""Columns that only the program itself reads."""


def actions_page(session: Session, *, limit: int = 50, offset: int = 0, **filters: Any) -> pd.DataFrame:
    """One row an action, newest first: ``ACTION_COLUMNS``; ``changes`` counts the rows it changed. Filters as in
    ``action_count``."""
    changed = select(func.count()).where(Change.action_id == Action.id).correlate(Action).scalar_subquery()
    page = (
        select(
            col(Action.id),
            col(Action.at),
            col(Action.actor),
            col(Action.summary),
            col(Action.kind),
            col(Action.undone_by_id).is_not(None),
            col(Action.undoes_id),
            col(Import.file_name),
            changed,
        )  # type: ignore[call-overload]
        .join(Import, col(Import.action_id) == col(Action.id), isouter=True)
        .where(*_chosen(**filters))
        .order_by(col(Action.id).desc())
        .limit(limit)
        .offset(offset)
    )
    return pd.DataFrame(session.exec(page).all(), columns=ACTION_COLUMNS)


def action_count(session: Session, **filters: Any) -> int:
    """How many actions there are: of an ``actor``, a ``kind``, with ``search`` in their words, ``since``, ``until``
    (moments)."""
    counted: Select[Any] = select(func.count()).select_from(Action).where(*_chosen(**filters))
    return int(session.exec(counted).one())  # type: ignore[call-overload]


def action(session: Session, *, action_id: int) -> dict[str, Any] | None:
    """One action: ``ACTION_COLUMNS`` and ``undone_by_id``; None when there is no such action."""
    found = session.get(Action, action_id)
    if found is None:
        return None
    changes = select(func.count()).select_from(Change).where(Change.action_id == action_id)
    file_name = session.exec(select(Import.file_name).where(Import.action_id == action_id)).first()
    told = {"is_undone": found.undone_by_id is not None, "file_name": file_name, "changes": session.exec(changes).one()}
    return {**found.model_dump(exclude={"token"}), **told}


def actors(session: Session) -> list[str]:
    """Everybody who ever did something."""
    return list(session.exec(select(Action.actor).distinct().order_by(col(Action.actor))))


def _chosen(
    *,
    search: str = "",
    actor: str | None = None,
    kind: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if search.strip():
        wanted.append(col(Action.summary).icontains(search.strip(), autoescape=True))
    if actor:
        wanted.append(col(Action.actor) == actor)
    if kind:
        wanted.append(col(Action.kind) == ActionKind(kind).value)
    if since:
        wanted.append(col(Action.at) >= since)
    if until:
        wanted.append(col(Action.at) < until)
    return wanted


def action_changes(session: Session, *, action_id: int, limit: int = 50, offset: int = 0) -> pd.DataFrame:
    """What an action did to ``limit`` rows, one line a field: ``what`` ("Pairing: Ana Ruiz with Ben Ode"), ``happened``
    (added, changed, removed), ``field``, ``before`` and ``after`` as text. A confidential comment is never told."""
    rows = session.exec(
        select(Change).where(Change.action_id == action_id).order_by(col(Change.id)).limit(limit).offset(offset)
    ).all()
    naming = Naming(session)
    return pd.DataFrame([line for row in rows for line in _lines(naming, row)], columns=CHANGE_COLUMNS)


def _lines(naming: Naming, change: Change) -> list[tuple[str, str, str, str, str]]:
    before, after = _hushed(naming.session, change)
    happened = "Added" if not before else "Removed" if not after else "Changed"
    what = naming.title(change.table_name, after or before)
    return [
        (
            what,
            happened,
            told(name),
            naming.value(change.table_name, name, before),
            naming.value(change.table_name, name, after),
        )
        for name in (after or before)
        if name not in HIDDEN and (change.before or {}).get(name) != (change.after or {}).get(name)
    ]


def _hushed(session: Session, change: Change) -> tuple[Row, Row]:
    """The row before and after, its comment replaced where it was, or later became, confidential: what a check-in said
    before the last time that it was confidential is told nowhere, whatever its box says now."""
    before, after = dict(change.before or {}), dict(change.after or {})
    if change.table_name != "check_in":
        return before, after
    same_row = select(Change).where(Change.table_name == "check_in", Change.row_id == change.row_id)
    versions = session.exec(same_row).all()
    last = max((one.id for one in versions if _is_hush(one.before) or _is_hush(one.after)), default=0)
    if before.get("comment") and change.id <= last:
        before["comment"] = CONFIDENTIAL
    if after.get("comment") and (change.id < last or _is_hush(change.after)):
        after["comment"] = CONFIDENTIAL
    return before, after


def _is_hush(row: Row | None) -> bool:
    return bool(row and row.get("confidential"))
