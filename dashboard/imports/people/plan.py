"""The plan of a file of people: the rows to write."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.queries.imports import PERSON_FIELDS

Columns = dict[str, list[Any]]
"""Column -> one value a row: what 50,000 rows are written from without a dict for each."""
PARTICIPANT_COLUMNS = ("person_id", "new", "role", "capacity", "hopes", "skills", "status", "joined_on")


@dataclass(frozen=True)
class PeoplePlan:
    """The rows that a file of people comes to."""

    people: Columns = field(default_factory=lambda: {key: [] for key in PERSON_FIELDS})
    """New people: the PERSON_FIELDS, one value a person."""
    changed_people: tuple[tuple[int, dict[str, Any]], ...] = ()
    participants: Columns = field(default_factory=lambda: {key: [] for key in PARTICIPANT_COLUMNS})
    """New participants: ``person_id``, or ``new``, a position in ``people``; and what they are and bring."""
    changed_participants: tuple[tuple[int, dict[str, Any]], ...] = ()
    skills: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Participants whose skills become these."""
    added: int = 0
    """People who join the cohort, in a role that they did not have there."""
    changed: int = 0
    """People who are in the cohort and change."""
    ended: int = 0
    """Open pairings of those who are withdrawn."""
    leaving_on: date | None = None
    """The day on which the open pairings of those end who are withdrawn, if anybody is."""

    @property
    def joins(self) -> bool:
        return None in self.participants["joined_on"]

    @property
    def is_empty(self) -> bool:
        changed = self.changed_people or self.changed_participants or self.skills
        return not (changed or self.people["name"] or self.participants["role"])
