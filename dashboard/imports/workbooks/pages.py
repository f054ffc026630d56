"""Tables of a web page, or of the XML of Excel 2003, as the sheets of a workbook: many systems call them .xls."""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import NamedTuple

from python_calamine import SheetVisibleEnum

from dashboard.imports.workbooks.markup import tokens

CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
ROWS, CELLS = {"tr", "row"}, {"td", "th", "cell"}
WIDEST = 1_000
DEEPEST = 200_000
"""Columns and rows that one cell may span."""


class Listed(NamedTuple):
    name: str
    visible: SheetVisibleEnum = SheetVisibleEnum.Visible


class PageTable:
    """A table as a sheet."""

    start = (0, 0)

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[list[str]] = []
        self.merged_cell_ranges: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._taken: dict[int, int] = {}
        """Column -> the last row down to which a cell further up reaches."""

    @property
    def end(self) -> tuple[int, int] | None:
        return (len(self.rows) - 1, max(map(len, self.rows)) - 1) if any(self.rows) else None

    def iter_rows(self) -> Iterator[list[str]]:
        return iter(self.rows)

    def add_row(self, number: int) -> None:
        """The next row, or the one of this number, from 1."""
        self.rows += [[] for _ in range(min(max(number - len(self.rows), 1), WIDEST))]

    def add_cell(self, text: str, place: dict[str, int]) -> None:
        row, number = self.rows[-1], len(self.rows) - 1
        if len(row) > WIDEST:
            return
        row += [""] * min(place["index"] - len(row) - 1, WIDEST)
        while self._taken.get(len(row), -1) >= number:
            row.append("")
        first, last = len(row), number + place["down"] - 1
        row += [text, *[""] * (place["across"] - 1)]
        if last > number:
            self._taken |= dict.fromkeys(range(first, len(row)), last)
            self.merged_cell_ranges.append(((number, first), (last, len(row) - 1)))


class Page:
    """Every table that is not empty, in the order in which they begin."""

    def __init__(self, data: bytes) -> None:
        self._tables: list[PageTable] = []
        self._open: list[PageTable] = []
        self._cell: list[str] | None = None
        self._place: dict[str, int] = {}
        self._kind = self._sheet = ""
        for name, said in tokens(_text(data)):
            if name.startswith("/"):
                self._end(name[1:])
            elif name:
                self._start(name, dict(ATTRIBUTE.findall(said)))
            elif self._cell is not None:
                # A line break of the markup is a blank; one that is seen is <br>.
                self._cell.append(said if self._kind else re.sub(r"\s+", " ", said))
        self._end_cell()
        self._sheets = {table.name: table for table in self._tables if table.end}
        self.sheets_metadata = [Listed(name) for name in self._sheets]

    def get_sheet_by_name(self, name: str) -> PageTable:
        return self._sheets[name]

    def _start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "worksheet":
            self._sheet = unescape(_said(said, "name"))
        elif tag == "table":
            self._tables.append(PageTable(self._sheet or f"Table {len(self._tables) + 1}"))
            self._open.append(self._tables[-1])
        elif tag in ROWS and self._open:
            self._end_cell()
            self._open[-1].add_row(_number(said, "index"))
        elif tag in CELLS and self._open and self._open[-1].rows:
            self._end_cell()
            self._cell, self._kind, self._place = [], "", _place(said)
        elif tag == "data":
            self._kind = _said(said, "type")
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def _end(self, tag: str) -> None:
        if tag in ROWS | CELLS | {"table"}:
            self._end_cell()
        if tag == "table" and self._open:
            self._open.pop()

    def _end_cell(self) -> None:
        if self._cell is not None and self._open and self._open[-1].rows:
            self._open[-1].add_cell(_value("".join(self._cell), self._kind), self._place)
        self._cell = None


def _place(said: dict[str, str]) -> dict[str, int]:
    """Where a cell stands, if it says so, and how far it reaches."""
    across = max(_number(said, "colspan"), _number(said, "mergeacross") + 1)
    down = max(_number(said, "rowspan"), _number(said, "mergedown") + 1)
    return {"index": _number(said, "index"), "across": min(across, WIDEST), "down": min(down, DEEPEST)}


def _value(text: str, kind: str) -> str:
    text = "\n".join(line.strip() for line in text.replace("\xa0", " ").split("\n")).strip()
    if kind == "DateTime":
        return text.removesuffix(".000").replace("T", " ").removesuffix(" 00:00:00")
    return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "Boolean" else text


def _said(said: dict[str, str], name: str) -> str:
    """What an attribute says, whatever its case and namespace."""
    return next((value.strip("\"'") for key, value in said.items() if key.lower().rpartition(":")[2] == name), "")


def _number(said: dict[str, str], name: str) -> int:
    value = _said(said, name)
    return int(value) if value.isdecimal() and len(value) < 7 else 0


def _text(data: bytes) -> str:
    declared = CHARSET.search(data[:2_000])
    for encoding in ("utf-8-sig", *([declared.group(1).decode()] if declared else [])):
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(encoding)
    return data.decode("cp1252", errors="replace")
