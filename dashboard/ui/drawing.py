"""Drawing a chart: its specification is built once for a set of columns, then only fed with rows."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import altair as alt
import pandas as pd
import streamlit as st
from sqlmodel import Session
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes

Chart = Callable[[pd.DataFrame], Any]
Columns = tuple[tuple[str, str], ...]
OWN = ("data", "datasets", "config", "$schema")
"""What a page brings itself: the rows, and a look that follows light and dark."""


class Rows(NamedTuple):
    """A frame on its way to the browser: the names and types of its columns, how many rows, and all of it packed."""

    columns: Columns
    total: int
    packed: bytes


def rows(session: Session, *, of: Callable[..., pd.DataFrame], **arguments: Any) -> Rows:
    """What the query ``of`` answers, packed: ``draw(chart, ask(rows, of=..., ...))`` packs it once a revision."""
    frame = of(session, **arguments)
    return Rows(_columns(frame), len(frame), convert_pandas_df_to_arrow_bytes(frame))


def draw(
    chart: Chart,
    frame: pd.DataFrame | Rows,
    *,
    key: str | None = None,
    on_select: Any = "ignore",
    height: int | None = None,
    empty: str = "Nothing to draw yet.",
) -> Any:
    """Draw ``chart(frame)``; returns the selection when ``on_select="rerun"``.

    ``chart`` may read the columns of the frame, never its rows.
    """
    if not (frame.total if isinstance(frame, Rows) else len(frame)):
        st.caption(empty)
        return None
    if isinstance(frame, Rows):
        data = None
        spec = {**_spec(chart, frame.columns), "data": {"name": "rows"}, "datasets": {"rows": frame.packed}}
    else:
        data, spec = frame, _spec(chart, _columns(frame))
    return st.vega_lite_chart(
        data, spec, key=key, on_select=on_select, width="stretch", height=height or "content", theme="streamlit"
    )


def _columns(frame: pd.DataFrame) -> Columns:
    return tuple((str(name), str(kind)) for name, kind in frame.dtypes.items())


@cache
def _spec(chart: Chart, columns: Columns) -> dict[str, Any]:
    frame = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns})
    with alt.data_transformers.enable("default", consolidate_datasets=False):
        spec: dict[str, Any] = chart(frame).to_dict()
    return {name: part for name, part in spec.items() if name not in OWN}
