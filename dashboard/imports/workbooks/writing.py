"""Rows to a workbook in which every cell is text, so that nothing is reckoned, linked or rounded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31
LAST_COLUMN, WIDTH = 499, 22
"""Up to here even cells that nobody has written yet are text; characters that a column shows."""
LONGEST = 32_767
"""Characters that a cell of a workbook can hold; what is beyond them is lost there."""


def write_workbook(sheets: Mapping[str, Iterable[Sequence[str]]]) -> bytes:
    """A workbook of these sheets: name -> rows."""
    out = BytesIO()
    # Written row by row; text is told to be text, so that a person who corrects or adds 007 keeps its zeros.
    with Workbook(out, {"constant_memory": True, **AS_TEXT}) as workbook:
        as_text = workbook.add_format({"num_format": "@"})
        for name, rows in sheets.items():
            page = workbook.add_worksheet(_name(name))
            page.set_column(0, LAST_COLUMN, WIDTH, as_text)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell:
                        page.write_string(place, column, cell[:LONGEST], as_text)
    return out.getvalue()


def _name(sheet: str) -> str:
    """The name without what Excel does not allow in it."""
    return NAMES.sub(" ", sheet).strip(" '")[:LONGEST_NAME] or "Rows"
