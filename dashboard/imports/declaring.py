"""What the pipeline knows about a kind of file: a new kind is one more declaration, listed in ``kinds``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

import pandas as pd
from sqlmodel import Session

from dashboard.imports.cells import Edits
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.fields import Kind
from dashboard.imports.review import Plan, Review
from dashboard.imports.tables import Table
from dashboard.queries.cohorts import CohortChoice
from dashboard.words import counted

Options = Mapping[str, str]
"""Question -> what was answered, for all questions about the whole file."""


class Stored(Protocol):
    """One consistent picture of the data that a file is compared with."""

    @property
    def revision(self) -> int: ...


class Picture(Protocol):
    """A query that gives the picture for a cohort."""

    def __call__(self, session: Session, *, cohort_id: int) -> Stored: ...


class Reviewing(Protocol):
    """Table, columns and picture in, change list out. ``stored`` is what the kind's own picture gave."""

    def __call__(
        self,
        table: Table,
        columns: Columns,
        stored: Any,
        *,
        options: Options,
        edits: Edits,
        decisions: Mapping[int, str],
        today: date,
    ) -> Review: ...


@dataclass(frozen=True)
class Question:
    """Something to be said once about the whole file: one of the options, or a day when there are none."""

    key: str
    label: str
    options: Mapping[str, str] = field(default_factory=dict)
    """Answer -> what it is called on the screen."""
    usual: str = ""
    """The answer until somebody gives another; "" is none, a day is in ISO form."""
    lasting: bool = False
    """Whether the answer says how columns are read, so that it holds for the next file with the same ones, too."""


@dataclass(frozen=True)
class Arrival:
    """What can be known about a file before it is compared with anything: what questions are made from."""

    name: str
    table: Table
    columns: Columns
    cohort: CohortChoice
    today: date


def no_questions(arrival: Arrival) -> Sequence[Question]:
    return ()


@dataclass(frozen=True)
class FileKind:
    """A kind of file: how it is read, what it is compared with, and what may be said about it."""

    kind: Kind
    one: str
    many: str
    """What a row is about, counted: 1 person, 31 people."""
    picture: Picture
    review: Reviewing
    example: Mapping[str, str]
    """The invented row of the template, by field."""
    identified: Callable[[Columns], bool]
    """Whether these columns tell what a row is about."""
    identity: tuple[tuple[str, ...], ...] = ()
    """Groups of fields; where the file has none of a group, its first can be filled in to say whom a row is about."""
    questions: Callable[[Arrival], Sequence[Question]] = no_questions
    decisions: Mapping[str, str] = field(default_factory=dict)
    """What can be decided about a row in trouble -> what it is called on the screen."""
    exported: Callable[..., pd.DataFrame] | None = None
    """A query that gives what a cohort has of this kind, a column a field; see ``exporting``."""
    file_words: tuple[str, ...] = ()
    """Words in the name of a file that speak for this kind."""
    left_out: tuple[str, str, str] | None = None
    """What is in the cohort and not in a file, counted, and how that is said; else what a row is about."""

    @property
    def key(self) -> str:
        return self.kind.key

    @property
    def label(self) -> str:
        return self.kind.label

    def counted(self, number: int) -> str:
        return counted(number, self.one, self.many)

    def untouched(self, number: int, cohort: str) -> str:
        """That so many are in the cohort and not in the file: 3 people of Spring not in this file."""
        one, many, how = self.left_out or (self.one, self.many, "not in this file")
        return f"{counted(number, one, many)} of {cohort} {how}: nothing changes for them"

    def offered(self, plan: Plan) -> str:
        """What applying a plan will do, in few words: Add 31 people, change 4."""
        told = self._told(plan, "add", "change", "end")
        return f"{told[0].upper()}{told[1:]}" if told else "Apply the changes"

    def said(self, plan: Plan) -> str:
        """What applying a plan did: added 31 people, changed 4."""
        return self._told(plan, "added", "changed", "ended") or "changed nothing"

    def _told(self, plan: Plan, add: str, change: str, end: str) -> str:
        added = f"{add} {self.counted(plan.added)}" if plan.added else ""
        changed = f"{change} {f'{plan.changed:,}' if added else self.counted(plan.changed)}" if plan.changed else ""
        ended = f"{end} {counted(plan.ended, 'pairing')}" if plan.ended else ""
        return ", ".join(part for part in (added, changed, ended) if part)
