"""The drafts of a plan, one by one."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.services.drafts import (
    draft_group,
    draft_pair,
    lock_drafts,
    move_draft,
    remove_drafts,
    swap_drafts,
    unlock_drafts,
)
from models import Action, Cohort, Pairing, Participant, Person, Separation
from tests.factories import make_cohort, make_draft, make_mentor, make_pairing, make_plan
from tests.planning import do, drafted, refused, set_up, take_back
from tests.tables import rows


@pytest.fixture
def desk(database) -> dict[str, int]:
    return set_up()


def change(model, row_id, **fields) -> None:
    with writing("Ana", "Changed") as session:
        row = session.get_one(model, row_id)
        for name, value in fields.items():
            setattr(row, name, value)


def person_of(participant_id) -> int:
    with reading() as session:
        return session.get_one(Participant, participant_id).person_id


def draft(desk, mentee, mentor, plan="plan") -> int:
    return do(draft_pair, plan_id=desk[plan], mentor_id=desk[mentor], mentee_id=desk[mentee])


def test_a_pair_that_is_drafted_by_hand_is_locked(desk):
    do(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"], rationale="  Both love maps. ")

    with reading() as session:
        (row,) = session.exec(select(Pairing)).all()
    assert row.model_dump(exclude={"id"}) == {
        "cohort_id": desk["cohort"],
        "mentor_id": desk["ben"],
        "mentee_id": desk["ana"],
        "status": "draft",
        "started_on": None,
        "ended_on": None,
        "end_reason": None,
        "end_note": None,
        "rationale": "Both love maps.",
        "plan_id": desk["plan"],
        "is_locked": True,
    }


def test_a_mentee_can_be_drafted_once_in_each_plan(desk):
    with writing("Ana", "Second") as session:
        desk["second"] = make_plan(session, desk["cohort"], "Second")
    draft(desk, "ana", "ben")
    draft(desk, "ana", "cleo", plan="second")

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["cleo"], mentee_id=desk["ana"]) == (
        "Ana Ruiz is drafted with Ben Ode in this plan. Move or remove that draft first."
    )
    assert drafted(desk["second"]) == [("Ana Ruiz", "Cleo Park", True)]


def test_drafts_and_pairings_together_never_exceed_the_capacity(desk):
    with writing("Ana", "Paired") as session:
        make_pairing(session, desk["ben"], desk["ana"])
    draft(desk, "bo", "ben")

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["chi"]) == (
        "Chi Ito can't be drafted with Ben Ode: Ben Ode has 1 place left, which others take. "
        "Raise the capacity or choose another mentor."
    )


def test_a_draft_that_became_impossible_keeps_its_place_until_it_is_removed(desk):
    gone = draft(desk, "ana", "ben")
    draft(desk, "bo", "ben")
    change(Participant, desk["ana"], status="withdrawn")

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["chi"]) == (
        "Chi Ito can't be drafted with Ben Ode: the draft of Ana Ruiz, which is not possible any more, holds a place "
        "of Ben Ode. Remove that draft, or choose another mentor."
    )
    do(remove_drafts, plan_id=desk["plan"], draft_ids=[gone])
    draft(desk, "chi", "ben")


def test_a_full_mentor_gets_no_draft(desk):
    with writing("Ana", "Paired") as session:
        make_pairing(session, desk["cleo"], desk["ana"])

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["cleo"], mentee_id=desk["bo"]) == (
        "Bo Li can't be drafted with Cleo Park: Cleo Park is full: 1 of 1 place taken. "
        "Raise the capacity or choose another mentor."
    )


def test_a_mentee_who_is_paired_gets_no_draft(desk):
    with writing("Ana", "Paired") as session:
        make_pairing(session, desk["cleo"], desk["ana"], status="paused")

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"]) == (
        "Ana Ruiz can't be drafted with Ben Ode: Ana Ruiz is paired with Cleo Park now. End or move that pairing first."
    )


def test_two_who_are_kept_apart_get_no_draft(desk):
    low, high = sorted((person_of(desk["ana"]), person_of(desk["ben"])))
    with writing("Ana", "Separated") as session:
        session.add(Separation(person_a_id=low, person_b_id=high, reason="family"))

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"]) == (
        "Ana Ruiz can't be drafted with Ben Ode: kept apart: family. Choose another mentor."
    )


def test_nobody_is_drafted_with_their_manager(desk):
    change(Person, person_of(desk["ana"]), manager_email="ben@example.org")

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"]) == (
        "Ana Ruiz can't be drafted with Ben Ode: Ben Ode is Ana Ruiz's manager. Choose another mentor."
    )


def test_nobody_is_drafted_with_themselves(desk):
    with writing("Ana", "Enrolled") as session:
        both = make_mentor(session, desk["cohort"], person_id=person_of(desk["ana"]))

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=both, mentee_id=desk["ana"]) == (
        "Ana Ruiz can't be drafted with Ana Ruiz: the same person. Choose another mentor."
    )


@pytest.mark.parametrize(
    ("who", "name", "remedy"),
    [
        ("ana", "Ana Ruiz", "Reactivate Ana Ruiz first."),
        ("ben", "Ben Ode", "Choose another mentor."),
    ],
)
def test_only_who_is_active_is_drafted(desk, who, name, remedy):
    change(Participant, desk[who], status="waitlisted")

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"]) == (
        f"Ana Ruiz can't be drafted with Ben Ode: {name} is waitlisted. {remedy}"
    )


def test_nothing_is_drafted_in_an_archived_cohort(desk):
    change(Cohort, desk["cohort"], archived_at=datetime(2026, 6, 1, tzinfo=UTC))

    assert refused(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"]) == (
        "Spring 2026 is archived. Restore it first, then plan."
    )


def test_a_participant_of_another_cohort_and_one_in_the_wrong_role_are_refused(desk):
    with writing("Ana", "Another") as session:
        stranger = make_mentor(session, make_cohort(session), "Dee Fox")

    for mentor_id in (stranger, desk["bo"]):
        assert refused(draft_pair, plan_id=desk["plan"], mentor_id=mentor_id, mentee_id=desk["ana"]) == (
            "Ana Ruiz can't be drafted with Somebody: one of the two is not a mentee or a mentor of this cohort. "
            "Look at the plan again."
        )


def test_a_group_is_drafted_in_one_action(desk):
    before = rows()

    do(draft_group, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_ids=[desk["chi"], desk["ana"], desk["chi"]])
    assert drafted(desk["plan"]) == [("Ana Ruiz", "Ben Ode", True), ("Chi Ito", "Ben Ode", True)]

    take_back()
    assert rows() == before


def test_a_group_that_does_not_fit_names_who_is_left_over(desk):
    group = [desk["ana"], desk["bo"], desk["chi"]]

    assert refused(draft_group, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_ids=group) == (
        "Chi Ito can't be drafted with Ben Ode: Ben Ode has 2 places left, which others take. "
        "Raise the capacity or choose another mentor."
    )
    assert refused(draft_group, plan_id=desk["plan"], mentor_id=desk["cleo"], mentee_ids=group) == (
        "These can't be drafted: Bo Li with Cleo Park (Cleo Park has 1 place left, which others take) and "
        "Chi Ito with Cleo Park (Cleo Park has 1 place left, which others take). Choose others for them."
    )
    assert refused(draft_group, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_ids=[]) == (
        "Choose at least one mentee."
    )


def test_remove_draft_leaves_the_others(desk):
    draft(desk, "bo", "cleo")
    before = rows()
    gone = draft(desk, "ana", "ben")

    do(remove_drafts, plan_id=desk["plan"], draft_ids=[gone])

    assert rows() == before
    assert refused(remove_drafts, plan_id=desk["plan"], draft_ids=[gone]) == (
        "One of these drafts is not in the plan any more: somebody published or removed it. Look at the plan again."
    )


def test_a_pairing_is_no_draft(desk):
    with writing("Ana", "Paired") as session:
        pairing_id = make_pairing(session, desk["ben"], desk["ana"])

    assert refused(remove_drafts, plan_id=desk["plan"], draft_ids=[pairing_id]).startswith(
        "One of these drafts is not in the plan any more"
    )


def test_drafts_are_locked_and_unlocked_one_by_one_or_all(desk):
    ana, bo = draft(desk, "ana", "ben"), draft(desk, "bo", "cleo")

    assert do(unlock_drafts, plan_id=desk["plan"]) == 2
    assert do(lock_drafts, plan_id=desk["plan"], draft_ids=[bo]) == 1
    assert drafted(desk["plan"]) == [("Ana Ruiz", "Ben Ode", False), ("Bo Li", "Cleo Park", True)]
    assert do(lock_drafts, plan_id=desk["plan"], draft_ids=[ana, bo]) == 1
    with reading() as session:
        told = session.exec(select(Action.summary).order_by(col(Action.id).desc()).limit(2)).all()
    assert told == ["Locked in First: Ana Ruiz with Ben Ode", "Locked in First: Bo Li with Cleo Park"]
    assert do(unlock_drafts, plan_id=desk["plan"], draft_ids=[]) == 0
    assert drafted(desk["plan"]) == [("Ana Ruiz", "Ben Ode", True), ("Bo Li", "Cleo Park", True)]

    do(remove_drafts, plan_id=desk["plan"], draft_ids=[bo])
    assert refused(lock_drafts, plan_id=desk["plan"], draft_ids=[ana, bo]) == (
        "One of these drafts is not in the plan any more: somebody published or removed it. Look at the plan again."
    )


def test_move_draft_keeps_its_words_and_can_be_undone(desk):
    moved = do(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"], rationale="Maps.")
    do(unlock_drafts, plan_id=desk["plan"])
    before = rows()

    do(move_draft, draft_id=moved, mentor_id=desk["cleo"])

    with reading() as session:
        row = session.get_one(Pairing, moved)
        assert (row.mentor_id, row.rationale, row.is_locked) == (desk["cleo"], "Maps.", True)
    take_back()
    assert rows() == before


def test_move_draft_refuses_the_same_mentor_and_a_full_one(desk):
    ana = draft(desk, "ana", "ben")
    draft(desk, "bo", "cleo")

    assert refused(move_draft, draft_id=ana, mentor_id=desk["ben"]) == (
        "Ana Ruiz is drafted with Ben Ode already. Choose another mentor."
    )
    assert refused(move_draft, draft_id=ana, mentor_id=desk["cleo"]) == (
        "Ana Ruiz can't be drafted with Cleo Park: Cleo Park has 1 place left, which others take. "
        "Raise the capacity or choose another mentor."
    )


def test_drafts_of_full_mentors_are_swapped_in_one_action(desk):
    ana, bo = draft(desk, "ana", "ben"), draft(desk, "bo", "cleo")
    draft(desk, "chi", "ben")
    before = rows()

    do(swap_drafts, draft_id=ana, other_id=bo)

    assert drafted(desk["plan"]) == [
        ("Ana Ruiz", "Cleo Park", True),
        ("Bo Li", "Ben Ode", True),
        ("Chi Ito", "Ben Ode", True),
    ]
    with reading() as session:
        assert [session.get_one(Pairing, one).mentor_id for one in (ana, bo)] == [desk["cleo"], desk["ben"]]
    take_back()
    assert rows() == before


def test_a_swap_that_a_rule_forbids_names_the_two(desk):
    change(Person, person_of(desk["ana"]), manager_email="cleo@example.org")
    ana, bo, chi = draft(desk, "ana", "ben"), draft(desk, "bo", "cleo"), draft(desk, "chi", "ben")

    assert refused(swap_drafts, draft_id=ana, other_id=bo) == (
        "Ana Ruiz can't be drafted with Cleo Park: Cleo Park is Ana Ruiz's manager. Choose another mentor."
    )
    assert refused(swap_drafts, draft_id=ana, other_id=chi) == (
        "Both are drafted with Ben Ode. Choose two with different mentors."
    )


def test_drafts_of_two_plans_are_not_swapped(desk):
    ana = draft(desk, "ana", "ben")
    with writing("Ana", "Second") as session:
        other = make_draft(session, desk["cleo"], desk["bo"], plan_id=make_plan(session, desk["cohort"], "Second"))

    assert refused(swap_drafts, draft_id=ana, other_id=other) == (
        "These two drafts are in different plans. Choose two of the same plan."
    )


def test_a_draft_takes_nobody_s_place_until_it_is_published(desk):
    draft(desk, "ana", "cleo")

    with writing("Ana", "Paired") as session:
        make_pairing(session, desk["cleo"], desk["bo"], started_on=date(2026, 3, 2))

    assert drafted(desk["plan"]) == [("Ana Ruiz", "Cleo Park", True)]
