"""How long it takes to invent and load a sample program with its history."""

import sqlite3
from pathlib import Path
from time import perf_counter
from typing import Any

from dashboard import opening
from models import Base
from tests.benchmarks.data import copy, load, opened, program
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved

Rows = dict[str, list[tuple[Any, ...]]]


def measure_sample(setting: Setting) -> Reading:
    """Loading through the app against writing the same final rows with nothing but sqlite3."""
    empty, full = program(setting, 0), program(setting, setting.sample_people)
    rows = _rows(full)
    count = sum(map(len, rows.values()))
    return interleaved(
        setting.few_rounds,
        lambda: _load(empty, setting.sample_people),
        lambda: _write(empty, rows),
        f"{setting.sample_people:,} people, {count:,} rows",
    )


def _load(empty: Path, people: int) -> float:
    with opened(copy(empty, "sample-loaded.db")):
        opening.engine()
        begun = perf_counter()
        load(people)
        taken = perf_counter() - begun
        opening.close()
    return taken


def _rows(file: Path) -> Rows:
    with sqlite3.connect(file) as connection:
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in _tables()}


def _write(empty: Path, rows: Rows) -> float:
    connection = sqlite3.connect(copy(empty, "sample-floor.db"), isolation_level=None)
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("DELETE FROM revision")
    begun = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for name, written in rows.items():
        if written:
            connection.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(written[0]))})', written)
    connection.execute("COMMIT")
    taken = perf_counter() - begun
    connection.close()
    return taken


def _tables() -> list[str]:
    """The tables, those that are referred to first."""
    return [table.name for table in Base.metadata.sorted_tables]


declare(
    Benchmark(
        name="sample",
        what="inventing and loading a sample program with its history",
        unit="s",
        floor="sqlite3.executemany of the same final rows, the history's included, in one transaction",
        aim=5,
        measure=measure_sample,
    )
)
