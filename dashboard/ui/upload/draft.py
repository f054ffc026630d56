"""An upload in the making: the file, and everything a coordinator said about it. Lives in the session alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeVar, cast

from dashboard.imports.columns import Mapping
from dashboard.imports.declaring import Arrival, FileKind, Question, Stored
from dashboard.imports.fields import Span
from dashboard.imports.kinds import KINDS, is_known_anywhere, likeliest
from dashboard.imports.mapping import map_columns
from dashboard.imports.memory import lasting, map_as_last_time
from dashboard.imports.review import Plan, Review
from dashboard.imports.tables import FIND, Table, read_table
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import LastTime
from dashboard.ui.upload.corrections import Corrections

T = TypeVar("T")


@dataclass
class Draft:
    """One file. Each stage is worked out once for the same choices, so that a rerun costs next to nothing."""

    name: str
    data: bytes
    token: str
    """Names this upload of the file: part of the widgets' keys, so that the next file starts afresh."""
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int = FIND
    chosen_kind: str | None = None
    """The key of the kind of file that a coordinator said it is."""
    choices: dict[str, str] = field(default_factory=dict)
    separators: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)
    last: LastTime | None = None
    """How the last file with this header was read, unless this one is to be read anew."""
    is_anew: bool = False
    span: Span | None = None
    """The days of the cohort that it goes into."""
    options: dict[str, str] = field(default_factory=dict)
    """What was answered about the whole file; for the rest the usual answers hold."""
    rows: Corrections = field(default_factory=Corrections)
    changed: int = 0
    """Grows with every correction of a row."""
    applied: Plan | None = None
    _done: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def stamp(self) -> str:
        """Names this reading of the file, for widgets that show what was found in it."""
        return f"{self.token}{'-anew' * self.is_anew}"

    def table(self) -> Table:
        """The file as it is read now; raises InvalidError when it is no table."""
        key = (self.encoding, self.delimiter, self.sheet, self.header_row)
        return self.once("table", key, self._read)

    def kind(self) -> FileKind:
        """What it holds: as it was said, else as last time, else as its columns and its name suggest."""
        table, known = self.table(), self.chosen_kind or (self.last and self.last.kind)
        return KINDS[known or self.once("kind", id(table), lambda: likeliest(self.name, table))]

    def as_last_time(self) -> LastTime | None:
        """How the last file with this header was read, where that holds for this one."""
        return self.last if self.last is not None and self.last.kind == self.kind().key else None

    def columns(self) -> Mapping:
        """What its columns mean now."""
        table, kind, last = self.table(), self.kind().kind, self.as_last_time()
        said = (self.choices, self.separators, self.ways, self.span)
        key = (id(table), kind.key, last and last.at, self.span, *(tuple(one.items()) for one in said[:3]))
        if last is not None:
            return self.once("columns", key, lambda: map_as_last_time(table, kind, last, *said))
        return self.once("columns", key, lambda: map_columns(table, kind, *said))

    def questions(self, cohort: CohortChoice, today: date) -> Sequence[Question]:
        """What can be said about the whole file."""
        columns, kind = self.columns(), self.kind()
        arrival = Arrival(self.name, self.table(), columns, cohort, today)
        return self.once("questions", (id(columns), cohort, today), lambda: kind.questions(arrival))

    def answers(self, cohort: CohortChoice, today: date) -> dict[str, str]:
        """What was answered, and the usual answers to the rest."""
        last, asked = self.as_last_time(), self.questions(cohort, today)
        usual = {one.key: one.usual for one in asked}
        return usual | (lasting(last.options, asked) if last else {}) | self.options

    def review(self, cohort: CohortChoice, today: date, revision: int, ask_picture: Callable[[], Stored]) -> Review:
        """The change list against the data of this revision."""
        key, review = self._review_key(cohort, today, revision), self.reviewer(cohort, today)
        return self.once("review", key, lambda: review(ask_picture()))

    def is_reviewed(self, cohort: CohortChoice, today: date, revision: int) -> bool:
        """Whether the review is ready, so that nobody has to wait for it."""
        return bool(self._done.get("review", (None, None))[0] == self._review_key(cohort, today, revision))

    def reviewer(self, cohort: CohortChoice, today: date) -> Callable[[Stored], Review]:
        """How this file is reviewed, whatever the data."""
        table, columns = self.corrected()
        answers, decisions = self.answers(cohort, today), self.rows.decisions
        return partial(self.kind().review, table, columns, options=answers, edits={}, decisions=decisions, today=today)

    def corrected(self) -> tuple[Table, Mapping]:
        """The table and its columns with every correction."""
        table, columns, kind = self.table(), self.columns(), self.kind()
        key = (id(columns), self.changed)
        return self.once("corrected", key, lambda: self.rows.corrected(table, columns, kind))

    def _review_key(self, cohort: CohortChoice, today: date, revision: int) -> tuple[object, ...]:
        answers = sorted(self.answers(cohort, today).items())
        return (id(self.columns()), cohort.id, revision, *answers, self.changed, today)

    def correct(self, edits: dict[int, dict[int, str]], decisions: dict[int, str]) -> None:
        """Put corrections and decisions beside those that were made before."""
        self.rows.take_in(edits, decisions)
        self.changed += 1

    def start_over(self) -> None:
        """Rows or columns are no longer what they were: what was said about them is void."""
        for said in (self.choices, self.separators, self.ways, self.options, self.rows):
            said.clear()
        self.changed += 1
        self.applied = None

    def _read(self) -> Table:
        return read_table(
            self.data,
            name=self.name,
            encoding=self.encoding,
            delimiter=self.delimiter,
            sheet=self.sheet,
            header_row=self.header_row,
            is_known=is_known_anywhere,
        )

    def once(self, stage: str, key: object, make: Callable[[], T]) -> T:
        """What ``make`` gives, made again only when ``key`` is another than the last time."""
        known = self._done.get(stage)
        if known is None or known[0] != key:
            known = self._done[stage] = (key, make())
        return cast(T, known[1])
