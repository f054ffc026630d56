"""Everybody in the program, found by ID, by address and by name; people take shape only when a row asks for them."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from dashboard.imports.people.someone import Part, Someone
from dashboard.queries.imports import PERSON_FIELDS, Program
from models import name_key

Parts = dict[str, dict[str, Any]]
"""By role, what is stored of a participant."""


class Everybody:
    """The people of the program, each by their place among all of them, in the order in which they came."""

    def __init__(self, program: Program) -> None:
        self._people = {name: program.people[name].tolist() for name in program.people.columns}
        self._participants = _by_role(program.participants)
        self._skills: dict[int, list[str]] = defaultdict(list)
        for participant_id, name in zip(program.skills["participant_id"], program.skills["name"], strict=True):
            self._skills[participant_id].append(name)
        self._partners, self._partner_ids = program.partners, program.partner_ids
        self._known: dict[int, Someone] = {}
        self._by_id = {key: place for place, key in enumerate(self._people["external_id"]) if key}
        self._by_email = _places(self._people["email_key"])
        self._loose = [loose_name(name) for name in self._people["name"]]
        self._by_name = _places(self._loose)
        self.mentioned: set[int] = set()
        """The places of those about whom there are rows for which nobody takes shape."""
        self.ids: list[str | None] = self._people["external_id"]
        self.names: list[str] = self._people["name"]
        self.keys: list[str | None] = self._people["email_key"]
        """Their addresses as they are compared."""

    def with_id(self, external_id: str | None) -> int | None:
        return self._by_id.get(external_id) if external_id else None

    def with_email(self, key: str) -> Sequence[int]:
        return self._by_email.get(key, ())

    def with_name(self, loose: str) -> Sequence[int]:
        """Everybody of this name, as names are compared, whatever their address."""
        return self._by_name.get(loose, ())

    def knows(self, email_key: str | None, external_id: str | None, name: str) -> bool:
        """Whether anybody goes by one of these."""
        if email_key in self._by_email or external_id in self._by_id:
            return True
        return bool(self._by_name) and loose_name(name) in self._by_name

    def meant(self, external_id: str | None, key: str | None, name: str | None) -> Sequence[int]:
        """Everybody who may be meant: by the ID, else by the address, else by the name."""
        if (place := self.with_id(external_id)) is not None:
            return (place,)
        loose = loose_name(name or "")
        return self.called(key or "", loose) or self.with_email(key or "") or self.with_name(loose)

    def loose(self, place: int) -> str:
        return self._loose[place]

    @cached_property
    def _sharing(self) -> dict[tuple[str, str], list[int]]:
        """By address and name, as they are compared."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for key, places in self._by_email.items():
            for place in places:
                found[key, self._loose[place]].append(place)
        return found

    def called(self, key: str, loose: str) -> Sequence[int]:
        """Everybody with this address and this name."""
        return self._sharing.get((key, loose), ())

    def known(self, external_id: str | None, key: str | None, name: str | None) -> int | None:
        """The one who has all that is said of these, if the address is theirs alone or the ID is."""
        sharing = self.with_email(key or "")
        place = self._by_id.get(external_id) if external_id else sharing[0] if len(sharing) == 1 else None
        return place if place is not None and key and (self.keys[place], self.names[place]) == (key, name) else None

    def stored(self, key: str) -> list[Any]:
        """A field of all people, by their places."""
        return self._people[key]

    def parts(self, place: int) -> Parts:
        return self._participants.get(self._people["id"][place], {})

    def skills(self, participant_id: int) -> list[str]:
        return self._skills.get(participant_id, [])

    def is_here(self, place: int) -> bool:
        """Whether they are in the cohort."""
        return self._people["id"][place] in self._participants

    def has_key(self, place: int) -> bool:
        """Whether they have an address or an ID."""
        return bool(self.keys[place] or self.ids[place])

    def person(self, place: int) -> Someone:
        if place not in self._known:
            person_id, stored = self._people["id"][place], {name: self._people[name][place] for name in PERSON_FIELDS}
            parts = {role: self._part(row) for role, row in self.parts(place).items()}
            self._known[place] = Someone(person_id, stored, parts=parts)
        return self._known[place]

    def untouched(self) -> list[str]:
        """The names of the cohort's participants whom the file does not mention."""
        mentioned = {someone.id for someone in self._known.values() if someone.row is not None}
        mentioned |= {self._people["id"][place] for place in self.mentioned}
        places = zip(self._people["id"], self.names, strict=True)
        return sorted(name for one, name in places if one in self._participants and one not in mentioned)

    def _part(self, row: dict[str, Any]) -> Part:
        one, stored = row["id"], {key: row[key] for key in ("capacity", "hopes", "status", "joined_on")}
        names, ids = self._partners.get(one, ()), self._partner_ids.get(one, ())
        return Part(one, row["status"], row["taken"], stored, self.skills(one), partners=names, partner_ids=ids)


@lru_cache(maxsize=10_000)
def loose_name(name: str) -> str:
    """A name as it is compared: without case, accents and the order of its parts."""
    return " ".join(sorted(name_key(name.replace(",", " ")).split()))


def folded(email: str) -> str:
    """An address as it is compared; the one that is there serves where it is that already, as most are."""
    key = email.casefold()
    return email if key == email else key


def _places(keys: Sequence[str | None]) -> dict[str, list[int]]:
    """By key, the places where it stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key:
            found[key].append(place)
    return dict(found)


def _by_role(participants: pd.DataFrame) -> dict[int, Parts]:
    """By person, what they are in the cohort; column by column, as a frame's own way takes ten times as long."""
    columns = {str(name): participants[name].tolist() for name in participants.columns}
    found: dict[int, Parts] = defaultdict(dict)
    for place, (person_id, role) in enumerate(zip(columns["person_id"], columns["role"], strict=True)):
        found[person_id][role] = {name: values[place] for name, values in columns.items()}
    return dict(found)
