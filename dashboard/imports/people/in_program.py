"""Units of a file that are somebody in the program: for sure, or because somebody says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.imports.people.choices import NAMESAKE, NEARLY, OTHER_ID, SAME, SHARED
from dashboard.imports.people.claims import Claims
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.identity import NAMED, Ask, first_alike
from dashboard.imports.people.units import Unit
from dashboard.imports.review import Matter
from dashboard.words import some


@dataclass
class InProgram:
    """Finds people for units; nobody twice, and no second one for a unit whose group has somebody already."""

    everybody: Everybody
    claims: Claims
    ask: Ask

    def find_by_id(self, units: Iterable[Unit]) -> None:
        for unit in units:
            place = self.everybody.with_id(unit.external_id)
            if place is not None:
                unit.group.is_known_by_id = True
                self.claims.claim(unit, place)

    def find_the_same(self, unit: Unit, *, spelled: bool = False) -> None:
        """Whoever has the address and the name, ``spelled`` just so if need be. Of several it is not clear who."""
        if unit.trouble or unit.group.place is not None:
            return
        same = [place for place in self._called(unit) if not spelled or self.everybody.names[place] == unit.name]
        fitting = [place for place in same if not (unit.group.external_id and self.everybody.ids[place])]
        if len(fitting) > 1:
            self.claims.hold(fitting)
            email = self.everybody.person(fitting[0]).stored["email"]
            unit.refuse(f"{len(fitting):,} people are called {unit.name} and have {email}. Write the ID, too.")
        elif fitting:
            self.claims.claim(unit, fitting[0])
            unit.group.keeps = spelled and len(self._called(unit)) > 0
        elif same:
            one = self.everybody.person(same[0]).stored
            sentence = f"{one['name']}, {one['email']}, is there under the ID {one['external_id']}."
            if self.ask(unit.rows[0], OTHER_ID, sentence) == SAME:
                self.claims.claim(unit, same[0])

    def _called(self, unit: Unit) -> list[int]:
        found: list[int] = []
        for key in unit.emails:
            sharing = self.everybody.with_email(key)
            if len(unit.names) <= len(sharing):
                found += [place for loose in unit.names for place in self.everybody.called(key, loose)]
            else:
                found += [place for place in sharing if self.everybody.loose(place) in unit.names]
        return self.claims.free(found)

    def find_what_is_one(self, matter: Matter, units: Iterable[Unit]) -> None:
        """Ask of every unit that leaves this open, and take for its person whom somebody says that it is."""
        for unit in units:
            if not unit.trouble and unit.group.place is None:
                found = self._namesake(unit) if matter is NAMESAKE else self._sharing(unit, matter)
                if found and self.ask(unit.rows[0], matter, found[1]) == SAME:
                    self.claims.claim(unit, found[0])

    def _sharing(self, unit: Unit, matter: Matter) -> tuple[int, str] | None:
        """Who has one of its addresses under another name, and the sentence for it."""
        has_id = unit.group.external_id is not None
        for key, email in unit.emails.items() if unit.names else ():
            near = [one for one in self.claims.some_with_email(key) if not has_id or self.claims.may_get_id(one)]
            nearly = first_alike(next(iter(unit.names)), [self.everybody.loose(place) for place in near])
            if nearly is not None:
                return (near[nearly], self._sharing_told(email, key)) if matter is NEARLY else None
            place = self.claims.first_with_email(key, without_id=has_id) if matter is SHARED else None
            other = self.claims.first_with_email(key, without_id=False) if matter is SHARED else None
            if place is not None:
                return place, self._sharing_told(email, key)
            if other is not None and self.everybody.ids[other]:
                return other, self._sharing_told(email, key, f", under the ID {self.everybody.ids[other]}")
        return None

    def _sharing_told(self, email: str, key: str, more: str = "") -> str:
        return f"{email} is the e-mail of {self._names(self.everybody.with_email(key))}{more}."

    def _namesake(self, unit: Unit) -> tuple[int, str] | None:
        """Who has its name under an address that nobody else has; two IDs are two people."""
        if any(self.claims.first_with_email(key, without_id=False) is not None for key in unit.emails):
            return None
        has_id = unit.group.external_id is not None
        for loose in unit.names:
            place = self.claims.first_with_name(loose, without_id=has_id)
            if place is not None:
                known = self.everybody.with_name(loose)
                places = some([self._reached(one) for one in known[: NAMED + 1]], len(known))
                return place, f"{self.everybody.names[place]} is there already, under {places}."
        return None

    def _reached(self, place: int) -> str:
        known = self.everybody.person(place).stored
        return known["email"] or (f"the ID {known['external_id']}" if known["external_id"] else "no address")

    def _names(self, places: Sequence[int]) -> str:
        return some([self.everybody.names[place] for place in places[: NAMED + 1]], len(places))
