"""The chart of who answers."""

import pandas as pd

from dashboard.charts.response import response_chart

COLUMNS = {
    "wave": "str",
    "side": "str",
    "asked": "int64",
    "answered": "int64",
    "rate": "float64",
    "words": "str",
    "place": "int64",
}


def test_the_response_is_a_bar_a_wave_and_side_with_its_counts_beside_it():
    frame = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()})
    spec = response_chart(frame).to_dict()
    bars, words = spec["layer"]

    assert spec["title"]["text"] == "Who answers"
    assert (bars["mark"]["type"], words["mark"]["type"]) == ("bar", "text")
    assert bars["encoding"]["x"]["field"] == "rate"
    assert bars["encoding"]["color"]["scale"]["domain"] == ["Mentees", "Mentors"]
    assert words["encoding"]["text"]["field"] == "words"
    assert [field["field"] for field in bars["encoding"]["tooltip"]] == ["wave", "side", "answered", "asked", "share"]
