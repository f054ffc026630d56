"""A file of any kind out of the program: it opens in a spreadsheet, and uploaded again it changes nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard.imports.blanks import Blanks
from dashboard.imports.fields import Kind
from dashboard.imports.formulas import defuse, spell_out
from dashboard.imports.lists import join
from dashboard.imports.returning import write_table


def export(kind: Kind, frame: pd.DataFrame) -> bytes:
    """The rows under our own column names. The columns of the frame are fields of the kind; lists are joined."""
    fields = [kind.field(str(key)) for key in frame.columns]
    columns = [_texts(frame[field.key].tolist(), field.blanks) for field in fields]
    return write_table([field.label for field in fields], zip(*columns, strict=True))


def _texts(cells: Sequence[Any], blanks: Blanks) -> list[str]:
    if any(isinstance(cell, list) for cell in cells):
        # Each value is made whole on its own when it comes in, so each is made harmless on its own.
        return join([[defuse(spell_out(value, blanks)) for value in cell or ()] for cell in cells])
    return [spell_out(_text(cell), blanks) for cell in cells]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
