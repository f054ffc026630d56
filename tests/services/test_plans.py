"""Whole plans: started, copied, renamed, filled in, cleared and discarded."""

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.queries.plans import PlanDetail, plan, plans
from dashboard.services.cohorts import remove_cohort
from dashboard.services.participants import withdraw
from dashboard.services.plans import (
    Filled,
    clear_impossible,
    clear_unlocked,
    discard_plan,
    draft_pair,
    fill_in_rest,
    rename_plan,
    start_plan,
)
from models import Action, Cohort, Plan
from tests.factories import make_cohort, make_draft, make_mentee, make_pair, make_pairing, make_plan
from tests.planning import ON, do, drafted, refused, set_up, take_back, troubled
from tests.tables import rows


@pytest.fixture
def desk(database) -> dict[str, int]:
    """Ana Ruiz is drafted with Ben Ode and locked; another cohort has a plan of the same name."""
    desk = set_up()
    do(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"], rationale="Both love maps.")
    with writing("Ana", "Elsewhere") as session:
        cohort = make_cohort(session, "Elsewhere")
        make_pair(session, cohort, status="draft", plan_id=make_plan(session, cohort, "First"))
    return desk


def loose(desk, mentee, mentor) -> None:
    with writing("Ana", "Drafted") as session:
        make_draft(session, desk[mentor], desk[mentee], plan_id=desk["plan"])


def pairs(desk, *names) -> list[tuple[int, int]]:
    return [tuple(desk[name] for name in two.split()) for two in names]


def fill(desk, *names, locked=("ana ben",)) -> Filled:
    return do(fill_in_rest, plan_id=desk["plan"], pairs=pairs(desk, *names), locked=pairs(desk, *locked))


def last() -> str:
    with reading() as session:
        return session.exec(select(Action.summary).order_by(col(Action.id).desc())).first() or ""


def told(cohort_id) -> list[tuple]:
    with reading() as session:
        return list(
            plans(session, cohort_id=cohort_id)[["name", "drafts", "locked"]].itertuples(index=False, name=None)
        )


def test_plans_stand_side_by_side(desk):
    second = do(start_plan, cohort_id=desk["cohort"], name="  Second   try ")
    loose(desk, "bo", "cleo")

    assert told(desk["cohort"]) == [("First", 2, 1), ("Second try", 0, 0)]
    with reading() as session:
        assert plan(session, plan_id=second) == PlanDetail(second, desk["cohort"], "Second try", ON, 0, 0)
        assert plan(session, plan_id=99) is None
        assert list(plans(session, cohort_id=99).columns) == ["plan_id", "name", "started_on", "drafts", "locked"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("  ", "A plan needs a name. Enter one."),
        ("FIRST", "There is a plan named “First” already. Choose another name."),
        ("x" * 61, "The name is too long: it has 61 characters. Shorten it to 60."),
    ],
)
def test_a_plan_needs_a_name_of_its_own(desk, name, sentence):
    second = do(start_plan, cohort_id=desk["cohort"], name="Second")

    assert refused(start_plan, cohort_id=desk["cohort"], name=name) == sentence
    assert refused(rename_plan, plan_id=second, name=name) == sentence


def test_a_plan_can_be_renamed_also_in_its_capitals(desk):
    do(rename_plan, plan_id=desk["plan"], name="FIRST")
    assert told(desk["cohort"]) == [("FIRST", 1, 1)]

    do(rename_plan, plan_id=desk["plan"], name="By hand")
    assert told(desk["cohort"]) == [("By hand", 1, 1)]


def test_no_plan_is_started_in_a_cohort_that_is_gone(desk):
    assert refused(start_plan, cohort_id=99, name="Late") == (
        "This cohort is not here any more: somebody removed it. Choose another one."
    )


def test_a_copy_takes_along_what_is_still_possible(desk):
    loose(desk, "bo", "cleo")
    loose(desk, "chi", "ben")
    do(withdraw, participant_id=desk["bo"])

    copy = do(start_plan, cohort_id=desk["cohort"], name="Copy", copy_of=desk["plan"])

    assert last() == "start_plan; 1 draft stayed behind, not possible any more"
    assert drafted(copy) == [("Ana Ruiz", "Ben Ode", True), ("Chi Ito", "Ben Ode", False)]
    assert len(drafted(desk["plan"])) == 3
    with reading() as session:
        assert [row["rationale"] for row in rows()["pairing"] if row["plan_id"] == copy] == ["Both love maps.", None]
        assert session.get_one(Plan, copy).name == "Copy"


def test_discard_plan_takes_its_drafts_along_and_can_be_undone(desk):
    loose(desk, "bo", "cleo")
    before = rows()

    assert do(discard_plan, plan_id=desk["plan"]) == 2

    assert told(desk["cohort"]) == []
    take_back()
    assert rows() == before


def test_a_plan_with_an_impossible_draft_comes_back_all_the_same(desk):
    loose(desk, "bo", "cleo")
    do(withdraw, participant_id=desk["bo"])
    before = rows()

    for act in (discard_plan, clear_impossible, clear_unlocked):
        do(act, plan_id=desk["plan"])
        assert rows() != before
        take_back()
        assert rows() == before
    assert troubled(desk["plan"]) == {"Bo Li": "Bo Li is withdrawn"}


def test_clear_unlocked_leaves_what_is_locked(desk):
    loose(desk, "bo", "cleo")

    assert do(clear_unlocked, plan_id=desk["plan"]) == 1
    assert last() == "Removed from First, not locked: Bo Li with Cleo Park"
    assert drafted(desk["plan"]) == [("Ana Ruiz", "Ben Ode", True)]
    assert do(clear_unlocked, plan_id=desk["plan"]) == 0


def test_clear_impossible_removes_locked_drafts_too(desk):
    loose(desk, "bo", "cleo")
    do(withdraw, participant_id=desk["ana"])

    assert do(clear_impossible, plan_id=desk["plan"]) == 1
    assert last() == "Removed from First, not possible any more: Ana Ruiz with Ben Ode"
    assert drafted(desk["plan"]) == [("Bo Li", "Cleo Park", False)]


def test_fill_in_keeps_the_locked_and_replaces_the_others(desk):
    loose(desk, "bo", "ben")
    before = rows()

    assert fill(desk, "ana ben", "bo cleo", "chi ben") == Filled(kept=1, placed=2, gone=1)

    assert drafted(desk["plan"]) == [
        ("Ana Ruiz", "Ben Ode", True),
        ("Bo Li", "Cleo Park", False),
        ("Chi Ito", "Ben Ode", False),
    ]
    take_back()
    assert rows() == before


def test_fill_in_leaves_alone_what_is_as_it_should_be(desk):
    loose(desk, "bo", "cleo")
    before = rows()["pairing"]

    assert fill(desk, "ana ben", "bo cleo", "chi ben") == Filled(kept=1, placed=2, gone=0)
    assert rows()["pairing"][: len(before)] == before

    filled = rows()
    fill(desk, "ana ben", "bo cleo", "chi ben")
    assert rows() == filled


def test_fill_in_leaves_a_locked_draft_alone_that_is_impossible_just_now(desk):
    do(withdraw, participant_id=desk["ana"])
    loose(desk, "bo", "ben")
    before = rows()

    assert fill(desk, "bo cleo", "chi ben", locked=()) == Filled(kept=1, placed=2, gone=1, impossible=1)

    assert drafted(desk["plan"]) == [
        ("Ana Ruiz", "Ben Ode", True),
        ("Bo Li", "Cleo Park", False),
        ("Chi Ito", "Ben Ode", False),
    ]
    assert last() == "fill_in_rest; 1 draft replaced; 1 locked, but not possible now"
    take_back()
    assert rows() == before


def test_fill_in_gives_no_other_mentor_to_whom_is_locked_with_a_full_one(desk):
    with writing("Ana", "Paired") as session:
        for _ in range(2):
            make_pairing(session, desk["ben"], make_mentee(session, desk["cohort"]))
    arguments = {"plan_id": desk["plan"], "pairs": pairs(desk, "ana cleo"), "locked": []}

    assert refused(fill_in_rest, **arguments) == (
        "What is locked in “First” changed meanwhile. Look at it, then fill in again."
    )


def test_fill_in_refuses_when_other_drafts_are_locked_by_now(desk):
    arguments = {"plan_id": desk["plan"], "pairs": pairs(desk, "ana cleo", "bo ben")}
    said = "What is locked in “First” changed meanwhile. Look at it, then fill in again."

    assert refused(fill_in_rest, **arguments, locked=[]) == said
    assert refused(fill_in_rest, **arguments, locked=pairs(desk, "ana cleo")) == said


def test_fill_in_refuses_what_became_impossible_by_name(desk):
    do(withdraw, participant_id=desk["bo"])

    arguments = {"plan_id": desk["plan"], "locked": pairs(desk, "ana ben")}
    assert refused(fill_in_rest, **arguments, pairs=pairs(desk, "ana ben", "bo cleo", "chi ben")) == (
        "Bo Li can't be drafted with Cleo Park: Bo Li is withdrawn. Reactivate Bo Li first."
    )


def test_a_cohort_goes_with_its_empty_plans(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        make_plan(session, cohort_id)
    before = rows()

    do(remove_cohort, cohort_id=cohort_id)

    with reading() as session:
        assert (session.get(Cohort, cohort_id), told(cohort_id)) == (None, [])
    take_back()
    assert rows() == before
