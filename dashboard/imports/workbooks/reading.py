"""Bytes of a workbook to the rows of one of its sheets, by a process that may fail without taking anybody along."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

from dashboard.errors import InvalidError
from dashboard.imports.dialects import bounded
from dashboard.imports.headers import clean_header, letters
from dashboard.imports.limits import AGAIN, MEGABYTE, MOST_COLUMNS, MOST_ROWS
from dashboard.imports.workbooks.archives import check_archive

ROOT = Path(__file__).parents[3]
MEMORY = 1_000 * MEGABYTE
"""A sheet of the most rows, a dozen columns wide, takes a third of it."""
PATIENCE = 40
"""Seconds. The child ends itself after fewer where the system can hold it to that."""
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, how many rows hold something, and whether a person would see it."""

    name: str
    rows: int
    hidden: bool = False


def is_workbook(data: bytes) -> bool:
    """Whether these bytes begin as workbooks do."""
    return data.startswith((ZIP, OLD))


def read_workbook(
    data: bytes, *, name: str, sheet: str | None, is_known: Callable[[str], bool]
) -> tuple[list[list[str]], str, tuple[Sheet, ...]]:
    """The records of a sheet, its name, and what sheets there are, the likeliest first.

    Which sheet, if none is given: the one whose first rows hold most names of columns that are known, then the fullest.
    """
    if data.startswith(ZIP):
        check_archive(data, name)
    elif LOCKED in data:
        raise InvalidError(_locked(name))
    found, records = _ask(data, name, sheet)
    listed = [each for each in found["sheets"] if each["rows"] or _is_too_far(each)]
    listed.sort(key=lambda each: (each["hidden"], -_known(each["head"], is_known), -each["rows"]))
    wanted = sheet if sheet is not None else (listed[0]["name"] if listed else None)
    chosen = next((each for each in listed if each["name"] == wanted), None)
    if chosen is None:
        raise InvalidError(f"{name} holds no rows in any sheet. Fill it in and upload it again.")
    _check_reach(chosen)
    if wanted != found["read"]:
        _, records = _ask(data, name, chosen["name"])
    return records, chosen["name"], tuple(Sheet(each["name"], each["rows"], each["hidden"]) for each in listed)


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


def _ask(data: bytes, name: str, sheet: str | None) -> tuple[dict[str, Any], list[list[str]]]:
    """What the child says about the workbook, and the rows that it reads from it."""
    question = {"sheet": sheet, "memory": MEMORY, "rows": MOST_ROWS, "columns": MOST_COLUMNS}
    with _child(json.dumps(question).encode() + b"\n", data) as answers:
        head = answers.readline()
        if not head.endswith("\n"):
            raise InvalidError(f"{name} can't be read: it is damaged, or far larger inside than it looks. {AGAIN}")
        found = json.loads(head)
        if found.get("trouble") == "password":
            raise InvalidError(_locked(name))
        if "trouble" in found:
            raise InvalidError(f"{name} is damaged or no workbook: its sheets can't be read. {AGAIN}")
        records = bounded(answers, ",")
    if sum(map(bool, records)) != sum(each["rows"] for each in found["sheets"] if each["name"] == found["read"]):
        raise InvalidError(f"{name} could not be read to its end. {AGAIN}")
    return found, records


def _locked(name: str) -> str:
    return f"{name} is protected by a password. Save it without one and upload it again."


@contextmanager
def _child(question: bytes, data: bytes) -> Iterator[TextIOWrapper]:
    """What a new process writes, while it runs; it is ended with the block, or when it takes too long."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard.imports.workbooks.child"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin
    assert process.stdout
    timer = Timer(PATIENCE, process.kill)
    writer = Thread(target=_write, args=(process.stdin, question, data))
    timer.start()
    writer.start()
    try:
        yield TextIOWrapper(process.stdout, encoding="utf-8", newline="")
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        writer.join()
        process.stdout.close()


def _write(pipe: IO[bytes], question: bytes, data: bytes) -> None:
    with suppress(BrokenPipeError), pipe:
        pipe.write(question)
        pipe.write(data)
