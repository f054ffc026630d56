"""The open-source package mentor-match on the same people: run apart from us, and installed for that run alone.

Both begin with the people and end with the pairs. The instance is one that the package can express: it counts for a
pair what they have in common, and years ahead up to eight; we weigh the same four things, and both must find one total.
"""

import json
import statistics
import subprocess
from pathlib import Path
from time import process_time

import numpy as np
import pandas as pd

from dashboard.matching.fit import Weights
from dashboard.matching.plan import POINTS, fill_in, problem
from tests.benchmarks.cohort import Frames, fit_between
from tests.benchmarks.registry import Benchmark, Reading, Setting, Unavailable, declare

COMMAND = ["uv", "run", "--no-project", "--isolated", "--quiet", "--with", "mentor-match==7.0.1", "python", "-I"]
SCRIPT = Path(__file__).with_name("peer_script.py")
WEIGHTS = Weights(skills=0, experience=8, place=5, language=2, field=10)
"""What one thing in common counts for in the package, so that one of its points is four of our fit."""
PATIENCE = 600


def measure_peer(setting: Setting) -> Reading:
    """The package once at every size, in seconds of the processor; the largest counts, the note tells of the others."""
    readings = {size: _at(size, setting.few_rounds) for size in setting.peer_people}
    told = ", ".join(f"{reading.floor / reading.value:.0f} x at {size}" for size, reading in readings.items())
    largest = readings[max(readings)]
    return Reading(largest.value, largest.floor, f"faster by {told} a side")


def _at(size: int, rounds: int) -> Reading:
    frames = _people(size)
    seconds, total = _theirs(frames)
    ours = [_ours(frames) for _ in range(rounds)]
    if {points for _, points in ours} != {total * 4 * POINTS}:
        raise RuntimeError(f"The package finds a total of {4 * total}, we find {ours[0][1] / POINTS}.")
    return Reading(statistics.median(taken for taken, _ in ours), seconds)


def _ours(frames: Frames) -> tuple[float, int]:
    begun = process_time()
    score = fit_between(frames, WEIGHTS).score
    plan = fill_in(problem(score, np.ones(score.shape, dtype=bool), np.ones(len(score), dtype=np.int64)))
    return process_time() - begun, plan.points


def _theirs(frames: Frames) -> tuple[float, int]:
    """The seconds and the total of the package."""
    people = {"mentees": frames.mentees.to_dict("records"), "mentors": frames.mentors.to_dict("records")}
    try:
        done = subprocess.run(
            [*COMMAND, str(SCRIPT)], input=json.dumps(people), capture_output=True, text=True, timeout=PATIENCE
        )
    except FileNotFoundError as error:
        raise Unavailable("The package mentor-match is run through uv, which is not installed.") from error
    if done.returncode:
        raise Unavailable(f"The package mentor-match could not be run: {done.stderr.strip().splitlines()[-1]}")
    answer = json.loads(done.stdout)
    return answer["seconds"], answer["total"]


def _people(size: int) -> Frames:
    """People who have a department, a town, a language and years; two who live apart live twelve hours apart."""
    draw = np.random.default_rng(size)
    nothing = pd.DataFrame({"participant_id": [], "skill_id": [], "priority": []}, dtype="int64")
    mentees, mentors = _side(draw, size, 1, 12, "UTC"), _side(draw, size, 1_000_000, 25, "Etc/GMT-12")
    return Frames(mentees, mentors, nothing, nothing)


def _side(draw: np.random.Generator, size: int, first: int, years: int, zone: str) -> pd.DataFrame:
    columns = {
        "department": [f"Department {number}" for number in draw.integers(0, 12, size)],
        "location": [f"Town {number}" for number in draw.integers(0, 12, size)],
        "languages": [f"Language {number}" for number in draw.integers(0, 5, size)],
        "years_experience": draw.integers(0, years, size).astype(float),
        "time_zone": zone,
    }
    return pd.DataFrame({"id": np.arange(first, first + size), **columns})


declare(
    Benchmark(
        name="peer",
        what="from the people to the best pairs",
        unit="s",
        floor="the package mentor-match 7.0.1 for the same pairs, in a process of its own",
        aim=0.01,
        measure=measure_peer,
    )
)
