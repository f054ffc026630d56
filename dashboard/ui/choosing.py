"""Choosing one row of a table: with the mouse in the grid, or with the keyboard in the list above it."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import streamlit as st

from dashboard.ui.text import options_apart


def chooser(key: str, label: str, options: Mapping[int, str], placeholder: str) -> int | None:
    """A list of the rows on this page (id -> words), drawn above ``grid`` with the same key. Returns the chosen id."""
    words = options_apart(options)
    if st.session_state.get(key) not in options:
        st.session_state[key] = None
    _follow(key, words)
    chosen: int | None = st.selectbox(
        label,
        list(options),
        format_func=lambda row_id: words[row_id],
        key=key,
        index=None,
        placeholder=placeholder,
        label_visibility="collapsed",
    )
    return chosen


def _follow(key: str, words: dict[int, str]) -> None:
    """Tell the browser the new words of a row that was edited: it would answer with the old ones, unknown by now."""
    chosen = st.session_state[key]
    before = st.session_state.get(f"{key}-words")
    st.session_state[f"{key}-words"] = now = (chosen, words.get(chosen))
    if before and before[0] == chosen and before != now:
        st.session_state[key] = chosen


def say_if_gone(sentence: str, *buttons: str) -> None:
    """Where nothing is chosen: one of these ``buttons`` was clicked for a row that left the list meanwhile."""
    if any(st.session_state.get(button) for button in buttons):
        st.warning(sentence)


def grid(key: str, rows: pd.DataFrame | dict[str, list[Any]], ids: list[int], column_config: dict[str, Any]) -> None:
    """The table itself: a click on a row chooses it. Its selection ends where other rows come."""
    own = f"{key}-grid-{hash(tuple(ids))}"
    st.dataframe(
        rows if isinstance(rows, pd.DataFrame) else table(rows),
        key=own,
        hide_index=True,
        on_select=_choosing(key, own, ids),
        selection_mode="single-row",
        column_config=column_config,
        height="content",
        placeholder="",
    )


def table(columns: dict[str, list[Any]]) -> Any:
    """Columns as the framework sends them: drawn in a quarter of the time that a frame takes."""
    return pa.table(columns)


def _choosing(key: str, own: str, ids: list[int]) -> Callable[[], None]:
    def choose() -> None:
        rows = st.session_state[own]["selection"]["rows"]
        st.session_state[key] = ids[rows[0]] if rows and rows[0] < len(ids) else None

    return choose
