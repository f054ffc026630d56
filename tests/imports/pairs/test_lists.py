"""Lists that coordinators keep: a mentor a row, with several mentees in one cell or in columns of their own."""

from typing import Any

import pytest

from dashboard.database import writing
from dashboard.imports.pairs.choices import NEW
from dashboard.imports.pairs.contacts import read_contacts
from dashboard.imports.review import Review
from tests.factories import make_cohort, make_mentee, make_mentor
from tests.imports.rosters import told
from tests.imports.uploads import Upload

pytestmark = pytest.mark.usefixtures("sqlite_database")


def program() -> int:
    """Spring: Ana has three places, Leo one; Ben, Chi, Dee and Eva are mentees."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=3)
        make_mentor(session, cohort_id, "Leo Park", email="leo@example.org")
        for number, name in enumerate(("Ben Ode", "Chi Lam", "Dee Far", "Eva Wu"), start=1):
            make_mentee(session, cohort_id, name, email=f"{name[:3].lower()}@example.org", external_id=f"E-{number}")
    return cohort_id


def upload(content: str, **said: Any) -> Upload:
    return Upload("pairs", content, program(), **said)


def review(content: str, **said: Any) -> Review:
    return upload(content, **said).review()


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("ben@example.org; chi@example.org", [(None, "ben@example.org"), (None, "chi@example.org")]),
        ("ben@example.org,chi@example.org", [(None, "ben@example.org"), (None, "chi@example.org")]),
        ("ben@example.org chi@example.org", [(None, "ben@example.org"), (None, "chi@example.org")]),
        ("ben@example.org / chi@example.org", [(None, "ben@example.org"), (None, "chi@example.org")]),
        (
            "Ben <ben@example.org>, Chi Lam <chi@example.org>",
            [("Ben", "ben@example.org"), ("Chi Lam", "chi@example.org")],
        ),
        ("Ben Ode; chi@example.org\nDee", [("Ben Ode", None), (None, "chi@example.org"), ("Dee", None)]),
        ("Ode, Ben", [("Ode, Ben", None)]),
        ('"Ode, Ben" <ben@example.org>', [("Ode, Ben", "ben@example.org")]),
        (" ; ,", []),
    ],
)
def test_a_cell_names_one_or_several(cell, found):
    assert read_contacts(cell) == found


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Mentor,Mentees", "Ana Ruiz,ben@example.org; chi@example.org"),
        ("Mentor,Mentees", "Ana Ruiz,Ben Ode; Chi Lam"),
        ("Mentor,Mentee ID", "Ana Ruiz,E-1; E-2"),
        ("Mentor,Mentee,Mentee email", "Ana Ruiz,Ben Ode | Chi Lam,ben@example.org | chi@example.org"),
        ("Mentor,Mentee 1,Mentee 2,Mentee 3", "Ana Ruiz,Ben Ode,Chi Lam,"),
        ("Mentor,Mentee 1,Mentee 2,Mentee 3", "Ana Ruiz,ben@example.org,,chi@example.org"),
        ("Mentor,Mentee,Mentee,Mentee", "Ana Ruiz,Ben Ode,,Chi Lam"),
        (
            "Mentor,Mentee 1 name,Mentee 1 email,Mentee 2 name,Mentee 2 email",
            "Ana Ruiz,Ben Ode,ben@example.org,Chi Lam,chi@example.org",
        ),
        ("Mentor,Mentee 1,Second mentee", "Ana Ruiz,Ben Ode,Chi Lam"),
        ("Mentor,Mentee 1 ID,Mentee 2 ID", "Ana Ruiz,E-1,E-2"),
        ("Mentor,Mentees", "Ana Ruiz,Ben Ode; Chi Lam; ben ode"),
    ],
)
def test_a_row_with_several_mentees_is_a_pairing_with_each(header, row):
    one = upload(f"{header}\n{row}\n")
    found = one.review()

    assert [line.state.value for line in found.lines] == ["new"]
    assert found.lines[0].who in ("Ben Ode; Chi Lam with Ana Ruiz", "Ben Ode; Chi Lam; Ben Ode with Ana Ruiz")
    assert [(one["mentor"], one["mentee"]) for one in found.plan.pairings] == [(1, 3), (1, 4)]  # type: ignore[attr-defined]
    one.apply(found)
    again = one.review()
    assert (again.plan.is_empty, [line.state.value for line in again.lines]) == (True, ["unchanged"])


def test_a_row_goes_in_whole_or_not_at_all():
    found = review("Mentor,Mentees\nLeo Park,Ben Ode; Chi Lam\nAna Ruiz,Dee Far; Nobody\nAna Ruiz,Eva Wu\n")

    assert told(found) == [
        (
            2,
            "trouble",
            "Ben Ode; Chi Lam with Leo Park",
            ["Leo Park is full: 1 of 1 place taken. Raise the capacity or choose another mentor."],
        ),
        (
            3,
            "trouble",
            "Dee Far; Nobody with Ana Ruiz",
            ["Nobody is nobody in your program. Correct it, or decide to add them as a mentee."],
        ),
        (4, "new", "Eva Wu with Ana Ruiz", []),
    ]
    assert [(one["mentor"], one["mentee"]) for one in found.plan.pairings] == [(1, 6)]  # type: ignore[attr-defined]


def test_names_and_addresses_of_different_number_are_not_guessed():
    found = review("Mentor,Mentee,Mentee email\nAna Ruiz,Ben Ode; Chi Lam; Dee Far,ben@example.org; chi@example.org\n")

    assert told(found)[0][3] == [
        "The row names 2 mentees in one column and 3 in another. Write a row for each of them."
    ]


def test_what_a_row_says_holds_for_each_of_its_pairings():
    one = upload("Mentor,Mentees,Start,Why this pair\nAna Ruiz,Ben Ode; Chi Lam,2026-02-02,All sail\n")
    one.apply()
    changed = Upload("pairs", "Mentor,Mentees,End,Reason\nAna Ruiz,Ben Ode; Chi Lam,2026-05-01,no time\n", 1).review()

    assert told(changed) == [
        (
            2,
            "changed",
            "Ben Ode; Chi Lam with Ana Ruiz",
            [
                "End: nothing \u2192 1 May 2026",
                "Status: active \u2192 ended early",
                "Reason for the end: nothing \u2192 no time",
            ],
        )
    ]
    assert [row_id for row_id, _ in changed.plan.changed_pairings] == [1, 2]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name",
    [
        *("Ben Orr, Eva Lin", "Cy So and Di Va", "Ma Ri / Jo Jo", "Ann & Bo", "Team Mentors 5", "Ana Po y Ben So"),
        "Cy So and Di Va <cy@work.example>",
    ],
)
def test_several_strangers_in_one_cell_never_become_one_person_unasked(name):
    content = f'Mentor name,Mentee\nAna Ruiz,Ben Ode\nLeo Park,Dee Far\n"{name}",Chi Lam\n'
    found = review(content, options={"strangers": "add"})

    said = name.partition(" <")[0]
    assert told(found)[2][3] == [
        f"{said} is nobody in your program, and does not look like the name of one person. "
        "Write a row for each person, or decide to add it as one."
    ]
    assert (found.lines[2].decision, found.plan.people) == (NEW, ())


def test_what_looks_like_several_becomes_one_person_once_that_is_decided():
    decided = review("Mentor,Mentee\nCy So and Di Va,Chi Lam\n", decisions={2: NEW})

    assert [one["name"] for one in decided.plan.people] == ["Cy So and Di Va"]


@pytest.mark.parametrize("name", ["Rui, Zoe", "Zoe Far, PhD MBA", "José Ortega y Gasset", "Sandy Andover"])
def test_one_stranger_with_a_comma_or_a_joining_word_is_one_person(name):
    found = review(f'Mentor,Mentee\n"{name}",Chi Lam\n', options={"strangers": "add"})

    assert [one["name"] for one in found.plan.people] == [name]


def test_one_mentee_in_one_column_and_two_in_another_are_counted_as_such():
    found = review("Mentor,Mentee,Mentee ID\nAna Ruiz,Ben Ode; Chi Lam,E-1\n")

    assert told(found)[0][3] == ["The row names 1 mentee in one column and 2 in another. Write a row for each of them."]
