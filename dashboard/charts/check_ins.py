"""Charts of what people say in check-ins, from the first one of a pairing to the last."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from dashboard.charts.palette import QUIET, SERIES, titled, two_sides

HEIGHT = 330
ROOM = 44
"""Pixels kept free at the foot of the plot for the counts."""
FOOT = alt.value(alt.ExprRef("height - 4"))


def confidence_chart(trend: pd.DataFrame) -> ChartType:
    """Mentees' mean confidence, check-in by check-in, each point with its value, its n and the response."""
    base = _base(trend)
    line = base.mark_line(strokeWidth=2.5).encode(_mean())
    points = base.mark_point(filled=True, size=70, opacity=1).encode(_mean())
    value = base.mark_text(dy=-14, fontSize=13, fontWeight=600).encode(
        _mean(), text=alt.Text("mean:Q", format=".1f"), color=alt.Color("side:N", legend=None)
    )
    n = base.mark_text(fontSize=12, dy=-16).encode(y=FOOT, text=alt.Text("n:Q", format=","), color=alt.value(QUIET))
    response = base.mark_text(fontSize=12).encode(y=FOOT, text="share:N", color=alt.value(QUIET))
    title = titled(
        "Confidence of mentees",
        "Mean answer, 1 to 5. At the foot: how many",
        "answered, and what part of those due that is.",
    )
    return alt.layer(line, points, value, n, response).properties(title=title, height=HEIGHT)


def relationship_chart(trend: pd.DataFrame) -> ChartType:
    """How mentees and mentors rate the relationship, check-in by check-in: two lines, two shapes, two dashes."""
    base = _base(trend)
    look = two_sides()
    line = base.mark_line(strokeWidth=2.5).encode(_mean(), color=look["color"], strokeDash=look["strokeDash"])
    points = base.mark_point(filled=True, size=80, opacity=1).encode(_mean(), color=look["color"], shape=look["shape"])
    n = base.mark_text(fontSize=12, dy=alt.ExprRef(f"datum.side == '{SERIES[0]}' ? -16 : 0")).encode(
        y=FOOT, text=alt.Text("n:Q", format=","), color=alt.value(QUIET)
    )
    title = titled(
        "How well they get along",
        "Mean rating, 1 to 5. At the foot: how many",
        "mentees, and below them mentors, rated it.",
    )
    return alt.layer(line, points, n).properties(title=title, height=HEIGHT)


def _base(trend: pd.DataFrame) -> alt.Chart:
    axis = alt.Axis(title=None, labelAngle=0, labelExpr="split(datum.label, ' ')", labelOverlap="greedy", grid=False)
    # Nothing is said about a response before anything was due.
    share = "isValid(datum.response) ? format(datum.response * 100, '.0f') + ' %' : ''"
    return (
        alt.Chart(trend)
        .transform_calculate(share=share)
        .encode(
            alt.X("check_in:N", sort=None, axis=axis),
            tooltip=[
                alt.Tooltip("check_in:N", title="Check-in"),
                alt.Tooltip("side:N", title="Asked"),
                alt.Tooltip("mean:Q", title="Mean", format=".2f"),
                alt.Tooltip("n:Q", title="Ratings (n)"),
                alt.Tooltip("answered:Q", title="Answered"),
                alt.Tooltip("due:Q", title="Due so far"),
                alt.Tooltip("share:N", title="Response"),
            ],
        )
    )


def _mean() -> alt.Y:
    """The whole scale of the answers, so that a small change looks small."""
    scale = alt.Scale(domain=(1, 5), range=[alt.ExprRef(f"height - {ROOM}"), 0])
    return alt.Y("mean:Q", title=None, scale=scale, axis=alt.Axis(values=[1, 2, 3, 4, 5]))
