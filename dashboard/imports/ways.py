"""Ways to read a whole column, where one cell alone can't tell: which of day and month comes first, from 1 to what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """One way to read a column, as it is offered; ``told`` says what it makes of the cells."""

    key: str
    label: str
    told: str = ""


@dataclass(frozen=True)
class Ways:
    """The ways that a column's cells leave open. ``likeliest`` is a key, or nothing when only a coordinator can say."""

    offered: tuple[Way, ...] = ()
    likeliest: str = ""
    is_sure: bool = True
    """Otherwise the column is worth a look."""
    because: str = ""
    """What told it, or why nothing does; ``{rows}`` stands for the rows of the cells at the positions ``at``."""
    at: tuple[int, ...] = ()
