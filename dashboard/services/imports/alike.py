"""Rows that change together."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, SQLModel

from dashboard.recording import update_rows


def update_alike(session: Session, model: type[SQLModel], changes: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Change rows by id, those that change the same columns in one statement."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in changes:
        alike[tuple(sorted(values))].append({"id": row_id, **values})
    for rows in alike.values():
        update_rows(session, model, rows)
