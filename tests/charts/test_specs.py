"""Every chart is a specification that knows columns and never rows, fit for light, for dark and without color."""

import json
import re
from datetime import date

import altair as alt
import pandas as pd
import pytest

from dashboard.charts import palette
from dashboard.charts.check_ins import confidence_chart, relationship_chart
from dashboard.charts.loads import mentor_load_chart, mentor_spread_chart
from dashboard.charts.meetings import OPENED, meeting_map_chart, pace_chart
from dashboard.charts.pairings import CELL, fit_matrix_chart
from dashboard.queries.check_in_trends import TREND
from dashboard.queries.frames import framed
from dashboard.queries.loads import LOADS, SPREAD
from dashboard.queries.matrix import BEST, BLOCKED, DRAFTED, MATRIX
from dashboard.queries.weeks import CELLS, WEEKS
from dashboard.ui.states import LOOKS

MONDAY = date(2026, 6, 1)
ANSWERS = {"check_in": "Baseline", "from_day": 7, "n": 3, "due": 4, "answered": 3, "mean": 3.5}
CHARTS = {
    pace_chart: (WEEKS, [{"week": MONDAY, "held": 4, "missed": 1, "pace": 4.6}]),
    meeting_map_chart: (
        CELLS,
        [
            {
                "pairing_id": 7,
                "pairing": "'Ana' \\ with Ben",
                "place": 0,
                "state": "check_in",
                "week": MONDAY,
                "held": 1,
                "missed": 1,
            }
        ],
    ),
    confidence_chart: (TREND, [{**ANSWERS, "side": "Mentees", "response": None}]),
    relationship_chart: (TREND, [{**ANSWERS, "side": side, "response": 0.75} for side in palette.SERIES]),
    mentor_load_chart: (
        LOADS,
        [{"participant_id": 1, "place": 0, "mentor": "Ana", "pairings": 1, "capacity": 2, "free": 1}],
    ),
    fit_matrix_chart: (
        MATRIX,
        [
            {
                "mentee_id": 1,
                "mentor_id": 2,
                "row": 0,
                "column": 0,
                "mentee": "'Ana' \\",
                "mentor": "Ben",
                "fit": 71.5,
                "state": BLOCKED,
            }
        ],
    ),
    mentor_spread_chart: (SPREAD, [{"pairings": 1, "full": True, "mentors": 3}]),
}
TYPED = {"nominal", "ordinal", "quantitative", "temporal"}

every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__)


def spec(chart, rows=()) -> dict:
    """What a page draws, without the rows."""
    columns, _ = CHARTS[chart]
    with alt.data_transformers.enable("default", consolidate_datasets=False):
        whole = chart(framed(rows, columns)).to_dict()
    return {name: part for name, part in whole.items() if name not in ("data", "datasets", "config")}


def parts(node):
    """Every object in a specification."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from parts(inner)


@every_chart
def test_a_chart_is_the_same_whatever_the_rows(chart):
    assert spec(chart, CHARTS[chart][1]) == spec(chart)


@every_chart
def test_a_chart_says_what_to_see_and_how_to_read_it(chart):
    title = spec(chart)["title"]

    assert title["text"]
    # Cut off at the edge of a phone otherwise; the title is larger than what stands below it.
    assert len(title["text"]) <= 36
    assert all(len(line) <= 60 for line in title["subtitle"])


@every_chart
def test_a_chart_types_its_fields_and_reads_only_columns_that_it_is_given(chart):
    columns, _ = CHARTS[chart]
    calculated = {part["as"] for part in parts(spec(chart)) if "calculate" in part}

    encoded = [part for part in parts(spec(chart)) if "field" in part and "op" not in part]
    assert encoded
    assert [part for part in encoded if part.get("type") not in TYPED] == []
    assert {part["field"] for part in parts(spec(chart)) if "field" in part} <= {*columns, *calculated}


@every_chart
def test_a_chart_tells_each_mark_when_it_is_pointed_at(chart):
    encodings = [part["encoding"] for part in parts(spec(chart)) if "encoding" in part]

    assert any("tooltip" in encoding for encoding in encodings)


@every_chart
def test_a_chart_takes_its_colors_from_the_theme(chart):
    drawn = {name: part for name, part in spec(chart).items() if name != "title"}

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps(drawn)) == []


def test_the_map_tells_which_pairing_was_chosen():
    params = [param for part in parts(spec(meeting_map_chart)) for param in part.get("params", [])]

    assert {param["name"]: param["select"]["fields"] for param in params} == {OPENED: ["pairing_id"]}


def test_the_matrix_tells_which_pair_was_chosen():
    params = [param for part in parts(spec(fit_matrix_chart)) for param in part.get("params", [])]

    assert {param["name"]: param["select"]["fields"] for param in params} == {CELL: ["mentee_id", "mentor_id"]}


def test_the_matrix_marks_the_states_that_its_query_tells():
    tests = {part["test"] for part in parts(spec(fit_matrix_chart)) if "test" in part}

    assert tests == {f"(datum.state === '{state}')" for state in (BEST, BLOCKED, DRAFTED)} or tests == {
        f"datum.state == '{state}'" for state in (BEST, BLOCKED, DRAFTED)
    }


def test_the_map_keeps_its_rows_in_order_because_all_layers_have_the_same_rows():
    assert not any("filter" in part for part in parts(spec(meeting_map_chart)))


def test_the_sides_differ_in_shape_and_dash_as_well_as_in_color():
    scales = [
        part["scale"] for part in parts(spec(relationship_chart)) if part.get("field") == "side" and "scale" in part
    ]

    assert {json.dumps(scale.get("range")) for scale in scales} == {
        "null",  # the theme's series colors
        json.dumps(list(palette.SHAPES)),
        json.dumps(list(palette.DASHES)),
    }


def test_states_carry_the_marks_that_they_have_on_every_screen():
    assert {state: LOOKS[state].mark for state in palette.STATE_MARKS} == palette.STATE_MARKS


def test_a_chart_ignores_columns_it_does_not_know():
    columns = {**WEEKS, "secret": "object"}

    assert "secret" not in json.dumps(pace_chart(pd.DataFrame({name: [] for name in columns})).to_dict())
