"""Charts of the pairing desk."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from dashboard.charts.palette import ALARM, QUIET, titled

CELL = "cell"
"""The name of the selection in ``fit_matrix_chart``; each entry holds a ``mentee_id`` and a ``mentor_id``."""
SIDE = 17
"""Height of a row in pixels: many people at a glance, each still a target for the mouse."""


def fit_matrix_chart(cells: pd.DataFrame) -> ChartType:
    """Mentees down, mentors across: the stronger the better; a cross where a rule forbids, a dot in the best plan."""
    chosen = alt.selection_point(
        name=CELL, fields=["mentee_id", "mentor_id"], on="click", clear="dblclick", toggle=False
    )
    base = alt.Chart(cells).encode(_across(), _down(), tooltip=_tooltip())
    fit = alt.Color(
        "fit:Q",
        scale=alt.Scale(domain=(0, 100), range="heatmap"),
        legend=alt.Legend(title=None, orient="top", gradientLength=160, values=[0, 50, 100]),
    )
    squares = (
        base.mark_rect(cornerRadius=1, cursor="pointer")
        .encode(fit, opacity=alt.condition("datum.state == 'a rule forbids it'", alt.value(0.12), alt.value(1)))
        .properties(name="squares")
        .add_params(chosen)
    )
    title = titled(
        "Who fits whom",
        "The stronger the color, the better. A cross: a rule forbids",
        "it; a diamond: drafted; a dot: in the best plan for all.",
        "Click a cell to open the pair.",
    )
    marks = [
        _marks(base, "a rule forbids it", "cross", 45, 60, QUIET),
        _marks(base, "in the best plan", "circle", 0, 26, ALARM),
        _marks(base, "drafted", "diamond", 0, 70, ALARM),
    ]
    return alt.layer(squares, *marks).properties(title=title, height=alt.Step(SIDE))


def _marks(base: alt.Chart, state: str, shape: str, angle: int, size: int, color: str) -> alt.Chart:
    """A mark in the cells of one state. Every cell has one, seen or not: only so do all layers have the same order."""
    marks: alt.Chart = base.mark_point(
        shape=shape, angle=angle, size=size, filled=True, cursor="pointer", aria=False
    ).encode(color=alt.value(color), opacity=alt.condition(f"datum.state == '{state}'", alt.value(1), alt.value(0)))
    return marks


def _down() -> alt.Y:
    axis = alt.Axis(
        labelLimit=_at_width(80, 130),
        labelFontSize=11,
        labelPadding=4,
        labelOverlap=False,
        labelFlush=False,
        labelBound=False,
    )
    return alt.Y("mentee:N", title=None, sort=_by("row"), axis=axis, scale=alt.Scale(paddingInner=0.08))


def _across() -> alt.X:
    axis = alt.Axis(
        orient="top",
        labelAngle=-60,
        labelAlign="left",
        labelLimit=_at_width(1, 110),
        labelOpacity=_at_width(0, 1),
        labelFontSize=11,
        labelPadding=4,
        labelOverlap=False,
    )
    return alt.X("mentor:N", title=None, sort=_by("column"), axis=axis, scale=alt.Scale(paddingInner=0.08))


def _at_width(narrow: float, wide: float) -> alt.ExprRef:
    """On a phone there is no room for names above the columns: pointing at a cell tells them."""
    return alt.ExprRef(f"containerSize()[0] < 600 ? {narrow} : {wide}")


def _by(place: str) -> alt.EncodingSortField:
    return alt.EncodingSortField(place, op="min")


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("mentee:N", title="Mentee"),
        alt.Tooltip("mentor:N", title="Mentor"),
        alt.Tooltip("fit:Q", title="Fit", format=".0f"),
        alt.Tooltip("state:N", title="This pair"),
    ]
