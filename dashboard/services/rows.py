"""Many rows at once, all or nothing: each is checked first, and what is wrong is told by the number of its row."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from dashboard.errors import InvalidError, MentorboardError
from dashboard.words import counted

T = TypeVar("T")
Row = Mapping[str, Any]
MOST_TOLD = 10


class RowsError(InvalidError):
    """Some rows need a correction, so none was saved. ``troubles`` has the sentence for each, by row number."""

    def __init__(self, troubles: Mapping[int, str]) -> None:
        self.troubles = dict(troubles)
        told = [f"Row {number}: {sentence}" for number, sentence in list(self.troubles.items())[:MOST_TOLD]]
        if len(self.troubles) > MOST_TOLD:
            told.append(f"And {len(self.troubles) - MOST_TOLD:,} more.")
        needs = "needs" if len(self.troubles) == 1 else "need"
        super().__init__(
            f"Nothing was saved: {counted(len(self.troubles), 'row')} {needs} a correction. {' '.join(told)}"
        )


def checked_rows(rows: Iterable[Row], check: Callable[[Row], T]) -> list[T]:
    """``check(row)`` of every row, in order. A row may carry its number as ``row``; else they are counted from 1."""
    good: list[T] = []
    troubles: dict[int, str] = {}
    for place, row in enumerate(rows, start=1):
        try:
            good.append(check(row))
        except MentorboardError as error:
            troubles[int(row.get("row", place))] = str(error)
    if troubles:
        raise RowsError(troubles)
    return good
