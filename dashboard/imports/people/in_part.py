"""Units that say less than who somebody is: an address alone, an ID beside it that is new, or nothing but a name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.imports.people.claims import Claims
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.identity import NAMED
from dashboard.imports.people.in_file import InFile
from dashboard.imports.people.units import Group, Unit, join
from dashboard.words import some

Candidates = dict[tuple[str, int], Unit | int]
"""Each once: a unit of the file, or the place of somebody in the program whom no unit is about."""


@dataclass
class InPart:
    """Finds whom such units are about, where it can only be one; what they lack is never written to anybody."""

    everybody: Everybody
    claims: Claims
    in_file: InFile

    def find_for_new_ids(self) -> None:
        """An ID that is new, with an address and no name: the one person of this address who has no ID."""
        for unit in self.in_file.with_id:
            if unit.group.place is None and not unit.names and len(unit.group.units) == 1:
                alone = [key for key in unit.emails if len(self.in_file.by_email.of(key)) == 1]
                places = self.claims.free(place for key in alone for place in self.everybody.with_email(key))
                self._find(unit, {("", one): one for one in places if not self.everybody.ids[one]})

    def find_by_email(self, units: Iterable[Unit]) -> None:
        """An address alone: the one person who has it, in the file or in the program."""
        for unit in units:
            (key,) = unit.emails
            found = self._candidates(self.in_file.by_email.of(key), self.everybody.with_email(key))
            self._find(unit, found, unit.emails[key])

    def find_by_name(self, units: Iterable[Unit]) -> None:
        """A name alone: the one person of this name in the cohort, or else in the program."""
        for unit in units:
            (loose,) = unit.names
            places = self.everybody.with_name(loose)
            free = self.claims.free(places)
            here = [place for place in free if self.everybody.is_here(place)]
            without_key = [place for place in here if not self.everybody.has_key(place)]
            theirs = [place for place in places if not self.claims.is_free(place)]
            found = self._candidates(self.in_file.by_name.of(loose), [*theirs, *here])
            if without_key:
                found = self._candidates((), without_key)
            self._find(unit, found or self._candidates((), free))

    def _candidates(self, units: Iterable[Unit], places: Iterable[int]) -> Candidates:
        found: Candidates = {("group", id(unit.group)): unit for unit in units}
        for place in places:
            group = self.claims.group(place)
            if group is None:
                found["", place] = place
            else:
                found.setdefault(("group", id(group)), group.units[0])
        return found

    def _find(self, unit: Unit, found: Candidates, shared: str = "") -> None:
        if len(found) > 1:
            self._refuse(unit, list(found.values()), shared)
        for one in found.values() if len(found) == 1 else ():
            if isinstance(one, Unit):
                unit.trouble = one.trouble
                self._keep(one.group, unit)
                join(one.group, unit.group)
            else:
                self.claims.claim(unit, one)

    def _refuse(self, unit: Unit, found: Sequence[Unit | int], shared: str) -> None:
        """It is not clear who this is, so nothing changes by which it may be told the next time."""
        for one in found:
            if isinstance(one, Unit):
                self._keep(one.group, unit)
        self.claims.hold(one for one in found if not isinstance(one, Unit))
        if shared or unit.external_id:
            names = [str(one) if isinstance(one, Unit) else self.everybody.names[one] for one in found[: NAMED + 1]]
            told = shared or next(iter(unit.emails.values()))
            unit.refuse(f"{some(names, len(found))} share {told}. Write the name, so that it is clear who this is.")
        else:
            unit.refuse(
                f"{len(found):,} people are called {unit.name}, so it is not clear who this is. "
                "Write an e-mail address or an ID. Whoever has neither gets one on their own page."
            )

    def _keep(self, group: Group, unit: Unit) -> None:
        if not (unit.emails.keys() <= group.emails and unit.names.keys() <= group.names):
            group.keeps = True
        group.emails |= unit.emails.keys()
        group.names |= unit.names.keys()
