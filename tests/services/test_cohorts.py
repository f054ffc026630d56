from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, InvalidError, NotFoundError, RuleError
from dashboard.queries.cohorts import cohort
from dashboard.services.cohorts import (
    archive_cohort,
    copy_cohort,
    create_cohort,
    edit_cohort,
    remove_cohort,
    restore_cohort,
)
from models import Action, CheckInSchedule, Cohort
from tests.factories import make_cohort, make_mentee

SPRING = {"name": "Spring 2027", "starts_on": date(2027, 3, 1), "ends_on": date(2027, 9, 30)}
AT = datetime(2027, 1, 2, 3, 4, tzinfo=UTC)


def create(**changes) -> int:
    with writing("Ana", "Set up a cohort") as session:
        return create_cohort(session, **{**SPRING, **changes})


def test_create_cohort_takes_the_usual_rules_and_schedule(database):
    cohort_id = create(name="  Spring \u200b  2027 ")

    with reading() as session:
        assert cohort(session, cohort_id=cohort_id) == {
            "id": cohort_id,
            **SPRING,
            "name_key": "spring 2027",
            "meetings_per_month": 2,
            "first_meeting_days": 14,
            "quiet_days": 35,
            "skills_weight": 6,
            "experience_weight": 2,
            "place_weight": 1,
            "language_weight": 1,
            "field_weight": 1,
            "field_wish": "any",
            "field_rule": "any",
            "has_common_language": False,
            "most_hours_apart": None,
            "archived_at": None,
            "schedule": {"baseline": 7, "first_meeting": 30, "pulse": 60, "midpoint": 90, "final": 180},
        }


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "  "}, 'A cohort needs a name. Type one such as "Spring 2027".'),
        ({"name": "x" * 101}, "The name is too long: it has 101 characters. Shorten it to 100."),
        (
            {"ends_on": date(2027, 3, 1)},
            "The cohort would end on 1 Mar 2027, but it starts on 1 Mar 2027. Choose an end after the start.",
        ),
        ({"ends_on": None}, "A cohort needs a start and an end. Choose both dates."),
        ({"quiet_days": 0}, "Days without a meeting must be a whole number from 1 to 365. Correct it and save again."),
        (
            {"meetings_per_month": 2.5},
            "Meetings per month must be a whole number from 1 to 31. Correct it and save again.",
        ),
        (
            {"skills_weight": 0, "experience_weight": 0, "place_weight": 0, "language_weight": 0},
            "With every weight at 0 nobody would fit anybody. Raise at least one of them.",
        ),
        (
            {"field_wish": "mine"},
            "Choose whether the department should be the same, another one, or does not matter.",
        ),
        (
            {"most_hours_apart": 13},
            "The most hours apart must be a whole number from 0 to 12, or empty for any distance. "
            "Correct it and save again.",
        ),
        (
            {"schedule": {"pulse": 0}},
            "The day of the pulse check-in must be a whole number from 1 to 3,650. Correct it and save again.",
        ),
    ],
)
def test_create_cohort_says_what_cannot_be(database, changes, sentence):
    with pytest.raises(InvalidError) as refused:
        create(**changes)

    assert str(refused.value) == sentence
    with reading() as session:
        assert session.exec(select(Cohort)).all() == []


def test_create_cohort_refuses_a_name_taken_in_another_case(database):
    create(name="Frühling Ärzte")

    with pytest.raises(ConflictError, match=r'There is already a cohort named "Frühling Ärzte". Choose another name.'):
        create(name="FRÜHLING ÄRZTE")


def test_edit_cohort_changes_what_is_given_and_nothing_else(database):
    cohort_id = create()
    with reading() as session:
        before = cohort(session, cohort_id=cohort_id)

    with writing("Ana", "Edited the cohort") as session:
        edit_cohort(
            session, cohort_id=cohort_id, name="SPRING 2027", quiet_days=21, schedule={"final": 170, "pulse": 60}
        )

    with reading() as session:
        assert cohort(session, cohort_id=cohort_id) == {
            **before,
            "name": "SPRING 2027",
            "quiet_days": 21,
            "schedule": {"pulse": 60, "final": 170},
        }


def test_edit_cohort_compares_a_new_end_with_the_stored_start(database):
    cohort_id = create()

    with (
        pytest.raises(InvalidError, match="would end on 1 Jan 2027, but it starts on 1 Mar 2027"),
        writing("Ana", "Edited") as session,
    ):
        edit_cohort(session, cohort_id=cohort_id, ends_on=date(2027, 1, 1))


def test_edit_cohort_counts_the_stored_weights(database):
    cohort_id = create()

    with writing("Ana", "Edited") as session:
        edit_cohort(session, cohort_id=cohort_id, skills_weight=0, place_weight=0, language_weight=0)

    with pytest.raises(InvalidError, match="With every weight at 0"), writing("Ana", "Edited") as session:
        edit_cohort(session, cohort_id=cohort_id, experience_weight=0)


def test_weight_of_the_department_counts_only_where_it_matters(database):
    cohort_id = create()
    nothing = dict.fromkeys(("skills_weight", "experience_weight", "place_weight", "language_weight"), 0)

    with pytest.raises(InvalidError, match="With every weight at 0"), writing("Ana", "Edited") as session:
        edit_cohort(session, cohort_id=cohort_id, **nothing)
    with writing("Ana", "Edited") as session:
        edit_cohort(session, cohort_id=cohort_id, **nothing, field_wish="same", most_hours_apart=3)
    with writing("Ana", "Edited") as session:
        edit_cohort(session, cohort_id=cohort_id, most_hours_apart=None, has_common_language=True)

    with reading() as session:
        found = session.get_one(Cohort, cohort_id)
        assert (found.field_wish, found.most_hours_apart, found.has_common_language) == ("same", None, True)


def test_edit_cohort_saved_unchanged_leaves_no_action(database):
    cohort_id = create()

    with writing("Ana", "Edited") as session:
        edit_cohort(
            session,
            cohort_id=cohort_id,
            **SPRING,
            schedule={"baseline": 7, "first_meeting": 30, "pulse": 60, "midpoint": 90, "final": 180},
        )

    with reading() as session:
        assert [action.summary for action in session.exec(select(Action))] == ["Set up a cohort"]


def test_copy_cohort_takes_the_rules_and_leaves_the_people(database):
    source = create(quiet_days=20, skills_weight=9, field_rule="other", schedule={"baseline": 3})
    with writing("Ana", "Enrolled and archived") as session:
        make_mentee(session, source, "Ines")
        archive_cohort(session, cohort_id=source, at=AT)

    with writing("Ana", "Copied") as session:
        copied = copy_cohort(
            session, cohort_id=source, name="Fall 2027", starts_on=date(2027, 10, 1), ends_on=date(2028, 3, 1)
        )

    with reading() as session:
        old, new = cohort(session, cohort_id=source), cohort(session, cohort_id=copied)
    assert new == {
        **old,
        "id": copied,
        "name": "Fall 2027",
        "name_key": "fall 2027",
        "starts_on": date(2027, 10, 1),
        "ends_on": date(2028, 3, 1),
        "archived_at": None,
    }


def test_archive_and_restore_tell_when_there_is_nothing_to_do(database):
    cohort_id = create()

    with writing("Ana", "Archived") as session:
        archive_cohort(session, cohort_id=cohort_id, at=AT)
    with pytest.raises(ConflictError, match="Spring 2027 is archived already"), writing("Ana", "Archived") as session:
        archive_cohort(session, cohort_id=cohort_id, at=AT)
    with reading() as session:
        assert session.get_one(Cohort, cohort_id).archived_at == AT

    with writing("Ana", "Restored") as session:
        restore_cohort(session, cohort_id=cohort_id)
    with pytest.raises(ConflictError, match="Spring 2027 is not archived"), writing("Ana", "Restored") as session:
        restore_cohort(session, cohort_id=cohort_id)


def test_remove_cohort_takes_an_empty_one_with_its_schedule(database):
    gone, kept = create(), create(name="Fall 2027")

    with writing("Ana", "Removed") as session:
        remove_cohort(session, cohort_id=gone)

    with reading() as session:
        assert [row.id for row in session.exec(select(Cohort))] == [kept]
        assert {row.cohort_id for row in session.exec(select(CheckInSchedule))} == {kept}


def test_remove_cohort_refuses_while_somebody_is_in_it(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_mentee(session, cohort_id)

    with (
        pytest.raises(RuleError, match=r"Spring has 1 participant, so it can't be removed. Archive it instead"),
        writing("Ana", "Removed") as session,
    ):
        remove_cohort(session, cohort_id=cohort_id)


def test_a_cohort_that_was_removed_meanwhile_is_a_sentence(database):
    with pytest.raises(NotFoundError, match="This cohort is not here any more"), writing("Ana", "Edited") as session:
        edit_cohort(session, cohort_id=999, name="Spring")
