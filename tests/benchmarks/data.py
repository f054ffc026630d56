"""Sample programs in SQLite files, each made once a run."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlmodel import col, select

from dashboard import opening
from dashboard.database import reading, writing
from dashboard.sample import load_sample
from models import ActionKind, Base, Cohort
from tests.benchmarks.registry import Setting

Rows = dict[str, list[tuple[Any, ...]]]
"""By table, those that are referred to first."""
TODAY = date.today()
"""The pages ask what day it is, so the programs end today."""


@contextmanager
def opened(file: Path) -> Iterator[None]:
    """Within the block the doors open to this file."""
    with patch.dict(os.environ, MENTORBOARD_DATABASE_URL=f"sqlite:///{file}"):
        yield


def program(setting: Setting, people: int) -> Path:
    """The file of a sample program of this size, made when it is first asked for; 0 people: a schema without rows."""
    file = setting.folder / f"program-{people}.db"
    if not file.exists():
        with opened(file):
            if people:
                load(people)
            else:
                opening.engine()
            opening.close()
    return file


def load(people: int) -> None:
    """Load a sample program where the doors open to."""
    with writing("Benchmark", "Loaded the sample program", kind=ActionKind.SAMPLE) as session:
        load_sample(session, people=people, seed=1, today=TODAY)


def copy(file: Path, name: str) -> Path:
    """A fresh copy of a file that nobody has open."""
    target = file.with_name(name)
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    shutil.copy(file, target)
    return target


def running_cohort() -> int:
    """The cohort in which most happens now."""
    with reading() as session:
        wanted = select(Cohort.id).where(
            col(Cohort.starts_on) <= TODAY, col(Cohort.ends_on) > TODAY - timedelta(days=1)
        )
        return session.exec(wanted).first() or 0


def all_rows(file: Path) -> Rows:
    """Every row of every table."""
    with sqlite3.connect(file) as connection:
        tables = [table.name for table in Base.metadata.sorted_tables]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}


def write_rows(file: Path, rows: Rows, clock: Callable[[], float]) -> float:
    """How long it takes to write these rows with nothing but sqlite3, under the pragmas of the house."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("DELETE FROM revision")
    begun = clock()
    connection.execute("BEGIN IMMEDIATE")
    for name, written in rows.items():
        if written:
            connection.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(written[0]))})', written)
    connection.execute("COMMIT")
    taken = clock() - begun
    connection.close()
    return taken
