"""Cells that hold a word and are read as blank, told once for each column."""

from collections import Counter

from dashboard.imports.blanks import says_nothing
from dashboard.imports.columns import Mapping
from dashboard.imports.fields import Kind
from dashboard.imports.tables import Table
from dashboard.words import both, counted

MOST_COLUMNS, MOST_WORDS = 5, 3


def left_blank(table: Table, columns: Mapping, kind: Kind) -> list[str]:
    """ "N/A" in 31 rows of ID is read as blank; of many such columns the first ones."""
    told = []
    for column in columns.columns:
        blanks = kind.field(column.field).blanks if column.field else frozenset()
        cells = Counter(table.column(column.position)) if blanks else {}
        words = Counter[str]()
        for cell, count in cells.items():
            if (word := cell.strip()) and says_nothing(word, blanks):
                words[word] += count
        if words:
            told.append(_told(column.name, words))
    more = len(told) - MOST_COLUMNS
    return [*told[:MOST_COLUMNS], f"So are such words in {counted(more, 'more column')}."] if more > 0 else told


def _told(column: str, words: Counter[str]) -> str:
    named = [f'"{word}"' for word, _ in words.most_common(MOST_WORDS)]
    more = len(words) - len(named)
    listed = both([*named, *([f"{more:,} more"] if more else [])])
    return (
        f"{listed} in {counted(words.total(), 'row')} of {column} {'is' if len(words) == 1 else 'are'} read as blank."
    )
