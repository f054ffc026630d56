"""The plan of a file of pairs: the rows to write."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PairsPlan:
    """The rows that a file of pairs comes to."""

    people: tuple[dict[str, Any], ...] = ()
    """New people: ``name``, ``email``, ``external_id``."""
    participants: tuple[dict[str, Any], ...] = ()
    """New participants: ``person_id``, or ``new``, a position in ``people``; ``role`` and ``capacity``."""
    pairings: tuple[dict[str, Any], ...] = ()
    """New pairings. ``mentor`` and ``mentee`` are ids, or below zero: -1 is the first new participant."""
    changed_pairings: tuple[tuple[int, dict[str, Any]], ...] = ()

    ended = 0

    @property
    def added(self) -> int:
        return len(self.pairings)

    @property
    def changed(self) -> int:
        return len(self.changed_pairings)

    @property
    def joins(self) -> bool:
        return bool(self.participants)

    @property
    def is_empty(self) -> bool:
        return not (self.pairings or self.changed_pairings)
