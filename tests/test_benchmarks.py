"""The benchmarks run and say what they should; how fast anything is, is never asserted."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.registry import REGISTRY, Setting, chosen
from tests.benchmarks.running import main

TINY = Setting(Path(), people=200, sample_people=20, import_people=200, rounds=1, few_rounds=1)
PAGES = sorted(file.stem for file in (Path(__file__).parent.parent / "pages").glob("*.py"))


@pytest.mark.parametrize("name", REGISTRY)
def test_a_benchmark_measures_something_and_writes_it_down(name, tmp_path, capsys):
    file = tmp_path / "out.json"

    assert main([name, "--json", str(file)], TINY) == 0, capsys.readouterr()
    (row,) = json.loads(file.read_text())
    assert list(row) == ["name", "value", "unit", "floor", "ratio", "aim"]
    assert (row["name"], row["unit"], row["aim"]) == (name, REGISTRY[name].unit, REGISTRY[name].aim)
    assert min(row["value"], row["floor"], row["ratio"]) > 0
    assert f"floor: {REGISTRY[name].floor}" in capsys.readouterr().out


def test_a_name_takes_everything_under_it():
    assert [each.name for each in chosen(["views"])] == [*(f"views.{page}" for page in PAGES), "views.growth"]
    assert [each.name for each in chosen(["start", "views.growth"])] == ["start", "views.growth"]
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
