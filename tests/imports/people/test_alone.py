"""Rows that stand alone, beside rows that do not: what each is said to bring."""

from tests.imports.people.test_review import EMPTY
from tests.imports.rosters import review

CONTENT = """Name,Email,Role,Skills
Ana Ruiz,ana@example.org,both,SQL
Ben Ode,ben@example.org,mentee,Law; Excel
Ben Ode,ben@example.org,mentor,Law

Eva Wu,eva@example.org,mentee,
"""


def test_every_row_tells_what_it_brings_itself():
    found = review(CONTENT, EMPTY)
    assert [(line.number, line.who, sorted(line.brought())) for line in found.lines] == [
        (
            2,
            "Ana Ruiz",
            [
                "E-mail: ana@example.org",
                "Role: mentee",
                "Role: mentor, 1 place",
                "Skills offered: SQL",
                "Skills sought: SQL",
            ],
        ),
        (3, "Ben Ode", ["E-mail: ben@example.org", "Role: mentee", "Skills sought: Law, Excel"]),
        (4, "Ben Ode", ["Role: mentor, 1 place", "Skills offered: Law"]),
        (5, "", []),
        (6, "Eva Wu", ["E-mail: eva@example.org", "Role: mentee"]),
    ]
