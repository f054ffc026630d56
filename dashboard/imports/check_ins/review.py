"""Reviewing a file of check-ins: whose answer each row is and about which pairing, and what it changes."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.errors import InvalidError
from dashboard.imports.cells import Edits, edited, read_cells
from dashboard.imports.check_ins.book import Book
from dashboard.imports.check_ins.comparison import compare
from dashboard.imports.check_ins.facts import Answering, Reader
from dashboard.imports.check_ins.fields import CHECK_INS
from dashboard.imports.check_ins.plan import CheckInsPlan
from dashboard.imports.check_ins.settling import Claim, Said, Settling
from dashboard.imports.collecting import uncollected
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Options
from dashboard.imports.records.fields import EVERYBODY
from dashboard.imports.records.rows import Rows
from dashboard.imports.records.untouched import without_an_answer
from dashboard.imports.records.whose import EACH, NOBODY, ROLES, Whose
from dashboard.imports.review import Review
from dashboard.imports.tables import Table
from dashboard.imports.walking import Lines
from dashboard.queries.program_records import ProgramCheckIns
from dashboard.questions import ANSWERS

NO_RESPONDENT = (
    "No column tells who answered. Say which one holds their e-mail addresses, IDs or names; "
    "if none does, add such a column to the file and upload it again."
)
ONE_COMMENT = "A check-in has one comment: with its confidential part, all of it is kept confidential."
NO_ANSWERS = "No column holds an answer to one of our questions. Say below which question a column answers."


def review_check_ins(
    table: Table,
    columns: Columns,
    stored: ProgramCheckIns,
    *,
    options: Options,
    edits: Edits,
    decisions: Mapping[int, str],
    today: date,
) -> Review:
    """The change list of a file of check-ins."""
    for wanted, problem in ((EVERYBODY, NO_RESPONDENT), ((*ANSWERS, "kept", "confidential_comment"), NO_ANSWERS)):
        if not columns.has(*wanted):
            return Review([], CheckInsPlan(), stored.revision, problem=problem)
    with uncollected():
        walk = _Walk(edited(table, edits), columns, stored, options, decisions, today)
        return walk.reviewed()


class _Walk:
    """Goes through the rows one by one; what one says is known to the next."""

    def __init__(
        self,
        table: Table,
        columns: Columns,
        stored: ProgramCheckIns,
        options: Options,
        decisions: Mapping[int, str],
        today: date,
    ) -> None:
        self._stored, self._decisions, self._today = stored, decisions, today
        values = read_cells(table, columns, CHECK_INS)
        self.lines = Lines(table, values.troubles)
        self._rows = Rows(values, len(self.lines))
        self._reader = Reader(self._rows, columns, options)
        self._whose, self._book = Whose(stored), Book(stored.check_ins)
        numbers = [line.number for line in self.lines]
        self._answered: set[tuple[int, int]] = set()
        self._settling = Settling(self._whose, self._book, stored, numbers=numbers, today=today)

    def reviewed(self) -> Review:
        for row in range(len(self.lines)):
            self._read(row)
        plan = compare(self._book.touched(), self.lines)
        left = without_an_answer(self._stored.pairings, self._answered, self._whose.roll.members, today=self._today)
        return self.lines.review(plan, self._stored.revision, left)

    def _read(self, row: int) -> None:
        """Take in what a row says, unless something is wrong with it: then it is in trouble and says nothing."""
        with self.lines.reading(row) as line:
            line.who = str(self._rows.told(row))
            if not line.troubles:
                self._take_in(row, self._claims(row))
        if line.troubles:
            self._note_answered(row)

    def _claims(self, row: int) -> list[Claim]:
        """The check-ins that the row is, one for each pairing it is about."""
        on, decision = self._reader.answered_on(row), self._decisions.get(self.lines[row].number, "")
        answering = self._reader.answering(row)
        if not str(answering.told):
            raise InvalidError(NOBODY)
        day = on or self._today
        pairings = self._whose.pairings(answering.told, day, day, each=decision == EACH)
        members = self._whose.members(answering.who, _roles(answering))
        ids = {member.id for member in members}
        self.lines[row].who = f"{members[0].name}, about {'; '.join(self._whose.known(one).names for one in pairings)}"
        self.lines[row].remarks += tuple(self._reader.averaged(row))
        if self._reader.mixes(row):
            self.lines[row].remarks += (ONE_COMMENT,)
        said = Said(row, on, self._reader.wave(row), self._reader.given(row))
        return [self._settling.check_in(said, one, ids, decision=decision) for one in pairings]

    def _note_answered(self, row: int) -> None:
        """Whoever is in trouble has answered all the same."""
        try:
            answering = self._reader.answering(row)
            members = self._whose.members(answering.who, _roles(answering))
        except InvalidError:
            return
        pairings = self._whose.concerned(answering.told)
        ids = {member.id for member in members}
        self._answered.update(
            (one.id, side) for one in pairings for side in (one.mentee_id, one.mentor_id) if side in ids
        )

    def _take_in(self, row: int, claims: list[Claim]) -> None:
        for claim in claims:
            self._answered.add((claim.entry.pairing_id, claim.entry.participant_id))
            if claim.entry.row not in (None, row):
                number = self.lines[claim.entry.row].number
                self.lines[row].remarks += (f"The same check-in as in row {number}.",)
            self._book.take_in(claim.entry, claim.after, row)


def _roles(answering: Answering) -> Sequence[str]:
    return (answering.role,) if answering.role else ROLES
