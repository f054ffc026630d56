"""An upload in the making: what follows from a file and from what was said about it. Lives in the session alone."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from dashboard.errors import InvalidError
from dashboard.imports.columns import Mapping
from dashboard.imports.confidence import Confidence, confidence_of
from dashboard.imports.declaring import Arrival, FileKind, Question, Stored
from dashboard.imports.kinds import KINDS, is_known_anywhere, likeliest
from dashboard.imports.mapping import map_columns
from dashboard.imports.memory import lasting, map_as_last_time
from dashboard.imports.review import Review
from dashboard.imports.tables import Table, read_table
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import LastTime
from dashboard.ui.upload.said import Said, Shape


class Draft(Said):
    """One file. Each stage is worked out once for the same choices, so that a rerun costs next to nothing."""

    def table(self) -> Table:
        """The file as it is read now; raises InvalidError when it is no table."""
        key = (self.encoding, self.delimiter, self.sheet, self.header_row, self.keeps_all)
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

    def confidence(self) -> Confidence:
        """Which of its cells are not shown."""
        columns, kind = self.columns(), self.kind().kind
        return self.once("confidence", id(columns), lambda: confidence_of(columns, kind))

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
        return self.is_made("review", self._review_key(cohort, today, revision))

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

    def _read(self) -> Table:
        return read_table(
            self.data,
            name=self.name,
            encoding=self.encoding,
            delimiter=self.delimiter,
            sheet=self.sheet,
            header_row=self.header_row,
            keeps_all=self.keeps_all,
            is_known=is_known_anywhere,
        )

    def read_differently(self, **how: str | int | None) -> None:
        """Read it in another encoding, say; what was said stays where columns and rows come out as they were."""
        before = self._shape() or self.shape
        for name, value in how.items():
            setattr(self, name, value)
        self.shape = self._shape() or before
        if self.shape != before:
            self.start_over()

    def _shape(self) -> Shape | None:
        try:
            table = self.table()
        except InvalidError:
            return None
        return table.columns, table.numbers
