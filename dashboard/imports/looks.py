"""What the cells of a column look like: the share of them that match a pattern."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from dashboard.imports.blanks import NOTHING, says_nothing

BEGINNING = 300
"""Characters of a cell that tell what it looks like: some patterns go over the rest again and again."""


class Pattern(Protocol):
    """What a cell can be asked for: a pattern is one."""

    def search(self, cell: str, /) -> object: ...


class Looks:
    """Some cells of a column; many fields look alike and many cells are equal, so each pattern is asked once of each.
    Those that say nothing count as blank."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._rows = len(cells)
        said = Counter(cell.strip() for cell in cells)
        self._filled = Counter[str]()
        for cell, count in said.items():
            if cell and not says_nothing(cell, NOTHING):
                self._filled[cell[:BEGINNING]] += count
        self._shares: dict[Pattern, float] = {}

    def share(self, pattern: Pattern | None) -> float | None:
        """How many of the filled cells match, 0 to 1; None when nothing can be said."""
        if pattern is None or not self._filled:
            return None
        if pattern not in self._shares:
            fitting = sum(count for cell, count in self._filled.items() if pattern.search(cell))
            self._shares[pattern] = fitting / self._filled.total()
        return self._shares[pattern]

    def held(self, pattern: Pattern | None, *, once: bool) -> float:
        """In which share of the rows such a value stands, 0 to 1; ``once``: each value counted once.

        Without a pattern any value anywhere is as good as one in every row.
        """
        if pattern is None:
            return float(bool(self._filled))
        fitting = [count for cell, count in self._filled.items() if pattern.search(cell)]
        return (len(fitting) if once else sum(fitting)) / self._rows if fitting else 0.0

    def count_up(self) -> bool:
        """Whether the cells are 1, 2, 3 and so on: the number of the row, and of nobody."""
        rows = self._filled.total()
        return rows > 1 and list(self._filled) == [str(number) for number in range(1, rows + 1)]
