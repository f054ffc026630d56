"""Charts of how full mentors are: one by one, or how many have how many."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from dashboard.charts.palette import QUIET, ROW, titled

FILLED = ("Full", "Has room")


def mentor_load_chart(loads: pd.DataFrame) -> ChartType:
    """A row a mentor: a bar for the mentees they have now, and a tick where they are full."""
    names = alt.Y("mentor:N", title=None, sort=alt.EncodingSortField("place", op="min"), axis=alt.Axis(labelLimit=150))
    base = alt.Chart(loads).encode(
        names,
        tooltip=[
            alt.Tooltip("mentor:N", title="Mentor"),
            alt.Tooltip("pairings:Q", title="Mentees now"),
            alt.Tooltip("capacity:Q", title="Will take"),
            alt.Tooltip("free:Q", title="Places left"),
        ],
    )
    axis = alt.Axis(tickMinStep=1, format="d", tickCount=5)
    has = base.mark_bar(cornerRadiusEnd=2, height={"band": 0.55}).encode(alt.X("pairings:Q", title=None, axis=axis))
    takes = base.mark_tick(thickness=3, height={"band": 0.8}).encode(x="capacity:Q", color=alt.value(QUIET))
    title = titled("Mentees each mentor has", "The tick is where a mentor is full.")
    return alt.layer(has, takes).properties(title=title, height=alt.Step(ROW))


def mentor_spread_chart(spread: pd.DataFrame) -> ChartType:
    """How many mentors have no mentee, one, two and so on; those with room stand on those who are full."""
    base = (
        alt.Chart(spread)
        .transform_calculate(filled=f"datum.full ? '{FILLED[0]}' : '{FILLED[1]}'", order="datum.full ? 0 : 1")
        .encode(
            alt.X("pairings:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy", format="d")),
            alt.Y("mentors:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4)),
            order="order:Q",
            tooltip=[
                alt.Tooltip("pairings:O", title="Mentees now"),
                alt.Tooltip("filled:N", title="Of these mentors"),
                alt.Tooltip("mentors:Q", title="Mentors"),
            ],
        )
    )
    filled = alt.Opacity(
        "filled:O",
        scale=alt.Scale(type="ordinal", domain=FILLED, range=[1, 0.4]),
        legend=alt.Legend(title=None, orient="top", symbolType="square"),
    )
    bars = base.mark_bar().encode(filled)
    title = titled(
        "Mentors by mentees they have now", "A bar counts mentors; in the pale part", "are those with room for more."
    )
    return alt.layer(bars).properties(title=title, height=270)
