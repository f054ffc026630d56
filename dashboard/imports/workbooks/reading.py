"""Bytes of a workbook to the rows of the sheet that is likeliest meant, or that was chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.headers import clean_header, letters
from dashboard.imports.limits import MOST_COLUMNS, MOST_ROWS
from dashboard.imports.workbooks.asking import OLD, ZIP, answer
from dashboard.imports.workbooks.markup import is_page
from dashboard.imports.workbooks.notes import notes


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, how many rows hold something, and whether a person would see it."""

    name: str
    rows: int
    hidden: bool = False


def is_workbook(data: bytes) -> bool:
    """Whether these bytes begin as workbooks do, or are a page with a table, which many systems call one."""
    return data.startswith((ZIP, OLD)) or is_page(data)


def read_workbook(
    data: bytes, *, name: str, sheet: str | None, is_known: Callable[[str], bool]
) -> tuple[list[list[str]], str, tuple[Sheet, ...], tuple[str, ...]]:
    """The records of a sheet, its name, what sheets there are, the likeliest first, and what to know about this one.

    Which sheet, if none is given: the one whose first rows hold most names of columns that are known, then the fullest.
    """
    found, records = answer(data, name, sheet)
    listed = _listed(found, is_known)
    wanted = sheet if sheet is not None else (listed[0]["name"] if listed else None)
    chosen = next((each for each in listed if each["name"] == wanted), None)
    if chosen is None:
        raise InvalidError(f"{name} holds no rows in any sheet. Fill it in and upload it again.")
    _check_reach(chosen)
    if wanted != found["read"]:
        _, records = answer(data, name, chosen["name"])
    return records, chosen["name"], _sheets(listed), notes(chosen)


def listed_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets that hold anything, for a workbook of which one could not be read."""
    return _sheets(_listed(answer(data, name, None)[0], lambda header: False))


def _listed(found: dict[str, Any], is_known: Callable[[str], bool]) -> list[dict[str, Any]]:
    listed = [each for each in found["sheets"] if each["rows"] or _is_too_far(each)]
    return sorted(listed, key=lambda each: (each["hidden"], -_known(each["head"], is_known), -each["rows"]))


def _sheets(listed: list[dict[str, Any]]) -> tuple[Sheet, ...]:
    return tuple(Sheet(each["name"], each["rows"], each["hidden"]) for each in listed)


def _known(head: list[list[str]], is_known: Callable[[str], bool]) -> int:
    return max((sum(is_known(clean_header(cell)) for cell in record) for record in head), default=0)


def _is_too_far(sheet: dict[str, Any]) -> bool:
    return bool(sheet["end"][0] > MOST_ROWS or sheet["end"][1] > MOST_COLUMNS)


def _check_reach(sheet: dict[str, Any]) -> None:
    last, wide = sheet["end"]
    if last > MOST_ROWS:
        raise InvalidError(
            f"The sheet {sheet['name']} goes down to row {last:,}; a table may have {MOST_ROWS:,} rows. "
            "Delete what stands far below the table, or split it and upload the parts."
        )
    if wide > MOST_COLUMNS:
        raise InvalidError(
            f"The sheet {sheet['name']} goes as far as column {letters(wide - 1)}; a table may have {MOST_COLUMNS} "
            "columns. Leave out what is not about people."
        )
