"""The plan of a file of check-ins: the rows to write."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CheckInsPlan:
    """The rows that a file of check-ins comes to."""

    check_ins: tuple[dict[str, Any], ...] = ()
    changed_check_ins: tuple[tuple[int, dict[str, Any]], ...] = ()

    ended = 0

    @property
    def added(self) -> int:
        return len(self.check_ins)

    @property
    def changed(self) -> int:
        return len(self.changed_check_ins)

    @property
    def joins(self) -> bool:
        return False

    @property
    def is_empty(self) -> bool:
        return not (self.check_ins or self.changed_check_ins)
