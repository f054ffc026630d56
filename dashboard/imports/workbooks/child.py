"""A workbook read in a process of its own, with bounds: whatever a hostile file does to the reader, it does it here.

Standard input: a line of JSON (``sheet``: which one, or nothing; ``memory``: bytes; ``rows``, ``columns``: the most
that are read), then the workbook. Standard output: a line of JSON, then the rows of that sheet as CSV.
"""

import csv
import json
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from dashboard.imports.workbooks.markup import is_page
from dashboard.imports.workbooks.merged import downward, filled_down
from dashboard.imports.workbooks.pages import Page, PageTable
from dashboard.imports.workbooks.showing import as_shown
from dashboard.imports.workbooks.texts import text
from dashboard.imports.workbooks.unseen import unseen

HEAD = 30
MOST_SHEETS = 100
SECONDS = 30
LONGEST = 32_767
"""Characters that a cell of a workbook can hold; of a longer text the end is missing."""


def main() -> None:
    """Answer one question about one workbook."""
    asked = json.loads(sys.stdin.buffer.readline())
    _bound(asked["memory"])
    data = sys.stdin.buffer.read()
    out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    try:
        found, sheet = _look(_workbook(data), asked)
        aside = unseen(data) if data[:2] == b"PK" else {}
        for each in found["sheets"]:
            each |= aside.get(each["name"], {})
    except PasswordError:
        found, sheet = {"trouble": "password"}, None
    except CalamineError as error:
        found, sheet = {"trouble": "password" if "assword" in str(error) else "damaged"}, None
    out.write(json.dumps(found) + "\n")
    if sheet is not None:
        csv.writer(out).writerows(rows(sheet))
    out.flush()


def _workbook(data: bytes) -> CalamineWorkbook | Page:
    if is_page(data):
        return Page(data)
    return CalamineWorkbook.from_filelike(BytesIO(as_shown(data) if data[:2] == b"PK" else data))


def rows(sheet: CalamineSheet | PageTable) -> Iterator[list[str]]:
    """Every row from the first of the sheet, as text; nothing where nothing is."""
    if sheet.start is None:
        return
    merged = downward(sheet.merged_cell_ranges)
    yield from filled_down(_rows(sheet), merged) if merged else _rows(sheet)


def _rows(sheet: CalamineSheet | PageTable) -> Iterator[list[str]]:
    before = [""] * (sheet.start or (0, 0))[1]
    for cells in sheet.iter_rows():
        texts = [cell if type(cell) is str else text(cell) for cell in cells]
        yield before + texts if any(texts) else []


def _look(
    workbook: CalamineWorkbook | Page, asked: dict[str, Any]
) -> tuple[dict[str, Any], CalamineSheet | PageTable | None]:
    """What sheets there are, and the one that was asked for, or the fullest that can be seen."""
    listed: list[dict[str, Any]] = []
    best: CalamineSheet | PageTable | None = None
    fullest: tuple[int, int] = (0, 0)
    for about in workbook.sheets_metadata[:MOST_SHEETS]:
        sheet = workbook.get_sheet_by_name(about.name)
        described = _described(sheet, asked) | {"hidden": about.visible != SheetVisibleEnum.Visible}
        listed.append(described)
        rank = 3 if about.name == asked["sheet"] else 1 + (not described["hidden"])
        if described["rows"] and (rank, described["rows"]) > fullest:
            best, fullest = sheet, (rank, described["rows"])
    return {"sheets": listed, "read": best.name if best else None}, best


def _described(sheet: CalamineSheet | PageTable, asked: dict[str, Any]) -> dict[str, Any]:
    """Its name, how far it goes, how many rows hold something, and the first of them; one that goes too far is not
    read."""
    down, across = (place + 1 for place in sheet.end or (-1, -1))
    filled = 0
    head: list[list[str]] = []
    cut: list[int] = []
    is_near = down <= asked["rows"] and across <= asked["columns"]
    for number, row in enumerate(rows(sheet) if is_near else (), start=1):
        filled += bool(row)
        if LONGEST in map(len, row):
            cut.append(number)
        if len(head) < HEAD:
            head.append(row)
    merged = [(first + 1, last + 1) for (first, _), (last, _) in downward(sheet.merged_cell_ranges)] if is_near else []
    return {"name": sheet.name, "end": [down, across], "rows": filled, "head": head, "cut": cut, "merged": merged}


def _bound(memory: int) -> None:
    """Memory and time, where the system knows how."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    main()
