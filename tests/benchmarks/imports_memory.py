"""How much memory a large file of people takes on its way to its change list."""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.data import opened
from tests.benchmarks.imports import prepared
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare

ROOT = Path(__file__).parents[2]
PAGE = 4096
CHILD = """
import sys
from pathlib import Path
from tests.benchmarks.imports import reviewed
from tests.benchmarks.imports_memory import held, peak

reviewed(b"Name,Email,Role,Skills\\nAna,ana@example.org,mentor,SQL; Law\\n", 1)
data = Path(sys.argv[1]).read_bytes()
before = held()
table, review = reviewed(data, 1)
print(peak() - before, len(review.lines))
"""
"""A process that has everything loaded already: what it holds before the file, and the most that it ever held."""


STATUS = Path("/proc/self/status")


def held() -> int:
    """Bytes that this process has in memory now; where the system does not say, the most that it ever had."""
    return _from_status("VmRSS") if STATUS.exists() else peak()


def peak() -> int:
    """The most bytes that this process ever had in memory. On Linux not as resource says it: that counts its parent."""
    if STATUS.exists():
        return _from_status("VmHWM")
    import resource  # not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _from_status(name: str) -> int:
    (line,) = (line for line in STATUS.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024


def measure_memory(setting: Setting) -> Reading:
    """What reading and comparing a file adds, in a process of its own, next to the size of the file."""
    database, data, _ = prepared(setting)
    file = setting.folder / "imports-memory.csv"
    file.write_bytes(data)
    with opened(database):
        said = subprocess.run(
            [sys.executable, "-c", CHILD, str(file)],
            cwd=ROOT,
            env=os.environ,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
    added, lines = map(int, said.split())
    if lines != setting.import_people:
        raise RuntimeError(f"{lines} of {setting.import_people} people were reviewed.")
    return Reading(max(added, PAGE) / 1e6, len(data) / 1e6, f"{setting.import_people:,} people")


declare(
    Benchmark(
        name="imports.memory",
        what="the most memory that reading and comparing a file of 50,000 people with three skills each adds",
        unit="MB",
        floor="the size of the file",
        aim=10,
        measure=measure_memory,
    )
)
