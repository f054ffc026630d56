"""Reviewing a file of people."""

from datetime import date

from dashboard.imports.cells import Edits, edited
from dashboard.imports.collecting import uncollected
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.people.choices import Answers
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.plan import PeoplePlan
from dashboard.imports.people.said import IDENTITY, Said
from dashboard.imports.people.skill_names import spellings
from dashboard.imports.people.walk import Walk
from dashboard.imports.review import Review
from dashboard.imports.tables import Table
from dashboard.imports.walking import blank_lines
from dashboard.queries.imports import Program

NOBODY = (
    "No column tells who people are. Say which one holds their e-mail addresses, "
    "or the IDs that your organization gives them. If none does, add such a column to the file and upload it again."
)


def review_people(
    table: Table,
    columns: Columns,
    program: Program,
    *,
    today: date,
    said: Said = Said(),  # noqa: B008  (frozen)
    edits: Edits | None = None,
    answers: Answers = Answers({}, {}),  # noqa: B008  (frozen)
) -> Review:
    """The change list of a file of people: with what was said about all of it, and what was decided about its rows."""
    if not columns.has(*IDENTITY, "first_name", "last_name"):
        return Review([], PeoplePlan(), program.revision, problem=NOBODY)
    with uncollected():
        walk = Walk(edited(table, edits or {}), columns, Everybody(program), said=said, answers=answers)
        walk.read_all()
        blank = blank_lines(table)
        lines = sorted([*walk.lines, *blank], key=lambda line: line.number) if blank else walk.lines
        new, alike = spellings(walk.reader.skill_names(), program.skill_names, said.renames)
        untouched = tuple(walk.everybody.untouched())
        return Review(lines, walk.draft.plan(today), program.revision, untouched, new, alike)
