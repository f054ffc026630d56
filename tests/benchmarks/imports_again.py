"""What a large file costs that comes again with changes, on the way that the page takes; and where the time goes."""

import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

from dashboard import opening
from dashboard.database import reading, writing
from dashboard.imports.collecting import uncollected
from dashboard.imports.kinds import KINDS, is_known_anywhere, likeliest
from dashboard.imports.mapping import map_columns
from dashboard.imports.tables import read_table
from dashboard.services.imports.applying import Source, apply_review
from models import ActionKind
from tests.benchmarks.data import copy, opened
from tests.benchmarks.imports import FLOOR, floor_of, prepared
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved

NAME, TODAY = "roster.csv", date(2026, 6, 15)
EVERY = 10


class Stages:
    """How long each stage took, by name and round."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = defaultdict(list)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        begun = process_time()
        yield
        self.taken[name].append(process_time() - begun)

    def last(self) -> float:
        return sum(times[-1] for times in self.taken.values())

    def __str__(self) -> str:
        return ", ".join(f"{name} {statistics.median(times):.2f} s" for name, times in self.taken.items())


def measure_again(setting: Setting) -> Reading:
    """From the bytes to the disk, where everybody is in the program already and two of ten rows change something."""
    file, data, rows = prepared(setting)
    stages = Stages()
    value = partial(_gone_in, file.with_name("imports-full.db"), with_changes(data), stages)
    found = interleaved(setting.few_rounds, value, partial(floor_of, file, data, rows))
    return Reading(found.value, found.floor, f"{setting.import_people:,} people: {stages}")


def with_changes(data: bytes) -> bytes:
    """The same people; one in ten lives elsewhere, and one in ten has a skill that nobody had."""
    lines = data.decode().splitlines()
    for place in range(1, len(lines)):
        if place % EVERY == 0:
            lines[place] += " North"
        elif place % EVERY == EVERY // 2:
            lines[place] = lines[place].replace("Skill ", "Craft ", 1)
    return "\n".join(lines).encode()


def _gone_in(full: Path, data: bytes, stages: Stages) -> float:
    """The time of all stages: each as the page does it."""
    with opened(copy(full, "imports-again.db")):
        with stages.timed("read"):
            table = read_table(data, name=NAME, is_known=is_known_anywhere)
        with stages.timed("kind"):
            kind = KINDS[likeliest(NAME, table)]
        with stages.timed("map"):
            columns = map_columns(table, kind.kind)
        again = partial(kind.review, table, columns, options={}, edits={}, decisions={}, today=TODAY)
        with stages.timed("data"), reading() as session:
            stored = kind.picture(session, cohort_id=1)
        with stages.timed("review"):
            review = again(stored)
        if not review.plan.changed or review.plan.added:
            raise RuntimeError(f"{review.plan.added} people are new and {review.plan.changed} change.")
        source = Source(NAME, table.sha256, kind.key, columns.told())
        at: list[float] = []
        with uncollected(), writing("Benchmark", "Uploaded", kind=ActionKind.IMPORT) as session:
            apply_review(
                session,
                review=review,
                again=again,
                cohort_id=1,
                source=source,
                joined_on=TODAY,
                step=lambda: at.append(process_time()),
            )
        stages.taken["write"].append(at[1] - at[0])
        stages.taken["history"].append(process_time() - at[1])
        opening.close()
    return stages.last()


declare(
    Benchmark(
        name="imports.again",
        what="from a file of 50,000 people who are in the program already to its changes to 10,000 of them on the disk",
        unit="s",
        floor=FLOOR,
        aim=5,
        measure=measure_again,
    )
)
