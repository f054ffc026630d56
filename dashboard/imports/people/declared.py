"""A file of people, for the pipeline: what it is compared with, and what may be said about all or one of its rows."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.imports.cells import Edits
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Arrival, FileKind, Options, Question
from dashboard.imports.people.facts import likely_role
from dashboard.imports.people.fields import EXAMPLE, PEOPLE
from dashboard.imports.people.identity import DECISIONS
from dashboard.imports.people.review import review_people
from dashboard.imports.review import Review
from dashboard.imports.tables import Table
from dashboard.queries.exports import exported_people
from dashboard.queries.imports import Program, program

ROLES = {"mentor": "Mentors", "mentee": "Mentees", "both": "Both"}


def _questions(arrival: Arrival) -> Sequence[Question]:
    """The role of rows that name none: of all, when no column does."""
    if arrival.columns.has("role"):
        return (Question("role", "Rows that name no role are", ROLES),)
    usual = likely_role(arrival.name, arrival.columns)
    return (Question("role", "Everybody in this file is among the", ROLES, usual),)


def _review(
    table: Table,
    columns: Columns,
    stored: Program,
    *,
    options: Options,
    edits: Edits,
    decisions: Mapping[int, str],
    today: date,
) -> Review:
    return review_people(table, columns, stored, role=options.get("role", ""), edits=edits, decisions=decisions)


PEOPLE_FILE = FileKind(
    kind=PEOPLE,
    one="person",
    many="people",
    picture=program,
    review=_review,
    example=EXAMPLE,
    exported=exported_people,
    identified=lambda columns: columns.has("email", "external_id"),
    questions=_questions,
    decisions=DECISIONS,
    file_words=("people", "person", "roster", "participants", "participant", "signup", "applications", "members"),
)
