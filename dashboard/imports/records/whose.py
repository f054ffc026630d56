"""Whose pairing a row is about: both named, or one of the two who is in a single pairing on that day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.errors import InvalidError
from dashboard.imports.pairs.roll import Member, Roll, Who
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.records.finding import found_by_address, only_like
from dashboard.queries.program_pairs import Paired
from dashboard.queries.program_records import Circle
from dashboard.services.record_rules import Known
from dashboard.words import both, day

EACH = "each"
"""The decision that a row about one of several pairings is about each of them."""
NOBODY = "Nothing tells whose this is. Fill in an e-mail address, an ID or a name of one of the two."
ROLES = ("mentee", "mentor")


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a row names: in a role, or without a word on it."""

    mentor: Who = field(default_factory=Who)
    mentee: Who = field(default_factory=Who)
    somebody: Who = field(default_factory=Who)

    def __str__(self) -> str:
        return " with ".join(str(one) for one in (self.somebody, self.mentee, self.mentor) if str(one))


class Whose:
    """Finds members of the cohort and their pairings."""

    def __init__(self, stored: Circle) -> None:
        self.roll = Roll(stored.people, stored.participants)
        self.cohort = stored.cohort
        self._of: dict[int, list[Paired]] = {}
        for pairing in stored.pairings:
            for participant_id in (pairing.mentor_id, pairing.mentee_id):
                self._of.setdefault(participant_id, []).append(pairing)

    def members(self, who: Who, roles: Sequence[str] = ROLES) -> list[Member]:
        """Somebody in each of these roles that they have here; InvalidError when nobody is meant, or it is unclear."""
        human = found_by_address(self.roll, who, roles[0])
        if human is None:
            raise InvalidError(f"{who} is nobody in your program. Correct it, or upload a file of people first.")
        found = [human.parts[role] for role in roles if role in human.parts]
        if not found:
            wanted = f" as a {roles[0]}" if len(roles) == 1 else ""
            raise InvalidError(f"{human.name} is not in {self.cohort}{wanted}. Correct it, or choose another cohort.")
        return found

    def pairings(self, told: Told, start: date, end: date, *, each: bool = False) -> list[Paired]:
        """The pairing that the row is about between these days; several only when that was decided (``each``)."""
        sides = self._sides(told)
        if not sides:
            raise InvalidError(NOBODY)
        found = [one for one in self._shared(sides) if one.started_on is not None]
        if not found:
            raise InvalidError(self._unpaired(sides))
        alive = [one for one in found if _lives(one, start, end)]
        if not alive:
            return [min(found, key=lambda one: _distance(one, start))]
        latest = {(one.mentor_id, one.mentee_id): one for one in sorted(alive, key=lambda one: str(one.started_on))}
        if len(latest) == 1 or each:
            return list(latest.values())
        raise UnclearError(self._several(sides[0][0], list(latest.values()), start), EACH)

    def concerned(self, told: Told) -> list[Paired]:
        """Every pairing, of whatever time, that a row may be about; none where it is not clear whom it names."""
        try:
            sides = self._sides(told)
        except InvalidError:
            return []
        return self._shared(sides) if sides else []

    def alike(self, pairing: Paired, on: date) -> list[Paired]:
        """This pairing, and others of the same two that live on that day: one may have begun when another ended."""
        two = (pairing.mentor_id, pairing.mentee_id)
        others = [one for one in self._of[two[0]] if (one.mentor_id, one.mentee_id) == two and _lives(one, on, on)]
        return [pairing, *(one for one in others if one is not pairing)]

    def known(self, pairing: Paired) -> Known:
        """The pairing as the services ask for it."""
        two = {side: self.roll.members[side].name for side in (pairing.mentee_id, pairing.mentor_id)}
        return Known(pairing.id, pairing.status, pairing.started_on, pairing.ended_on, two)

    def _named(self, told: Told) -> list[tuple[Who, Sequence[str]]]:
        named: list[tuple[Who, Sequence[str]]] = [(told.mentee, ("mentee",)), (told.mentor, ("mentor",))]
        named.append((told.somebody, ROLES))
        return [(who, roles) for who, roles in named if str(who)]

    def _sides(self, told: Told) -> list[list[Member]]:
        """Whom the row names; somebody of whom it has but a loose name may be found among the others' partners."""
        found: list[list[Member]] = []
        lost: list[tuple[Who, InvalidError]] = []
        for who, roles in self._named(told):
            try:
                found.append(self.members(who, roles))
            except InvalidError as error:
                lost.append((who, error))
        for who, why in lost:
            partners = self._partners(found[0]) if found else []
            known = only_like(who, partners)
            if known is None:
                raise why
            found.append([known])
        return found

    def _partners(self, side: list[Member]) -> list[Member]:
        ids = {member.id for member in side if member.id is not None}
        shared = [pairing for one in ids for pairing in self._of.get(one, ())]
        others = {other for one in shared for other in (one.mentor_id, one.mentee_id) if other not in ids}
        return [self.roll.members[other] for other in sorted(others)]

    def _shared(self, sides: list[list[Member]]) -> list[Paired]:
        """The pairings in which everybody named takes part."""
        ids = [{member.id for member in side} for side in sides]
        own = [pairing for member in sides[0] if member.id is not None for pairing in self._of.get(member.id, ())]
        return [one for one in dict.fromkeys(own) if all(side & {one.mentor_id, one.mentee_id} for side in ids)]

    def _unpaired(self, sides: list[list[Member]]) -> str:
        names = list(dict.fromkeys(side[0].name for side in sides))
        if len(names) == 1:
            return f"{names[0]} has no pairing in {self.cohort}. Correct it, or pair them first."
        return f"{both(names)} are not paired in {self.cohort}. Correct one of them, or pair the two first."

    def _several(self, member: Member, pairings: Sequence[Paired], on: date) -> str:
        others = [one.mentee_id if one.mentor_id == member.id else one.mentor_id for one in pairings]
        names = both(sorted(self.roll.members[other].name for other in others))
        return (
            f"{member.name} is paired with {names} on {day(on)}, so it is not clear which pairing this is about. "
            "Fill in the other one, or decide that it is about each of them."
        )


def _lives(pairing: Paired, start: date, end: date) -> bool:
    began = pairing.started_on is not None and pairing.started_on <= end
    return began and (pairing.ended_on is None or pairing.ended_on >= start)


def _distance(pairing: Paired, on: date) -> int:
    """Days between the day and the life of the pairing."""
    assert pairing.started_on is not None
    return (pairing.started_on - on).days if on < pairing.started_on else (on - (pairing.ended_on or on)).days
