"""Rows of a query as a frame whose columns are the same, and of the same type, when there are none."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd


def framed(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    """A frame of the columns of ``kinds``, name -> dtype. Dates and texts are ``object``, missing ones None."""
    frame = pd.DataFrame([[row[name] for name in kinds] for row in rows], columns=list(kinds), dtype=object)
    return frame.astype(dict(kinds))
