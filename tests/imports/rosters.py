"""A file through the whole pipeline in one line, for tests."""

from datetime import date
from typing import Any

from sqlmodel import Session

from dashboard.imports.columns import Mapping
from dashboard.imports.declaring import Options
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.declared import PEOPLE_FILE
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.recognizing import is_known_name
from dashboard.imports.review import Review
from dashboard.imports.tables import Table, read_table
from dashboard.queries.imports import Program, program

TODAY = date(2026, 6, 15)


def read(content: str | bytes, **choices: Any) -> Table:
    data = content.encode() if isinstance(content, str) else content
    return read_table(data, is_known=lambda name: is_known_name(name, PEOPLE), **choices)


def mapped(table: Table, **choices: Any) -> Mapping:
    return map_columns(table, PEOPLE, **choices)


def review(content: str | bytes, stored: Program, *, options: Options | None = None, **said: Any) -> Review:
    table = read(content)
    usual: dict[str, Any] = {"edits": {}, "decisions": {}, "today": TODAY}
    return PEOPLE_FILE.review(table, mapped(table), stored, options=options or {}, **{**usual, **said})


def reviewed(session: Session, content: str | bytes, cohort_id: int, **choices: Any) -> Review:
    return review(content, program(session, cohort_id=cohort_id), **choices)


def told(found: Review) -> list[tuple[int, str, str, list[str]]]:
    """Each row: its number, its state, who it is, and everything that is said about it."""
    return [
        (
            line.number,
            line.state.value,
            line.who,
            [*map(str, line.differences), *(one.sentence for one in line.troubles), *line.remarks],
        )
        for line in found.lines
    ]


def people(found: Review) -> list[dict[str, Any]]:
    """The new people of the plan, by the fields that they have."""
    return [{key: value for key, value in row.items() if value is not None} for row in _rows(found.plan.people)]


def participants(found: Review) -> list[dict[str, Any]]:
    """The new participants of the plan."""
    return _rows(found.plan.participants)


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
