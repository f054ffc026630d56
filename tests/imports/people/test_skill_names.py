"""Skills by other names are offered as the same, never taken for it."""

import pytest

from dashboard.imports.people.skill_names import bare, spellings
from dashboard.imports.review import Spelling
from tests.imports.people.test_review import EMPTY, WITH_ANA
from tests.imports.rosters import participants, review


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MS Excel", "excel"),
        ("negotiating", "Negotiation"),
        ("Leaders", "leader"),
        ("public-speaking", "Speaking in public"),
        ("Communication skills", "Communications"),
        ("Négociation", "negociation"),
    ],
)
def test_the_same_skill_in_other_words(one, other):
    assert bare(one) == bare(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C++", "C#"), ("Java", "JavaScript"), ("SQL", "NoSQL")])
def test_other_skills_stay_other(one, other):
    assert spellings([one], [other], {}) == (1, ())


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
