"""Going through the rows of a file of people: who each is about, what it says, and what stands in its way."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble, read_cells
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.people import alone
from dashboard.imports.people.choices import EARLIER, FIRST, NEARLY, ONE, RENAMED, REPEATED, ROLES, Answers
from dashboard.imports.people.comparison import Draft
from dashboard.imports.people.contradictions import Told, in_words, still_paired, told_otherwise, too_few_places
from dashboard.imports.people.everybody import Everybody, Part, Someone
from dashboard.imports.people.facts import Facts, Reader
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.giving import call, give
from dashboard.imports.people.identity import Found, UnclearError, find_person
from dashboard.imports.people.said import NO_ROLE, Said
from dashboard.imports.review import Line, State
from dashboard.imports.tables import Table

NO_KEY = "There is neither an e-mail address nor an ID, so it is not clear who this is. Fill in one of them."
NO_NAME = "Somebody new needs a name. Fill it in."


CALLED = ("name", "email")
Person = dict[str, Any]
"""The fields of a person that a row gives."""


class Walk:
    """Goes through the rows; what one says is known to the next."""

    def __init__(self, table: Table, columns: Columns, everybody: Everybody, *, said: Said, answers: Answers) -> None:
        self.everybody = everybody
        self.lines = [Line(number) for number in table.numbers]
        self.draft = Draft(self.lines)
        self._answers = answers
        values = read_cells(table, columns, PEOPLE)
        self._troubles = values.troubles
        self.reader = Reader(values, columns, len(table.numbers), said=said, everybody=everybody)

    def read_all(self) -> None:
        rows = alone.alone(self.reader, self.everybody, self._troubles)
        alone.take_in(rows, self.reader, self.draft, self.lines)
        for row in self._order([row for row, line in enumerate(self.lines) if line.state != State.NEW]):
            self.read(row)
        for someone in self.everybody.touched:
            self.draft.add(someone)

    def _order(self, rows: list[int]) -> list[int]:
        """Rows that say in full who and what somebody is before those that count on another row, or on the program.

        It depends on the file alone, so that the same file comes to the same end whatever of it is in already.
        """
        return sorted(rows, key=self.reader.counts_on_others)

    def read(self, row: int) -> None:
        """Take in what a row says, unless something is wrong with it: then it is in trouble and says nothing."""
        line, facts = self.lines[row], self.reader.facts(row)
        line.who, line.troubles = facts.who, tuple(self._troubles.get(row, ()))
        try:
            found = self._person(facts, line)
            told = self._told(row, found.person, line)
        except UnclearError as unclear:
            line.troubles += (unclear.trouble,)
        except InvalidError as error:
            line.troubles += (Trouble("", str(error)),)
        else:
            if found.person is not None:
                line.who = line.who if "name" in facts.person else found.person.now("name")
                line.troubles += (*too_few_places(found.person, told), *still_paired(found.person, told))
        if line.troubles:
            line.state, line.choice = State.TROUBLE, None
        else:
            self._take_in(row, facts, found, told)

    def _person(self, facts: Facts, line: Line) -> Found:
        person = facts.person
        name, email, external_id = (person.get(key) for key in ("name", "email", "external_id"))
        if line.troubles and not (email or external_id):
            return Found(None)  # the cell that would tell is in trouble itself
        if not (email or external_id):
            raise InvalidError(NO_KEY)
        ask = partial(self._answers.choice, line.number)
        found = find_person(self.everybody, name=name, email=email, external_id=external_id, ask=ask)
        if found.person is None and name is None and not line.troubles:
            raise InvalidError(NO_NAME)
        return found

    def _told(self, row: int, person: Someone | None, line: Line) -> Told:
        """What the row says about each of its roles."""
        held = person.parts if person else {}
        roles = self.reader.roles(row, held)
        if not roles and not self.reader.is_told(line.troubles):
            raise InvalidError(NO_ROLE)
        if person and len(roles) == 1 and held.keys() - set(roles) and roles[0] not in held:
            other = next(iter(held))
            line.choice = self._answers.choice(
                line.number, ROLES, f"{person.now('name')} is a {other}, and a {roles[0]} here."
            )
            roles = () if line.choice.taken == ONE else roles
        return {role: self.reader.participation(row, role) for role in roles}

    def _take_in(self, row: int, facts: Facts, found: Found, told: Told) -> None:
        line, someone, person = self.lines[row], found.person or Someone(), dict(facts.person)
        line.remarks += self.reader.remarks(row, told)
        for key in found.kept:
            del person[key]
        if found.choice and found.choice.matter is NEARLY and self.reader.is_repeated(row):
            del person["name"]  # another row has this address, too: which name is right can't be told
        keeps = someone.row is not None and self._settle(row, someone, person, told)
        line.choice = found.choice or line.choice
        self.everybody.touch(someone, row, **{key: person.get(key) for key in ("name", "email", "external_id")})
        give(someone.given, {**dict.fromkeys(self.reader.emptied(row)), **person}, row, keeps=keeps)
        for role, values in told.items():
            self._take_in_role(row, someone.parts.setdefault(role, Part()), role, values, keeps=keeps)

    def _settle(self, row: int, someone: Someone, person: Person, told: Told) -> bool:
        """Whether what an earlier row said about the same person stands, where this one says otherwise."""
        line = self.lines[row]
        line.remarks += (f"The same person as in row {self.lines[someone.row or 0].number}.",)
        conflicts = told_otherwise(someone, person, told)
        for key in (one[0] for one in conflicts if one[0] in CALLED):
            sentence = in_words(next(one for one in conflicts if one[0] == key), self.lines)
            line.choice = self._answers.choice(line.number, RENAMED, sentence)
            if line.choice.taken == FIRST:
                call(someone, key, person.pop(key), row)
        rest = [one for one in conflicts if one[0] not in CALLED]
        if not rest:
            return False
        choice = self._answers.choice(line.number, REPEATED, in_words(rest[0], self.lines))
        line.choice = line.choice or choice
        return choice.taken == EARLIER

    def _take_in_role(self, row: int, part: Part, role: str, values: Mapping[str, object], *, keeps: bool) -> None:
        if part.row is None:
            part.row = row
            if part.status != "active" and values.get("status", part.status) == part.status:
                self.lines[row].remarks += (f"Is {part.status} in this cohort as a {role}, and stays so.",)
        give(part.given, values, row, keeps=keeps)
        start = len(part.given_skills)
        skills = self.reader.skills(row, role)
        part.given_skills += [(rank, start + place, name, row) for place, (rank, name) in enumerate(skills)]
        if self.reader.says_no_skills(row, role):
            part.no_skills = row
