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
    columns = {str(name): _cells(column) for name, column in frame.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _cells(column: "pd.Series[Any]") -> list[Any]:
    # Not through pandas: asking it of each column costs more than a page of cells.
    return [None if value is pd.NA or value is pd.NaT or value != value else value for value in column.tolist()]


def numbered(rows: pd.DataFrame, first: int) -> pd.DataFrame:
    """The rows numbered from ``first`` on, so that what is wrong with one can be told by its number."""
    return rows.set_axis(range(first, first + len(rows)), axis="index")


def date_column(label: str, *, help: str | None = None, width: int | None = None) -> Column:
    """A day, written as everywhere else."""
    return st.column_config.DateColumn(label, format="D MMM YYYY", help=help, width=width)
