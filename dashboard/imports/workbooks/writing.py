"""Rows to a workbook in which every cell is text, so that nothing is reckoned, linked or rounded."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31
LONGEST = 32_767
"""Characters that a cell of a workbook can hold; what is beyond them is lost there."""


def write_workbook(sheet: str, rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook with one sheet of this name."""
    out = BytesIO()
    # Written row by row; text is told to be text, so that a person who corrects 007 keeps its zeros.
    with Workbook(out, {"constant_memory": True, **AS_TEXT}) as workbook:
        page = workbook.add_worksheet(_name(sheet))
        as_text = workbook.add_format({"num_format": "@"})
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    page.write_string(place, column, cell[:LONGEST], as_text)
    return out.getvalue()


def _name(sheet: str) -> str:
    """The name without what Excel does not allow in it."""
    return NAMES.sub(" ", sheet).strip(" '")[:LONGEST_NAME] or "Rows"
