"""How somebody stands and since when: read from a file, told in the review, and held against who is paired."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.people.standing import read_standing
from tests.imports.people.test_review import ANA, EMPTY, mentor, stored
from tests.imports.rosters import mapped, participants, read, review, told

PAIRED = replace(stored(ANA, participants=[mentor(11, 1, taken=1)]), partners={11: ("Ben Ode",)})


@pytest.mark.parametrize(
    ("cell", "standing"),
    [
        (" Active ", "active"),
        ("ENROLLED", "active"),
        ("activa", "active"),
        ("aktiv", "active"),
        ("Inscrite", "active"),
        ("wait-listed", "waitlisted"),
        ("Waiting list", "waitlisted"),
        ("on leave", "waitlisted"),
        ("Pending", "waitlisted"),
        ("en attente", "waitlisted"),
        ("Warteliste", "waitlisted"),
        ("Left", "withdrawn"),
        ("dropped out", "withdrawn"),
        ("de baja", "withdrawn"),
        ("ausgeschieden", "withdrawn"),
        ("désistée", "withdrawn"),
        ("выбыла", "withdrawn"),
    ],
)
def test_how_somebody_stands_is_read_in_many_words(cell, standing):
    assert read_standing(cell) == standing


@pytest.mark.parametrize("cell", ["A", "graduated", "yes", "active?", "rejected", "Inactive", "Terminated", "inaktiv"])
def test_other_words_are_asked_back(cell):
    with pytest.raises(InvalidError) as refused:
        read_standing(cell)
    assert str(refused.value) == (
        f'"{cell}" does not say how somebody stands in the cohort. Write active, waitlisted or withdrawn.'
    )


def test_new_people_come_in_as_the_file_says_and_since_when():
    found = review(
        "Name,Email,Role,Status,Joined on\n"
        "Ana,ana@example.org,mentor,withdrawn,2026-01-05\n"
        "Ben,ben@example.org,mentee,,\n"
        "Cy,cy@example.org,mentee,graduated,soon\n",
        EMPTY,
    )

    assert [(one["new"], one["status"], one["joined_on"]) for one in participants(found)] == [
        (0, "withdrawn", date(2026, 1, 5)),
        (1, None, None),
    ]
    assert found.lines[0].brought() == [
        "Role: mentor, 1 place",
        "Status: withdrawn",
        "Joined on: 2026-01-05",
        "E-mail: ana@example.org",
    ]
    assert [one.sentence for one in found.lines[2].troubles] == [
        '"graduated" does not say how somebody stands in the cohort. Write active, waitlisted or withdrawn.',
        '"soon" is not a date. Write it like 2026-01-21.',
    ]
    assert found.plan.joins


def test_nobody_is_asked_for_a_day_when_every_row_says_it():
    found = review("Name,Email,Role,Joined\nAna,ana@example.org,mentor,2026-01-05\n", EMPTY)

    assert (found.plan.joins, found.plan.added) == (False, 1)


def test_days_are_read_in_the_order_that_the_whole_column_tells():
    found = review(
        "Name,Email,Role,Date joined\nAna,ana@example.org,mentor,05/02/2026\nBen,ben@example.org,mentee,25/02/2026\n",
        EMPTY,
    )

    assert [one["joined_on"] for one in participants(found)] == [date(2026, 2, 5), date(2026, 2, 25)]


def test_a_change_is_told_and_a_withdrawal_with_whose_pairings_it_ends():
    content = "Email,Role,Status,Joined on\nana@example.org,mentor,{},2026-01-12\n"

    left = review(content.format("left"), PAIRED)
    assert told(left) == [
        (
            2,
            "changed",
            "Ana Ruiz",
            [
                "Status: active → withdrawn",
                "Joined on: 2026-01-05 → 2026-01-12",
                "The pairing with Ben Ode ends today, or on the first day where that is still to come.",
            ],
        )
    ]
    assert left.plan.changed_participants == ((11, {"status": "withdrawn", "joined_on": date(2026, 1, 12)}),)
    assert left.plan.leaving_on == date(2026, 6, 15)
    assert told(review(content.format("waiting list"), PAIRED)) == [
        (
            2,
            "trouble",
            "Ana Ruiz",
            [
                "Ana Ruiz is paired with Ben Ode now, and so can't be waitlisted. End that first, or write withdrawn, "
                "which ends it."
            ],
        )
    ]


@pytest.mark.parametrize(("said", "states"), [("", "unchanged"), ("withdrawn", "unchanged"), ("active", "changed")])
def test_somebody_who_withdrew_comes_back_only_when_the_file_says_so(said, states):
    known = stored(ANA, participants=[mentor(11, 1, status="withdrawn")])

    (line,) = review(f"Email,Role,Status\nana@example.org,mentor,{said}\nx\n", known).lines[:1]

    assert (line.state, line.remarks) == (
        states,
        () if said == "active" else ("Is withdrawn in this cohort as a mentor, and stays so.",),
    )


@pytest.mark.parametrize(
    "column",
    ["Status\nA\nT\nL\n", "employeeStatusCode\nA\nA\nT\n", "Employment status\nactive\nactive\nactive\n"],
)
def test_what_a_personnel_system_says_is_another_thing(column):
    header, *cells = column.strip().split("\n")
    content = f"Name,Email,Role,{header}\n" + "".join(
        f"P{n},p{n}@example.org,mentor,{c}\n" for n, c in enumerate(cells)
    )

    assert [one.field for one in mapped(read(content)).columns][-1] is None
    assert [one["status"] for one in participants(review(content, EMPTY))] == [None] * 3
