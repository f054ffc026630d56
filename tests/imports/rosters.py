"""A file through the whole pipeline in one line, for tests."""

from typing import Any

from sqlmodel import Session

from dashboard.imports.columns import Mapping
from dashboard.imports.mapping import is_known_name, map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.review import review_people
from dashboard.imports.review import Review
from dashboard.imports.tables import Table, read_table
from dashboard.queries.imports import Program, program


def read(content: str | bytes, **choices: Any) -> Table:
    data = content.encode() if isinstance(content, str) else content
    return read_table(data, is_known=lambda name: is_known_name(name, PEOPLE), **choices)


def mapped(table: Table, **choices: Any) -> Mapping:
    return map_columns(table, PEOPLE, **choices)


def review(content: str | bytes, stored: Program, **choices: Any) -> Review:
    table = read(content)
    return review_people(table, mapped(table), stored, **choices)


def reviewed(session: Session, content: str | bytes, cohort_id: int, **choices: Any) -> Review:
    return review(content, program(session, cohort_id=cohort_id), **choices)


def told(found: Review) -> list[tuple[int, str, str, list[str]]]:
    """Each row: its number, its state, who it is, and everything that is said about it."""
    return [
        (
            line.number,
            line.state.value,
            line.who,
            [str(one) for one in line.differences] + [one.sentence for one in line.troubles] + line.remarks,
        )
        for line in found.lines
    ]
