"""A chart is built once for its columns and fed with rows."""

import altair as alt
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui import drawing
from tests.visits import run

built = []


@pytest.fixture(autouse=True)
def nothing_built():
    built.clear()
    drawing._spec.cache_clear()


def pace_chart(frame):
    built.append(list(frame.columns))
    assert frame.empty
    return alt.Chart(frame, title="Meetings keep pace").mark_bar().encode(x="week:T", y="held:Q", tooltip=["held:Q"])


def layered_chart(frame):
    base = alt.Chart(frame).encode(x="week:T")
    return (base.mark_bar().encode(y="held:Q") + base.mark_rule().encode(y="pace:Q")).properties(title="Two layers")


def weeks(count):
    return pd.DataFrame({"week": pd.date_range("2026-01-05", periods=count, freq="W"), "held": range(count)})


def test_the_specification_holds_no_rows_and_no_look_of_its_own():
    kinds = (("week", "datetime64[ns]"), ("held", "int64"), ("pace", "float64"))

    for chart in (pace_chart, layered_chart):
        spec = drawing._spec(chart, kinds)
        assert "title" in spec
        assert "'data'" not in str(spec)
        assert not {"datasets", "config", "$schema"} & set(spec)


def test_a_chart_is_built_once_for_its_columns():
    for _ in range(3):
        drawing._spec(pace_chart, (("week", "datetime64[ns]"), ("held", "int64")))
    drawing._spec(pace_chart, (("week", "datetime64[ns]"), ("held", "float64")))

    assert built == [["week", "held"], ["week", "held"]]


def some_weeks(session, *, count):
    return weeks(count)


def test_rows_are_packed_once_and_drawn_like_a_frame(sqlite_database):
    def screen():
        from dashboard.ui.asking import ask
        from dashboard.ui.drawing import draw, rows
        from tests.ui.test_drawing import pace_chart, some_weeks, weeks

        draw(pace_chart, ask(rows, of=some_weeks, count=0), empty="No meetings yet.")
        draw(pace_chart, ask(rows, of=some_weeks, count=3))
        draw(pace_chart, weeks(3))

    app = run(AppTest.from_function(screen, default_timeout=30))
    packed, plain = (chart.proto for chart in app.get("vega_lite_chart"))

    assert [caption.value for caption in app.caption] == ["No meetings yet."]
    assert [dataset.name for dataset in packed.datasets] == ["rows"]
    assert packed.datasets[0].data.data == plain.data.data


def test_nothing_to_draw_is_a_sentence():
    def screen():
        from dashboard.ui.drawing import draw
        from tests.ui.test_drawing import pace_chart, weeks

        draw(pace_chart, weeks(0), empty="No meetings yet.")
        draw(pace_chart, weeks(3))

    app = run(AppTest.from_function(screen, default_timeout=30))

    assert [caption.value for caption in app.caption] == ["No meetings yet."]
    assert len(app.get("vega_lite_chart")) == 1
