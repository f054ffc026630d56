"""What the columns of a file mean: the outcome of the mapping, and what every later stage reads by."""

from dataclasses import dataclass

from dashboard.imports.ways import Way

SURE = 85
"""Below it a coordinator is asked to look."""
IN = " in "
"""Between the field and the way, as they are remembered."""


@dataclass(frozen=True)
class Column:
    """A column of the file and what it means here; ``field`` None means nothing."""

    position: int
    name: str
    field: str | None = None
    confidence: int = 0
    """0-100; below SURE it is worth a look."""
    why: str = ""
    """``name``, ``question`` (its words), ``content``, ``chosen``, or ``moved``: its field was chosen for another."""
    rivals: tuple[str, ...] = ()
    """Other columns that are called like this field, too, where nobody said which one means it."""
    could_be: str = ""
    """The field that it could mean as well as ``instead``, the column that means it."""
    instead: str = ""
    after: str = ""
    """The column that goes before: this one counts only where that is blank."""
    samples: tuple[str, ...] = ()
    separator: str | None = None
    """Between the values of a cell, for fields that take several; not sure where cells differ in it."""
    separator_is_sure: bool = True
    ways: tuple[Way, ...] = ()
    """The ways in which the whole column may be read, and ``way``, the key of the one that holds ("" is undecided)."""
    way: str = ""
    way_is_sure: bool = True
    way_why: str = ""
    """What told the way, or why nothing does."""

    is_lost: bool = False
    """Whether it holds answers, and nothing claims them."""

    @property
    def is_doubtful(self) -> bool:
        """Whether it is worth a look."""
        is_sure = self.confidence >= SURE and self.way_is_sure and self.separator_is_sure
        return self.field is not None and (bool(self.rivals) or not is_sure)


@dataclass(frozen=True)
class Mapping:
    """What every column of a table means."""

    columns: tuple[Column, ...]

    def of(self, field: str) -> list[Column]:
        """The columns that mean this field."""
        return [column for column in self.columns if column.field == field]

    @property
    def lost(self) -> list[Column]:
        """Columns of answers that nobody said to leave out."""
        return [column for column in self.columns if column.is_lost]

    def has(self, *fields: str) -> bool:
        return any(column.field in fields for column in self.columns)

    def told(self) -> dict[str, str]:
        """Header -> field, and the way where there is one, as it is remembered with an import."""
        return {
            column.name: f"{column.field}{IN}{column.way}" if column.way else column.field
            for column in self.columns
            if column.field
        }


def remembered(told: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What ``Mapping.told`` said: header -> field, and header -> way."""
    parts = {name: said.partition(IN) for name, said in told.items()}
    return {name: field for name, (field, _, _) in parts.items()}, {
        name: way for name, (_, _, way) in parts.items() if way
    }
