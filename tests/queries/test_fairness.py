"""How fair a plan is, at a glance."""

from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.fairness import DEPARTMENTS, LOWEST, fairness
from dashboard.queries.loads import LOADS, SPREAD
from dashboard.queries.outlooks import outlook
from dashboard.queries.waiting import LONGEST, longest_waiting
from dashboard.services.plans import draft_pair, unlock_drafts
from models import Participant, Person
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_plan
from tests.planning import ON, do


@pytest.fixture
def desk(sqlite_database):
    """Ben Ode mentors Eve and is drafted for Ana; Cleo Park is idle; Bo waits, and Chi anew since a pairing ended."""
    with writing("Ana", "Set up") as session:
        cohort = make_cohort(session)
        ben = make_mentor(session, cohort, "Ben Ode", capacity=2, skills=("SQL",))
        cleo = make_mentor(session, cohort, "Cleo Park", skills=("Law",))
        people = {
            "ana": make_mentee(session, cohort, "Ana Ruiz", skills=("SQL",)),
            "bo": make_mentee(session, cohort, "Bo Li", joined_on=date(2026, 2, 1)),
            "chi": make_mentee(session, cohort, "Chi Ito"),
        }
        make_pairing(session, ben, make_mentee(session, cohort, "Eve Fox"))
        make_pairing(session, cleo, people["chi"], status="ended_early", end_reason="dates", ended_on=date(2026, 2, 28))
        make_mentee(session, make_cohort(session), "Far Away")
        make_mentor(session, cohort, "Gone", status="withdrawn")
        return {"cohort": cohort, "ben": ben, "cleo": cleo, "plan": make_plan(session, cohort), **people}


def told(desk, **limits):
    with reading() as session:
        return fairness(session, plan_id=desk["plan"], today=ON, **limits)


def rows(frame) -> list[list]:
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


def test_a_plan_that_is_gone_has_no_fairness_and_an_empty_one_has_empty_frames(sqlite_database):
    with writing("Ana", "Set up") as session:
        plan_id = make_plan(session, make_cohort(session))

    assert told({"plan": 99}) is None
    empty = told({"plan": plan_id})
    for frame, kinds in (
        (empty.loads, LOADS),
        (empty.spread, SPREAD),
        (empty.lowest, LOWEST),
        (empty.unplaced, LONGEST),
        (empty.departments, DEPARTMENTS),
    ):
        assert (frame.dtypes.astype(str).to_dict(), len(frame)) == (dict(kinds), 0)


def test_drafts_count_as_if_they_were_published(desk):
    do(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"])

    found = told(desk)

    assert rows(found.loads) == [
        [desk["ben"], 0, "Ben Ode", 2, 2, 0],
        [desk["cleo"], 1, "Cleo Park", 0, 1, 1],
    ]
    assert rows(found.spread) == [[0, False, 1], [2, True, 1]]
    assert rows(found.unplaced) == [
        [desk["bo"], "Bo Li", date(2026, 2, 1), 29],
        [desk["chi"], "Chi Ito", date(2026, 2, 28), 2],
    ]


def test_the_lowest_fits_come_first(desk):
    for mentee, mentor in (("ana", "ben"), ("chi", "cleo")):
        do(draft_pair, plan_id=desk["plan"], mentor_id=desk[mentor], mentee_id=desk[mentee])
    do(unlock_drafts, plan_id=desk["plan"])
    with reading() as session:
        fits = outlook(session, plan_id=desk["plan"], today=ON).drafts.set_index("mentee")["fit"]

    found = told(desk)

    assert rows(found.lowest[["mentee", "mentor", "fit", "is_locked"]]) == [
        ["Chi Ito", "Cleo Park", fits["Chi Ito"], False],
        ["Ana Ruiz", "Ben Ode", fits["Ana Ruiz"], False],
    ]
    assert [len(frame) for frame in (told(desk, limit=1).lowest, told(desk, limit=1).loads)] == [1, 1]


def test_departments_tell_how_many_of_their_mentees_are_placed(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort = make_cohort(session)
        plan_id, mentor = make_plan(session, cohort), make_mentor(session, cohort, capacity=3)
        mentees = [make_mentee(session, cohort) for _ in range(5)]
        for mentee_id, department in zip(mentees, ("Sales", "Legal", None, "sales", "SALES "), strict=True):
            session.get_one(Person, session.get_one(Participant, mentee_id).person_id).department = department
        mentees.append(make_mentee(session, cohort))
    do(draft_pair, plan_id=plan_id, mentor_id=mentor, mentee_id=mentees[0])
    do(draft_pair, plan_id=plan_id, mentor_id=mentor, mentee_id=mentees[5])

    found = told({"plan": plan_id}).departments

    assert rows(found[["department", "mentees", "placed"]]) == [
        ["Legal", 1, 0],
        ["SALES", 3, 1],
        ["Not on record", 2, 1],
    ]
    assert found["fit"].isna().tolist() == [True, False, False]


def test_those_who_have_waited_longest_come_first_with_and_without_a_plan(desk):
    with writing("Ana", "Joined") as session:
        late = make_mentee(session, desk["cohort"], "Dee Moe", joined_on=date(2026, 3, 22))

    def longest(**more):
        with reading() as session:
            return rows(longest_waiting(session, cohort_id=desk["cohort"], today=ON, **more))

    waiting = longest(limit=50)
    assert [row[1:] for row in waiting[-3:]] == [
        ["Bo Li", date(2026, 2, 1), 29],
        ["Chi Ito", date(2026, 2, 28), 2],
        ["Dee Moe", date(2026, 3, 22), 0],
    ]
    assert [row[1] for row in waiting] == ["Ana Ruiz", "Bo Li", "Chi Ito", "Dee Moe"]
    assert longest(limit=1) == waiting[:1]
    assert longest(limit=50, but=[desk["ana"], desk["bo"], late]) == [waiting[2]]
