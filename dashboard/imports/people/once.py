"""What is asked once about a whole file of people, where its rows leave it open."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.imports.cells import Values, read_cells
from dashboard.imports.columns import Mapping
from dashboard.imports.declaring import Arrival, Question
from dashboard.imports.people.choices import ADD, STRANGERS
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.fitting import named_roles
from dashboard.imports.people.said import ROLE_COLUMNS, likely_role

ROLES = {"mentor": "Mentors", "mentee": "Mentees", "both": "Both"}
BLANKS = {"leave": "Leave the field as it is", "empty": "Empty the field"}
NEW = {"ask": "Stay out", ADD: "Are added"}
TAKE = "take"
OTHERS = (
    ("skills_offered", "skills_sought", "mentee", "Skills offered by {} mentees", "Are what they seek"),
    ("skills_sought", "skills_offered", "mentor", "Skills sought by {} mentors", "Are what they offer"),
)
"""A column of one role, that of the other, and what is asked where the file lacks the second."""
MANY = 2
"""Rows from which one question is less than a remark on each."""


def questions(arrival: Arrival) -> Sequence[Question]:
    """The role of rows that name none, what becomes of skills in the other role's column, what blank cells mean, and
    what becomes of people who are new where the file has nothing but names."""
    last = [Question("blank", "Where the file has a blank cell", BLANKS, "leave")]
    if not arrival.columns.has("email", "external_id"):
        last.append(Question(STRANGERS, "People who are new, and of whom this file has the name alone", NEW, "ask"))
    if not arrival.columns.has(*ROLE_COLUMNS):
        usual = likely_role(arrival.name, arrival.table.source.sheet, arrival.columns)
        return Question("role", "Everybody in this file is among the", ROLES, usual), *last
    values, rows = _told(arrival), len(arrival.table.cells)
    roles = named_roles(*(values.of(key, rows) for key in ("role", "both", "is_mentor", "is_mentee")))
    are_silent = any(not one and row not in values.troubles for row, one in enumerate(roles))
    of_roles = [Question("role", "Rows that name no role are", ROLES)] if are_silent else []
    return *of_roles, *_of_others(values, roles), *last


def _told(arrival: Arrival) -> Values:
    """The roles and skills of all rows, and nothing else of them."""
    wanted = {*ROLE_COLUMNS, "both", "skills", *(key for key, *_ in OTHERS)}
    columns = tuple(column for column in arrival.columns.columns if column.field in wanted)
    return read_cells(arrival.table, Mapping(columns), PEOPLE)


def _of_others(values: Values, roles: Sequence[Any]) -> Iterator[Question]:
    for key, own, role, label, taken in OTHERS:
        if key in values.fields and not {own, "skills"} & values.fields.keys():
            given = zip(roles, values.fields[key], strict=True)
            count = sum(bool(names) and tuple(held or ()) == (role,) for held, names in given)
            if count >= MANY:
                options = {"leave": "Are left out", TAKE: taken}
                yield Question("other_skills", label.format(f"{count:,}"), options, "leave")
