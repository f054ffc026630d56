"""A workbook read in a process of its own, with bounds: whatever a hostile file does to the reader, it does it here.

Standard input: a line of JSON (``sheet``: which one, or nothing; ``memory``: bytes; ``rows``, ``columns``: the most
that are read), then the workbook. Standard output: a line of JSON, then the rows of that sheet as CSV.
"""

import csv
import json
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO, TextIOWrapper
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from dashboard.imports.workbooks.showing import as_shown

HEAD = 30
MOST_SHEETS = 100
SECONDS = 30
EXACT = 2**53


def main() -> None:
    """Answer one question about one workbook."""
    asked = json.loads(sys.stdin.buffer.readline())
    _bound(asked["memory"])
    data = sys.stdin.buffer.read()
    out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(as_shown(data) if data[:2] == b"PK" else data))
        found, sheet = _look(workbook, asked)
    except PasswordError:
        found, sheet = {"trouble": "password"}, None
    except CalamineError as error:
        found, sheet = {"trouble": "password" if "assword" in str(error) else "damaged"}, None
    out.write(json.dumps(found) + "\n")
    if sheet is not None:
        csv.writer(out).writerows(rows(sheet))
    out.flush()


def rows(sheet: CalamineSheet) -> Any:
    """Every row from the first of the sheet, as text; nothing where nothing is."""
    if sheet.start is None:
        return
    before = [""] * sheet.start[1]
    for cells in sheet.iter_rows():
        texts = [cell if type(cell) is str else text(cell) for cell in cells]
        yield before + texts if any(texts) else []


def text(value: object) -> str:
    """A value as people see it; dates and times as ISO."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return _clock(*divmod(minutes, 60), seconds)
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: float) -> str:
    """Without the point of a whole number; of others the 15 digits that a spreadsheet knows."""
    if value == int(value) and abs(value) < EXACT:
        return str(int(value))
    return format(Decimal(format(value, ".15g")), "f")


def _moment(value: datetime) -> str:
    """To the second: halves of a second come from how spreadsheets count days."""
    value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    return f"{value.date().isoformat()} {_clock(value.hour, value.minute, value.second)}"


def _clock(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _look(workbook: CalamineWorkbook, asked: dict[str, Any]) -> tuple[dict[str, Any], CalamineSheet | None]:
    """What sheets there are, and the one that was asked for, or the fullest that can be seen."""
    listed: list[dict[str, Any]] = []
    best: CalamineSheet | None = None
    fullest: tuple[int, int] = (0, 0)
    for about in workbook.sheets_metadata[:MOST_SHEETS]:
        sheet = workbook.get_sheet_by_name(about.name)
        described = _described(sheet, asked) | {"hidden": about.visible != SheetVisibleEnum.Visible}
        listed.append(described)
        rank = 3 if about.name == asked["sheet"] else 1 + (not described["hidden"])
        if described["rows"] and (rank, described["rows"]) > fullest:
            best, fullest = sheet, (rank, described["rows"])
    return {"sheets": listed, "read": best.name if best else None}, best


def _described(sheet: CalamineSheet, asked: dict[str, Any]) -> dict[str, Any]:
    """Its name, how far it goes, how many rows hold something, and the first of them; one that goes too far is not
    read."""
    down, across = (place + 1 for place in sheet.end or (-1, -1))
    filled = 0
    head: list[list[str]] = []
    for row in rows(sheet) if down <= asked["rows"] and across <= asked["columns"] else ():
        filled += bool(row)
        if len(head) < HEAD:
            head.append(row)
    return {"name": sheet.name, "end": [down, across], "rows": filled, "head": head}


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
