"""Going through a file of people: who each row is about, what it says, and what stands in its way."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.cells import Trouble, read_cells
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.people import alone
from dashboard.imports.people.asking import Asking
from dashboard.imports.people.choices import ADD, EARLIER, KEEP, REPEATED, TAKEN, Answers
from dashboard.imports.people.comparison import Draft
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.finding import find_everybody
from dashboard.imports.people.giving import Giving
from dashboard.imports.people.keys import Keys, Said
from dashboard.imports.people.managers import take_in_managers
from dashboard.imports.people.moving import Moves
from dashboard.imports.people.paired import refuse_what_pairings_forbid
from dashboard.imports.people.said import NO_ROLE
from dashboard.imports.people.said import Said as SaidOfAll
from dashboard.imports.people.telling import Telling, tell
from dashboard.imports.people.unchanged import unchanged
from dashboard.imports.people.units import Group, Unit, units_of
from dashboard.imports.review import Line, State
from dashboard.imports.tables import Table

NO_KEY = "Nothing tells who this is. Fill in an e-mail address, an ID or a name."
OVERRULED = "Another row of this file withdraws them from the same role. That counts, and not that they wait."
STRANGER = (
    "{} is nobody in your program, and has neither an e-mail address nor an ID here. Fill in one of them, or decide "
    "to add them without."
)


class Walk:
    """Goes through the rows of a file, of which each either goes in or is in trouble and says nothing."""

    def __init__(
        self, table: Table, columns: Columns, everybody: Everybody, *, said: SaidOfAll, answers: Answers
    ) -> None:
        self.everybody = everybody
        self.lines = [Line(number) for number in table.numbers]
        self.draft = Draft(self.lines)
        self._asking = Asking(self.lines, answers)
        values = read_cells(table, columns, PEOPLE)
        self._troubles = values.troubles
        self.reader = Reader(values, columns, len(table.numbers), said=said)

    def read_all(self) -> None:
        once = alone.once(self.reader)
        rows = alone.alone(self.reader, self.everybody, self._troubles, once)
        others = bytearray(b"\1") * len(self.lines)
        for row in chain(rows, self._unchanged(once)):
            others[row] = 0
        units = units_of(self._readable(row for row, is_other in enumerate(others) if is_other), self.reader)
        groups = find_everybody(units, self.everybody, self._asking.ask)
        settled = self._settled([group for group in groups if self._is_clear(group)], units)
        take_in_managers(self.reader, rows, settled, self.everybody)
        alone.take_in(rows, self.reader, self.draft, self.lines)
        giving = Giving(self.reader, self.lines, self._asking)
        for telling, keys in settled:
            giving.take_in(telling, keys)
            self.draft.add(telling.someone)

    def _unchanged(self, once: NDArray[np.bool_]) -> Iterable[int]:
        """The rows that say of somebody what is known of them, and nothing else."""
        for row, place in unchanged(self.reader, self.everybody, self._troubles, once):
            self.everybody.mentioned.add(place)
            line = self.lines[row]
            line.who, line.remarks = self.everybody.names[place], self.reader.remarks(row, self.reader.roles(row))
            yield row

    def _readable(self, rows: Iterable[int]) -> Iterable[int]:
        """The rows that say who they are about, with nothing wrong in any of their cells."""
        ids = self.reader.own("external_id")
        for row in rows:
            troubles = list(self._troubles.get(row, ()))
            says_who = ids[row] or self.reader.keys[row] or self.reader.names[row]
            if not troubles and says_who:
                yield row
                continue
            if not troubles:
                troubles.append(Trouble("", NO_KEY))
            if not (self.reader.roles(row) or self.reader.is_told(troubles) or self._has_role(row)):
                troubles.append(Trouble("", NO_ROLE))
            self._refuse(row, troubles)

    def _has_role(self, row: int) -> bool:
        """Whether somebody who may be meant has a role in the cohort."""
        place, key = self.everybody.with_id(self.reader.own("external_id")[row]), self.reader.keys[row]
        places = [place] if place is not None else self.everybody.with_email(key) if key else ()
        return any(self.everybody.is_here(one) for one in places)

    def _is_clear(self, group: Group) -> bool:
        """Whether it is clear who this is; if not, none of the rows goes in."""
        rows = [row for unit in group.units for row in unit.rows]
        trouble = next((unit.trouble for unit in group.units if unit.trouble), None)
        has_nothing = group.someone is None and not (group.external_id or group.emails)
        if has_nothing and not trouble and not any(self._asking.is_welcome(row) for row in rows):
            trouble = Trouble("", STRANGER.format(group.units[0]), ADD)
        for row in rows if trouble else ():
            self._refuse(row, (trouble,) if trouble else ())
        return trouble is None

    def _settled(self, groups: Sequence[Group], units: Sequence[Unit]) -> list[tuple[Telling, Said]]:
        """What the rows say that go in, and by what each person is found then."""
        tellings = [tell(group, self.reader, self._asking.ask) for group in groups]
        refuse_what_pairings_forbid(tellings, lambda row: self._asking.answer(row, REPEATED) == EARLIER)
        for telling in tellings:
            for row, troubles in telling.troubles.items():
                self._refuse(row, troubles, str(telling.someone.now("name") or ""))
            for row in telling.overruled & telling.told.keys():
                self.lines[row].remarks += (OVERRULED,)
        keys = Keys(units, self.reader, self.lines, self._asking.ask)
        settled = [(telling, keys.settle(telling)) for telling in tellings if telling.told]
        Moves(settled, self.everybody, lambda row: self._asking.answer(row, TAKEN) == KEEP).settle(self._asking.ask)
        return [(telling, keys.free(telling, said)) for telling, said in settled]

    def _refuse(self, row: int, troubles: Sequence[Trouble], who: str = "") -> None:
        line = self.lines[row]
        line.who = self.reader.names[row] or who or self.reader.facts(row).who
        line.state, line.troubles, line.choice = State.TROUBLE, tuple(troubles), None
        told = (self.reader.own("external_id")[row], self.reader.keys[row], self.reader.names[row])
        self.everybody.mentioned.update(self.everybody.meant(*told))
