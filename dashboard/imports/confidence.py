"""Cells that were told in confidence: they stand in the file, and on no screen."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.check_ins.names import asks
from dashboard.imports.columns import Column, Mapping
from dashboard.imports.fields import Kind
from dashboard.imports.formulas import restore
from dashboard.imports.limits import MOST_COLUMNS
from dashboard.imports.values import read_yes

HIDDEN = "confidential"
"""What is shown instead."""
CHOSEN = "chosen"


class Confidence(NamedTuple):
    """By position: columns that are confidential in every row, and in those where one of the ``flags`` says so."""

    always: frozenset[int]
    sometimes: frozenset[int]
    flags: frozenset[int]

    def hides(self, cells: Sequence[str], *, is_shifted: bool = False) -> set[int]:
        """The positions of the cells of a row that are not shown, blank ones too. Where cells are shifted, anything
        from the first such column on may be what was told in confidence."""
        if is_shifted and (self.always or self.sometimes):
            return set(range(min(self.always | self.sometimes), MOST_COLUMNS))
        said = any(at < len(cells) and _says_so(cells[at]) for at in self.flags)
        return {*self.always, *(self.sometimes if said else ())}

    def masked(self, cells: Sequence[str]) -> list[str]:
        """The cells of a row as they may be shown."""
        hidden = self.hides(cells)
        return [HIDDEN if at in hidden and cell.strip() else cell for at, cell in enumerate(cells)]

    def has_any(self, cells: Sequence[str]) -> bool:
        """Whether the row says something in confidence."""
        return any(at < len(cells) and cells[at].strip() for at in self.hides(cells))


def confidence_of(columns: Mapping, kind: Kind) -> Confidence:
    """What is confidential in a file with these columns."""
    meant = [(column, kind.field(column.field) if column.field else None) for column in columns.columns]
    flags = {field.hidden_where for _, field in meant if field and field.hidden_where}
    return Confidence(
        always=frozenset(
            column.position for column, field in meant if (field and field.hidden) or _is_asked_so(column)
        ),
        sometimes=frozenset(column.position for column, field in meant if field and field.hidden_where),
        flags=frozenset(column.position for column in columns.columns if column.field in flags),
    )


def _is_asked_so(column: Column) -> bool:
    """Whether its question asks in confidence, whatever kind of file this is read as, unless somebody gave it an open
    meaning."""
    is_open = column.field is not None and column.why == CHOSEN
    return not is_open and column.field != HIDDEN and asks("confidential_comment", column.name) > 0


def _says_so(cell: str) -> bool:
    """Whether a row is confidential; also where it can't be read, until that is mended."""
    try:
        return bool(cell.strip()) and bool(read_yes(restore(cell.strip())))
    except InvalidError:
        return True
