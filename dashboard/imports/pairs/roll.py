"""Everybody whom a row can mean by an address, an ID or a name; and who of them is in the cohort, in which role."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dashboard.errors import InvalidError
from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.identity import ALIKE
from dashboard.queries.program_pairs import Known, Taking
from dashboard.words import both


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


class Roll:
    """Finds people by ID, else by e-mail, else by name."""

    def __init__(self, people: Iterable[Known], participants: Iterable[Taking], *others: Human) -> None:
        self._by_id: dict[str, Human] = {}
        self._by_email: dict[str, list[Human]] = defaultdict(list)
        self._by_name: dict[str, list[Human]] = defaultdict(list)
        self.members: dict[int, Member] = {}
        """By the id of the participant."""
        humans = {one.id: self.add(self._human(one)) for one in people}
        for part in participants:
            member = Member(humans[part.person_id], part.role, part.id, part.status, part.capacity)
            self.members[part.id] = member.human.parts[part.role] = member
        for human in others:
            self.add(human)

    def add(self, human: Human) -> Human:
        """From now on they are found."""
        if human.external_id:
            self._by_id.setdefault(human.external_id, human)
        if human.email:
            self._by_email[human.email.casefold()].append(human)
        self._by_name[loose_name(human.name)].append(human)
        return human

    def find(self, who: Who, role: str) -> Human | None:
        """Whom a row means, or None when nobody is like that; raises InvalidError where it would be a guess."""
        if who.external_id and (known := self._by_id.get(who.external_id)):
            return _checked(known, who, who.external_id)
        if who.email and (sharing := self._by_email.get(who.email.casefold())):
            named = [one for one in sharing if who.name and loose_name(one.name) == loose_name(who.name)]
            return _checked(self._only(named or sharing, role, who.email), who, who.email)
        if who.email or who.external_id or not who.name:
            return None
        return self._only(self._by_name.get(loose_name(who.name), []), role, who.name)

    def _only(self, found: list[Human], role: str, said: str) -> Human:
        """The one of them; of several, the one who has the role here."""
        if len(found) > 1:
            found = [one for one in found if role in one.parts] or found
        if len(found) > 1:
            names = both(sorted({one.name for one in found}))
            told = f"{names} share {said}" if "@" in said else f"{len(found)} people are called {said}"
            raise InvalidError(
                f"{told}, so it is not clear who this is. Write an e-mail address or an ID of one alone."
            )
        return found[0] if found else None  # type: ignore[return-value]

    @staticmethod
    def _human(known: Known) -> Human:
        return Human(known.name, known.email, known.external_id, known.manager_email, known.id)


def _checked(human: Human, who: Who, said: str) -> Human:
    """The person, unless the row also says a name that is somebody else's."""
    if who.name and fuzz.token_set_ratio(loose_name(human.name), loose_name(who.name)) < ALIKE:
        raise InvalidError(f"{said} belongs to {human.name}, not to {who.name}. Correct one of the two.")
    return human
