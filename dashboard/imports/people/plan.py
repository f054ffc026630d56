"""The plan of a file of people: the rows to write."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PeoplePlan:
    """The rows that a file of people comes to."""

    people: tuple[dict[str, Any], ...] = ()
    """New people, by their fields."""
    changed_people: tuple[tuple[int, dict[str, Any]], ...] = ()
    participants: tuple[dict[str, Any], ...] = ()
    """New participants: ``person_id``, or ``new``, a position in ``people``; and what they are and bring."""
    changed_participants: tuple[tuple[int, dict[str, Any]], ...] = ()
    skills: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Participants whose skills become these."""
    added: int = 0
    """People who join the cohort, in a role that they did not have there."""
    changed: int = 0
    """People who are in the cohort and change."""

    @property
    def joins(self) -> bool:
        return bool(self.participants)

    @property
    def is_empty(self) -> bool:
        return not (self.people or self.changed_people or self.participants or self.changed_participants or self.skills)
