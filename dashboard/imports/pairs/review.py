"""Reviewing a file of pairs: which pairing each row is about, what it would change, and what stands in its way."""

from collections.abc import Mapping
from datetime import date

from dashboard.imports.cells import Edits, Trouble, edited, read_cells
from dashboard.imports.collecting import uncollected
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Options
from dashboard.imports.pairs.bonds import FIELDS, Bond, Bonds, Given
from dashboard.imports.pairs.comparison import compare, contradictions
from dashboard.imports.pairs.facts import Reader
from dashboard.imports.pairs.fields import MENTEE, MENTOR, PAIRS
from dashboard.imports.pairs.people import ADD, People, joins
from dashboard.imports.pairs.plan import PairsPlan
from dashboard.imports.pairs.roll import Member, Roll
from dashboard.imports.pairs.rules import check
from dashboard.imports.pairs.terms import begin, terms
from dashboard.imports.people.choices import SAME
from dashboard.imports.review import Line, Review
from dashboard.imports.tables import Table
from dashboard.imports.walking import Lines
from dashboard.queries.program_pairs import ProgramPairs

NO_TWO = (
    "No column tells who the {role} of a pair is. Say which one holds their e-mail addresses, IDs or names; "
    "if none does, add such a column to the file and upload it again."
)


def review_pairs(
    table: Table,
    columns: Columns,
    stored: ProgramPairs,
    *,
    options: Options,
    edits: Edits,
    decisions: Mapping[int, str],
    today: date,
) -> Review:
    """The change list of a file of pairs."""
    for role, keys in (("mentor", MENTOR), ("mentee", MENTEE)):
        if not columns.has(*keys):
            return Review([], PairsPlan(), stored.revision, problem=NO_TWO.format(role=role))
    with uncollected():
        walk = _Walk(edited(table, edits), columns, stored, options=options, decisions=decisions, today=today)
        for row in walk.order():
            walk.read(row)
        return walk.reviewed()


class _Walk:
    """Goes through the rows one by one; what one says is known to the next."""

    def __init__(
        self,
        table: Table,
        columns: Columns,
        stored: ProgramPairs,
        *,
        options: Options,
        decisions: Mapping[int, str],
        today: date,
    ) -> None:
        self._stored, self._decisions, self._today = stored, decisions, today
        self._adds_all = options.get("strangers") == ADD
        start = options.get("start", stored.starts_on.isoformat())
        self._start = date.fromisoformat(start) if start else None
        values = read_cells(table, columns, PAIRS)
        self.lines = Lines(table, values.troubles)
        self._reader = Reader(values, len(self.lines))
        self._said = [self._reader.said(row) for row in range(len(self.lines))]
        roll = Roll(stored.people, stored.participants)
        self._people, self._bonds = People(roll, stored.cohort), Bonds(stored.pairings, roll)
        self._touched: list[Bond] = []
        self._joined: list[tuple[Line, Member]] = []

    def order(self) -> list[int]:
        """Rows that tell of an end before the others, which may need the place that is free then."""
        return sorted(range(len(self.lines)), key=lambda row: not self._said[row].is_over(self._today))

    def read(self, row: int) -> None:
        """Take in what a row says, unless something is wrong with it: then it is in trouble and says nothing."""
        with self.lines.reading(row) as line:
            two = self._two(row, line)
            if two is not None and not line.troubles:
                self._read_pairing(row, line, *two)

    def reviewed(self) -> Review:
        for line, member in self._joined:  # only now is it known how many places a mentor has
            line.brings += (joins(member),)
        plan = compare(self._touched, self._people.joining, self.lines)
        mentioned = {id(bond) for bond in self._touched}
        untouched = sorted(bond.names for bond in self._bonds.all if id(bond) not in mentioned)
        return self.lines.review(plan, self._stored.revision, untouched)

    def _two(self, row: int, line: Line) -> tuple[Member, Member] | None:
        """The two people, unless one of them is in trouble."""
        who = {role: self._reader.who(row, role) for role in ("mentee", "mentor")}
        add = self._adds_all or self._decisions.get(line.number) == ADD
        found: dict[str, Member | Trouble] = {}
        for role, told in who.items():
            if str(told) or not line.troubles:  # a cell in trouble itself may be the one that would tell
                found[role] = self._people.member(told, role, add=add, beside=found.get("mentee"))
        line.who = " with ".join(
            one.name if isinstance(one := found.get(role), Member) else str(told) for role, told in who.items()
        )
        line.troubles += tuple(one for one in found.values() if isinstance(one, Trouble))
        mentor, mentee = found.get("mentor"), found.get("mentee")
        return (mentor, mentee) if isinstance(mentor, Member) and isinstance(mentee, Member) else None

    def _read_pairing(self, row: int, line: Line, mentor: Member, mentee: Member) -> None:
        said = self._said[row]
        known = self._bonds.between(mentor, mentee, start=said.start, end=said.end)
        remarks: list[str] = []
        given = terms(said, known, remarks, today=self._today)
        bond = known or Bond(mentor, mentee)
        if known is None:
            begin(given, self._start)
        if self._decisions.get(line.number) != SAME:
            line.troubles += tuple(contradictions(bond, given, self.lines))
        after = {key: given.get(key, bond.now(key)) for key in FIELDS}
        check(bond, after, self._stored, names=self._people.roll.members)
        if not line.troubles:
            line.remarks += tuple(remarks)
            self._take_in(row, line, bond, given)

    def _take_in(self, row: int, line: Line, bond: Bond, given: Given) -> None:
        self._joined += [(line, member) for member in (bond.mentor, bond.mentee) if self._people.take_in(member)]
        was_open = bond.is_open
        if bond.row is None:
            bond.row = row
            self._touched.append(bond)
        else:
            line.remarks += (f"The same pairing as in row {self.lines[bond.row].number}.",)
        for key, value in given.items():
            if key not in bond.given or bond.given[key][0] != value:
                bond.given[key] = (value, row)
        if bond.id is None and bond.row == row:
            self._bonds.add(bond)
        elif was_open != bond.is_open:
            (self._bonds.opened if bond.is_open else self._bonds.ended)(bond)
