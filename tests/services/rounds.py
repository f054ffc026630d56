"""A file goes in, again, and out: what must hold for every kind of file, whatever is in it. For tests."""

from datetime import date
from functools import partial
from typing import Any

from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.imports.declaring import FileKind
from dashboard.imports.kinds import is_known_anywhere
from dashboard.imports.mapping import map_columns
from dashboard.imports.review import Review, State
from dashboard.imports.tables import read_table
from dashboard.services.history import undo
from dashboard.services.imports.applying import Source, apply_review
from models import Action, ActionKind
from tests.tables import rows

TODAY = date(2026, 6, 15)


class Round:
    """One file of one kind on its way into a cohort; ``said`` is what was answered, edited and decided about it."""

    def __init__(self, kind: FileKind, data: bytes, cohort_id: int, *, today: date = TODAY, **said: Any) -> None:
        self.kind, self.cohort_id, self.today = kind, cohort_id, today
        self.table = read_table(data, is_known=is_known_anywhere)
        self.columns = map_columns(self.table, kind.kind)
        said = {"options": {}, "edits": {}, "decisions": {}} | said
        self.again = partial(kind.review, self.table, self.columns, **said, today=today)

    def review(self) -> Review:
        with reading() as session:
            return self.again(self.kind.picture(session, cohort_id=self.cohort_id))

    def apply(self, review: Review) -> None:
        source = Source("file.csv", self.table.sha256, self.kind.key, self.columns.told())
        with writing("Ana", "Upload", kind=ActionKind.IMPORT) as session:
            apply_review(
                session,
                review=review,
                again=self.again,
                cohort_id=self.cohort_id,
                source=source,
                joined_on=self.today,
            )


def check_round(one: Round) -> None:
    """Every row is accounted for; what is applied is what was reviewed; applied twice it changes nothing; one undo puts
    every table but the history back, row for row."""
    before, done = rows(), last_action()
    first = one.review()
    check_counts(first, one)
    one.apply(first)
    second = one.review()
    check_counts(second, one)
    assert second.plan.is_empty
    for now, then in zip(first.lines, second.lines, strict=True):
        assert then.state not in (State.NEW, State.CHANGED)
        assert bool(now.troubles) == bool(then.troubles)
    if first.plan.is_empty:
        assert last_action() == done
    else:
        take_back()
    assert rows() == before


def check_counts(review: Review, one: Round) -> None:
    """Accepted, rejected and blank rows are the rows of the file, each once and in its order."""
    numbers = sorted([*one.table.numbers, *one.table.blank])
    if not review.problem:
        assert [line.number for line in review.lines] == numbers
        assert sum(review.counts.values()) == len(numbers)
        assert review.counts[State.BLANK] == len(one.table.blank)
    assert not (review.problem and not review.plan.is_empty)


def last_action() -> int:
    with reading() as session:
        return session.exec(select(Action.id).order_by(col(Action.id).desc())).first() or 0


def take_back() -> None:
    with writing("Ana", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=last_action())
