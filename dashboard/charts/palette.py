"""One palette for every chart. The colors are in the theme of .streamlit/config.toml: a set for light, one for dark.

So a chart names a place in the theme and never a color of its own. Measures take the first series color, which is what
a mark has when nothing is said; the sides of a pairing take the series colors in order; shades are the scale range
``"heatmap"``; ``ALARM`` and ``QUIET`` are names that the theme resolves in ``encoding.color``. Color never speaks
alone: series differ in shape and dash, states carry a mark, and numbers stand beside what they measure.
"""

from typing import Any

import altair as alt

ALARM, QUIET = "orange", "gray"
SERIES = ("Mentees", "Mentors")
"""The two sides of a pairing, always in this order: a program is for the mentees."""
SHAPES = ("circle", "triangle-up")
DASHES: tuple[list[int], ...] = ([1, 0], [6, 4])
STATE_MARKS = {"check_in": "▲", "no_data": "○", "too_early": "◔", "on_track": "●", "paused": "‖"}
"""The marks that states carry on every screen."""

# Words in a chart outside of its encodings cannot name a place in the theme; they follow what stands behind them.
ON_PAGE = "luminance(background) > 0.4"
WORDS = alt.ExprRef(f"{ON_PAGE} ? '#5a6164' : '#b4b9b8'")

ROW = 22
"""Height in pixels of a row that carries a name."""


def titled(words: str, *lines: str) -> alt.TitleParams:
    """What to see in the chart, and in smaller type below it how to read it; short lines, for a phone is narrow."""
    return alt.TitleParams(
        text=words,
        subtitle=list(lines),
        subtitleColor=WORDS,
        subtitleFontSize=13,
        subtitlePadding=6,
        subtitleLineHeight=17,
        offset=16,
    )


def week_axis(**options: Any) -> alt.X:
    """Weeks side by side, each named by its Monday where there is room."""
    axis = alt.Axis(
        title=None, format="%-d %b", labelAngle=0, labelOverlap="greedy", labelFlush=False, labelBound=True, **options
    )
    return alt.X("yearmonthdate(week):O", axis=axis)


def two_sides() -> dict[str, Any]:
    """How mentees and mentors are told apart, with and without color."""
    legend = alt.Legend(title=None, orient="top", symbolSize=90, symbolStrokeWidth=0)
    return {
        "color": alt.Color("side:N", scale=alt.Scale(domain=SERIES), legend=legend),
        "shape": alt.Shape("side:N", scale=alt.Scale(domain=SERIES, range=SHAPES), legend=legend),
        "strokeDash": alt.StrokeDash("side:N", scale=alt.Scale(domain=SERIES, range=DASHES), legend=legend),
    }
