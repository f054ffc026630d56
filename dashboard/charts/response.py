"""A chart of how many of those who were asked have answered."""

import altair as alt
import pandas as pd

from dashboard.charts.palette import QUIET, ROW, SERIES, titled

SHARE = "format(datum.value * 100, '.0f') + ' %'"
"""A share as it is read: ``82 %``."""


def response_chart(response: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """A bar a wave and side, with how many answered of how many were asked. ``place`` is the order of the waves."""
    told = alt.Chart(response).transform_calculate(share=SHARE.replace("value", "rate"))
    base = told.encode(
        alt.Y("wave:N", title=None, sort=alt.EncodingSortField("place", op="min")),
        yOffset=alt.YOffset("side:N", sort=list(SERIES)),
        tooltip=[
            alt.Tooltip("wave:N", title="Check-in"),
            alt.Tooltip("side:N", title="Asked"),
            alt.Tooltip("answered:Q", title="Answered"),
            alt.Tooltip("asked:Q", title="Of those asked"),
            alt.Tooltip("share:N", title="Response"),
        ],
    )
    # Room on the right for the words of a full bar.
    x = alt.X(
        "rate:Q", title=None, scale=alt.Scale(domain=(0, 1.35)), axis=alt.Axis(labelExpr=SHARE, values=[0, 0.5, 1])
    )
    color = alt.Color("side:N", scale=alt.Scale(domain=SERIES), legend=alt.Legend(title=None, orient="top"))
    bars = base.mark_bar(cornerRadiusEnd=2).encode(x, color=color)
    words = base.mark_text(align="left", dx=6, fontSize=12).encode(x, text="words:N", color=alt.value(QUIET))
    title = titled("Who answers", "Of those asked until today.")
    return alt.layer(bars, words).properties(title=title, height=alt.Step(ROW))
