"""The plan of a file of meetings: the rows to write."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class MeetingsPlan:
    """The rows that a file of meetings comes to."""

    meetings: tuple[dict[str, Any], ...] = ()
    """New meetings, by their fields, each with its ``skills`` by name."""
    changed_meetings: tuple[tuple[int, dict[str, Any]], ...] = ()
    """Meetings and the fields that change; ``skills`` become what the file says."""

    ended = 0

    @property
    def added(self) -> int:
        return len(self.meetings)

    @property
    def changed(self) -> int:
        return len(self.changed_meetings)

    @property
    def joins(self) -> bool:
        return False

    @property
    def is_empty(self) -> bool:
        return not (self.meetings or self.changed_meetings)
