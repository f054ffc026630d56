"""What the cells of a column look like: the share of them that match a pattern."""

import re
from collections.abc import Sequence

BEGINNING = 300
"""Characters of a cell that tell what it looks like: some patterns go over the rest again and again."""


class Looks:
    """Some cells of a column; many fields look alike, so each pattern is asked once."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._filled = [stripped[:BEGINNING] for cell in cells if (stripped := cell.strip())]
        self._shares: dict[re.Pattern[str], float] = {}

    def share(self, pattern: re.Pattern[str] | None) -> float | None:
        """How many of the filled cells match, 0 to 1; None when nothing can be said."""
        if pattern is None or not self._filled:
            return None
        if pattern not in self._shares:
            self._shares[pattern] = sum(bool(pattern.search(cell)) for cell in self._filled) / len(self._filled)
        return self._shares[pattern]
