"""The history: what a coordinator did, and every row that it changed."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, false
from sqlmodel import Field

from models.base import Base, Moment, not_blank, one_of


class ActionKind(StrEnum):
    EDIT = "edit"
    IMPORT = "import"
    SAMPLE = "sample"
    UNDO = "undo"


class Action(Base, table=True):
    """One thing a coordinator did: the unit of history and of undo. ``token`` makes a double click one action."""

    __table_args__ = (
        not_blank("actor"),
        not_blank("summary"),
        one_of("kind", ActionKind),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment, index=True)
    actor: str
    summary: str
    kind: str = ActionKind.EDIT
    token: str | None = Field(default=None, unique=True)
    undoes_id: int | None = Field(default=None, foreign_key="action.id", ondelete="RESTRICT", index=True)
    undone_by_id: int | None = Field(default=None, foreign_key="action.id", ondelete="RESTRICT")
    """Set while the undoing stands; cleared when that is undone in turn."""


class Change(Base, table=True):
    """One row before and after an action: no ``before`` means it was inserted, no ``after`` that it was deleted."""

    __table_args__ = (
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="changes_something"),
        Index("ix_change_table_name_row_id", "table_name", "row_id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id", ondelete="RESTRICT", index=True)
    table_name: str
    row_id: int
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))


class Import(Base, table=True):
    """An action that came from a file: its name, its fingerprint, how its columns were read and what came of it."""

    __tablename__ = "import_"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id", ondelete="RESTRICT", unique=True)
    file_name: str
    sha256: str = Field(index=True)
    kind: str
    mapping: dict[str, Any] = Field(sa_type=JSON)
    counts: dict[str, Any] = Field(sa_type=JSON)
    header_key: str | None = Field(default=None, index=True)
    """By what the next file of the same make is known."""
    said: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    """What a coordinator said about how to read it: ``separators`` by column, ``options`` by question."""


class Revision(Base, table=True):
    """A single row whose number grows with every committed write; caches are keyed by it.

    ``is_undoing`` holds inside an undo, so nobody else ever sees it: the guards then let a draft come back as it was.
    """

    __table_args__ = (CheckConstraint("id = 1", name="single_row"),)

    id: int = Field(default=None, primary_key=True)
    number: int = 0
    is_undoing: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


HISTORY = frozenset({"action", "change", "import_", "revision"})
"""The tables that tell what happened, and so are not themselves recorded."""
