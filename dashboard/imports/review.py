"""The change list: for every row of the file what applying it would do, or why it can't go in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from dashboard.imports.cells import Trouble


class State(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    TROUBLE = "trouble"
    BLANK = "blank"


class Difference(tuple[str, str, str]):
    """A field's label, what it holds now and what it will hold, as people read them."""

    __slots__ = ()

    def __str__(self) -> str:
        label, old, new = self
        return f"{label}: {old or 'nothing'} \u2192 {new or 'nothing'}"


@dataclass(slots=True)
class Line:
    """A row of the file in the review; ``number`` is the one that the spreadsheet shows."""

    number: int
    who: str = ""
    state: State = State.UNCHANGED
    brings: list[str] = field(default_factory=list)
    """What will be stored about somebody who joins, as people read it."""
    differences: list[Difference] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def decision(self) -> str:
        """The kind of decision that would settle it, if any."""
        return next((trouble.decision for trouble in self.troubles if trouble.decision), "")


@dataclass(frozen=True)
class Plan:
    """What will be written, and nothing else: two reviews with equal plans do the same."""

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
    def is_empty(self) -> bool:
        return not (self.people or self.changed_people or self.participants or self.changed_participants or self.skills)


@dataclass(frozen=True)
class Review:
    """Every row of the file once, in its order; the plan; and who is in the cohort but not in the file."""

    lines: list[Line]
    plan: Plan
    revision: int
    untouched: tuple[str, ...] = ()
    problem: str = ""
    """Why nothing can be reviewed at all, as when no column tells who people are."""

    @property
    def counts(self) -> Mapping[State, int]:
        found = Counter(line.state for line in self.lines)
        return {state: found[state] for state in State}

    def in_state(self, state: State) -> list[Line]:
        return [line for line in self.lines if line.state == state]
