"""A grid that somebody fills in: its rows stand as they were shown, whoever else writes, and what was typed is kept."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

import pandas as pd
import streamlit as st

from dashboard.ui.acting import fresh
from dashboard.ui.grids import filled

Row = dict[str, Any]


@dataclass
class Filling:
    """The rows on the screen, and those filled in so far by ``part`` of the work and ``id``, on the screen or not."""

    name: str
    asked: Hashable = None
    number: int = 0
    rows: list[Row] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """What the list was chosen from when the grid was opened."""
    kept: dict[Hashable, dict[Hashable, Row]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key of the editor: another list is another editor, so that no cell is taken for one of another row."""
        return f"{self.name}-{self.number}"

    @property
    def is_open(self) -> bool:
        """Whether the editor was on the screen a moment ago."""
        return self.key in st.session_state

    def show(self, asked: Hashable, find: Callable[[], Iterable[Row]], *, part: str = "") -> list[Row]:
        """The rows to fill in: those found when the grid was opened or something else was ``asked`` for.

        Each has an ``id``. What was filled in before stands on top, whatever is asked for now.
        """
        if not self.is_open or self.asked != (part, asked):
            kept = self.kept.get(part, {})
            self.rows = [*kept.values(), *(row for row in find() if row["id"] not in kept)]
            self.asked = (part, asked)
            self.number += 1
        return self.rows

    def read(self, edited: pd.DataFrame, is_meant: Callable[[Row], bool], *, part: str = "") -> list[Row]:
        """The rows that are meant as they are on the screen, whole; each with its number there as ``row``."""
        told = [{**shown, **cells} for shown, cells in zip(self.rows, filled(edited), strict=True)]
        meant = [row for row in told if is_meant(row)]
        self.kept[part] = {row["id"]: row for row in meant}
        return meant


def filling(grid: str, *of: Hashable) -> Filling:
    """What this visitor is filling in; it begins anew for another ``of``, and once ``act(..., key=grid)`` succeeded."""
    name, place = f"{fresh(grid)}-{hash(of)}", f"filling-{grid}"
    if place not in st.session_state or st.session_state[place].name != name:
        st.session_state[place] = Filling(name)
    return cast(Filling, st.session_state[place])
