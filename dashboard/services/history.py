"""Undo: an action taken back in a new action, or the sentence that says what stands in the way."""

from collections.abc import Sequence
from itertools import groupby

import sqlalchemy
from sqlalchemy import Table, update
from sqlmodel import Session, SQLModel, col

from dashboard.errors import ConflictError, NotFoundError
from dashboard.recording import delete_rows, from_words, insert_rows, update_rows
from dashboard.services.undo_freedom import is_free
from dashboard.services.undo_plans import refuse_if_on_record, with_free_names
from dashboard.services.undo_rules import (
    Changed,
    refuse_if_built_upon,
    refuse_if_changed_since,
    refuse_if_groundless,
)
from models import Action, ActionKind, Base, Change, Revision

UNDID, BROUGHT_BACK = "Undid: ", "Brought back: "


def undo(session: Session, *, action_id: int) -> None:
    """Put every row that the action changed back as it was. Undoing an undo brings the first action back.

    Refused when a row has changed since, when something newer builds on a row that would go, or when what a row would
    build on is gone. A plan whose name was taken meanwhile comes back under a free one.
    """
    action, changes = _undoable(session, action_id)
    changes, renamed = with_free_names(session, changes)
    session.connection().execute(update(Revision).values(is_undoing=True))
    _put_back(session, changes)
    session.connection().execute(update(Revision).values(is_undoing=False))
    _tell(session, action, renamed)


def in_the_way(session: Session, *, action_id: int) -> str:
    """Why ``undo`` would refuse this action as things are now; nothing when it would not. It changes nothing."""
    action = session.get(Action, action_id)
    if action is not None and action.undone_by_id is None and is_free(session, action_id):
        return ""
    try:
        _undoable(session, action_id)
    except (NotFoundError, ConflictError) as error:
        return str(error)
    return ""


def _undoable(session: Session, action_id: int) -> tuple[Action, list[Changed]]:
    """The action and what it changed, when nothing stands in the way of taking it back."""
    action = session.get(Action, action_id)
    if action is None:
        raise NotFoundError("This action is no longer in the history. Reload the page.")
    if action.undone_by_id is not None:
        raise ConflictError(f"“{action.summary}” was undone already. Nothing changed.")
    changes = _changes(session, action_id)
    if not changes:
        raise ConflictError(f"“{action.summary}” left no change that could be taken back.")
    refuse_if_changed_since(session, action, changes)
    refuse_if_built_upon(session, action, changes)
    refuse_if_groundless(session, action, changes)
    refuse_if_on_record(session, action, changes)
    return action, changes


def _changes(session: Session, action_id: int) -> list[Changed]:
    columns = (col(Change.table_name), col(Change.row_id), col(Change.before), col(Change.after))
    stored = sqlalchemy.select(*columns).where(col(Change.action_id) == action_id).order_by(col(Change.id))
    return [Changed(*row) for row in session.execute(stored)]


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


def _model(table: Table) -> type[SQLModel]:
    mappers = Base.__subclasses__()
    return next(model for model in mappers if getattr(model, "__table__", None) is table)


def _tell(session: Session, action: Action, renamed: Sequence[str]) -> None:
    """Make the new action say what it undid and under which new names, and the old one by whom it was undone."""
    if action.kind == ActionKind.UNDO and action.undoes_id is not None:
        first = session.get_one(Action, action.undoes_id)
        first.undone_by_id = None
        session.info["summary"] = f"{BROUGHT_BACK}{first.summary}"
    else:
        session.info["summary"] = f"{UNDID}{action.summary}"
    session.info["summary"] += "".join(f"; the plan is “{name}” now" for name in renamed)

    def link(new: Action) -> None:
        new.undoes_id = action.id
        action.undone_by_id = new.id

    session.info["with_action"].append(link)
