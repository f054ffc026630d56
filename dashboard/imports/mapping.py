"""Columns to fields: by what a column is called and by what its cells look like, with a confidence, and correctable."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dashboard.imports.columns import Column, Mapping
from dashboard.imports.fields import CONTENT_SAMPLE, Field, Kind, Span
from dashboard.imports.formulas import restore
from dashboard.imports.likeness import EXACT, alike, words
from dashboard.imports.lists import find_separator
from dashboard.imports.looks import Looks
from dashboard.imports.tables import Table

BY_CONTENT = 80
ENOUGH = 70
LAST_RESORT = 72
MOSTLY, HARDLY = 0.8, 0.2
IGNORED = "-"
SAMPLES = 3


def map_columns(
    table: Table,
    kind: Kind,
    choices: dict[str, str] | None = None,
    separators: dict[str, str] | None = None,
    ways: dict[str, str] | None = None,
    span: Span | None = None,
) -> Mapping:
    """The likeliest meaning of every column.

    ``choices`` (column -> field, or IGNORED), ``separators`` (column -> separator) and ``ways`` (column -> the key of a
    way) are the coordinator's own. ``span`` are the days of the cohort.
    """
    chosen = {name: field for name, field in (choices or {}).items() if field == IGNORED or field in _keys(kind)}
    free = [position for position, name in enumerate(table.columns) if name not in chosen]
    taken = {field for name, field in chosen.items() if name in table.columns}
    found = _assigned(_scores(table, kind, free), kind, taken)
    columns = (_column(table, kind, position, found, chosen) for position in range(len(table.columns)))
    cut = (_cut(column, (separators or {}).get(column.name)) for column in columns)
    return Mapping(tuple(_in_its_way(column, table, kind, (ways or {}).get(column.name), span) for column in cut))


def is_known_name(header: str, kind: Kind) -> bool:
    """Whether this is, letter for letter, what a column of such a file is called."""
    return words(header) in _known_names(kind)


@cache
def _keys(kind: Kind) -> frozenset[str]:
    return frozenset(field.key for field in kind.fields)


@cache
def _known_names(kind: Kind) -> frozenset[str]:
    return frozenset(words(name) for field in kind.fields for name in field.names)


@cache
def _ignored_names(kind: Kind) -> frozenset[str]:
    return frozenset(map(words, kind.ignored))


@cache
def _bare(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(words, names))


def _assigned(scores: list[tuple[int, str, int, str]], kind: Kind, taken: set[str]) -> dict[int, tuple[str, int, str]]:
    """Position -> (field, confidence, why), the surest first; only fields of several values take several columns."""
    found: dict[int, tuple[str, int, str]] = {}
    for score, why, position, key in scores:
        if position in found or (key in taken and not kind.field(key).takes_several):
            continue
        if key != IGNORED:
            taken.add(key)
        found[position] = (key, score, why)
    return found


def _scores(table: Table, kind: Kind, positions: Sequence[int]) -> list[tuple[int, str, int, str]]:
    scores = []
    for position in positions:
        header = table.columns[position]
        name = words(header)
        if name in _ignored_names(kind):
            continue
        cells = Looks(table.sound_cells(position, CONTENT_SAMPLE))
        for field in kind.fields:
            score, why = _score(name, cells, field, titled=field.titled(header) if field.titled else 0)
            if score >= ENOUGH:
                scores.append((score, why, position, field.key))
    order = {field.key: place for place, field in enumerate(kind.fields)}
    return sorted(scores, key=lambda entry: (-entry[0], entry[2], order[entry[3]]))


def _score(name: str, cells: Looks, field: Field, *, titled: int) -> tuple[int, str]:
    if field.never is not None and field.never.search(name):
        return 0, ""
    likeness = cells.share(field.looks)
    called = max(titled, *(alike(name, known) for known in _bare(field.names)))
    if field.strict and likeness is not None and likeness < HARDLY:
        is_named_so = field.by_name and called == EXACT and alike(name, words(field.label)) >= ENOUGH
        return (LAST_RESORT, "name") if is_named_so else (0, "")
    if field.by_content and likeness is not None and likeness >= MOSTLY and called < BY_CONTENT:
        return BY_CONTENT, "content"
    return called, "name"


def _column(
    table: Table, kind: Kind, position: int, found: dict[int, tuple[str, int, str]], chosen: dict[str, str]
) -> Column:
    name, cells = table.columns[position], table.column(position)
    column = Column(position, name, samples=_samples(cells))
    if name in chosen:
        field = None if chosen[name] == IGNORED else chosen[name]
        column = replace(column, field=field, confidence=EXACT, why="chosen")
    elif position in found:
        field, confidence, why = found[position]
        column = replace(column, field=field, confidence=confidence, why=why)
    elif kind.are_answers and words(name) not in {words(ignored) for ignored in kind.ignored}:
        column = replace(column, is_lost=kind.are_answers(name, cells[:CONTENT_SAMPLE]))
    if column.field and kind.field(column.field).many:
        column = replace(column, separator=find_separator(cells))
    return column


def _cut(column: Column, separator: str | None) -> Column:
    """The column with the separator that was chosen, if its cells hold several values."""
    return column if separator is None or column.separator is None else replace(column, separator=separator)


def _in_its_way(column: Column, table: Table, kind: Kind, chosen: str | None, span: Span | None) -> Column:
    """The column with the ways in which it may be read: the one that was chosen, else the one that its cells tell."""
    meaning = kind.field(column.field) if column.field else None
    if meaning is None or meaning.ways is None:
        return column
    cells = [restore(cell.strip()) for cell in table.column(column.position)]
    found = meaning.ways(column.name, cells, span)
    if chosen in [way.key for way in found.offered]:
        return replace(column, ways=found.offered, way=chosen or "")
    return replace(column, ways=found.offered, way=found.likeliest, way_is_sure=found.is_sure)


def _samples(cells: Sequence[str]) -> tuple[str, ...]:
    """The first different values that are not blank."""
    found: dict[str, None] = {}
    for cell in cells:
        if value := restore(cell.strip()):
            found[value] = None
        if len(found) == SAMPLES:
            break
    return tuple(found)
