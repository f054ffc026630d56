"""What a plan, and knowing what each choice costs, takes next to the solver that both stand on."""

from collections.abc import Callable
from dataclasses import replace
from time import thread_time

import numpy as np
from scipy.optimize import linear_sum_assignment

from dashboard.matching.consequences import consequences
from dashboard.matching.plan import Problem, fill_in
from dashboard.matching.relaxation import relaxations
from dashboard.matching.rules import Rule
from tests.benchmarks.cohort import fit_between, invented, invented_problem
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved


def measure_plan(setting: Setting) -> Reading:
    """ "Fill in the rest", nobody being locked, from the fit and the rules."""
    given = invented_problem(setting.planned_people)
    return _against_the_solver(setting, given, lambda: fill_in(replace(given)))


def measure_consequences(setting: Setting) -> Reading:
    """All candidates of a mentee, another one each time."""
    given = invented_problem(setting.planned_people)
    turns = iter(range(setting.rounds))
    return _against_the_solver(setting, given, lambda: consequences(replace(given), next(turns)))


def measure_relaxations(setting: Setting) -> Reading:
    """What would help a fifth of the mentees, each of whom only past pairs could take."""
    given = invented_problem(setting.planned_people)
    allowed, stuck = given.allowed.copy(), len(given.points) // 5
    allowed[:stuck] = False
    bits = np.where(allowed, 0, Rule.MANAGER).astype(np.uint16)
    bits[:stuck, ::7] = Rule.PAST
    given = replace(given, allowed=allowed, places=given.places + (np.arange(len(given.places)) % 7 == 0))
    assert any(one.rule == Rule.PAST for one in relaxations(replace(given), bits))
    return _against_the_solver(setting, given, lambda: relaxations(replace(given), bits))


def measure_fit(setting: Setting) -> Reading:
    """From two frames of people to the score of every pair."""
    size = 2 * setting.planned_people
    frames = invented(size, size)
    parts = list(fit_between(frames).components.values())
    weighed = [np.nan_to_num(part) for part in parts]
    return interleaved(
        setting.few_rounds,
        lambda: _taken(lambda: fit_between(frames)),
        lambda: _taken(lambda: sum(np.float32(0.2) * part for part in weighed)),
        f"{size:,} x {size:,} in {_taken(lambda: fit_between(frames)):.2f} s",
    )


def _against_the_solver(setting: Setting, given: Problem, ours: Callable[[], object]) -> Reading:
    """A fresh copy of the problem each time, so that nothing is kept, against the very matrix that is solved."""
    ready = given.worth[:, np.repeat(np.arange(len(given.places)), given.places)].astype(np.float64)
    return interleaved(
        setting.rounds,
        lambda: 1000 * _taken(ours),
        lambda: 1000 * _taken(lambda: linear_sum_assignment(ready, maximize=True)),
        f"{len(given.points):,} mentees, {given.places.sum():,} places of {len(given.places):,} mentors",
    )


def _taken(work: Callable[[], object]) -> float:
    begun = thread_time()
    work()
    return thread_time() - begun


SOLVER = "SciPy's linear_sum_assignment alone, on the ready matrix of every mentee and every place"
declare(
    Benchmark(
        name="plan",
        what="filling in the best plan from the fit and the rules",
        unit="ms",
        floor=SOLVER,
        aim=2,
        measure=measure_plan,
    )
)
declare(
    Benchmark(
        name="consequences",
        what="what choosing each mentor for one mentee does to everybody else",
        unit="ms",
        floor=SOLVER,
        aim=2,
        measure=measure_consequences,
    )
)
declare(
    Benchmark(
        name="relaxations",
        what="everything that would place one more, where only past pairs could take one in five",
        unit="ms",
        floor=SOLVER,
        aim=5,
        measure=measure_relaxations,
    )
)
declare(
    Benchmark(
        name="fit",
        what="from the people as frames to the score of every pair",
        unit="s",
        floor="adding up five ready arrays of that size",
        aim=15,
        measure=measure_fit,
    )
)
