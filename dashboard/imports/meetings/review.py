"""Reviewing a file of meetings: which meeting each row tells of, what it would change, and what stands in its way."""

from collections.abc import Callable, Mapping
from datetime import date

from dashboard.errors import MentorboardError
from dashboard.imports.cells import Edits, edited, read_cells
from dashboard.imports.collecting import uncollected
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Options
from dashboard.imports.meetings.book import Book
from dashboard.imports.meetings.comparison import compare
from dashboard.imports.meetings.facts import Reader
from dashboard.imports.meetings.fields import MEETINGS
from dashboard.imports.meetings.plan import MeetingsPlan
from dashboard.imports.meetings.settling import Claim, Settling
from dashboard.imports.meetings.tallying import Tally
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.records.fields import EVERYBODY
from dashboard.imports.records.rows import Rows
from dashboard.imports.records.untouched import without_a_row
from dashboard.imports.records.whose import EACH, Whose
from dashboard.imports.review import Line, Review
from dashboard.imports.tables import Table
from dashboard.imports.walking import Lines
from dashboard.queries.program_pairs import Paired
from dashboard.queries.program_records import ProgramMeetings
from dashboard.services.record_rules import Known

NOBODY = (
    "No column tells whose meetings these are. Say which one holds the e-mail addresses, IDs or names of mentors or "
    "mentees; if none does, add such a column to the file and upload it again."
)
NEVER = (
    "No column tells when they met. Say which one holds the dates, or the months and how many meetings each had; "
    "if none does, add such a column to the file and upload it again."
)
DAYS = ("held_on", "logged_on", "monthly", "count")


def review_meetings(
    table: Table,
    columns: Columns,
    stored: ProgramMeetings,
    *,
    options: Options,
    edits: Edits,
    decisions: Mapping[int, str],
    today: date,
) -> Review:
    """The change list of a file of meetings."""
    for wanted, problem in ((EVERYBODY, NOBODY), (DAYS, NEVER)):
        if not columns.has(*wanted):
            return Review([], MeetingsPlan(), stored.revision, problem=problem)
    with uncollected():
        walk = _Walk(edited(table, edits), columns, stored, options, decisions, today)
        return walk.reviewed()


class _Walk:
    """Goes through the rows: first those that tell of a stored meeting as it is, last those that count."""

    def __init__(
        self,
        table: Table,
        columns: Columns,
        stored: ProgramMeetings,
        options: Options,
        decisions: Mapping[int, str],
        today: date,
    ) -> None:
        self._stored, self._decisions, self._today = stored, decisions, today
        self._mentioned: set[int] = set()
        self._values = read_cells(table, columns, MEETINGS)
        self.lines = Lines(table, self._values.troubles)
        self._rows = Rows(self._values, len(self.lines))
        self._reader = Reader(self._rows, columns, (stored.starts_on, stored.ends_on), options, today=today)
        self._whose, self._book = Whose(stored), Book(stored)
        self._settling, self._tally = Settling(self._book, today), Tally(self._book, today)

    def reviewed(self) -> Review:
        rows = range(len(self.lines))
        told = [row for row in rows if not self._reader.counts_only(row)]
        exact = {row for row in told if self._take_exactly(row)}
        for row in told:
            if row not in exact:
                self._read(row, self._meeting)
        for row in sorted((row for row in rows if self._reader.counts_only(row)), key=self._reader.times):
            self._read(row, self._counted)
        plan = compare(self._book.touched(), self.lines)
        left = without_a_row(self._stored.pairings, self._mentioned, self._whose.roll.members, today=self._today)
        return self.lines.review(plan, self._stored.revision, left)

    def _take_exactly(self, row: int) -> bool:
        """Whether all meetings that the row tells of are stored just so: then no other row can have them."""
        if row in self._values.troubles:
            return False
        try:
            on, given = self._reader.held_on(row), self._reader.given(row)
            paired = self._paired(row, on, on)
            alike = [[one.id for one in self._whose.alike(pairing, on)] for pairing in paired]
            claims = [self._settling.exactly(ids, on, given) for ids in alike]
        except (UnclearError, MentorboardError):
            return False  # it is read again, and told then
        if all(claims):
            self._settling.take_in([claim for claim in claims if claim], row)
        return all(claims)

    def _read(self, row: int, settle: Callable[[int], list[Claim]]) -> None:
        """Take in what a row says, unless something is wrong with it: then it is in trouble and says nothing."""
        with self.lines.reading(row) as line:
            line.who = str(self._rows.told(row))
            if not line.troubles:
                self._take_in(row, line, settle(row))
        if line.troubles:
            self._mentioned.update(one.id for one in self._whose.concerned(self._rows.told(row)))

    def _take_in(self, row: int, line: Line, claims: list[Claim]) -> None:
        repeated = {claim.entry.row for claim in claims if claim.is_repeated and claim.entry.row is not None}
        line.remarks += tuple(f"The same meeting as in row {self.lines[one].number}." for one in sorted(repeated))
        self._settling.take_in(claims, row)

    def _meeting(self, row: int) -> list[Claim]:
        on, given = self._reader.held_on(row), self._reader.given(row)
        decision = self._decisions.get(self.lines[row].number, "")
        self.lines[row].remarks += self._reader.left_out(row)
        pairings = self._pairings(row, on, on)
        return [self._settling.meeting(pairing, on, given, decision=decision) for pairing in pairings]

    def _counted(self, row: int) -> list[Claim]:
        counts = [
            (pairing, count)
            for count in self._reader.counts(row)
            for pairing in self._pairings(row, *count.period, each=not count.number)  # none at all is none with each
        ]
        claims, remarks = self._tally.meetings(self.lines[row].number, counts, self._reader.given(row))
        self.lines[row].remarks += tuple(remarks)
        return claims

    def _pairings(self, row: int, first: date, last: date, *, each: bool = False) -> list[Known]:
        """The pairings that the row is about, as the services ask for them."""
        return [self._whose.known(one) for one in self._paired(row, first, last, each=each)]

    def _paired(self, row: int, first: date, last: date, *, each: bool = False) -> list[Paired]:
        """The pairings that the row is about, and their names in its line."""
        line = self.lines[row]
        each = each or self._decisions.get(line.number) == EACH
        found = self._whose.pairings(self._rows.told(row), first, last, each=each)
        line.who = "; ".join(self._whose.known(one).names for one in found)
        self._mentioned.update(one.id for one in found)
        return found
