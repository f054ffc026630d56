"""Filling in many rows at once: which of them were meant, and their values as a service takes them."""

from typing import Any

import pandas as pd
import streamlit as st

Column = Any


def filled(edited: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts, an empty cell as None; ``row`` is the number that stands before it on the screen."""
    return [{"row": number, **row} for number, row in zip(edited.index, records(edited), strict=True)]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts by column name, an empty cell as None."""
    empty_as_none = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in empty_as_none.to_dict("records")]


def numbered(rows: pd.DataFrame, first: int) -> pd.DataFrame:
    """The rows numbered from ``first`` on, so that what is wrong with one can be told by its number."""
    return rows.set_axis(range(first, first + len(rows)), axis="index")


def date_column(label: str, *, help: str | None = None) -> Column:
    """A day, written as everywhere else."""
    return st.column_config.DateColumn(label, format="D MMM YYYY", help=help)
