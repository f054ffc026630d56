"""What of a file goes nowhere, and is told: the invented row of a template, and cells beyond the last column."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.confidence import confidence_of
from dashboard.imports.declaring import Reviewing
from dashboard.imports.fields import Kind
from dashboard.imports.review import Review
from dashboard.imports.tables import Table
from dashboard.words import counted

FEWEST = 3
"""Columns that have to say just what the example says."""
EXAMPLE = "This is the example of the template, so it is left out."


def leaving_out(example: Mapping[str, str], review: Reviewing, kind: Kind) -> Reviewing:
    """The review of a file without the row of the example, unless that row was corrected; and with a remark on the
    cells of a row that has more than the header and was said to be right. Where anything is told in confidence, they
    may be it, and are only counted."""

    def reviewing(table: Table, columns: Columns, stored: Any, **said: Any) -> Review:
        found = review(_without(table, columns, example, said["edits"]), columns, stored, **said)
        is_open = bool(table.extra) and not confidence_of(columns, kind).hides((), is_shifted=True)
        for line in found.lines if table.extra else ():
            beyond = [] if line.number in table.ragged else [*filter(str.strip, table.extra.get(line.number, ()))]
            if beyond:
                told = "; ".join(map(str.strip, beyond)) if is_open else counted(len(beyond), "cell")
                line.remarks += (f"Left out, as there is no column for it: {told}.",)
        return found

    return reviewing


def _without(table: Table, columns: Columns, example: Mapping[str, str], edits: Mapping[int, object]) -> Table:
    expected = [""] * len(table.columns)
    for column in columns.columns:
        expected[column.position] = example.get(column.field or "", "")
    if sum(map(bool, expected)) < FEWEST:
        return table
    found = {
        number
        for number, row in zip(table.numbers, table.cells, strict=True)
        if row[0].strip() == expected[0] and [cell.strip() for cell in row] == expected and number not in edits
    }
    if not found:
        return table
    kept = [place for place, number in enumerate(table.numbers) if number not in found]
    return replace(
        table,
        cells=[table.cells[place] for place in kept],
        numbers=[table.numbers[place] for place in kept],
        blank=sorted([*table.blank, *found]),
        left_out=table.left_out | dict.fromkeys(found, EXAMPLE),
    )
