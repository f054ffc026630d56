"""The benchmarks run and say what they should; how fast anything is, is never asserted."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from tests.benchmarks import peer
from tests.benchmarks.registry import REGISTRY, Setting, chosen
from tests.benchmarks.running import main
from tests.e2e.conftest import need_chromium

TINY = Setting(
    Path(), people=200, sample_people=20, import_people=200, planned_people=20, peer_people=(5,), rounds=1, few_rounds=1
)
PAGES = sorted(file.stem for file in (Path(__file__).parent.parent / "pages").glob("*.py"))


# What must not be fetched for a test is not run in one; what is measured at one desk is run as one.
@pytest.mark.parametrize("name", ["desk", *(name for name in REGISTRY if name != "peer" and "desk." not in name)])
def test_a_benchmark_measures_something_and_writes_it_down(name, tmp_path, capsys):
    file = tmp_path / "out.json"
    if name == "desk":
        need_chromium()

    assert main([name, "--json", str(file)], TINY) == 0, capsys.readouterr()
    rows, told = json.loads(file.read_text()), capsys.readouterr().out
    assert [row["name"] for row in rows] == [each.name for each in chosen([name])]
    for row in rows:
        assert list(row) == ["name", "value", "unit", "floor", "ratio", "aim"]
        assert (row["unit"], row["aim"]) == (REGISTRY[row["name"]].unit, REGISTRY[row["name"]].aim)
        assert min(row["value"], row["floor"], row["ratio"]) > 0
        assert f"floor: {REGISTRY[row['name']].floor}" in told


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("no-such-program", "is run through uv, which is not installed."),
        (f"{sys.executable} -c 'raise SystemExit(\"No network\")'", "could not be run: No network"),
    ],
)
def test_peer_that_cannot_be_had_is_a_sentence_and_no_failure(command, sentence, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(peer, "COMMAND", shlex.split(command))
    file = tmp_path / "out.json"

    assert main(["peer", "plan", "--json", str(file)], TINY) == 0
    assert f"not measured: The package mentor-match {sentence}" in capsys.readouterr().out
    assert [row["name"] for row in json.loads(file.read_text())] == ["plan"]


def test_a_name_takes_everything_under_it():
    assert [each.name for each in chosen(["views"])] == [*(f"views.{page}" for page in PAGES), "views.growth"]
    assert [each.name for each in chosen(["start", "views.growth"])] == ["start", "views.growth"]
    assert [each.name for each in chosen(["desk.crowd"])] == ["desk.crowd.choose", "desk.crowd.draft"]
    assert chosen([]) == list(REGISTRY.values())


def test_an_unknown_name_is_answered_with_the_known_ones(capsys):
    assert main(["view"], TINY) == 2
    assert capsys.readouterr().out == f"No benchmark is called view. There are: {', '.join(REGISTRY)}.\n"


def test_a_benchmark_that_fails_leaves_the_others_their_numbers(tmp_path, monkeypatch, capsys):
    def breaks(setting):
        raise RuntimeError("broken")

    monkeypatch.setitem(
        REGISTRY, "start", REGISTRY["start"].__class__(**{**vars(REGISTRY["start"]), "measure": breaks})
    )
    file = tmp_path / "out.json"

    assert main(["start", "sample", "--json", str(file)], TINY) == 1
    assert [row["name"] for row in json.loads(file.read_text())] == ["sample"]
    assert "failed" in capsys.readouterr().out
