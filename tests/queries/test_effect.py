from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.effect import effect_of
from tests.factories import make_cohort, make_mentee, make_mentor, make_pair

TODAY = date(2026, 6, 15)


@pytest.fixture
def cohort(database):
    """Ana, who waits and is in Sales; Senior of another department, and Skilled of her own, with a place each."""
    with writing("Ana", "Test") as session:
        cohort = make_cohort(session, "Spring")
        make_mentee(session, cohort, "Ana", skills=("SQL",), years_experience=1, department="Sales")
        make_mentor(session, cohort, "Senior", skills=("Rust",), years_experience=20, department="Legal")
        make_mentor(session, cohort, "Skilled", skills=("SQL",), years_experience=1, department="Sales")
        make_mentor(session, cohort, "Gone", skills=("SQL",), years_experience=20, status="withdrawn")
        make_pair(session, cohort, "Busy", "Paired")
        elsewhere = make_cohort(session, "Fall")
        make_mentee(session, elsewhere, "Spurious", skills=("SQL",))
        make_mentor(session, elsewhere, "Spurious too", skills=("SQL",))
    return cohort


def effect(cohort, **changes):
    with reading() as session:
        found = effect_of(session, cohort_id=cohort, changes=changes, today=TODAY)
    return found, found.moved.to_dict("split")["data"]


def test_other_weights_tell_who_would_be_paired_otherwise(cohort):
    found, moved = effect(cohort, skills_weight=1, experience_weight=9)

    assert moved == [["Ana", "Skilled", "Senior"]]
    assert (found.wait, found.placed, found.reconsidered) == (1, (1, 1), 1)
    # 60 % skills and 20 % experience, then a twelfth and nine: the rest is not known and counts half.
    assert found.fit == (pytest.approx(70.0), pytest.approx(83.33))


def test_other_rules_tell_who_could_not_be_placed_any_more(cohort):
    found, moved = effect(cohort, field_rule="same", most_hours_apart=3)
    assert (moved, found.placed) == ([], (1, 1)), "Skilled is of her department, and nobody's clock is known"

    found, moved = effect(cohort, field_rule="other")
    assert moved == [["Ana", "Skilled", "Senior"]]


def test_nothing_changed_changes_nothing(cohort):
    found, moved = effect(cohort)

    assert (moved, found.reconsidered, found.fit[0]) == ([], 0, found.fit[1])


def test_cohort_where_nobody_waits_has_no_effect(database):
    with writing("Ana", "Test") as session:
        cohort = make_cohort(session)
        make_pair(session, cohort)

    found, moved = effect(cohort, skills_weight=1)

    assert (found.wait, found.placed, found.fit, moved) == (0, (0, 0), (None, None), [])
