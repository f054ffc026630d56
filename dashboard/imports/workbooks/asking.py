"""What a workbook holds, asked of a process that may fail without taking anybody along."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

from dashboard.errors import InvalidError
from dashboard.imports.dialects import bounded
from dashboard.imports.limits import AGAIN, MEGABYTE, MOST_COLUMNS, MOST_ROWS
from dashboard.imports.workbooks.archives import check_archive

ROOT = Path(__file__).parents[3]
MEMORY = 1_000 * MEGABYTE
"""A sheet of the most rows, a dozen columns wide, takes a third of it."""
PATIENCE = 40
"""Seconds. The child ends itself after fewer where the system can hold it to that."""
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
OTHERS = {
    "WordDocument": "a text document",
    "PowerPoint Document": "a presentation",
    "__properties_version": "an e-mail",
}
"""What else is a compound file, by the name of a stream in it."""


def answer(data: bytes, name: str, sheet: str | None) -> tuple[dict[str, Any], list[list[str]]]:
    """What the child says about the workbook, and the rows that it reads from it."""
    if data.startswith(ZIP):
        check_archive(data, name)
    elif LOCKED in data:
        raise InvalidError(_locked(name))
    elif data.startswith(OLD) and "Workbook".encode("utf-16-le") not in data:
        _check_other(data, name)
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


def _check_other(data: bytes, name: str) -> None:
    for stream, what in OTHERS.items():
        if stream.encode("utf-16-le") in data:
            raise InvalidError(f"{name} is {what}, not a table. {AGAIN}")


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
