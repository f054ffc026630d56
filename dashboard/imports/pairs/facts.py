"""What one row of a file of pairs says: who the two are, and how their pairing stands."""

from dataclasses import dataclass
from datetime import date

from dashboard.imports.cells import Values
from dashboard.imports.pairs.fields import PAIRS
from dashboard.imports.pairs.roll import Who
from dashboard.imports.pairs.values import Reason
from models import OPEN


@dataclass(frozen=True, slots=True)
class Said:
    """The cells of a row that tell how a pairing stands; None for blank ones."""

    start: date | None = None
    end: date | None = None
    status: str | None = None
    reason: Reason | None = None
    note: str | None = None
    rationale: str | None = None

    def is_over(self, today: date) -> bool:
        """Whether the row tells of an end."""
        if self.status is not None:
            return self.status not in OPEN
        return self.reason is not None or (self.end is not None and self.end <= today)


class Reader:
    """Reads the facts of a row from the columns of a whole file."""

    def __init__(self, values: Values, rows: int) -> None:
        self._columns = {field.key: values.of(field.key, rows) for field in PAIRS.fields}

    def said(self, row: int) -> Said:
        keys = ("started_on", "ended_on", "status", "end_reason", "end_note", "rationale")
        return Said(*(self._columns[key][row] for key in keys))

    def who(self, row: int, role: str) -> Who:
        contact = self._columns[f"{role}_email"][row]
        name = self._columns[role][row] or (contact.name if contact else None)
        return Who(name, contact.email if contact else None, self._columns[f"{role}_id"][row])
