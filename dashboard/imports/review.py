"""The change list: for every row of the file what applying it would do, or why it can't go in."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

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


@dataclass(frozen=True)
class Matter:
    """Something that rows can leave open; ``usual`` is the answer that holds until somebody gives another."""

    key: str
    title: str
    options: Mapping[str, str]
    """Answer -> what it is called on the screen; across all matters of a kind of file no answer stands twice."""
    usual: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a row leaves open, why, and the answer that is in force."""

    matter: Matter
    sentence: str
    taken: str


@dataclass(frozen=True)
class Spelling:
    """A name that is new to the program and looks like one that is there, or like a more frequent one of the file."""

    name: str
    like: str
    rows: int
    taken: bool = False
    """Whether somebody said that it is the same."""


@dataclass(slots=True)
class Line:
    """A row of the file in the review; ``number`` is the one that the spreadsheet shows."""

    number: int
    who: str = ""
    state: State = State.UNCHANGED
    brings: tuple[str, ...] = ()
    """What will be stored about somebody who joins, as people read it."""
    differences: tuple[Difference, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    remarks: tuple[str, ...] = ()
    choice: Choice | None = None
    ends: tuple[tuple[int, ...], ...] = ()
    """The pairings that it ends, each as the two participants."""
    unfold: Callable[[int], Iterable[str]] | None = None
    """By its number: what it brings besides, worked out for those who look. Nobody reads all of 50,000 rows."""

    def brought(self) -> list[str]:
        return [*self.brings, *(self.unfold(self.number) if self.unfold else ())]

    @property
    def decision(self) -> str:
        """The kind of decision that would settle it, if any."""
        return next((trouble.decision for trouble in self.troubles if trouble.decision), "")


class Plan(Protocol):
    """What will be written, and nothing else: two reviews with equal plans do the same. Each kind has its own."""

    @property
    def added(self) -> int:
        """What is new in the cohort."""

    @property
    def changed(self) -> int:
        """What was there and changes."""

    @property
    def ended(self) -> int:
        """Pairings that end because somebody leaves."""

    @property
    def joins(self) -> bool:
        """Whether somebody joins the cohort, so that the day has to be known."""

    @property
    def is_empty(self) -> bool: ...


@dataclass(frozen=True)
class Review:
    """Every row of the file once, in its order; the plan; and what is in the cohort but not in the file."""

    lines: list[Line]
    plan: Plan
    revision: int
    untouched: tuple[str, ...] = ()
    new_names: int = 0
    """Skills that the program does not know yet, and ``spellings``, those of them that may be known all the same."""
    spellings: tuple[Spelling, ...] = ()
    problem: str = ""
    """Why nothing can be reviewed at all, as when no column tells who people are."""

    @property
    def counts(self) -> Mapping[State, int]:
        found = Counter(line.state for line in self.lines)
        return {state: found[state] for state in State}

    @property
    def is_all_trouble(self) -> bool:
        """Whether no row says anything that could go in."""
        states = {line.state for line in self.lines} - {State.BLANK}
        return bool(self.problem) or states == {State.TROUBLE}

    def in_state(self, state: State) -> list[Line]:
        return [line for line in self.lines if line.state == state]
