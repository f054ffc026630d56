"""What belongs to the other role is not lost in silence."""

from datetime import date

import pytest

from dashboard.imports.declaring import Arrival
from dashboard.imports.people.declared import PEOPLE_FILE
from dashboard.queries.cohorts import CohortChoice
from tests.imports.people.test_review import ANA, EMPTY, mentor, stored
from tests.imports.rosters import mapped, participants, read, review, told

CONTENT = """Name,Email,Role,Expertise,Skills to learn,Capacity
Ana,ana@example.org,mentor,SQL,Law,2
Ben,ben@example.org,mentee,Excel,Law,3
Cy,cy@example.org,both,SQL,Law,2
Di,di@example.org,mentee,,,1
Eva,eva@example.org,mentee,,Law,0
"""


def test_what_only_the_other_role_has_is_left_out_and_said():
    found = review(CONTENT, EMPTY)

    assert [(one.state, one.remarks) for one in found.lines] == [
        ("new", ("Skills sought are left out: only a mentee has them.",)),
        ("new", ("Skills offered and the capacity are left out: only a mentor has them.",)),
        ("new", ()),
        ("new", ("The capacity is left out: only a mentor has it.",)),
        ("new", ()),
    ]
    assert [(one["role"], one["capacity"], one["skills"]) for one in participants(found)] == [
        ("mentor", 2, ("SQL",)),
        ("mentee", None, ("Law",)),
        ("mentor", 2, ("SQL",)),
        ("mentee", None, ("Law",)),
        ("mentee", None, ()),
        ("mentee", None, ("Law",)),
    ]


def test_a_role_that_only_the_program_knows_counts_as_well():
    known = stored(ANA, participants=[mentor(11, 1)])

    assert told(review("Email,Skills to learn\nana@example.org,Law\n", known)) == [
        (2, "unchanged", "Ana Ruiz", ["Skills sought are left out: only a mentee has them."])
    ]


@pytest.mark.parametrize(("role", "state"), [("mentor", "trouble"), ("both", "trouble"), ("mentee", "new")])
def test_a_capacity_that_is_none_is_no_matter_of_a_mentee(role, state):
    found = review(f"Name,Email,Role,Capacity\nAna,ana@example.org,{role},0\n", EMPTY)

    assert [(line.state, line.remarks) for line in found.lines] == [(state, ())]


def test_a_column_that_serves_the_one_role_of_a_file_is_not_lost():
    found = review("Name,Email,Expertise\nAna,ana@example.org,SQL\n", EMPTY, options={"role": "mentee"})

    assert [(one["skills"], found.lines[0].remarks) for one in participants(found)] == [(("SQL",), ())]


MISPLACED = """Name,Email,Role,Expertise
Ana,ana@example.org,mentor,SQL
Ben,ben@example.org,mentee,Excel
Cy,cy@example.org,mentee,Law
Di,di@example.org,{},
"""


def asked(content: str) -> list[tuple[str, str, str]]:
    table = read(content)
    cohort = CohortChoice(1, "Spring", date(2026, 1, 5), date(2026, 12, 18), False)
    arrival = Arrival("file.csv", table, mapped(table), cohort, date(2026, 6, 15))
    return [(one.key, one.label, one.usual) for one in PEOPLE_FILE.questions(arrival)]


def test_skills_of_many_rows_in_the_other_roles_column_are_asked_about_once():
    content, blank = MISPLACED.format("mentee"), ("blank", "Where the file has a blank cell", "leave")

    assert asked(content) == [("other_skills", "Skills offered by 2 mentees", "leave"), blank]
    assert [one["skills"] for one in participants(review(content, EMPTY))] == [("SQL",), (), (), ()]
    taken = review(content, EMPTY, options={"other_skills": "take"})
    assert [one["skills"] for one in participants(taken)] == [("SQL",), ("Excel",), ("Law",), ()]
    assert [line.remarks for line in taken.lines] == [()] * 4
    assert asked(CONTENT) == [blank]


@pytest.mark.parametrize(("role", "labels"), [("", ["role"]), ("mentee", []), ("sponsor", [])])
def test_a_role_is_asked_for_where_a_row_names_none(role, labels):
    content = f"Name,Email,Role\nAna,ana@example.org,mentor\nDi,di@example.org,{role}\n"

    assert [key for key, *_ in asked(content)] == [*labels, "blank"]
