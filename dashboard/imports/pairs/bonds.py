"""The pairings that a row can be about: those that are stored, and those that came further up in the same file."""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.imports.pairs.roll import Member, Roll
from dashboard.queries.program_pairs import Paired
from models import OPEN

Given = dict[str, Any]
"""Fields of a pairing that a row gives."""
FIELDS = ("status", "started_on", "ended_on", "end_reason", "end_note", "rationale")


@dataclass(slots=True, eq=False)
class Bond:
    """A pairing: as it is stored (nothing when new), and what the file says about it."""

    mentor: Member
    mentee: Member
    id: int | None = None
    stored: dict[str, Any] = field(default_factory=dict)
    given: dict[str, tuple[Any, int]] = field(default_factory=dict)
    """A value and the position of the row that gave it."""
    implied: set[str] = field(default_factory=set)
    """The fields that no row said, but that follow from one."""
    row: int | None = None
    """The position of the first row about it."""

    @property
    def names(self) -> str:
        return f"{self.mentee.name} with {self.mentor.name}"

    @property
    def is_open(self) -> bool:
        return self.now("status") in OPEN

    def now(self, key: str) -> Any:
        """What holds once the file is in, as far as it was read."""
        return self.given[key][0] if key in self.given else self.stored.get(key)

    def news(self, given: Given, implied: Set[str]) -> Given:
        """What of this is not said otherwise by a row before."""
        return {key: value for key, value in given.items() if key not in implied or not self.is_said(key)}

    def is_said(self, key: str) -> bool:
        return key in self.given and key not in self.implied

    def take_in(self, given: Given, implied: Set[str], row: int) -> None:
        """What a row gives holds from now on."""
        for key, value in given.items():
            if key not in self.given or self.given[key][0] != value:
                self.given[key] = (value, row)
        self.implied = (self.implied | (given.keys() & implied)) - (given.keys() - implied)

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether it has days in common with these; none is open to that side. Two that touch are two pairings."""
        own_start, own_end = self.now("started_on"), self.now("ended_on")
        begins_after = start is not None and own_end is not None and start >= own_end
        ends_before = end is not None and own_start is not None and end <= own_start
        return not (begins_after or ends_before)


class Bonds:
    """All pairings of the cohort by their two people; and who is in an open one, as far as the file was read."""

    def __init__(self, pairings: list[Paired], roll: Roll) -> None:
        self._by_two: dict[tuple[int, int], list[Bond]] = defaultdict(list)
        self.all: list[Bond] = []
        for one in pairings:
            stored = {name: getattr(one, name) for name in FIELDS}
            self.add(Bond(roll.members[one.mentor_id], roll.members[one.mentee_id], one.id, stored))

    def add(self, bond: Bond) -> None:
        self.all.append(bond)
        self._by_two[id(bond.mentor), id(bond.mentee)].append(bond)
        if bond.is_open:
            self.opened(bond)

    def opened(self, bond: Bond) -> None:
        """It takes a place of its mentor, and its mentee is not free."""
        bond.mentor.taken += 1
        bond.mentee.mentors.append(bond.mentor)
        if bond.mentor.id is None:
            bond.mentor.capacity = max(bond.mentor.capacity or 1, bond.mentor.taken)

    def ended(self, bond: Bond) -> None:
        """Its place is free again."""
        bond.mentor.taken -= 1
        bond.mentee.mentors.remove(bond.mentor)

    def between(self, mentor: Member, mentee: Member, *, start: date | None, end: date | None) -> Bond | None:
        """The pairing that a row with these dates is about; None when it would be another one of the two."""
        found = self._by_two.get((id(mentor), id(mentee)), [])
        if start is not None and (same := [bond for bond in found if bond.now("started_on") == start]):
            return next((bond for bond in same if bond.now("ended_on") == end), same[0])
        if start is None and end is None:
            return max(found, key=lambda bond: (bond.is_open, bond.now("started_on")), default=None)
        if start is None and (same := [bond for bond in found if bond.now("ended_on") == end]):
            return same[-1]
        return next((bond for bond in reversed(found) if bond.overlaps(start, end)), None)
