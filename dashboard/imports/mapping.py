"""Columns to fields: by what a column is called and by what its cells look like, with a confidence, and correctable."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.imports.choosing import Chosen, settle
from dashboard.imports.columns import Column, Mapping
from dashboard.imports.competing import is_by_values, rivals
from dashboard.imports.fields import Kind, Span
from dashboard.imports.formulas import restore
from dashboard.imports.items import of_one_question
from dashboard.imports.likeness import EXACT, words
from dashboard.imports.lists import MIXED, MIXED_COMMAS, find_separator
from dashboard.imports.recognizing import Recognized, ignored_names, recognize
from dashboard.imports.siblings import as_siblings
from dashboard.imports.tables import Table
from dashboard.words import both

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

    ``choices`` (column -> field, IGNORED, or a field after ALSO), the latest last, ``separators`` (column -> separator)
    and ``ways`` (column -> the key of a way) are the coordinator's own. ``span`` are the days of the cohort.
    """
    chosen = settle(choices or {}, table.columns, kind)
    free = [position for position, name in enumerate(table.columns) if name not in chosen.fields]
    taken = frozenset(field for field in chosen.fields.values() if field)
    known = recognize(table, kind, free, taken)
    columns = [_chosen_or_found(table, position, chosen, known) for position in range(len(table.columns))]
    columns = [replace(column, samples=_samples(table, column.position)) for column in columns]
    columns = [_told_of_others(column, table, kind, chosen, known, columns) for column in columns]
    columns = [_cut(column, table, kind, (separators or {}).get(column.name)) for column in columns]
    said = ways or {}
    columns = [_in_its_way(one, columns, table, kind, said.get(one.name), span) for one in columns]
    return Mapping(tuple(as_siblings(columns, kind)))


def _chosen_or_found(table: Table, position: int, chosen: Chosen, known: Recognized) -> Column:
    name = table.columns[position]
    if name in chosen.moved:
        could_be, instead = chosen.moved[name]
        return Column(position, name, why="moved", could_be=could_be, instead=instead)
    if name in chosen.fields:
        return Column(position, name, chosen.fields[name], EXACT, "chosen")
    if position not in known.found:
        return Column(position, name)
    claim = known.found[position]
    return Column(position, name, claim.field.key, claim.score, claim.why)


def _told_of_others(
    column: Column, table: Table, kind: Kind, chosen: Chosen, known: Recognized, columns: Sequence[Column]
) -> Column:
    """The column with what other columns have to do with its meaning."""
    if column.position in known.beaten and column.samples and known.beaten[column.position].is_likely:
        key = known.beaten[column.position].field.key
        return replace(column, could_be=key, instead=_holder(key, columns, chosen))
    if column.field is None:
        return column
    if column.name in chosen.also:
        return replace(column, after=_holder(column.field, columns, chosen, other_than=column.name))
    if (whole := kind.field(column.field).part_of) and column.samples:
        column = replace(column, after=_holder(whole, columns, chosen))
    if column.position not in known.found:
        return column
    claim = known.found[column.position]
    others = rivals(table, claim, known.beaten)
    why = "content" if any(is_by_values(claim, other) for other in others) else column.why
    return replace(column, rivals=tuple(table.columns[other.position] for other in others), why=why)


def _holder(key: str, columns: Sequence[Column], chosen: Chosen, *, other_than: str = "") -> str:
    """The column that means this first of all."""
    holding = [column.name for column in columns if column.field == key and column.name != other_than]
    return next((name for name in holding if name not in chosen.also), "")


def _cut(column: Column, table: Table, kind: Kind, separator: str | None) -> Column:
    """The column with what stands between the values of a cell, and whether it holds answers that nothing claims."""
    if column.field and kind.field(column.field).many:
        found = find_separator(table.column(column.position)) if separator is None else separator
        is_sure = separator is not None or found not in (MIXED, MIXED_COMMAS)
        return replace(column, separator=found, separator_is_sure=is_sure)
    if column.field is None and column.why == "" and kind.are_answers and not _is_ignored(column.name, kind):
        return replace(column, is_lost=kind.are_answers(column.name, table.first_cells(column.position)))
    return column


def _is_ignored(name: str, kind: Kind) -> bool:
    return words(name) in ignored_names(kind)


def _in_its_way(
    column: Column, columns: Sequence[Column], table: Table, kind: Kind, chosen: str | None, span: Span | None
) -> Column:
    """The column with the ways in which it may be read: the one that was chosen, else the one that its cells tell, or
    those of all items of its question."""
    meaning = kind.field(column.field) if column.field else None
    if meaning is None or meaning.ways is None:
        return column
    alike = of_one_question(column, columns) if meaning.averages else [column]
    cells = [restore(cell.strip()) for one in alike for cell in table.column(one.position)]
    found = meaning.ways(column.name, cells, span)
    if chosen in [way.key for way in found.offered]:
        return replace(column, ways=found.offered, way=chosen or "")
    rows = both([f"row {table.numbers[at]}" for at in found.at])
    why = found.because.replace("{rows}", rows[:1].upper() + rows[1:] if found.because.startswith("{") else rows)
    return replace(column, ways=found.offered, way=found.likeliest, way_is_sure=found.is_sure, way_why=why)


def _samples(table: Table, position: int) -> tuple[str, ...]:
    """The first different values that are not blank."""
    found: dict[str, None] = {}
    for row in table.cells:
        if value := restore(row[position].strip()):
            found[value] = None
        if len(found) == SAMPLES:
            break
    return tuple(found)
