"""Charts about one person."""

import altair as alt
import pandas as pd


def confidence_chart(growth: pd.DataFrame) -> alt.Chart:
    """One person's answers to the confidence question over time, on its whole scale from 1 to 5."""
    chart: alt.Chart = (
        alt.Chart(growth, title="Confidence, as they told it")
        .mark_line(point=alt.OverlayMarkDef(size=70, filled=True), interpolate="monotone")
        .encode(
            x=alt.X("answered_on:T", title=None, axis=alt.Axis(format="%b %Y", tickCount=4, grid=False)),
            y=alt.Y(
                "confidence:Q",
                title=None,
                scale=alt.Scale(domain=[1, 5], padding=8),
                axis=alt.Axis(values=[1, 2, 3, 4, 5], format="d"),
            ),
            tooltip=[
                alt.Tooltip("answered_on:T", title="Answered on", format="%d %b %Y"),
                alt.Tooltip("confidence:Q", title="Confidence (1-5)"),
                alt.Tooltip("wave:N", title="Check-in"),
                alt.Tooltip("cohort:N", title="Cohort"),
            ],
        )
        .properties(height=180)
    )
    return chart
