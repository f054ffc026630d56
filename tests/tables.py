"""Every table but the history, row for row: what a test compares before and after."""

from sqlalchemy import select

from dashboard.database import reading
from models import HISTORY, Base


def rows() -> dict[str, list[dict]]:
    """All rows of all tables that an undo puts back, by table, in the order of their ids."""
    with reading() as session:
        return {
            table.name: [dict(row) for row in session.execute(select(table).order_by(table.c.id)).mappings()]
            for table in Base.metadata.sorted_tables
            if table.name not in HISTORY
        }
