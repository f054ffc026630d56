"""Every table but the history, row for row: what a test compares before and after."""

from sqlalchemy import delete, select

from dashboard.database import reading, writing
from models import HISTORY, Base


def rows() -> dict[str, list[dict]]:
    """All rows of all tables that an undo puts back, by table, in the order of their ids."""
    with reading() as session:
        return {
            table.name: [dict(row) for row in session.execute(select(table).order_by(table.c.id)).mappings()]
            for table in Base.metadata.sorted_tables
            if table.name not in HISTORY
        }


def empty() -> None:
    """Take everything out, the history too: each example of a property begins with nothing."""
    with writing("Ana", "Emptied", recorded=False) as session:
        connection = session.connection()
        for table in reversed(Base.metadata.sorted_tables):
            if table.name == "action":  # actions refer to each other
                connection.execute(table.update().values(undoes_id=None, undone_by_id=None))
            if table.name != "revision":
                connection.execute(delete(table))
