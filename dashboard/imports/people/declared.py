"""A file of people, for the pipeline: what it is compared with, and what may be said about all or one of its rows."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.imports.cells import Edits
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Arrival, FileKind, Options, Question
from dashboard.imports.examples import without_example
from dashboard.imports.people.choices import Answers
from dashboard.imports.people.fields import EXAMPLE, PEOPLE
from dashboard.imports.people.review import review_people
from dashboard.imports.people.said import IDENTITY, ROLE_COLUMNS, Said, likely_role
from dashboard.imports.review import Review
from dashboard.imports.tables import Table
from dashboard.queries.exports import exported_people
from dashboard.queries.imports import Program, program

ROLES = {"mentor": "Mentors", "mentee": "Mentees", "both": "Both"}


BLANKS = {"leave": "Leave the field as it is", "empty": "Empty the field"}
SKILL = "skill:"
"""Before the casefolded name of a skill: the option that says under which name it goes in."""


def _questions(arrival: Arrival) -> Sequence[Question]:
    """The role of rows that name none: of all, when no column does. And what blank cells mean."""
    blank = Question("blank", "Where the file has a blank cell", BLANKS, "leave")
    if arrival.columns.has(*ROLE_COLUMNS):
        return Question("role", "Rows that name no role are", ROLES), blank
    usual = likely_role(arrival.name, arrival.table.source.sheet, arrival.columns)
    return Question("role", "Everybody in this file is among the", ROLES, usual), blank


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
    skills = {key.removeprefix(SKILL): name for key, name in options.items() if key.startswith(SKILL) and name}
    empties = (
        frozenset(field.key for field in PEOPLE.fields) - IDENTITY if options.get("blank") == "empty" else frozenset()
    )
    said = Said(options.get("role", ""), empties, skills)
    return review_people(
        table, columns, stored, today=today, said=said, edits=edits, answers=Answers(decisions, options)
    )


PEOPLE_FILE = FileKind(
    kind=PEOPLE,
    one="person",
    many="people",
    picture=program,
    review=without_example(EXAMPLE, _review),
    example=EXAMPLE,
    exported=exported_people,
    identified=lambda columns: columns.has("email", "external_id"),
    identity=(("name", "first_name", "last_name"), ("email",), ("external_id",)),
    questions=_questions,
    file_words=("people", "person", "roster", "participants", "participant", "signup", "applications", "members"),
)
