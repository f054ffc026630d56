"""What an action changed, in Markdown: each row with its fields, old to new."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.ui.text import plain

HAPPENED = {"Added": "add", "Changed": "edit", "Removed": "remove"}


def told(changes: pd.DataFrame) -> Iterator[str]:
    """Each changed row with its fields, as Markdown."""
    for lines in _by_row(changes):
        what, happened = lines[0].what, lines[0].happened
        fields = [f"- {plain(line.field)}: {_values(line, happened)}" for line in lines if line.before or line.after]
        yield "\n".join([f":material/{HAPPENED[happened]}: **{happened}** {plain(what)}", "", *fields])


def _by_row(changes: pd.DataFrame) -> Iterator[list[Any]]:
    """The lines of one row after those of another; a field that comes again begins a new one."""
    group: list[Any] = []
    for line in changes.itertuples(index=False):
        first = group[0] if group else line
        again = any(line.field == other.field for other in group)
        if group and (again or (first.what, first.happened) != (line.what, line.happened)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _values(line: Any, happened: str) -> str:
    before, after = plain(line.before) or "nothing", plain(line.after) or "nothing"
    return after if happened == "Added" else before if happened == "Removed" else f"{before} → {after}"
