"""Reviewing a file of pairs: which pairings each row is about, what it would change, and what stands in its way."""

from collections.abc import Mapping
from datetime import date

from dashboard.errors import MentorboardError, RuleError
from dashboard.imports.cells import Edits, edited, read_cells
from dashboard.imports.collecting import uncollected
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Options
from dashboard.imports.pairs.bonds import FIELDS, Bond, Bonds
from dashboard.imports.pairs.choices import ADD, COUNTS, NEW
from dashboard.imports.pairs.comparison import compare, contradictions
from dashboard.imports.pairs.facts import Reader
from dashboard.imports.pairs.fields import MENTEE, MENTOR, PAIRS
from dashboard.imports.pairs.people import People, joins
from dashboard.imports.pairs.plan import PairsPlan
from dashboard.imports.pairs.roll import Member, Roll
from dashboard.imports.pairs.rules import check
from dashboard.imports.pairs.sides import Side, open_choice, sides_of
from dashboard.imports.pairs.terms import Terms, terms
from dashboard.imports.people.choices import Answers
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.review import Line, Review
from dashboard.imports.tables import Table
from dashboard.imports.walking import Lines
from dashboard.queries.program_pairs import ProgramPairs
from dashboard.services import pairing_sentences as sentences
from models import OPEN

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
        values = read_cells(edited(table, edits), columns, PAIRS)
        roll = Roll(stored.people, stored.participants)
        lines, reader = Lines(table, values.troubles), Reader(values, len(table.numbers), roll)
        return _Walk(lines, reader, roll, stored, Answers(decisions, options), today).reviewed()


class _Walk:
    """Goes through the rows: first who is meant in all of them, then the pairings one by one."""

    def __init__(
        self, lines: Lines, reader: Reader, roll: Roll, stored: ProgramPairs, answers: Answers, today: date
    ) -> None:
        self._lines, self._stored, self._answers, self._today = lines, stored, answers, today
        start = answers.all.get("start", stored.starts_on.isoformat())
        self._start = date.fromisoformat(start) if start else None
        self._people = People(roll, stored.cohort, answers, adds_all=answers.all.get("strangers") == ADD)
        self._bonds = Bonds(stored.pairings, roll)
        self._said = [reader.said(row) for row in range(len(lines))]
        self._sides = [sides_of(reader, row, line.number) for row, line in enumerate(lines)]
        self._touched: list[Bond] = []
        self._joined: list[tuple[Line, Member]] = []

    def reviewed(self) -> Review:
        self._people.settle(side for sides in self._sides for side in sides)
        for row in sorted(range(len(self._lines)), key=lambda row: self._said[row].rank(self._today)):
            with self._lines.reading(row) as line:
                self._read(row, line)
        for line, member in self._joined:  # only now is it known how many places a mentor has
            line.brings += (joins(member),)
        plan = compare(self._touched, self._people.joining, self._lines)
        mentioned = {id(bond) for bond in self._touched}
        untouched = sorted(bond.names for bond in self._bonds.all if id(bond) not in mentioned)
        return self._lines.review(plan, self._stored.revision, untouched)

    def _read(self, row: int, line: Line) -> None:
        *mentees, mentor = self._sides[row]
        line.who = " with ".join(filter(None, ("; ".join(one.name for one in mentees), mentor.name)))
        if any(one.member and mentor.member and one.member.human is mentor.member.human for one in mentees):
            raise RuleError(sentences.same_person(mentor.name))
        if swapped := next(filter(None, (self._people.swapped(one, mentor) for one in mentees)), ""):
            raise RuleError(swapped)
        told = [side for side in (*mentees, mentor) if side.name or not line.troubles]  # else that cell is in trouble
        line.troubles += tuple(dict.fromkeys(one for side in told if (one := self._people.missing(side))))
        if not line.troubles:
            line.choice, remarks = open_choice(self._sides[row])
            claims = self._claims(row, line, mentor, mentees)
            line.remarks += tuple(remarks)
            if not line.troubles:
                for bond, found in claims:
                    self._take_in(row, line, bond, found)

    def _claims(self, row: int, line: Line, mentor: Side, mentees: list[Side]) -> list[tuple[Bond, Terms]]:
        """The pairings that the row is about, and what it says about each; the first that can't be is its trouble."""
        members = dict.fromkeys(side.member for side in mentees if side.member)
        assert mentor.member is not None
        claims: list[tuple[Bond, Terms]] = []
        try:
            for mentee in members:
                opening = sum(terms.given.get("status") in OPEN and not bond.is_open for bond, terms in claims)
                claims.append(self._claim(row, line, mentor.member, mentee, opening=opening))
        except MentorboardError as error:
            if line.choice is None:
                raise
            decision = NEW if NEW in line.choice.matter.options else ""
            raise UnclearError(f"{line.choice.sentence} {error}", decision) from error
        return claims

    def _claim(self, row: int, line: Line, mentor: Member, mentee: Member, *, opening: int) -> tuple[Bond, Terms]:
        said = self._said[row]
        known = self._bonds.between(mentor, mentee, start=said.start, end=said.end)
        remarks: list[str] = []
        found = terms(said, known, remarks, today=self._today, usual=self._start)
        bond = known or Bond(mentor, mentee)
        if self._answers.rows.get(line.number) != COUNTS:
            line.troubles += tuple(contradictions(bond, found, self._lines))
        given = bond.news(*found)
        after = {key: given.get(key, bond.now(key)) for key in FIELDS}
        check(bond, after, self._stored, names=self._people.roll.members, opening=opening)
        line.remarks = tuple(dict.fromkeys([*line.remarks, *remarks]))
        return bond, found._replace(given=given)

    def _take_in(self, row: int, line: Line, bond: Bond, found: Terms) -> None:
        self._joined += [(line, member) for member in (bond.mentor, bond.mentee) if self._people.take_in(member)]
        was_open = bond.is_open
        if bond.row is None:
            bond.row = row
            self._touched.append(bond)
        else:
            line.remarks += (f"The same pairing as in row {self._lines[bond.row].number}.",)
        bond.take_in(*found, row)
        if bond.id is None and bond.row == row:
            self._bonds.add(bond)
        elif was_open != bond.is_open:
            (self._bonds.opened if bond.is_open else self._bonds.ended)(bond)
