"""How long it takes to invent and load a sample program with its history."""

from pathlib import Path
from time import perf_counter

from dashboard import opening
from tests.benchmarks.data import all_rows, copy, load, opened, program, write_rows
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved


def measure_sample(setting: Setting) -> Reading:
    """Loading through the app against writing the same final rows with nothing but sqlite3."""
    empty, full = program(setting, 0), program(setting, setting.sample_people)
    rows = all_rows(full)
    count = sum(map(len, rows.values()))
    return interleaved(
        setting.few_rounds,
        lambda: _load(empty, setting.sample_people),
        lambda: write_rows(copy(empty, "sample-floor.db"), rows, perf_counter),
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
