"""What the cells of a column look like: the share of them that match a pattern."""

from collections.abc import Sequence
from typing import Protocol

from dashboard.imports.blanks import NOTHING, says_nothing

BEGINNING = 300
"""Characters of a cell that tell what it looks like: some patterns go over the rest again and again."""


class Pattern(Protocol):
    """What a cell can be asked for: a pattern is one."""

    def search(self, cell: str, /) -> object: ...


class Looks:
    """Some cells of a column; many fields look alike, so each pattern is asked once. Those that say nothing count as
    blank."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._rows = len(cells)
        said = (cell.strip() for cell in cells)
        self._filled = [cell[:BEGINNING] for cell in said if cell and not says_nothing(cell, NOTHING)]
        self._shares: dict[Pattern, float] = {}

    def share(self, pattern: Pattern | None) -> float | None:
        """How many of the filled cells match, 0 to 1; None when nothing can be said."""
        if pattern is None or not self._filled:
            return None
        if pattern not in self._shares:
            self._shares[pattern] = sum(bool(pattern.search(cell)) for cell in self._filled) / len(self._filled)
        return self._shares[pattern]

    def held(self, pattern: Pattern | None, *, once: bool) -> float:
        """In which share of the rows such a value stands, 0 to 1; ``once``: each value counted once.

        Without a pattern any value anywhere is as good as one in every row.
        """
        if pattern is None:
            return float(bool(self._filled))
        fitting = [cell for cell in self._filled if pattern.search(cell)]
        return len(set(fitting) if once else fitting) / self._rows if fitting else 0.0

    def count_up(self) -> bool:
        """Whether the cells are 1, 2, 3 and so on: the number of the row, and of nobody."""
        return len(self._filled) > 1 and self._filled == [str(number) for number in range(1, len(self._filled) + 1)]
