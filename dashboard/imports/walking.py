"""Going through the rows of a file: a line for each of them, and whatever stands in the way of one as its trouble."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import attrgetter

from dashboard.errors import MentorboardError
from dashboard.imports.cells import Trouble
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.review import Line, Plan, Review, State
from dashboard.imports.tables import Table


class Lines(list[Line]):
    """The lines of a file, by the position of the row."""

    def __init__(self, table: Table, troubles: Mapping[int, Sequence[Trouble]]) -> None:
        super().__init__(Line(number) for number in table.numbers)
        self._table, self._troubles = table, troubles

    @contextmanager
    def reading(self, row: int) -> Iterator[Line]:
        """The line of a row with the troubles of its cells, while the row is read. What can't be is one more of them; a
        row with any is in trouble, whatever it left open."""
        line = self[row]
        line.troubles = tuple(self._troubles.get(row, ()))
        try:
            yield line
        except UnclearError as unclear:
            line.troubles += (unclear.trouble,)
        except MentorboardError as error:
            line.troubles += (Trouble("", str(error)),)
        if line.troubles:
            line.state, line.choice = State.TROUBLE, None

    def review(self, plan: Plan, revision: int, untouched: Iterable[str] = ()) -> Review:
        """Every row of the file once, blank ones too, in its order."""
        lines = sorted([*self, *blank_lines(self._table)], key=attrgetter("number"))
        return Review(lines, plan, revision, tuple(untouched))


def blank_lines(table: Table) -> list[Line]:
    """The lines of rows that hold nothing about anybody."""
    told = table.left_out
    return [
        Line(number, state=State.BLANK, remarks=(told[number],) if number in told else ()) for number in table.blank
    ]
