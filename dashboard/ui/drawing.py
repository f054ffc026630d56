"""Drawing a chart: its specification is built once for a set of columns, then only fed with rows."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

Chart = Callable[[pd.DataFrame], Any]
OWN = ("data", "datasets", "config", "$schema")
"""What a page brings itself: the rows, and a look that follows light and dark."""


def draw(
    chart: Chart,
    frame: pd.DataFrame,
    *,
    key: str | None = None,
    on_select: Any = "ignore",
    height: int | None = None,
    empty: str = "Nothing to draw yet.",
) -> Any:
    """Draw ``chart(frame)``; returns the selection when ``on_select="rerun"``.

    ``chart`` may read the columns of the frame, never its rows.
    """
    if frame.empty:
        st.caption(empty)
        return None
    spec = _spec(chart, tuple((str(name), str(kind)) for name, kind in frame.dtypes.items()))
    return st.vega_lite_chart(
        frame,
        spec,
        key=key,
        on_select=on_select,
        width="stretch",
        height=height or "content",
        theme="streamlit",
        alt=_title(spec),
    )


def _title(spec: dict[str, Any]) -> str | None:
    """What the chart says, for those who hear it."""
    title = spec.get("title")
    words = title.get("text") if isinstance(title, dict) else title
    return " ".join(words) if isinstance(words, list) else words


@lru_cache(maxsize=256)
def _spec(chart: Chart, columns: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    frame = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns})
    with alt.data_transformers.enable("default", consolidate_datasets=False):
        spec: dict[str, Any] = chart(frame).to_dict()
    return {name: part for name, part in spec.items() if name not in OWN}
