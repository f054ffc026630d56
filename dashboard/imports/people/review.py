"""Reviewing a file of people: who each row is about, what it would change, and what stands in its way."""

from collections.abc import Mapping

from dashboard.errors import InvalidError
from dashboard.imports.cells import Edits, Trouble, Values, edited, read_cells
from dashboard.imports.collecting import uncollected
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.people.comparison import compare
from dashboard.imports.people.contradictions import contradictions, is_same
from dashboard.imports.people.everybody import Everybody, Part, Someone
from dashboard.imports.people.facts import Facts, Reader
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.identity import UnclearError, find_person
from dashboard.imports.people.plan import PeoplePlan
from dashboard.imports.review import Line, Review, State
from dashboard.imports.tables import Table
from dashboard.queries.imports import Program

NOBODY = (
    "No column tells who people are. Say which one holds their e-mail addresses, "
    "or the IDs that your organization gives them. If none does, add such a column to the file and upload it again."
)
NO_KEY = "There is neither an e-mail address nor an ID, so it is not clear who this is. Fill in one of them."
NO_NAME = "Somebody new needs a name. Fill it in."


def review_people(
    table: Table,
    columns: Columns,
    program: Program,
    *,
    role: str = "",
    edits: Edits | None = None,
    decisions: Mapping[int, str] | None = None,
) -> Review:
    """The change list of a file of people. ``role`` is that of rows that name none; ``decisions`` are by row number."""
    if not columns.has("email", "external_id"):
        return Review([], PeoplePlan(), program.revision, problem=NOBODY)
    with uncollected():
        return _reviewed(edited(table, edits or {}), columns, program, role, decisions or {})


def _reviewed(table: Table, columns: Columns, program: Program, role: str, decisions: Mapping[int, str]) -> Review:
    walk = _Walk(table, columns, Everybody(program), role=role, decisions=decisions)
    for row in walk.order():
        walk.read(row)
    everybody = walk.everybody
    plan = compare(everybody.touched, walk.lines)
    blank = [Line(number, state=State.BLANK) for number in table.blank]
    lines = sorted([*walk.lines, *blank], key=lambda line: line.number) if blank else walk.lines
    return Review(lines, plan, program.revision, tuple(everybody.untouched()))


class _Walk:
    """Goes through the rows one by one; what one says is known to the next."""

    def __init__(
        self, table: Table, columns: Columns, everybody: Everybody, *, role: str, decisions: Mapping[int, str]
    ) -> None:
        self.everybody = everybody
        self.lines = [Line(number) for number in table.numbers]
        self._decisions = decisions
        self._values: Values = read_cells(table, columns, PEOPLE)
        self._reader = Reader(self._values, columns, len(table.numbers), role=role, everybody=everybody)

    def order(self) -> list[int]:
        """Rows that say who and what somebody is before those that count on another row, or on the program, for it.

        It depends on the file alone, so that the same file comes to the same end whatever of it is in already.
        """
        return sorted(range(len(self.lines)), key=self._reader.counts_on_others)

    def read(self, row: int) -> None:
        """Take in what a row says, unless something is wrong with it: then it is in trouble and says nothing."""
        line, facts = self.lines[row], self._reader.facts(row)
        line.who = facts.who
        line.troubles = list(self._values.troubles.get(row, ()))
        decision = self._decisions.get(line.number, "")
        try:
            someone = self._person(facts, line, decision)
            roles = self._reader.roles(row, someone)
            told = {role: self._reader.participation(row, role) for role in roles}
            if someone is not None:
                line.who = line.who if "name" in facts.person else someone.now("name")
                line.troubles += contradictions(someone, facts, told, self.lines, decision)
        except UnclearError as unclear:
            line.troubles.append(unclear.trouble)
        except InvalidError as error:
            if not self._reader.is_told_by(str(error), line.troubles):
                line.troubles.append(Trouble("", str(error)))
        if line.troubles:
            line.state = State.TROUBLE
            return
        self._take_in(row, facts, someone, told)

    def _person(self, facts: Facts, line: Line, decision: str) -> Someone | None:
        person = facts.person
        name, email, external_id = person.get("name"), person.get("email"), person.get("external_id")
        if line.troubles and not (email or external_id):
            return None  # the cell that would tell is in trouble itself
        if not (email or external_id):
            raise InvalidError(NO_KEY)
        someone = find_person(self.everybody, name=name, email=email, external_id=external_id, decision=decision)
        if someone is None and name is None and not line.troubles:
            raise InvalidError(NO_NAME)
        return someone

    def _take_in(self, row: int, facts: Facts, someone: Someone | None, told: dict[str, dict[str, object]]) -> None:
        line, person = self.lines[row], facts.person
        line.remarks.extend(facts.remarks)
        if someone is None:
            someone = Someone()
            if self.everybody.has_name(person["name"]):
                line.remarks.append("Somebody else with this name is in the program, under another address.")
        elif someone.row is not None:
            line.remarks.append(f"The same person as in row {self.lines[someone.row].number}.")
        self.everybody.touch(someone, row, email=person.get("email"), external_id=person.get("external_id"))
        for key, value in person.items():
            if key not in someone.given or not is_same(key, someone.given[key][0], value):
                someone.given[key] = (value, row)
        for role, values in told.items():
            self._take_in_role(row, someone.parts.setdefault(role, Part()), role, values)

    def _take_in_role(self, row: int, part: Part, role: str, values: dict[str, object]) -> None:
        if part.row is None:
            part.row = row
            if part.status != "active":
                self.lines[row].remarks.append(f"Is {part.status} in this cohort as a {role}, and stays so.")
        part.given |= {key: (value, row) for key, value in values.items() if part.given.get(key, (None,))[0] != value}
        start = len(part.given_skills)
        skills = self._reader.skills(row, role)
        part.given_skills += [(rank, start + place, name, row) for place, (rank, name) in enumerate(skills)]
