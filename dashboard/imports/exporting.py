"""A file of any kind out of the program: it opens in a spreadsheet, and uploaded again it changes nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard.imports.fields import Kind
from dashboard.imports.formulas import defuse
from dashboard.imports.lists import join
from dashboard.imports.returning import write_table


def export(kind: Kind, frame: pd.DataFrame) -> bytes:
    """The rows under our own column names. The columns of the frame are fields of the kind; lists are joined."""
    columns = [_texts(frame[key].tolist()) for key in frame.columns]
    header = [kind.field(str(key)).label for key in frame.columns]
    return write_table(header, zip(*columns, strict=True))


def _texts(cells: Sequence[Any]) -> list[str]:
    if any(isinstance(cell, list) for cell in cells):
        # Each value is made whole on its own when it comes in, so each is made harmless on its own.
        return join([[defuse(value) for value in cell or ()] for cell in cells])
    return [_text(cell) for cell in cells]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
