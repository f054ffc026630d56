"""What a coordinator said about single rows: cells written anew, decisions, and that a ragged row is right as it is."""

from dataclasses import dataclass, field, replace

from dashboard.imports.cells import RIGHT, edited
from dashboard.imports.columns import Column, Mapping
from dashboard.imports.declaring import FileKind
from dashboard.imports.review import Line
from dashboard.imports.tables import Table

ANSWERS = {RIGHT: "This row is right now"}
"""What can be said about a row whatever its kind."""
ADDED = 10_000
"""Positions from here on are of columns that the file lacks: this and the place of the field in its kind."""


@dataclass
class Corrections:
    """By row number. ``edits`` are by position of the column; those beyond the last are cells too many."""

    edits: dict[int, dict[int, str]] = field(default_factory=dict)
    decisions: dict[int, str] = field(default_factory=dict)
    right: set[int] = field(default_factory=set)
    was: dict[int, Line] = field(default_factory=dict)
    """How corrected rows were in the review before the first word about them."""

    def take_in(self, edits: dict[int, dict[int, str]], decisions: dict[int, str]) -> None:
        """Put these beside those that were made before."""
        for number, cells in edits.items():
            self.edits[number] = {**self.edits.get(number, {}), **cells}
        for number, decision in decisions.items():
            if decision == RIGHT:
                self.right.add(number)
            else:
                self.decisions[number] = decision

    def take_back(self, number: int) -> None:
        """The row is as in the file again."""
        self.edits.pop(number, None)
        self.decisions.pop(number, None)
        self.was.pop(number, None)
        self.right.discard(number)

    def clear(self) -> None:
        for said in (self.edits, self.decisions, self.right, self.was):
            said.clear()

    def numbers(self, kind: FileKind) -> set[int]:
        """The rows that were corrected; answers to what a row leaves open stand with the question."""
        decided = {number for number, said in self.decisions.items() if said in kind.decisions}
        return self.edits.keys() | decided | self.right

    def said(self, number: int) -> str | None:
        """What was decided about the row."""
        return RIGHT if number in self.right else self.decisions.get(number)

    def corrected(self, table: Table, columns: Mapping, kind: FileKind) -> tuple[Table, Mapping]:
        """The table and its columns with all of this; a column more for each that the file lacks and that was used."""
        ragged = {number: why for number, why in table.ragged.items() if number not in self.right}
        table = edited(replace(table, ragged=ragged), self.edits)
        used = sorted({position for cells in self.edits.values() for position in cells if position >= ADDED})
        for position in used:
            meaning, name = kind.kind.fields[position - ADDED], added_name(kind, position)
            columns = Mapping((Column(len(table.columns), name, meaning.key, 100, "chosen"), *columns.columns))
            written = [self.edits.get(number, {}).get(position, "") for number in table.numbers]
            table = _with_column(table, name, written)
        return table, columns


def added(columns: Mapping, kind: FileKind) -> dict[int, str]:
    """By position: the columns that the file lacks and that may tell whom a row is about."""
    missing = [group[0] for group in kind.identity if not columns.has(*group)]
    places = {one.key: place for place, one in enumerate(kind.kind.fields, start=ADDED)}
    return {places[key]: added_name(kind, places[key]) for key in missing}


def added_name(kind: FileKind, position: int) -> str:
    return f"{kind.kind.fields[position - ADDED].label} (not in the file)"


def _with_column(table: Table, name: str, cells: list[str]) -> Table:
    width = len(table.columns)
    above = list(table.above)
    if at := table.header_row:
        above[at - 1] = [*[*above[at - 1], *[""] * width][:width], name]
    rows = [[*row, cell] for row, cell in zip(table.cells, cells, strict=True)]
    return replace(table, columns=[*table.columns, name], cells=rows, above=above)
