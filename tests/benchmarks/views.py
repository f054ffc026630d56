"""How long the server takes to draw each view again, whatever is stored."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import thread_time
from typing import Any
from unittest.mock import patch

import streamlit as st
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from dashboard.ui import navigation
from tests.benchmarks.data import opened, program, running_cohort
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved
from tests.visits import HOME

VIEWS = sorted(file.stem for file in (HOME.parent / "pages").glob("*.py"))
NOTHING = '"""Nothing."""\n\nfrom dashboard.ui import frame\n\nframe.enter()\n'
FIRST = "overview"
"""What opens at the root. Asked for by its name it is taken there first: in a browser once, here at every rerun."""
PATIENCE = 300
WARM_UPS = 3
TURNS = 3

Rerun = Callable[[], float]


def measure_view(view: str, setting: Setting) -> Reading:
    """A view against the empty page, in turns, in the same process."""
    with opened(program(setting, setting.people)), clock() as spent, empty_page(setting.folder) as nothing:
        page = visit(HOME.parent / "pages" / f"{view}.py", spent)
        empty = visit(nothing, spent)
        return interleaved(setting.rounds, page, empty)


def measure_growth(setting: Setting) -> Reading:
    """The view that grows most between a tenth of the program and the whole."""
    with clock() as spent:
        readings = {view: _growth(setting, view, spent) for view in VIEWS}
    worst = max(readings, key=lambda view: readings[view].ratio)
    return Reading(readings[worst].value, readings[worst].floor, f"worst: {worst}")


def _growth(setting: Setting, view: str, spent: list[float]) -> Reading:
    """The view at both sizes, in turns of several reruns: answers are kept for one database at a time."""
    times: dict[int, list[float]] = {setting.people: [], setting.people // 10: []}
    turns = min(TURNS, setting.rounds)
    for _ in range(turns):
        for people, taken in times.items():
            with opened(program(setting, people)):
                page = visit(HOME.parent / "pages" / f"{view}.py", spent)
                taken += [page() for _ in range(setting.rounds // turns)]
    large, small = (statistics.median(taken) for taken in times.values())
    return Reading(large, small)


@contextmanager
def clock() -> Iterator[list[float]]:
    """The seconds of work of each script run, without what the test harness does around it.

    Counted in the processor time of its thread, where the queries on SQLite run, too: a busy machine does not show.
    """
    spent: list[float] = []
    run, cache = ScriptRunner._run_script, ScriptCache()

    def timed(runner: ScriptRunner, rerun: Any) -> None:
        begun = thread_time()
        run(runner, rerun)
        spent.append(thread_time() - begun)

    # A server keeps the compiled pages; the harness would compile them anew each time.
    kept = patch("streamlit.testing.v1.local_script_runner.ScriptCache", lambda: cache)
    with patch.object(ScriptRunner, "_run_script", timed), kept:
        yield spent


@contextmanager
def empty_page(folder: Path) -> Iterator[Path]:
    """A page with nothing on it that the frame knows of, within the block."""
    file = folder / "nothing.py"
    file.write_text(NOTHING)
    views = navigation.views
    with patch.object(navigation, "views", lambda: {**views(), "Nothing": [st.Page(file, title="Nothing")]}):
        yield file


def visit(page: Path, spent: list[float]) -> Rerun:
    """Open a page for the running cohort until it is warm; what comes back reruns it and says how many ms that took."""
    app = AppTest.from_file(str(HOME), default_timeout=PATIENCE)
    app.query_params["cohort"] = str(running_cohort())
    if page.stem != FIRST:
        app.switch_page(str(page))  # before the first run, so that no other view is drawn
    for _ in range(WARM_UPS):
        _rerun(app, spent)
    return partial(_rerun, app, spent)


def _rerun(app: AppTest, spent: list[float]) -> float:
    spent.clear()
    app.run()
    wrong = [*(crash.message for crash in app.exception), *(error.value for error in app.error)]
    if wrong:
        raise RuntimeError(f"The view did not draw: {wrong}")
    return 1000 * sum(spent)


for _view in VIEWS:
    declare(
        Benchmark(
            name=f"views.{_view}",
            what="the server's work for a warm rerun at 20,000 people",
            unit="ms",
            floor="a page of the same frame with nothing on it",
            aim=3,
            measure=partial(measure_view, _view),
        )
    )
declare(
    Benchmark(
        name="views.growth",
        what="the server's work for a warm rerun of the view that grows most, with 10 times the data",
        unit="ms",
        floor="the same view at a tenth of the data",
        aim=1.5,
        measure=measure_growth,
    )
)
