"""An upload in the making: the file, and everything a coordinator said about it. Lives in the session alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import streamlit as st

from dashboard.imports.columns import Mapping
from dashboard.imports.mapping import is_known_name, map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.review import review_people
from dashboard.imports.review import Plan, Review
from dashboard.imports.tables import FIND, Table, read_table
from dashboard.queries.imports import Program

T = TypeVar("T")
KEPT = "upload-draft"


@dataclass
class Draft:
    """One file. Each stage is worked out once for the same choices, so that a rerun costs next to nothing."""

    name: str
    data: bytes
    token: str
    """Names this upload of the file: part of the widgets' keys, so that the next file starts afresh."""
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int = FIND
    choices: dict[str, str] = field(default_factory=dict)
    separators: dict[str, str] = field(default_factory=dict)
    role: str | None = None
    """For rows that name none; None until the file was looked at for a hint."""
    edits: dict[int, dict[int, str]] = field(default_factory=dict)
    decisions: dict[int, str] = field(default_factory=dict)
    changed: int = 0
    """Grows with every correction of a row."""
    applied: Plan | None = None
    _done: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def table(self) -> Table:
        """The file as it is read now; raises InvalidError when it is no table."""
        key = (self.encoding, self.delimiter, self.header_row)
        return self._once("table", key, lambda: self._read(*key))

    def columns(self) -> Mapping:
        """What its columns mean now."""
        table = self.table()
        key = (id(table), tuple(self.choices.items()), tuple(self.separators.items()))
        return self._once("columns", key, lambda: map_columns(table, PEOPLE, self.choices, self.separators))

    def review(self, cohort_id: int, revision: int, ask_program: Callable[[], Program]) -> Review:
        """The change list against the data of this revision."""
        columns = self.columns()
        key = (id(columns), cohort_id, revision, self.role, self.changed)
        return self._once("review", key, lambda: self.reviewer()(ask_program()))

    def is_reviewed(self, cohort_id: int, revision: int) -> bool:
        """Whether the review is ready, so that nobody has to wait for it."""
        key = (id(self.columns()), cohort_id, revision, self.role, self.changed)
        return bool(self._done.get("review", (None, None))[0] == key)

    def reviewer(self) -> Callable[[Program], Review]:
        """How this file is reviewed, whatever the data."""
        table, columns, role, edits, decisions = (
            self.table(),
            self.columns(),
            self.role or "",
            self.edits,
            self.decisions,
        )
        return lambda program: review_people(table, columns, program, role=role, edits=edits, decisions=decisions)

    def correct(self, edits: dict[int, dict[int, str]], decisions: dict[int, str]) -> None:
        """Put corrections and decisions beside those that were made before."""
        for number, cells in edits.items():
            self.edits[number] = {**self.edits.get(number, {}), **cells}
        self.decisions |= decisions
        self.changed += 1

    def start_over(self) -> None:
        """Rows and columns are no longer what they were: what was said about them is void."""
        self.choices.clear()
        self.separators.clear()
        self.edits.clear()
        self.decisions.clear()
        self.changed += 1
        self.applied = None

    def _read(self, encoding: str | None, delimiter: str | None, header_row: int) -> Table:
        return read_table(
            self.data,
            name=self.name,
            encoding=encoding,
            delimiter=delimiter,
            header_row=header_row,
            is_known=lambda header: is_known_name(header, PEOPLE),
        )

    def _once(self, stage: str, key: object, make: Callable[[], T]) -> T:
        known = self._done.get(stage)
        if known is None or known[0] != key:
            known = self._done[stage] = (key, make())
        return cast(T, known[1])


def kept() -> Draft | None:
    """The draft of this visitor, if there is one."""
    return cast("Draft | None", st.session_state.get(KEPT))


def keep(draft: Draft | None) -> None:
    """Make this the draft of this visitor; nothing lets the file go."""
    st.session_state[KEPT] = draft
