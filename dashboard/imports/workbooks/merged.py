"""Cells that were merged over several rows: what they say holds for each of these rows."""

from collections.abc import Iterable, Iterator, Sequence

Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell, each as row and column, from 0."""


def downward(ranges: Sequence[Range] | None) -> list[Range]:
    """Those that go over several rows, from the top."""
    return sorted(one for one in ranges or () if one[1][0] > one[0][0])


def filled_down(rows: Iterable[list[str]], ranges: Sequence[Range]) -> Iterator[list[str]]:
    """The rows, with the text of a merged cell in each row that it spans, in the first of its columns."""
    starting: dict[int, list[tuple[int, int]]] = {}
    for (first, column), (last, _) in ranges:
        starting.setdefault(first, []).append((column, last))
    held: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows):
        for column in [column for column, (last, _) in held.items() if last < number]:
            del held[column]
        if held:
            row = row + [""] * (max(held) + 1 - len(row))
            for column, (_, text) in held.items():
                row[column] = row[column] or text
        held |= {column: (last, row[column]) for column, last in starting.get(number, ()) if row[column : column + 1]}
        yield row if any(row) else []
