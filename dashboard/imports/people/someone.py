"""A person and their roles in the cohort: as they are stored, and what a file says about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

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
    partner_ids: Sequence[int] = ()

    @property
    def is_paired(self) -> bool:
        return bool(self.taken or self.partners)


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
