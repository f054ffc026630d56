from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.candidates import candidates
from dashboard.queries.matrix import BEST, BLOCKED, DRAFTED, FREE, MATRIX, matrix, matrix_people
from dashboard.services.people import separate
from models import Participant
from tests.factories import make_cohort, make_draft, make_mentee, make_mentor, make_pairing, make_plan

TODAY = date(2026, 6, 15)


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        elsewhere = make_cohort(session, "Another")
        make_mentor(session, elsewhere, "Stranger")
        make_mentee(session, elsewhere, "Strange")
        return make_cohort(session, "Spring 2026")


@pytest.fixture
def people(cohort):
    """Two who wait and two mentors with a place; Ana may not be paired with Ben."""
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, "Ben Ode", skills=("SQL",))
        cleo = make_mentor(session, cohort, "Cleo Park", skills=("hiring",), capacity=2)
        full = make_mentor(session, cohort, "Full Moon", skills=("SQL",))
        make_pairing(session, full, make_mentee(session, cohort, "Paired"))
        easy = make_mentee(session, cohort, "Abe Easy", skills=("SQL",))
        ana = make_mentee(session, cohort, "Ana Ruiz", skills=("hiring", "SQL"))
        one, other = (session.get_one(Participant, who).person_id for who in (ana, ben))
        separate(session, person_id=one, other_id=other)
        return {"ben": ben, "cleo": cleo, "easy": easy, "ana": ana}


def asked(query, **arguments):
    with reading() as session:
        return query(session, today=TODAY, **arguments)


def cells(cohort, **arguments):
    found = asked(matrix, cohort_id=cohort, **{"size": 10, **arguments})
    return found[["row", "column", "mentee", "mentor", "state"]].to_numpy().tolist()


def test_matrix_of_an_empty_cohort_is_empty(cohort):
    found = asked(matrix, cohort_id=cohort, size=10)

    assert (found.dtypes.astype("str").to_dict(), len(found)) == (MATRIX, 0)
    assert asked(matrix_people, cohort_id=cohort) == ([], [])


def test_matrix_has_who_waits_hardest_first_against_who_has_a_place(cohort, people):
    assert asked(matrix_people, cohort_id=cohort) == (
        [(people["easy"], "Abe Easy"), (people["ana"], "Ana Ruiz")],
        [(people["ben"], "Ben Ode"), (people["cleo"], "Cleo Park")],
    )
    assert cells(cohort) == [
        [0, 0, "Ana Ruiz", "Ben Ode", BLOCKED],
        [0, 1, "Ana Ruiz", "Cleo Park", BEST],
        [1, 0, "Abe Easy", "Ben Ode", BEST],
        [1, 1, "Abe Easy", "Cleo Park", FREE],
    ]


def test_matrix_comes_a_screenful_at_a_time(cohort, people):
    assert cells(cohort, size=1, mentees_from=1) == [[0, 0, "Abe Easy", "Ben Ode", BEST]]
    assert cells(cohort, size=1, mentees_from=1, mentors_from=1) == [[0, 0, "Abe Easy", "Cleo Park", FREE]]
    assert cells(cohort, size=1, mentees_from=2) == []


def test_matrix_marks_what_a_plan_drafts_and_the_best_for_the_others(cohort, people):
    with writing("Ana", "Test") as session:
        plan_id = make_plan(session, cohort)
        make_draft(session, people["cleo"], people["easy"], plan_id=plan_id)

    assert cells(cohort, plan_id=plan_id) == [
        [0, 0, "Ana Ruiz", "Ben Ode", BLOCKED],
        [0, 1, "Ana Ruiz", "Cleo Park", BEST],
        [1, 0, "Abe Easy", "Ben Ode", FREE],
        [1, 1, "Abe Easy", "Cleo Park", DRAFTED],
    ]


def test_matrix_tells_the_fit_that_the_desk_tells(cohort, people):
    found = asked(matrix, cohort_id=cohort, size=10)

    for mentee_id, rows in found.groupby("mentee_id"):
        told = asked(candidates, cohort_id=cohort, mentee_id=mentee_id).set_index("mentor_id")["fit"]
        assert rows["fit"].tolist() == pytest.approx(told[rows["mentor_id"]].tolist(), abs=0.05)


def test_two_of_the_same_name_are_told_apart(cohort, people):
    with writing("Ana", "Test") as session:
        make_mentee(session, cohort, "Ana Ruiz")

    assert [name for _, name in asked(matrix_people, cohort_id=cohort)[0]] == ["Abe Easy", "Ana Ruiz", "Ana Ruiz (2)"]


def test_people_of_one_name_are_labeled_the_same_on_every_page(cohort):
    with writing("Ana", "Test") as session:
        make_mentor(session, cohort, capacity=9)
        for _ in range(3):
            make_mentee(session, cohort, "Ana Ruiz")
    with reading() as session:
        mentees, _ = matrix_people(session, cohort_id=cohort, today=TODAY)
        cells = [
            matrix(session, cohort_id=cohort, today=TODAY, size=1, mentees_from=at).iloc[0][["mentee_id", "mentee"]]
            for at in range(3)
        ]

    assert [label for _, label in mentees] == ["Ana Ruiz", "Ana Ruiz (2)", "Ana Ruiz (3)"]
    assert sorted(map(tuple, cells)) == sorted(mentees)
