"""The rows of a file of records: whom each of them names."""

from typing import Any

from dashboard.imports.cells import Values
from dashboard.imports.pairs.roll import Who
from dashboard.imports.records.whose import Told
from dashboard.imports.values import Contact


class Rows:
    """The values of a file by row."""

    def __init__(self, values: Values, count: int) -> None:
        self._columns = {key: values.of(key, count) for key in values.fields}

    def has(self, key: str) -> bool:
        """Whether a column means this field."""
        return key in self._columns

    def value(self, key: str, row: int) -> Any:
        """What the row says, None where it is blank."""
        return self._columns[key][row] if key in self._columns else None

    def told(self, row: int) -> Told:
        """Whom the row names."""
        return Told(
            mentor=self._who(row, "mentor_email", "mentor_id", "mentor"),
            mentee=self._who(row, "mentee_email", "mentee_id", "mentee"),
            somebody=self._who(row, "email", "external_id", "name"),
        )

    def _who(self, row: int, email: str, external_id: str, name: str) -> Who:
        contact: Contact | None = self.value(email, row)
        named = self.value(name, row) or (contact.name if contact else None)
        return Who(named, contact.email if contact else None, self.value(external_id, row))
