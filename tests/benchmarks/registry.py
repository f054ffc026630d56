"""What a benchmark is, and which there are."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Setting:
    """How large and how often; ``folder`` holds what is made once for the whole run."""

    folder: Path
    people: int = 20_000
    """The size of the views' program; growth compares it with a tenth."""
    sample_people: int = 5_000
    import_people: int = 50_000
    planned_people: int = 1_000
    """Mentees of a plan, and places; the fit is measured at twice as many."""
    peer_people: tuple[int, ...] = (50, 200, 800)
    rounds: int = 45
    few_rounds: int = 5
    """For what takes seconds each time."""


@dataclass(frozen=True)
class Reading:
    """Value and floor, both medians of the same run in the benchmark's unit; ``note`` says what a number can't."""

    value: float
    floor: float
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.value / self.floor


class Unavailable(Exception):  # noqa: N818 (nothing went wrong)
    """What a benchmark compares with is not to be had here; the sentence says what and why."""


@dataclass(frozen=True)
class Benchmark:
    """A declared benchmark. ``floor`` and ``what`` are words; ``aim`` is the largest ratio that is good."""

    name: str
    what: str
    unit: str
    floor: str
    aim: float
    measure: Callable[[Setting], Reading]


REGISTRY: dict[str, Benchmark] = {}


def declare(benchmark: Benchmark) -> None:
    REGISTRY[benchmark.name] = benchmark


def chosen(names: list[str]) -> list[Benchmark]:
    """The benchmarks of these names and everything under them, in the order of declaration; all when there are none."""
    unknown = [name for name in names if not any(_under(known, name) for known in REGISTRY)]
    if unknown:
        raise KeyError(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(REGISTRY)}.")
    return [each for each in REGISTRY.values() if not names or any(_under(each.name, name) for name in names)]


def _under(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


def interleaved(rounds: int, value: Callable[[], float], floor: Callable[[], float], note: str = "") -> Reading:
    """Value and floor measured in turns, so that a busy machine is busy for both."""
    values, floors = [], []
    for _ in range(rounds):
        values.append(value())
        floors.append(floor())
    return Reading(statistics.median(values), statistics.median(floors), note)
