"""What the rows about one person give, one after the other: where they say different things, the later one counts
unless somebody says otherwise, and nothing takes a value away that another row gives."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.imports.people.asking import Asking
from dashboard.imports.people.choices import EARLIER, REPEATED
from dashboard.imports.people.contradictions import in_words, told_otherwise
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.keys import Said
from dashboard.imports.people.said import IDENTITY
from dashboard.imports.people.someone import Part
from dashboard.imports.people.telling import Telling
from dashboard.imports.review import Line


class Giving:
    """Fills in people with what their rows say, and tells each row's line what is special about it."""

    def __init__(self, reader: Reader, lines: Sequence[Line], asking: Asking) -> None:
        self._reader, self._lines, self._asking = reader, lines, asking

    def take_in(self, telling: Telling, keys: Said) -> None:
        """All rows that go in, in their order; by what the person is found was settled before."""
        someone, rows = telling.someone, sorted(telling.told)
        someone.row = rows[0]
        someone.given |= keys
        ids = self._reader.own("external_id")
        for row in rows:
            if ids[row] and "external_id" not in someone.given:
                someone.given["external_id"] = (ids[row], row)
            self._take_in_row(
                row,
                telling,
                {key: value for key, value in self._reader.facts(row).person.items() if key not in IDENTITY},
            )

    def _take_in_row(self, row: int, telling: Telling, person: dict[str, Any]) -> None:
        line, someone, told = self._lines[row], telling.someone, telling.told[row]
        line.who = self._reader.names[row] or str(someone.now("name"))
        line.remarks += self._reader.remarks(row, told)
        keeps = False
        if row != someone.row:
            line.remarks += (f"The same person as in row {self._lines[someone.row or 0].number}.",)
            conflicts = told_otherwise(someone, person, told)
            if conflicts:
                keeps = self._asking.ask(row, REPEATED, in_words(conflicts[0], self._lines)) == EARLIER
        _give(someone.given, {**dict.fromkeys(self._reader.emptied(row)), **person}, row, keeps=keeps)
        for role, values in told.items():
            self._take_in_role(row, someone.parts.setdefault(role, Part()), role, values, keeps=keeps)

    def _take_in_role(self, row: int, part: Part, role: str, values: Mapping[str, object], *, keeps: bool) -> None:
        if part.row is None:
            part.row = row
            if part.status != "active" and values.get("status", part.status) == part.status:
                self._lines[row].remarks += (f"Is {part.status} in this cohort as a {role}, and stays so.",)
        _give(part.given, values, row, keeps=keeps)
        start = len(part.given_skills)
        skills = self._reader.skills(row, role)
        part.given_skills += [(rank, start + place, name, row) for place, (rank, name) in enumerate(skills)]
        if self._reader.says_no_skills(row, role):
            part.no_skills = row


def _give(given: dict[str, tuple[object, int]], values: Mapping[str, object], row: int, *, keeps: bool) -> None:
    for key, value in values.items():
        before = given.get(key, (None, row))[0]
        if key not in given or (value is not None and (before is None or (before != value and not keeps))):
            given[key] = (value, row)
