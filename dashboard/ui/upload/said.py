"""A file on its way in, and everything that a coordinator said about it."""

from dataclasses import dataclass, field
from typing import Any

from dashboard.imports.fields import Span
from dashboard.imports.heads import FIND
from dashboard.imports.review import Plan, Review
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import LastTime
from dashboard.ui.upload.corrections import Corrections
from dashboard.ui.upload.stages import Stages

ANEW = "It is read differently now, so what you said about its columns and rows starts over."

Shape = tuple[list[str], list[int]]
"""The names of the columns and the numbers of the rows."""


@dataclass
class Said(Stages):
    """What was said, and what of it is void when the file, its kind or its cohort is another."""

    name: str
    data: bytes
    token: str
    """Names this upload of the file: part of the widgets' keys, so that the next file starts afresh."""
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int = FIND
    keeps_all: bool = False
    """Whether totals and notes below the table are rows as well."""
    shape: Shape | None = None
    """How it came out, the last time that it did."""
    chosen_kind: str | None = None
    """The key of the kind of file that a coordinator said it is."""
    choices: dict[str, str] = field(default_factory=dict)
    separators: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)
    last: LastTime | None = None
    """How the last file with this header was read, unless this one is to be read anew."""
    is_anew: bool = False
    cohort: CohortChoice | None = None
    options: dict[str, str] = field(default_factory=dict)
    """What was answered about the whole file; for the rest the usual answers hold."""
    rows: Corrections = field(default_factory=Corrections)
    changed: int = 0
    """Grows with every correction of a row."""
    rounds: int = 0
    """Grows when what was said is void, so that no widget still shows it."""
    note: str = ""
    """Why what was said is void."""
    shown: str = ""
    """Which rows are looked at, where that was chosen."""
    agreed: Review | None = None
    """What was on the screen when somebody said to apply it."""
    applied: Plan | None = None
    is_finished: bool = False
    """Whether all of it is in, so that nothing waits for anybody."""
    _done: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def span(self) -> Span | None:
        """The days of the cohort that it goes into."""
        return (self.cohort.starts_on, self.cohort.ends_on) if self.cohort else None

    @property
    def stamp(self) -> str:
        """Names this reading of the file, for widgets that show what was found in it or said about it."""
        return f"{self.token}-{self.rounds}"

    def correct(self, edits: dict[int, dict[int, str]], decisions: dict[int, str]) -> None:
        """Put corrections and decisions beside those that were made before."""
        self.rows.take_in(edits, decisions)
        self.changed, self.note = self.changed + 1, ""

    def start_over(self) -> None:
        """Rows or columns are no longer what they were: what was said about them is void."""
        about = (self.choices, self.separators, self.ways, self.options)
        self._begin_anew(ANEW if any((*about, self.rows.edits, self.rows.decisions, self.rows.right)) else "")
        for said in (*about, self.rows):
            said.clear()

    def turn_to(self, cohort: CohortChoice) -> None:
        """Go into this cohort: what was said about columns and cells holds in every one, answers about people don't."""
        if self.cohort is not None and self.cohort.id != cohort.id:
            self._begin_anew(
                f"It goes into {cohort.name} now. Columns and corrected cells stay as they are; what you answered and "
                f"decided for {self.cohort.name} starts over."
            )
            self.options.clear()
            self.rows.decisions.clear()
        self.cohort = cohort

    def _begin_anew(self, why: str) -> None:
        self.changed, self.rounds = self.changed + 1, self.rounds + 1
        self.note, self.shown, self.applied = why, "", None
