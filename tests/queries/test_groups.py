from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.groups import mentor_group
from tests.factories import make_cohort, make_mentee, make_mentor, make_pair
from tests.queries.programs import TODAY


@pytest.fixture
def spring(database):
    """Bo with two places and Chi with one, in Spring; Ana and Ben fit either, and Dov, who seeks something else, fits
    nobody; Eve is kept from Bo by being there as the same person."""
    with writing("Ana", "Test") as session:
        cohort = make_cohort(session, "Spring", field_wish="same", skills_weight=0, experience_weight=0)
        bo = make_mentor(session, cohort, "Bo", capacity=2, department="Sales")
        chi = make_mentor(session, cohort, "Chi", department="Sales")
        for name, department in (("Ana", "Sales"), ("Ben", "Sales"), ("Dov", "Legal")):
            make_mentee(session, cohort, name, department=department)
        gone = make_mentor(session, cohort, "Gone", status="withdrawn")
        make_pair(session, cohort, "Busy", "Paired")
        elsewhere = make_cohort(session, "Fall")
        make_mentee(session, elsewhere, "Spurious", department="Sales")
    return {"cohort": cohort, "bo": bo, "chi": chi, "gone": gone}


def asked(spring, mentor, size):
    with reading() as session:
        return mentor_group(session, cohort_id=spring["cohort"], mentor_id=spring[mentor], size=size, today=TODAY)


def test_group_of_a_mentor_leaves_the_others_their_best(spring):
    found = asked(spring, "bo", 2)

    rows = found.choices.to_dict("split")["data"]
    assert [(name, fit, people, points) for _, name, fit, people, points, _ in rows] == [
        ("Ana", 66.67, 0, 0.0),
        ("Ben", 66.67, 0, 0.0),
        ("Dov", 33.33, 0, 0.0),
    ]
    together = [name for _, name, *_, in_group in rows if in_group]
    assert len(together) == 2
    assert (found.people, found.points) == (0, 0.0)


def test_group_is_as_large_as_asked_and_as_there_are_places(spring):
    assert [asked(spring, "bo", size).choices["in_group"].sum() for size in (0, 1, 2, 9)] == [0, 1, 2, 2]
    assert asked(spring, "chi", 5).choices["in_group"].sum() == 1


def test_group_that_costs_the_others_says_so(database):
    with writing("Ana", "Test") as session:
        cohort = make_cohort(session, has_common_language=True)
        bo = make_mentor(session, cohort, "Bo", capacity=2, languages="English, Norsk")
        make_mentor(session, cohort, "Chi", languages="English")
        for name, languages in (("Ana", "English"), ("Ben", "English"), ("Dov", "Norsk")):
            make_mentee(session, cohort, name, languages=languages)

    with reading() as session:
        found = mentor_group(session, cohort_id=cohort, mentor_id=bo, size=2, today=date(2026, 6, 15))
    by_name = found.choices.set_index("name")

    assert by_name["people"].to_dict() == {"Ana": 0, "Ben": 0, "Dov": 0}
    assert by_name["in_group"]["Dov"], "whom nobody else can take"
    assert found.people == 0


def test_mentor_who_is_not_active_has_no_group(spring):
    assert asked(spring, "gone", 2) is None
