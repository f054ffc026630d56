"""Everybody a row of a file can be about: those in the program, and those who came further up in the same file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.queries.imports import PERSON_FIELDS, Program
from models import name_key

Given = tuple[Any, int]
"""A value and the position of the row that gave it."""
Ranked = tuple[float, int, str, int]
"""A skill: its rank, the order in which it came, its name, the position of the row."""


@dataclass(slots=True)
class Part:
    """A role of somebody in the cohort: as it is stored, and what the file says."""

    id: int | None = None
    status: str = "active"
    taken: int = 0
    stored: dict[str, Any] = field(default_factory=dict)
    skills: list[str] = field(default_factory=list)
    given: dict[str, Given] = field(default_factory=dict)
    given_skills: list[Ranked] = field(default_factory=list)
    no_skills: int | None = None
    """The position of a row that says that there are none."""
    row: int | None = None
    """The position of the first row that gives this role."""
    partners: Sequence[str] = ()
    """The names of those whom they are paired with now."""


@dataclass(slots=True)
class Someone:
    """A person: as they are stored (nothing when new), and what the file says about them."""

    id: int | None = None
    stored: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Given] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    row: int | None = None
    """The position of the first row about them."""

    def now(self, key: str) -> Any:
        """What holds once the file is in, as far as it was read."""
        return self.given[key][0] if key in self.given else self.stored.get(key)


class Everybody:
    """Finds people by ID, by e-mail and by name. People of the program take shape only when a row asks for them."""

    def __init__(self, program: Program) -> None:
        self._people = {name: program.people[name].tolist() for name in program.people.columns}
        self._participants = _grouped(program.participants, "person_id")
        self._skills: dict[int, list[str]] = defaultdict(list)
        for participant_id, name in zip(program.skills["participant_id"], program.skills["name"], strict=True):
            self._skills[participant_id].append(name)
        self._partners = program.partners
        self._known: dict[int, Someone] = {}
        self._places = {person_id: place for place, person_id in enumerate(self._people["id"])}
        self._by_id: dict[str, Someone | int] = {key: at for at, key in enumerate(self._people["external_id"]) if key}
        self._by_email: dict[str, list[Someone | int]] = defaultdict(list)
        for place, key in enumerate(self._people["email_key"]):
            if key:
                self._by_email[key].append(place)
        self._by_name: dict[str, list[Someone | int]] = defaultdict(list)
        for place, name in enumerate(self._people["name"]):
            self._by_name[loose_name(name)].append(place)
        self.touched: list[Someone] = []

    def with_id(self, external_id: str) -> Someone | None:
        found = self._by_id.get(external_id)
        return None if found is None else self._whole(found)

    def with_email(self, email: str) -> list[Someone]:
        return [self._whole(one) for one in self._by_email.get(email.casefold(), ())]

    def with_name(self, name: str, most: int) -> list[Someone]:
        """The first so many of this name, whatever their address."""
        return [self._whole(one) for one in self._by_name.get(loose_name(name), [])[:most]]

    def knows(self, email_key: str | None, external_id: str | None, name: str) -> bool:
        """Whether anybody goes by one of these."""
        if email_key in self._by_email or external_id in self._by_id:
            return True
        return bool(self._by_name) and loose_name(name) in self._by_name

    def email_of_id(self, external_id: str) -> str | None:
        """The casefolded address of whoever has this ID."""
        one = self.with_id(external_id)
        email = one.now("email") if one else None
        return email.casefold() if email else None

    def touch(
        self, someone: Someone, row: int, *, name: str | None, email: str | None, external_id: str | None
    ) -> None:
        """A row is about them; from now on they are found by its address and ID, too, and who is new by their name."""
        if someone.row is None:
            someone.row = row
            self.touched.append(someone)
            if someone.id is None and name:
                self._by_name[loose_name(name)].append(someone)
        if external_id and external_id not in self._by_id:
            self._by_id[external_id] = someone
        if email and all(self._whole(one) is not someone for one in self._by_email.get(email.casefold(), ())):
            self._by_email[email.casefold()].append(someone)

    def untouched(self) -> list[str]:
        """The names of the cohort's participants whom the file does not mention."""
        mentioned = {someone.id for someone in self.touched}
        names = self._people["name"]
        return sorted(names[self._places[one]] for one in self._participants if one not in mentioned)

    def _whole(self, one: Someone | int) -> Someone:
        if isinstance(one, Someone):
            return one
        if one not in self._known:
            person_id, stored = self._people["id"][one], {name: self._people[name][one] for name in PERSON_FIELDS}
            parts = {row["role"]: self._part(row) for row in self._participants.get(person_id, ())}
            self._known[one] = Someone(person_id, stored, parts=parts)
        return self._known[one]

    def _part(self, row: dict[str, Any]) -> Part:
        stored = {key: row[key] for key in ("capacity", "hopes", "status", "joined_on")}
        partners = self._partners.get(row["id"], ())
        return Part(row["id"], row["status"], row["taken"], stored, self._skills.get(row["id"], []), partners=partners)


@lru_cache(maxsize=10_000)
def loose_name(name: str) -> str:
    """A name as it is compared: without case, accents and the order of its parts."""
    return " ".join(sorted(name_key(name.replace(",", " ")).split()))


def folded(email: str) -> str:
    """An address as it is compared; the one that is there serves where it is that already, as most are."""
    key = email.casefold()
    return email if key == email else key


def _grouped(frame: pd.DataFrame, key: str) -> dict[int, list[dict[str, Any]]]:
    groups: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in frame.to_dict("records"):
        groups[row[key]].append({str(name): value for name, value in row.items()})
    return groups
