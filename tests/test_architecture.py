"""The house rules that a machine can hold: who may import whom, who may commit, who may ask what day it is."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = [
    ROOT / "Home.py",
    *sorted(file for room in ("pages", "models", "dashboard") for file in (ROOT / room).rglob("*.py")),
]
NAMES = [str(file.relative_to(ROOT)) for file in SOURCES]
TOP_LEVEL = {"Home.py", "README.md", "dashboard", "models", "pages", "pyproject.toml", "tests"}

# Where a file lives -> what of ours it may not import; the longest matching place counts.
MAY_NOT_IMPORT = {
    "Home.py": ["pages", "models", "dashboard.database", "dashboard.services"],
    "pages": ["pages", "dashboard.database", "dashboard.recording"],
    "models": ["dashboard", "pages"],
    "dashboard": ["pages", "dashboard.ui"],
    "dashboard/queries": ["pages", "dashboard.ui", "dashboard.services", "dashboard.database", "dashboard.recording"],
    "dashboard/services": ["pages", "dashboard.ui", "dashboard.charts", "dashboard.database"],
    "dashboard/imports": ["pages", "dashboard.ui", "dashboard.charts", "dashboard.database"],
    "dashboard/matching": ["pages", "dashboard.ui", "dashboard.charts", "dashboard.imports"],
    "dashboard/charts": ["pages", "dashboard.ui", "dashboard.matching", "dashboard.imports"],
    "dashboard/ui": ["pages", "dashboard.recording"],
}
DATABASE = (
    "sqlmodel",
    "sqlalchemy",
    "dashboard.database",
    "dashboard.recording",
    "dashboard.queries",
    "dashboard.services",
)
KNOWS_NO_DATABASE = ("dashboard/charts", "dashboard/matching")
OPENS_DOORS = {"dashboard/ui/asking.py", "dashboard/ui/acting.py"}

every_file = pytest.mark.parametrize("name", NAMES)


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text())


def imported(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever the import stands."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(file: Path) -> Iterator[str]:
    """Every call in a file, as it is written: ``date.today``, ``session.commit``."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def is_in(module: str, packages: list[str] | tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def room_of(name: str) -> str:
    return max((place for place in MAY_NOT_IMPORT if name == place or name.startswith(place + "/")), key=len)


@every_file
def test_a_file_imports_nothing_from_above_its_room(name):
    assert [module for module in imported(ROOT / name) if is_in(module, MAY_NOT_IMPORT[room_of(name)])] == []


@every_file
def test_only_the_screen_imports_streamlit(name):
    on_screen = name == "Home.py" or name.startswith(("pages/", "dashboard/ui/"))

    assert on_screen or not any(is_in(module, ("streamlit",)) for module in imported(ROOT / name))


@every_file
def test_charts_and_matching_know_no_database(name):
    if name.startswith(KNOWS_NO_DATABASE):
        assert [module for module in imported(ROOT / name) if is_in(module, DATABASE)] == []


@every_file
def test_of_the_screen_only_asking_and_acting_open_the_doors(name):
    opened = [module for module in imported(ROOT / name) if module.startswith("dashboard.database.")]
    doors = [module for module in opened if module.endswith((".reading", ".writing"))]

    assert not doors or name in OPENS_DOORS or not name.startswith(("pages/", "dashboard/ui/"))


@every_file
def test_only_the_doors_commit(name):
    if name not in ("dashboard/database.py", "dashboard/opening.py"):
        assert [call for call in calls(ROOT / name) if call.endswith((".commit", "create_engine", "Session"))] == []


@every_file
def test_only_pages_and_home_ask_what_day_it_is(name):
    days = ("date.today", "datetime.today", "datetime.now", "Timestamp.now", "Timestamp.today", "time.time")
    asked = [call for call in calls(ROOT / name) if call.endswith(days)]

    # The door stamps each action with the moment at which it was done: that is its job.
    assert (
        asked == []
        or name.startswith(("pages/", "Home.py"))
        or (name, asked) == ("dashboard/database.py", ["datetime.now"])
    )


@pytest.mark.parametrize("file", sorted((ROOT / "pages").glob("*.py")), ids=lambda file: file.name)
def test_a_page_is_a_script_that_enters_by_the_frame(file):
    body = [node for node in tree(file).body if not isinstance(node, (ast.Import, ast.ImportFrom))]

    assert ast.unparse(body[1]) == "frame.enter()", "after the docstring and the imports"
    assert not [node for node in ast.walk(tree(file)) if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda))]
    assert len(file.read_text().splitlines()) <= 80


@every_file
def test_erasure_without_history_is_for_the_sample_program_alone(name):
    erases = "recorded=False" in (ROOT / name).read_text()

    assert not erases or name == "dashboard/database.py" or name.startswith("dashboard/sample")


def test_the_top_level_holds_nothing_else():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    tops = {line.split("/")[0] for line in tracked if line}

    assert {top for top in tops if not top.startswith(".")} - TOP_LEVEL == set()
