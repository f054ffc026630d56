"""Everybody whom a row can mean by an address, an ID or a name; and who of them is in the cohort, in which role."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.identity import LOOKED_AT
from dashboard.queries.program_pairs import Known, Taking


@dataclass(frozen=True, slots=True)
class Who:
    """What a row says about one of the two."""

    name: str | None = None
    email: str | None = None
    external_id: str | None = None

    def __str__(self) -> str:
        return self.name or self.email or self.external_id or ""


@dataclass(slots=True, eq=False)
class Member:
    """Somebody in a role of the cohort; without an ``id`` they join by this file."""

    human: "Human"
    role: str
    id: int | None = None
    status: str = "active"
    capacity: int | None = None
    taken: int = 0
    """Open pairings of a mentor."""
    mentors: list["Member"] = field(default_factory=list)
    """With whom a mentee is in an open pairing now: one at most."""
    is_in: bool = True
    """Whether they take part already, or it was decided that they join."""

    @property
    def name(self) -> str:
        return self.human.name


@dataclass(slots=True, eq=False)
class Human:
    """A person; without an ``id`` they come by this file."""

    name: str
    email: str | None = None
    external_id: str | None = None
    manager_email: str | None = None
    id: int | None = None
    parts: dict[str, Member] = field(default_factory=dict)

    @property
    def email_key(self) -> str | None:
        return self.email.casefold() if self.email else None

    @property
    def is_known(self) -> bool:
        """Whether they are there, or it was decided that they come."""
        return self.id is not None or any(part.is_in for part in self.parts.values())

    @property
    def key(self) -> str:
        """What they go by besides their name."""
        return self.email or (f"the ID {self.external_id}" if self.external_id else "no address")


class Roll:
    """Everybody by ID, by e-mail and by name."""

    def __init__(self, people: Iterable[Known], participants: Iterable[Taking]) -> None:
        self._by_id: dict[str, Human] = {}
        self._by_email: dict[str, list[Human]] = defaultdict(list)
        self._by_name: dict[str, list[Human]] = defaultdict(list)
        self._by_both: dict[tuple[str, str], list[Human]] = defaultdict(list)
        self._by_word: dict[str, list[Human]] = defaultdict(list)
        self.members: dict[int, Member] = {}
        """By the id of the participant."""
        humans = {
            one.id: self.add(Human(one.name, one.email, one.external_id, one.manager_email, one.id)) for one in people
        }
        for part in participants:
            member = Member(humans[part.person_id], part.role, part.id, part.status, part.capacity)
            self.members[part.id] = member.human.parts[part.role] = member
        for human in humans.values():
            for word in set(loose_name(human.name).split()) if human.parts else ():
                self._by_word[word].append(human)

    def add(self, human: Human) -> Human:
        """From now on they are found."""
        if human.external_id:
            self._by_id.setdefault(human.external_id, human)
        name = loose_name(human.name)
        self._by_name[name].append(human)
        if human.email_key:
            self._by_email[human.email_key].append(human)
            self._by_both[human.email_key, name].append(human)
        return human

    def with_id(self, external_id: str | None) -> Human | None:
        return self._by_id.get(external_id) if external_id else None

    def with_email(self, email: str | None) -> list[Human]:
        return self._by_email.get(email.casefold(), []) if email else []

    def with_both(self, email: str | None, name: str | None) -> list[Human]:
        return self._by_both.get((email.casefold(), loose_name(name)), []) if email and name else []

    def with_name(self, name: str | None) -> list[Human]:
        return self._by_name.get(loose_name(name), []) if name else []

    def has_name(self, name: str) -> bool:
        """Whether somebody is called just so."""
        return any(human.name == name for human in self.with_name(name))

    def with_word_of(self, name: str) -> list[Human]:
        """Who is in the cohort and has a word of this name in theirs; of very many the first."""
        found = [human for word in loose_name(name).split() for human in self._by_word.get(word, ())[:LOOKED_AT]]
        return list(dict.fromkeys(found))
