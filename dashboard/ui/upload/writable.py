"""The cells of a row that can be written into: which, what they are called, and what stands in them now."""

from dashboard.imports.cells import RIGHT
from dashboard.imports.review import Line
from dashboard.ui.upload.corrections import ADDED, added, added_name
from dashboard.ui.upload.draft import Draft


def names_of(draft: Draft, line: Line) -> dict[int, str]:
    """By position what can be written into: the columns that mean something; all of them, and cells too many, where
    cells may be misplaced; and those that the file lacks where a whole row is in trouble."""
    table, columns, kind = draft.table(), draft.columns(), draft.kind()
    is_ragged, width = line.number in table.ragged, len(table.columns)
    hidden = draft.confidence().hides(table.cells[place_of(draft, line.number)], is_shifted=is_ragged)
    shown = (one for one in columns.columns if one.position not in hidden)
    names = {one.position: one.name for one in shown if one.field or is_ragged}
    beyond = range(width, width + len(table.extra.get(line.number, ())))
    names |= {place: f"Cell {place + 1}" for place in beyond if place not in hidden}
    if any(not one.column and one.decision != RIGHT for one in line.troubles):
        names |= added(columns, kind)
    return names | {at: added_name(kind, at) for at in draft.rows.edits.get(line.number, ()) if at >= ADDED}


def is_open(draft: Draft, was: Line, line: Line, name: str, at: int) -> bool:
    """Whether a cell is seen at once: it is in trouble or was, or the whole row is."""
    troubles = (*was.troubles, *line.troubles)
    is_whole = line.number in draft.table().ragged or any(not one.column for one in troubles)
    return is_whole or any(one.column == name for one in troubles) or at in draft.rows.edits.get(line.number, ())


def cells_of(draft: Draft, number: int) -> dict[int, str]:
    """The cells of a row as they are now, by position; those beyond the last column, and in columns that were added."""
    table = draft.corrected()[0]
    width = len(draft.table().columns)
    cells = dict(enumerate(table.cells[place_of(draft, number)][:width]))
    cells |= dict(enumerate(table.extra.get(number, ()), start=width))
    return cells | {at: cell for at, cell in draft.rows.edits.get(number, {}).items() if at >= ADDED}


def place_of(draft: Draft, number: int) -> int:
    """Where the row of this number stands in the table."""
    numbers = draft.table().numbers
    places = draft.once("places", id(draft.table()), lambda: {one: at for at, one in enumerate(numbers)})
    return places[number]
