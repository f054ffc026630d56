"""Several coordinators with plans in the same instant: nobody is paired twice, and nothing is half done."""

from collections import Counter

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, NotFoundError
from dashboard.services.pairings import pair
from dashboard.services.plans import Published, draft_group, draft_pair, publish
from models import Pairing, Plan
from tests.factories import make_cohort, make_draft, make_mentee, make_mentor, make_plan
from tests.planning import ON, do, open_pairs, set_up
from tests.together import at_once

PEOPLE = 12


@pytest.fixture
def desk(database) -> dict[str, int]:
    return set_up()


@pytest.fixture
def crowd(database) -> dict:
    """One mentor with three places, many mentees who want one, and a plan for each of them to stand in."""
    with writing("Ana", "Set up") as session:
        cohort = make_cohort(session)
        mentor = make_mentor(session, cohort, "Ben Ode", capacity=3)
        mentees = [make_mentee(session, cohort) for _ in range(PEOPLE)]
        return {"cohort": cohort, "mentor": mentor, "mentees": mentees, "plan": make_plan(session, cohort)}


def pairings(status: str) -> list[Pairing]:
    with reading() as session:
        return list(session.exec(select(Pairing).where(Pairing.status == status).order_by(col(Pairing.id))).all())


def test_of_two_overlapping_plans_one_is_published_and_the_other_hears_why_not(desk):
    with writing("Ana", "Second") as session:
        second = make_plan(session, desk["cohort"], "Second")
        wanted = {
            desk["plan"]: [(desk["ana"], desk["ben"]), (desk["bo"], desk["ben"])],
            second: [(desk["ana"], desk["cleo"]), (desk["chi"], desk["ben"])],
        }
        for plan_id, pairs in wanted.items():
            for mentee_id, mentor_id in pairs:
                make_draft(session, mentor_id, mentee_id, plan_id=plan_id)

    outcomes = at_once(lambda plan_id: do(publish, plan_id=plan_id, started_on=ON), list(wanted))

    won = next(plan_id for plan_id, told in zip(wanted, outcomes, strict=True) if isinstance(told, Published))
    assert open_pairs() == wanted[won]
    assert [(row.mentee_id, row.mentor_id) for row in pairings("draft")] == wanted[second + desk["plan"] - won]
    too_late = {
        desk["plan"]: "Ana Ruiz with Cleo Park (Ana Ruiz is paired with Ben Ode now) and "
        "Chi Ito with Ben Ode (Ben Ode is full: 2 of 2 places taken)",
        second: "Ana Ruiz with Ben Ode (Ana Ruiz is paired with Cleo Park now)",
    }
    assert [str(told) for told in outcomes if isinstance(told, ConflictError)] == [
        f"Nothing was published, because of what changed: {too_late[won]}. "
        "Correct the plan, or publish it without these."
    ]


def test_one_plan_is_published_once(desk):
    do(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"])

    outcomes = at_once(lambda _: do(publish, plan_id=desk["plan"], started_on=ON), range(6))

    assert Counter(type(outcome) for outcome in outcomes) == {Published: 1, NotFoundError: 5}
    assert open_pairs() == [(desk["ana"], desk["ben"])]


def test_many_plans_for_the_same_people_end_in_one_of_them(crowd):
    """Each plan wants three places of the same mentor, for three of the mentees in turn."""
    with writing("Ana", "Plans") as session:
        plans = [make_plan(session, crowd["cohort"], f"Plan {number}") for number in range(6)]
        for number, plan_id in enumerate(plans):
            for step in range(3):
                mentee_id = crowd["mentees"][(number + step) % PEOPLE]
                make_draft(session, crowd["mentor"], mentee_id, plan_id=plan_id)

    outcomes = at_once(lambda plan_id: do(publish, plan_id=plan_id, started_on=ON), plans)

    assert Counter(type(outcome) for outcome in outcomes) == {Published: 1, ConflictError: 5}
    taken = pairings("active")
    assert (len(taken), len({row.mentee_id for row in taken})) == (3, 3)
    assert len(pairings("draft")) == 15


def test_drafting_at_once_never_takes_more_places_than_there_are(crowd):
    outcomes = at_once(
        lambda mentee_id: do(draft_pair, plan_id=crowd["plan"], mentor_id=crowd["mentor"], mentee_id=mentee_id),
        crowd["mentees"],
    )

    refusals = [str(outcome) for outcome in outcomes if isinstance(outcome, Exception)]
    assert len(refusals) == PEOPLE - 3
    assert all("Ben Ode has 3 places left, which others take" in refusal for refusal in refusals)
    assert len(pairings("draft")) == 3


def test_drafting_pairing_and_publishing_at_once_leave_nothing_in_between(crowd):
    do(draft_group, plan_id=crowd["plan"], mentor_id=crowd["mentor"], mentee_ids=crowd["mentees"][:2])

    def act(number):
        mentee_id = crowd["mentees"][number]
        if number % 3 == 0:
            return do(publish, plan_id=crowd["plan"], started_on=ON)
        if number % 3 == 1:
            return do(draft_pair, plan_id=crowd["plan"], mentor_id=crowd["mentor"], mentee_id=mentee_id)
        return do(pair, mentor_id=crowd["mentor"], mentee_id=mentee_id, started_on=ON)

    at_once(act, range(PEOPLE))

    taken, drafted = pairings("active"), pairings("draft")
    assert len(taken) <= 3
    assert len({row.mentee_id for row in taken}) == len(taken)
    assert all(row.started_on == ON and row.plan_id is None and not row.is_locked for row in taken)
    assert all(row.plan_id == crowd["plan"] for row in drafted)
    with reading() as session:
        assert bool(drafted) <= (session.get(Plan, crowd["plan"]) is not None)


def test_the_database_alone_never_drafts_beyond_the_places(crowd):
    def insert(mentee_id):
        with writing("Somebody", "Drafted") as session:
            session.add(
                Pairing(
                    cohort_id=crowd["cohort"],
                    mentor_id=crowd["mentor"],
                    mentee_id=mentee_id,
                    status="draft",
                    plan_id=crowd["plan"],
                )
            )

    outcomes = at_once(insert, crowd["mentees"])

    assert Counter(str(outcome) for outcome in outcomes) == {
        "None": 3,
        "This mentor has no place left in this plan. Raise the capacity or choose another mentor.": PEOPLE - 3,
    }


def test_the_database_alone_never_publishes_too_much(crowd):
    """Drafts of four plans become pairings past the services: a guard counts places, an index the mentee's pairs."""
    with writing("Ana", "Plans") as session:
        drafts = [
            make_draft(session, crowd["mentor"], mentee_id, plan_id=make_plan(session, crowd["cohort"], f"Plan {plan}"))
            for plan in range(4)
            for mentee_id in (crowd["mentees"][0], crowd["mentees"][plan + 1])
        ]

    def make_active(draft_id):
        with writing("Somebody", "Published") as session:
            draft = session.get_one(Pairing, draft_id)
            draft.status, draft.started_on, draft.plan_id = "active", ON, None

    outcomes = at_once(make_active, drafts)

    taken = pairings("active")
    assert len(taken) == sum(outcome is None for outcome in outcomes) == 3
    assert len({row.mentee_id for row in taken}) == 3
    assert {str(outcome) for outcome in outcomes} <= {
        "None",
        "This mentor has no place left. Raise the capacity or choose another mentor.",
        "This mentee is paired already. End or move that pairing first.",
    }
