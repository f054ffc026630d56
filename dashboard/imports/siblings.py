"""Columns that a file writes in the same way: what one tells holds for the others, and is asked once."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.imports.columns import Column
from dashboard.imports.fields import Kind


def as_siblings(columns: Sequence[Column], kind: Kind) -> list[Column]:
    """The columns, those of dates whose own cells do not tell read as the others are; where these differ, each for
    itself."""
    dated = [one for one in columns if one.ways and one.field and kind.field(one.field).one_way]
    sure = [one for one in dated if one.way and one.way_is_sure]
    open_ones = [one for one in dated if not one.way_is_sure]
    return [_settled(column, sure, open_ones[0]) if column in open_ones else column for column in columns]


def _settled(column: Column, sure: Sequence[Column], first: Column) -> Column:
    told = {one.way: one for one in sure}
    if len(told) > 1:
        said = " and ".join(f'"{one.name}" has the {way} first' for way, one in told.items())
        return replace(column, way_why=f"{said}, so nothing tells it here. Say it.")
    if not told:
        why = column.way_why if column is first else f'Follows "{first.name}", once you say it there.'
        return replace(column, way_why=why)
    way, one = next(iter(told.items()))
    if way not in [each.key for each in column.ways]:
        return column
    label = next(each.label for each in column.ways if each.key == way)
    return replace(column, way=way, way_is_sure=True, way_why=f'{label}, as in "{one.name}".')
