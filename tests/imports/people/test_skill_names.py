"""Skills by other names are offered as the same, never taken for it."""

import pytest

from dashboard.imports.people.skill_names import spellings
from dashboard.imports.review import Spelling
from tests.imports.people.skill_pairs import HELD_OUT_OTHER, HELD_OUT_SAME, OTHER, SAME, pairs
from tests.imports.people.test_review import EMPTY, WITH_ANA
from tests.imports.rosters import participants, review


def suggested(one: str, other: str) -> bool:
    """Whether the first is taken for the second, when that is known."""
    return one.casefold() == other.casefold() or bool(spellings([one], [other], {})[1])


@pytest.mark.parametrize(
    ("same", "other", "missed", "wrong"),
    [
        (SAME, OTHER, set(), set()),
        (
            HELD_OUT_SAME,
            HELD_OUT_OTHER,
            {
                ("Communication (verbal)", "Communication"),
                ("Data viz", "Data visualization"),
                ("Customer Relations", "Customer relationship management"),
                ("Entrepreneurship", "Entrepreneurial skills"),
                ("Adaptability", "Adaptible"),
            },
            {("Change management", "Charge management"), ("Chemistry", "Chemist"), ("Programming", "Programs")},
        ),
    ],
    ids=["made for", "held out"],
)
def test_which_skills_are_offered_as_the_same(same, other, missed, wrong):
    assert {pair for pair in pairs(same) if not suggested(*pair)} == missed
    assert {pair for pair in pairs(other) if suggested(*pair) or suggested(*reversed(pair))} == wrong


def test_a_skill_with_a_level_is_offered_as_the_skill_alone_though_nobody_has_that_yet():
    named = ["Excel (advanced)", "Excel (advanced)", "Excel: 4", "SQL - expert", "Tax (2024)", "Advanced life support"]

    assert spellings(named, ["SQL (basic)"], {}) == (
        5,
        (
            Spelling("Excel (advanced)", "Excel", 2),
            Spelling("Excel: 4", "Excel", 1),
            Spelling("SQL - expert", "SQL", 1),
        ),
    )


def test_a_new_name_is_compared_with_those_known_and_a_rare_one_with_a_frequent_one():
    named = ["Rust", "MS Excel", "sql", "cooking", "Cooking!", "cooking", "comunication", "MS Excel"]

    assert spellings(named, ["Excel", "SQL", "Communication", "Trust"], {"ms excel": "Excel"}) == (
        5,
        (
            Spelling("MS Excel", "Excel", 2, taken=True),
            Spelling("Cooking!", "cooking", 1),
            Spelling("comunication", "Communication", 1),
        ),
    )


def test_of_a_short_name_and_the_whole_the_whole_is_kept():
    assert spellings(["JS", "JavaScript"], [], {}) == (2, (Spelling("JS", "JavaScript", 1),))


def test_a_name_is_looked_for_among_a_bounded_number(monkeypatch):
    looked_at = []
    monkeypatch.setattr(
        "dashboard.imports.people.skill_names.process.extractOne",
        lambda _, choices, **__: looked_at.append(len(list(choices))),
    )
    names = [f"c{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyzabcd'[n // 100]}z" for n in range(900)]

    assert spellings([*names, "cqqqq"], [], {}) == (901, ())
    assert max(looked_at) == 300


def test_nothing_named_is_nothing_new():
    assert spellings([], ["Excel"], {}) == (0, ())


CONTENT = 'Name,Email,Role,Skills\nBen,ben@example.org,mentor,"Sequel, SQL, excel, MS Excel"\n'


def test_only_what_somebody_accepted_goes_in_under_the_other_name():
    found = review(CONTENT, EMPTY)
    assert participants(found)[0]["skills"] == ("Sequel", "SQL", "excel", "MS Excel")
    assert (found.new_names, found.spellings) == (4, (Spelling("MS Excel", "excel", 1),))

    accepted = review(CONTENT, EMPTY, options={"skill:ms excel": "excel", "skill:sequel": ""})
    assert participants(accepted)[0]["skills"] == ("Sequel", "SQL", "excel")
    assert accepted.spellings == (Spelling("MS Excel", "excel", 1, taken=True),)


def test_a_skill_of_somebody_known_is_replaced_under_the_accepted_name():
    content = "Email,Role,Skills\nana@example.org,mentor,SQL databases; Law\n"

    found = review(content, WITH_ANA, options={"skill:sql databases": "SQL"})

    assert found.plan.skills == ((11, ("SQL", "Law")),)


def test_two_skills_in_one_stay_one_and_are_offered_as_two():
    named = ["SQL and Excel", "SQL", "Excel & Law", "Research and development", "R and D", "Excel/SQL"]

    found = spellings(named, ["Excel", "Law"], {})[1]

    assert [(one.name, one.like) for one in found] == [
        ("SQL and Excel", "SQL\nExcel"),
        ("Excel & Law", "Excel\nLaw"),
        ("Excel/SQL", "Excel\nSQL"),
    ]


def test_two_skills_in_one_go_in_as_two_when_somebody_says_so():
    content = "Name,Email,Role,Skills\nCy,cy@example.org,mentee,SQL and Excel; Excel\nDi,di@example.org,mentee,SQL\n"

    as_is = review(content, EMPTY)
    as_two = review(content, EMPTY, options={"skill:sql and excel": "SQL\nExcel"})

    assert [one["skills"] for one in participants(as_is)] == [("SQL and Excel", "Excel"), ("SQL",)]
    assert [one["skills"] for one in participants(as_two)] == [("SQL", "Excel"), ("SQL",)]
