"""Charts of meetings: a cohort against its pace, and pairing by pairing."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from dashboard.charts.palette import ALARM, ROW, STATE_MARKS, titled, week_axis

OPENED = "opened"
"""The name of the selection in ``meeting_map_chart``; each entry holds a ``pairing_id``."""
MET_LEGEND = alt.Legend(
    title=None,
    orient="top",
    type="symbol",
    symbolType="square",
    values=[0, 1, 2],
    labelExpr="['No meeting', 'One', 'More'][datum.value]",
)


def pace_chart(weeks: pd.DataFrame) -> ChartType:
    """Meetings held each week as bars, each with a line across it where the cohort's pace is met."""
    base = alt.Chart(weeks).encode(week_axis())
    tooltip = [
        alt.Tooltip("week:T", title="Week of", format="%-d %b %Y"),
        alt.Tooltip("held:Q", title="Held"),
        alt.Tooltip("pace:Q", title="Asked for", format=".1f"),
        alt.Tooltip("missed:Q", title="Missed"),
    ]
    held = base.mark_bar(cornerRadiusEnd=2).encode(
        alt.Y("held:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=5)), tooltip=tooltip
    )
    # Where nothing was asked for there is no line: one on the ground would say that nothing was met.
    pace = base.mark_tick(orient="horizontal", thickness=2.5, width={"band": 1}).encode(
        y="pace:Q",
        color=alt.value(ALARM),
        opacity=alt.condition("datum.pace > 0", alt.value(1), alt.value(0)),
        tooltip=tooltip,
    )
    title = titled(
        "Meetings held each week", "The line across a bar is the pace asked for;", "this week counts until today."
    )
    return alt.layer(held, pace).properties(title=title, height=300)


def meeting_map_chart(cells: pd.DataFrame) -> ChartType:
    """The most urgent pairings in rows, weeks in columns: a square for a meeting, a cross where one was missed."""
    opened = alt.selection_point(name=OPENED, fields=["pairing_id"], on="click", clear="dblclick", toggle=False)
    marks = "{" + ",".join(f"{state}:'{mark}'" for state, mark in STATE_MARKS.items()) + "}"
    base = (
        alt.Chart(cells)
        .transform_calculate(
            row=f"{marks}[datum.state] + '  ' + datum.pairing",
        )
        .encode(week_axis(orient="top").scale(paddingInner=0.1), _pairing_axis(), tooltip=_cell_tooltip())
    )
    squares = (
        base.mark_rect(cornerRadius=2, cursor="pointer")
        .encode(alt.Color("held:Q", scale=alt.Scale(domain=(0, 2), clamp=True, range="heatmap"), legend=MET_LEGEND))
        .properties(name="squares")
        .add_params(opened)
    )
    # Every cell has its cross, seen or not: rows keep their order only when all layers have the same data.
    crosses = base.mark_point(shape="cross", angle=45, size=64, filled=True, cursor="pointer", aria=False).encode(
        color=alt.value(ALARM), opacity=alt.condition("datum.missed > 0", alt.value(1), alt.value(0))
    )
    title = titled(
        "Who met when",
        "The most urgent pairings first. A cross is a missed meeting;",
        "click in a row to open its pairing.",
    )
    return alt.layer(squares, crosses).properties(title=title, height=alt.Step(ROW))


def _pairing_axis() -> alt.Y:
    urgent_first = alt.EncodingSortField("place", op="min", order="ascending")
    axis = alt.Axis(labelLimit=alt.ExprRef("containerSize()[0] < 600 ? 120 : 250"), labelPadding=8)
    return alt.Y("row:N", title=None, sort=urgent_first, axis=axis, scale=alt.Scale(paddingInner=0.14))


def _cell_tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("pairing:N", title="Pairing"),
        alt.Tooltip("week:T", title="Week of", format="%-d %b %Y"),
        alt.Tooltip("held:Q", title="Held"),
        alt.Tooltip("missed:Q", title="Missed"),
    ]
