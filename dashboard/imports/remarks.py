"""Why a column means what it means, in words, where that is worth a look."""

from dashboard.imports.columns import SURE, Column
from dashboard.imports.fields import Kind

LONGEST = 60
"""Characters of another column's name in a sentence."""


def remark(column: Column, kind: Kind) -> str:
    """A sentence about how its meaning was found, or which column took it; nothing where it is plain."""
    if column.after:
        return f"Counts only where {_named(column.after)} is blank."
    if column.could_be:
        label, holder = kind.field(column.could_be).label, _named(column.instead)
        if column.why == "moved":
            return f"No longer {label}: you chose {holder} for it."
        return f"Could be {label}, too; for now {holder} is."
    return _doubt(column, kind.field(column.field).label) if column.field else ""


def _doubt(column: Column, label: str) -> str:
    others = " and ".join(map(_named, column.rivals))
    if others and column.why == "content":
        is_called, holds = ("is called", "holds") if len(column.rivals) == 1 else ("are called", "hold")
        return f"Taken for its values: {others} {is_called} so, too, but {holds} less of it."
    if others:
        return f"{others} could be {label}, too."
    if column.why == "content":
        return "Known by its values, not by its name."
    if column.why == "question" and column.confidence < SURE:
        return "Known by some words of the question."
    return f'Only partly called like "{label}".' if column.why == "name" and column.confidence < SURE else ""


def _named(name: str) -> str:
    return f'"{name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"}"'
