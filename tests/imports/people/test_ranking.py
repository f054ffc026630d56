"""Wishes in long form, one row a ranked choice: the order that comes of them, and what the review says of each row."""

import pytest

from tests.imports.people.test_review import ANA, mentor, stored
from tests.imports.rosters import participants, review, told

KNOWN = stored(ANA, participants=[mentor(11, 1)], skills=[{"participant_id": 11, "name": "Law"}])


def wishes(*choices: tuple[str, str]) -> str:
    return "Email,Interest,Rank\n" + "".join(f"ana@example.org,{name},{rank}\n" for name, rank in choices)


@pytest.mark.parametrize(
    ("choices", "skills"),
    [
        ([("Law", "2"), ("SQL", "1")], ("SQL", "Law")),
        ([("Law", "1"), ("SQL", "0")], ("SQL", "Law")),
        ([("Law", "30"), ("SQL", "10"), ("Wit", "20")], ("SQL", "Wit", "Law")),
        ([("Law", "1"), ("SQL", "1"), ("Wit", "1")], ("Law", "SQL", "Wit")),
        ([("Law", ""), ("SQL", "2"), ("Wit", "1st choice")], ("Wit", "SQL", "Law")),
        ([("Law; Wit", "2"), ("SQL; Tax", "1")], ("SQL", "Tax", "Law", "Wit")),
        ([("Law", "3"), ("law", "1"), ("SQL", "2")], ("law", "SQL")),
    ],
    ids=["turned", "from 0", "gaps", "ties", "a blank", "several in a cell", "twice"],
)
def test_ranked_wishes_become_one_list(choices, skills):
    found = review(wishes(*choices), stored(ANA), options={"role": "mentee"})

    assert [one["skills"] for one in participants(found)] == [skills]


def test_every_row_says_what_becomes_of_its_wish():
    found = review(wishes(("Law", "7"), ("SQL; Tax", "3")), stored(ANA), options={"role": "mentee"})

    assert told(found) == [
        (2, "new", "Ana Ruiz", ["Law is number 3 of 3 skills sought."]),
        (
            3,
            "unchanged",
            "Ana Ruiz",
            ["The same person as in row 2.", "SQL is number 1, Tax is number 2 of 3 skills sought."],
        ),
    ]


def test_somebody_known_changes_to_the_ranked_list_and_a_second_time_nothing_changes():
    content = wishes(("Law", "2"), ("SQL", "1"))
    found = review(content, KNOWN, options={"role": "mentor"})
    assert told(found)[0] == (
        2,
        "changed",
        "Ana Ruiz",
        ["Skills offered: Law → SQL, Law", "Law is number 2 of 2 skills offered."],
    )

    again = stored(
        ANA, participants=[mentor(11, 1)], skills=[{"participant_id": 11, "name": name} for name in ("SQL", "Law")]
    )
    assert [line.state for line in review(content, again, options={"role": "mentor"}).lines] == ["unchanged"] * 2
