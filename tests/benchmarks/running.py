"""Running the chosen benchmarks: a table for people, a list for machines."""

import argparse
import json
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard import opening

# They declare themselves.
from tests.benchmarks import desk, imports, imports_again, imports_memory, matching, peer, sample, start, views  # noqa: F401
from tests.benchmarks.registry import REGISTRY, Benchmark, Reading, Setting, Unavailable, chosen


def main(arguments: list[str], setting: Setting | None = None) -> int:
    """Run what was asked for; 0 when everything could be measured, whatever came out."""
    asked = _asked(arguments)
    try:
        benchmarks = chosen(asked.names)
    except KeyError as error:
        print(error.args[0])
        return 2
    with tempfile.TemporaryDirectory(prefix="mentorboard-benchmarks-") as folder:
        setting = replace(setting, folder=Path(folder)) if setting else Setting(Path(folder))
        readings = {each.name: _measured(each, setting) for each in benchmarks}
        opening.close()
    print(_table(readings))
    if asked.json:
        rows = [row(REGISTRY[name], reading) for name, reading in readings.items() if isinstance(reading, Reading)]
        Path(asked.json).write_text(json.dumps(rows, indent=2) + "\n")
    return 0 if all(readings.values()) else 1


def row(benchmark: Benchmark, reading: Reading) -> dict[str, Any]:
    """A reading as machines take it."""
    return {
        "name": benchmark.name,
        "value": _rounded(reading.value),
        "unit": benchmark.unit,
        "floor": _rounded(reading.floor),
        "ratio": _rounded(reading.ratio),
        "aim": benchmark.aim,
    }


def _asked(arguments: list[str]) -> argparse.Namespace:
    known = "; ".join(f"{each.name}: {each.what}, against {each.floor}" for each in REGISTRY.values())
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=f"Benchmarks. {known}.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a benchmark, or everything under a name; else all")
    parser.add_argument("--json", metavar="FILE", help="also write the list to this file")
    return parser.parse_args(arguments)


def _measured(benchmark: Benchmark, setting: Setting) -> Reading | Unavailable | None:
    print(f"{benchmark.name} ...", flush=True)
    try:
        return benchmark.measure(setting)
    except Unavailable as why:
        return why
    except Exception:  # one that fails must not take the others' numbers with it
        traceback.print_exc()
        return None


def _table(readings: dict[str, Reading | Unavailable | None]) -> str:
    lines = [f"{'name':<18} {'value':>10} {'floor':>10}  unit  {'ratio':>7} {'aim':>6}"]
    for name, reading in readings.items():
        benchmark = REGISTRY[name]
        if reading is None:
            lines.append(f"{name:<18} failed")
            continue
        if isinstance(reading, Unavailable):
            lines.append(f"{name:<18} not measured: {reading}")
            continue
        met = "" if reading.ratio <= benchmark.aim else "  above the aim"
        numbers = f"{reading.value:>10.4g} {reading.floor:>10.4g}  {benchmark.unit:<4}  {reading.ratio:>7.2f}"
        lines.append(f"{name:<18} {numbers} {benchmark.aim:>6.4g}{met}{'  ' + reading.note if reading.note else ''}")
    floors = dict.fromkeys(
        f"{_family(name)}: {REGISTRY[name].what}; floor: {REGISTRY[name].floor}" for name in readings
    )
    return "\n".join(["", *lines, "", *floors])


def _family(name: str) -> str:
    return name if name == "views.growth" else name.split(".")[0]


def _rounded(number: float) -> float:
    return float(f"{number:.4g}")
