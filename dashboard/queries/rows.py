"""Running a statement that asks for columns."""

from typing import Any

from sqlalchemy import Select
from sqlmodel import Session

Columns = Select[*tuple[Any, ...]]
"""A statement that asks for columns, however many."""


def rows_of(session: Session, statement: Columns) -> list[dict[str, Any]]:
    """The rows as dicts by column name."""
    return [dict(row) for row in session.connection().execute(statement).mappings()]


def value_of(session: Session, statement: Select[Any]) -> Any:
    """The one value of the one row."""
    return session.connection().execute(statement).scalar_one()
