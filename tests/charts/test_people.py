import pandas as pd

from dashboard.charts.people import confidence_chart
from dashboard.queries.frames import framed
from dashboard.queries.person_story import GROWTH


def test_confidence_chart_shows_the_whole_scale_and_types_every_field():
    spec = confidence_chart(framed([], GROWTH)).to_dict()

    assert spec["title"] == "Confidence, as they told it"
    assert spec["encoding"]["y"]["scale"]["domain"] == [1, 5]
    assert [(field["field"], field["type"]) for field in spec["encoding"]["tooltip"]] == [
        ("answered_on", "temporal"),
        ("confidence", "quantitative"),
        ("wave", "nominal"),
        ("cohort", "nominal"),
    ]


def test_confidence_chart_is_the_same_whatever_the_rows():
    rows = [{"answered_on": pd.Timestamp(2026, 3, 1), "wave": "pulse", "cohort": "Spring", "confidence": 4}]

    full, empty = (confidence_chart(framed(some, GROWTH)).to_dict() for some in (rows, []))
    for spec in (full, empty):
        spec.pop("datasets", None)
        spec.pop("data", None)
    assert full == empty
