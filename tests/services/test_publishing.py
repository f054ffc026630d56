"""Drafts become pairings: all that were asked for, or none."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event
from sqlmodel import col, func, select

from dashboard.database import reading, writing
from dashboard.services.history import undo
from dashboard.services.participants import edit_participant, withdraw
from dashboard.services.people import separate
from dashboard.services.plans import (
    draft_group,
    draft_pair,
    publish,
    remove_drafts,
    start_plan,
)
from models import Action, Cohort, Pairing, Participant, Plan
from tests.factories import (
    make_check_in,
    make_cohort,
    make_draft,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
    make_plan,
)
from tests.planning import ON, do, drafted, open_pairs, refused, set_up, take_back, troubled
from tests.tables import rows

EARLY, LATE = date(2025, 1, 1), date(2027, 1, 1)


@pytest.fixture
def desk(database) -> dict[str, int]:
    """Ana Ruiz and Bo Li are drafted with Ben Ode, Chi Ito with Cleo Park."""
    desk = set_up()
    ben, cleo, plan = (desk[name] for name in ("ben", "cleo", "plan"))
    do(draft_pair, plan_id=plan, mentor_id=ben, mentee_id=desk["ana"], rationale="Both love maps.")
    do(draft_group, plan_id=plan, mentor_id=ben, mentee_ids=[desk["bo"]])
    do(draft_group, plan_id=plan, mentor_id=cleo, mentee_ids=[desk["chi"]])
    with writing("Ana", "Elsewhere") as session:
        make_pair(session, make_cohort(session), status="draft")
    return desk


def test_publish_makes_pairings_of_all_drafts_and_ends_the_plan(desk):
    before = rows()

    published = do(publish, plan_id=desk["plan"], started_on=ON)

    with reading() as session:
        made = session.exec(select(Pairing).where(Pairing.status == "active").order_by(Pairing.id)).all()
        told = [row.model_dump(exclude={"id", "cohort_id", "ended_on", "end_reason", "end_note"}) for row in made]
        assert published.pairing_ids == tuple(row.id for row in made)
        assert (published.hit, session.get(Plan, desk["plan"])) == ({}, None)
    same = {"status": "active", "started_on": ON, "plan_id": None, "is_locked": False}
    assert told == [
        {"mentee_id": desk["ana"], "mentor_id": desk["ben"], "rationale": "Both love maps.", **same},
        {"mentee_id": desk["bo"], "mentor_id": desk["ben"], "rationale": None, **same},
        {"mentee_id": desk["chi"], "mentor_id": desk["cleo"], "rationale": None, **same},
    ]
    take_back()
    assert rows() == before


def test_publish_of_some_leaves_the_rest_in_the_plan(desk):
    before = rows()

    do(publish, plan_id=desk["plan"], started_on=ON, pairs=[(desk["bo"], desk["ben"])])

    assert open_pairs() == [(desk["bo"], desk["ben"])]
    assert drafted(desk["plan"]) == [("Ana Ruiz", "Ben Ode", True), ("Chi Ito", "Cleo Park", True)]
    take_back()
    assert rows() == before


def test_publish_refuses_by_name_what_changed_meanwhile(desk):
    with writing("Ana", "Meanwhile") as session:
        make_pairing(session, desk["cleo"], desk["ana"])
        withdraw(session, participant_id=desk["bo"], today=ON)

    assert refused(publish, plan_id=desk["plan"], started_on=ON) == (
        "Nothing was published, because of what changed: "
        "Ana Ruiz with Ben Ode (Ana Ruiz is paired with Cleo Park now), Bo Li with Ben Ode (Bo Li is withdrawn) and "
        "Chi Ito with Cleo Park (Cleo Park is full: 1 of 1 place taken). "
        "Correct the plan, or publish it without these."
    )
    assert troubled(desk["plan"]) == {
        "Ana Ruiz": "Ana Ruiz is paired with Cleo Park now",
        "Bo Li": "Bo Li is withdrawn",
        "Chi Ito": "Cleo Park is full: 1 of 1 place taken",
    }


def test_publish_refuses_two_who_are_kept_apart_by_now_and_a_mentor_who_left(desk):
    with writing("Ana", "Meanwhile") as session:
        people = [session.get_one(Participant, desk[who]).person_id for who in ("ana", "ben")]
        separate(session, person_id=people[0], other_id=people[1], reason="family")
        withdraw(session, participant_id=desk["cleo"], today=ON)

    assert refused(publish, plan_id=desk["plan"], started_on=ON) == (
        "Nothing was published, because of what changed: Ana Ruiz with Ben Ode (kept apart: family) and "
        "Chi Ito with Cleo Park (Cleo Park is withdrawn). Correct the plan, or publish it without these."
    )
    do(publish, plan_id=desk["plan"], started_on=ON, pairs=[(desk["bo"], desk["ben"])])
    assert open_pairs() == [(desk["bo"], desk["ben"])]


def test_of_a_mentor_with_too_few_places_the_later_drafts_are_too_many(desk):
    do(edit_participant, participant_id=desk["ben"], capacity=1)

    assert troubled(desk["plan"]) == {"Bo Li": "Ben Ode has 1 place left, which others take"}
    do(publish, plan_id=desk["plan"], started_on=ON, pairs=[(desk["bo"], desk["ben"])])
    assert open_pairs() == [(desk["bo"], desk["ben"])]


def test_publish_takes_only_the_pairs_that_were_seen(desk):
    with reading() as session:
        bo = session.exec(select(Pairing.id).where(Pairing.mentee_id == desk["bo"])).one()
    seen = [(desk["ana"], desk["ben"]), (desk["bo"], desk["ben"])]
    do(remove_drafts, plan_id=desk["plan"], draft_ids=[bo])

    assert refused(publish, plan_id=desk["plan"], started_on=ON, pairs=seen) == (
        "Nothing was published, because of what changed: Bo Li with Ben Ode (not in the plan any more). "
        "Correct the plan, or publish it without these."
    )


def test_publish_tells_which_other_plans_it_makes_impossible(desk):
    with writing("Ana", "Others") as session:
        second, third = (make_plan(session, desk["cohort"], name) for name in ("Second", "Third"))
        make_draft(session, desk["cleo"], desk["ana"], plan_id=second)
        make_draft(session, desk["ben"], desk["chi"], plan_id=second)
        make_plan(session, make_cohort(session), "Far away")

    published = do(publish, plan_id=desk["plan"], started_on=ON)

    assert published.hit == {"Second": 2}
    assert troubled(second) == {
        "Ana Ruiz": "Ana Ruiz is paired with Ben Ode now",
        "Chi Ito": "Chi Ito is paired with Cleo Park now",
    }
    assert (drafted(third), len(drafted(second))) == ([], 2)


@pytest.mark.parametrize("started_on", [None, EARLY, LATE])
def test_publish_needs_a_start_in_the_cohort_s_time(desk, started_on):
    said = refused(publish, plan_id=desk["plan"], started_on=started_on)

    assert said.startswith("A pairing needs a start" if started_on is None else "1 Jan 202")


def test_there_is_nothing_to_publish_in_an_empty_plan(desk):
    plan_id = do(start_plan, cohort_id=desk["cohort"], name="Empty")

    assert refused(publish, plan_id=plan_id, started_on=ON) == (
        "There is nothing to publish in “Empty”. Draft somebody first."
    )
    assert refused(publish, plan_id=desk["plan"], started_on=ON, pairs=[]) == (
        "There is nothing to publish in “First”. Draft somebody first."
    )


def test_nothing_is_published_in_an_archived_cohort_nor_from_a_plan_that_is_gone(desk):
    with writing("Ana", "Archived") as session:
        session.get_one(Cohort, desk["cohort"]).archived_at = datetime(2026, 6, 1, tzinfo=UTC)

    assert refused(publish, plan_id=desk["plan"], started_on=ON) == (
        "Spring 2026 is archived. Restore it first, then plan."
    )
    assert refused(publish, plan_id=99, started_on=ON) == (
        "This plan is not here any more: it was published or discarded. Choose another one."
    )


@pytest.mark.parametrize("record", [make_meeting, make_check_in])
def test_a_publication_on_which_something_was_recorded_is_not_undone(desk, record):
    published = do(publish, plan_id=desk["plan"], started_on=ON)
    with reading() as session:
        action_id = session.exec(select(func.max(Action.id))).one()
    with writing("Ana", "Recorded") as session:
        record(session, published.pairing_ids[0], **{"held_on" if record is make_meeting else "answered_on": ON})

    assert refused(undo, action_id=action_id) == (
        "“publish” can't be undone: there is a meeting or a check-in of Ana Ruiz with Ben Ode, "
        "so that pairing can't be a draft again. Remove it first."
    )


def test_a_publication_can_be_undone_and_brought_back(desk):
    do(publish, plan_id=desk["plan"], started_on=ON)
    published = rows()

    take_back()
    take_back()

    assert rows() == published


def test_a_removed_draft_waits_for_its_plan_before_it_comes_back(desk):
    with reading() as session:
        bo = session.exec(select(Pairing.id).where(Pairing.mentee_id == desk["bo"])).one()
    do(remove_drafts, plan_id=desk["plan"], draft_ids=[bo])
    with reading() as session:
        action = session.exec(select(Action).order_by(col(Action.id).desc())).first()
    do(publish, plan_id=desk["plan"], started_on=ON)

    assert refused(undo, action_id=action.id) == (
        f"“{action.summary}” can't be undone yet: “publish” came later and removed what it builds on. Undo that first."
    )


def test_to_publish_many_asks_the_database_no_more_than_to_publish_few(desk):
    with reading() as session:
        connection = session.connection()
        said: list[str] = []
        event.listen(connection.engine, "before_cursor_execute", lambda *told: said.append(told[2]))

    def selects(count: int) -> int:
        with writing("Ana", "Many") as session:
            mentor = make_mentor(session, desk["cohort"], capacity=count)
            plan_id = make_plan(session, desk["cohort"], f"Of {count}")
            for _ in range(count):
                make_draft(session, mentor, make_mentee(session, desk["cohort"]), plan_id=plan_id)
        with reading() as session:
            pairs = session.exec(select(Pairing.mentee_id, Pairing.mentor_id).where(Pairing.plan_id == plan_id)).all()
        said.clear()
        do(publish, plan_id=plan_id, started_on=ON, pairs=pairs)
        return len([one for one in said if one.startswith("SELECT")])

    assert selects(40) <= selects(4)
