"""A file of people, for the pipeline: what it is compared with, and what may be said about all or one of its rows."""

from collections.abc import Mapping
from datetime import date

from dashboard.imports.cells import Edits
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import FileKind, Options
from dashboard.imports.leaving_out import leaving_out
from dashboard.imports.people.choices import ADD, Answers
from dashboard.imports.people.fields import EXAMPLE, PEOPLE
from dashboard.imports.people.once import TAKE, questions
from dashboard.imports.people.review import review_people
from dashboard.imports.people.said import IDENTITY, Said
from dashboard.imports.review import Review
from dashboard.imports.tables import Table
from dashboard.queries.exports import exported_people
from dashboard.queries.imports import Program, program

SKILL = "skill:"
"""Before the casefolded name of a skill: the option that says under which name it goes in."""


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
    said = Said(options.get("role", ""), empties, skills, takes_others=options.get("other_skills") == TAKE)
    return review_people(
        table, columns, stored, today=today, said=said, edits=edits, answers=Answers(decisions, options)
    )


PEOPLE_FILE = FileKind(
    kind=PEOPLE,
    one="person",
    many="people",
    picture=program,
    review=leaving_out(EXAMPLE, _review, PEOPLE),
    example=EXAMPLE,
    exported=exported_people,
    identified=lambda columns: columns.has("email", "external_id"),
    identity=(("name", "first_name", "last_name"), ("email",), ("external_id",)),
    questions=questions,
    decisions={ADD: "Add them without an address"},
    file_words=("people", "person", "roster", "participants", "participant", "signup", "applications", "members"),
)
