"""What the columns of a file mean: the outcome of the mapping, and what every later stage reads by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column of the file and what it means here; ``field`` None means nothing."""

    position: int
    name: str
    field: str | None = None
    confidence: int = 0
    """0-100; below SURE it is worth a look."""
    why: str = ""
    """``name``, ``content`` or ``chosen``."""
    samples: tuple[str, ...] = ()
    separator: str | None = None
    """Between the values of a cell, for fields that take several."""


@dataclass(frozen=True)
class Mapping:
    """What every column of a table means."""

    columns: tuple[Column, ...]

    def of(self, field: str) -> list[Column]:
        """The columns that mean this field."""
        return [column for column in self.columns if column.field == field]

    def has(self, *fields: str) -> bool:
        return any(column.field in fields for column in self.columns)

    def told(self) -> dict[str, str]:
        """Header -> field, as it is remembered with an import."""
        return {column.name: column.field for column in self.columns if column.field}
