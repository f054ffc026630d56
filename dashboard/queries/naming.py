"""Rows in the words of a coordinator: "Pairing: Ana Ruiz with Ben Ode" instead of a table and a number."""

from datetime import date
from typing import Any

from sqlalchemy import select as select_rows
from sqlmodel import Session, col, select

from dashboard.words import day
from models import Base, Change

Row = dict[str, Any]

TABLES = {
    "check_in": "Check-in",
    "check_in_schedule": "Check-in schedule",
    "cohort": "Cohort",
    "meeting": "Meeting",
    "meeting_skill": "Skill practised",
    "pairing": "Pairing",
    "participant": "Participant",
    "participant_skill": "Skill of a participant",
    "person": "Person",
    "plan": "Plan",
    "separation": "Separation",
    "skill": "Skill",
}
CONFIDENTIAL = "Confidential"
NOTHING = ""
WORDS = {"end_reason", "fit", "format", "kind", "role", "status", "wave"}
"""Columns that hold a word of ours."""


def told(column: str) -> str:
    """A column in words: ``held_on`` is "Held on", ``mentor_id`` is "Mentor"."""
    words = column.removesuffix("_id").replace("_", " ")
    return words[:1].upper() + words[1:]


class Naming:
    """Looks rows up once, as they are now or, when they are gone, as they last were."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._known: dict[tuple[str, int], Row] = {}

    def title(self, table: str, row: Row) -> str:
        """What a row is: its kind, and whom or what it is about."""
        return f"{TABLES.get(table, told(table))}: {self.name(table, row)}"

    def name(self, table: str, row: Row) -> str:
        """Whom or what a row is about."""
        if "name" in row:
            return str(row["name"])
        if table == "participant":
            return f"{self._of('person', row['person_id'])} as {row['role']} in {self._of('cohort', row['cohort_id'])}"
        if table == "pairing":
            return f"{self._person(row['mentor_id'])} with {self._person(row['mentee_id'])}"
        if table == "meeting":
            return f"{self._of('pairing', row['pairing_id'])} on {_in_words('held_on', row['held_on'])}"
        if table == "check_in":
            return f"{self._person(row['participant_id'])}, {row['wave'].replace('_', ' ')}"
        if table == "separation":
            return f"{self._of('person', row['person_a_id'])} and {self._of('person', row['person_b_id'])}"
        references = [name for name in row if name.endswith("_id")]
        return ", ".join(self.value(table, name, row) for name in references)

    def value(self, table: str, column: str, row: Row) -> str:
        """One value in words; a reference by its name, and a confidential comment not at all."""
        value = row.get(column)
        if value is None:
            return NOTHING
        if table == "check_in" and column == "comment" and row.get("confidential"):
            return CONFIDENTIAL
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if target := _target(table, column):
            return self._of(target, value)
        return _in_words(column, value)

    def _person(self, participant_id: int) -> str:
        row = self.row("participant", participant_id)
        return self._of("person", row["person_id"]) if row else f"participant {participant_id}"

    def _of(self, table: str, row_id: int) -> str:
        row = self.row(table, row_id)
        return self.name(table, row) if row else f"{TABLES.get(table, table).lower()} {row_id}"

    def row(self, table: str, row_id: int) -> Row:
        """A row as it is now or, when it is gone, as it last was."""
        key = (table, row_id)
        if key not in self._known:
            columns = Base.metadata.tables[table]
            now = (
                self.session.connection().execute(select_rows(columns).where(columns.c.id == row_id)).mappings().first()
            )
            self._known[key] = dict(now) if now else self._last(table, row_id)
        return self._known[key]

    def _last(self, table: str, row_id: int) -> Row:
        last = self.session.exec(
            select(Change)
            .where(Change.table_name == table, Change.row_id == row_id)
            .order_by(col(Change.id).desc())
            .limit(1)
        ).first()
        return (last.after or last.before or {}) if last else {}


def _in_words(column: str, value: Any) -> str:
    """Dates as people read them, and our own words without their underscores."""
    if column.endswith("_on"):
        return day(date.fromisoformat(str(value)))
    if column in WORDS:
        return told(str(value))
    return str(value)


def _target(table: str, column: str) -> str | None:
    """The table that a column refers to."""
    known = Base.metadata.tables.get(table)
    if known is None or column not in known.c:
        return None
    keys = known.c[column].foreign_keys
    return next((key.column.table.name for key in keys if key.column.name == "id"), None)
