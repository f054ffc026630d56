"""A file of any kind through the whole pipeline in one line, for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.imports.declaring import Arrival, Question
from dashboard.imports.kinds import KINDS, is_known_anywhere
from dashboard.imports.mapping import map_columns
from dashboard.imports.review import Plan, Review
from dashboard.imports.tables import Table, read_table
from dashboard.queries.cohorts import CohortChoice
from dashboard.services.imports.applying import Source, apply_review
from models import Action, ActionKind, Cohort

TODAY = date(2026, 6, 15)


class Upload:
    """A file, and what a coordinator said about it: ``choices``, ``ways``, ``options``, ``edits``, ``decisions``."""

    def __init__(self, kind: str, content: str, cohort_id: int, *, today: date = TODAY, **said: Any) -> None:
        self.kind, self.cohort_id, self.today, self.said = KINDS[kind], cohort_id, today, said
        self.table: Table = read_table(content.encode(), is_known=is_known_anywhere)
        with reading() as session:
            cohort = session.get_one(Cohort, cohort_id)
            self.cohort = CohortChoice(cohort.id, cohort.name, cohort.starts_on, cohort.ends_on, False)
        span = (self.cohort.starts_on, self.cohort.ends_on)
        choices, ways = said.get("choices"), said.get("ways")
        self.columns = map_columns(self.table, self.kind.kind, choices, None, ways, span)

    def meanings(self) -> dict[str, str | None]:
        return {column.name: column.field for column in self.columns.columns}

    def questions(self) -> Sequence[Question]:
        return self.kind.questions(Arrival("file.csv", self.table, self.columns, self.cohort, self.today))

    def again(self, stored: Any) -> Review:
        usual = {one.key: one.usual for one in self.questions()}
        return self.kind.review(
            self.table,
            self.columns,
            stored,
            options=usual | self.said.get("options", {}),
            edits=self.said.get("edits", {}),
            decisions=self.said.get("decisions", {}),
            today=self.today,
        )

    def review(self) -> Review:
        with reading() as session:
            return self.again(self.kind.picture(session, cohort_id=self.cohort_id))

    def apply(self, review: Review | None = None) -> Plan:
        source = Source("file.csv", self.table.sha256, self.kind.key, self.columns.told())
        with writing("Ana", "Upload", kind=ActionKind.IMPORT) as session:
            return apply_review(
                session,
                review=review or self.review(),
                again=self.again,
                cohort_id=self.cohort_id,
                source=source,
                joined_on=self.today,
            )


def last_action() -> int:
    with reading() as session:
        return session.exec(select(Action.id).order_by(col(Action.id).desc()).limit(1)).one()
