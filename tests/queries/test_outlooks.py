"""A plan on the board of its cohort: what it comes to, the best there is, and what filling in the rest would make."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.database import reading, writing
from dashboard.matching.plan import POINTS
from dashboard.queries.outlooks import Gauge, Solved, Total, gauge, outlook, solved
from dashboard.services.participants import edit_participant, withdraw
from dashboard.services.plans import clear_unlocked, draft_pair, fill_in_rest, lock_drafts, unlock_drafts
from models import Participant
from tests.factories import make_cohort, make_draft, make_mentee, make_mentor, make_pairing, make_plan
from tests.planning import ON, do, drafted, set_up

PAIRS = [(mentee, mentor) for mentee in ("ana", "bo", "chi") for mentor in ("ben", "cleo")]


@pytest.fixture
def desk(database):
    """Ana Ruiz and Bo Li seek what Cleo Park offers, Chi Ito what Ben Ode does; somebody else plans elsewhere."""
    desk = set_up()
    for who, skill in (("ana", "SQL"), ("bo", "SQL"), ("chi", "Law"), ("ben", "Law"), ("cleo", "SQL")):
        do(edit_participant, participant_id=desk[who], skills=[skill])
    with writing("Ana", "Elsewhere") as session:
        cohort = make_cohort(session, "Elsewhere")
        mentor, mentee = make_mentor(session, cohort), make_mentee(session, cohort)
        make_draft(session, mentor, mentee, plan_id=make_plan(session, cohort, "First"))
    return desk


def asked(query, desk):
    with reading() as session:
        return query(session, plan_id=desk["plan"], today=ON)


def draft(desk, mentee, mentor):
    return do(draft_pair, plan_id=desk["plan"], mentor_id=desk[mentor], mentee_id=desk[mentee])


def fits(desk) -> dict[tuple[str, str], float]:
    """How well each of the three mentees fits each mentor."""
    board = asked(outlook, desk).board
    where = {
        who: people["id"].tolist().index(desk[who])
        for people, names in ((board.mentees, ("ana", "bo", "chi")), (board.mentors, ("ben", "cleo")))
        for who in names
    }
    return {
        (mentee, mentor): board.points[where[mentee], where[mentor]] / POINTS
        for mentee in ("ana", "bo", "chi")
        for mentor in ("ben", "cleo")
    }


def best_by_hand(fit) -> float:
    """The highest total fit of the three mentees in the three places."""
    seats = set(permutations(("ben", "ben", "cleo")))
    return max(sum(fit[two] for two in zip(("ana", "bo", "chi"), order, strict=True)) for order in seats)


def test_an_empty_plan_is_as_far_from_the_best_as_can_be(desk):
    best = Total(3, best_by_hand(fits(desk)), proven=True)

    assert asked(gauge, desk) == Gauge(wait=3, now=Total(0, 0.0), best=best, keep=best, impossible=0)


def test_a_plan_that_is_gone_has_no_outlook(desk):
    desk["plan"] = 99

    assert [asked(query, desk) for query in (outlook, gauge, solved)] == [None, None, None]


def test_a_cohort_without_anybody_has_an_empty_outlook(database):
    with writing("Ana", "Set up") as session:
        plan_id = make_plan(session, make_cohort(session))
    nothing = Total(0, 0.0, proven=True)

    assert asked(gauge, {"plan": plan_id}) == Gauge(0, Total(0, 0.0), nothing, nothing, 0)
    assert asked(solved, {"plan": plan_id}) == Solved((), (), nothing)


def test_what_is_locked_costs_what_it_costs(desk):
    draft(desk, "chi", "cleo")  # Chi takes the place that Ana and Bo would want

    told, fit = asked(gauge, desk), fits(desk)

    assert told.now == Total(1, fit["chi", "cleo"])
    kept = fit["chi", "cleo"] + fit["ana", "ben"] + fit["bo", "ben"]
    assert told.keep == Total(3, pytest.approx(kept), proven=True)
    assert told.best == Total(3, best_by_hand(fit), proven=True)
    assert told.best.fit > told.keep.fit


@settings(max_examples=30)
@given(
    past=st.sets(st.sampled_from(PAIRS), max_size=4),
    drafts=st.dictionaries(st.sampled_from(["ana", "bo", "chi"]), st.sampled_from(["ben", "cleo"])),
    unlocked=st.sets(st.sampled_from(["ana", "bo", "chi"])),
)
def test_no_plan_is_better_than_the_best(sqlite_database, past, drafts, unlocked):
    with writing("Ana", "Set up") as session:
        cohort = make_cohort(session)
        desk = {"cohort": cohort, "plan": make_plan(session, cohort)}
        for who, skill, places in (("ben", "Law", 2), ("cleo", "SQL", 1)):
            desk[who] = make_mentor(session, cohort, skills=(skill,), capacity=places)
        for who, skill in (("ana", "SQL"), ("bo", "SQL"), ("chi", "Law")):
            desk[who] = make_mentee(session, cohort, skills=(skill,))
        ended = {"status": "ended_early", "ended_on": ON, "end_reason": "no_time"}
        for mentee, mentor in sorted(past):
            make_pairing(session, desk[mentor], desk[mentee], **ended)
    left = {"ben": 2, "cleo": 1}
    for mentee, mentor in drafts.items():
        if left[mentor]:
            left[mentor] -= 1
            draft_id = draft(desk, mentee, mentor)
            if mentee in unlocked:
                do(unlock_drafts, plan_id=desk["plan"], draft_ids=[draft_id])

    told = asked(gauge, desk)

    now, keep, best = ((one.placed, round(one.fit, 2)) for one in (told.now, told.keep, told.best))
    assert now <= best
    assert keep <= best
    assert told.best.proven
    assert told.keep.proven


def test_a_past_pair_that_is_drafted_again_is_no_better_than_the_best(desk):
    with writing("Ana", "Before") as session:
        for who in ("ana", "bo", "chi"):
            ended = {"status": "ended_early", "ended_on": ON, "end_reason": "no_time"}
            make_pairing(session, desk["cleo"], desk[who], **ended)
    draft(desk, "chi", "cleo")

    told = asked(gauge, desk)

    assert (told.now.placed, told.keep.placed, told.best.placed) == (1, 3, 3)
    do(unlock_drafts, plan_id=desk["plan"])
    found = asked(solved, desk)
    do(fill_in_rest, plan_id=desk["plan"], pairs=found.pairs, locked=found.locked)
    assert len(drafted(desk["plan"])) == 3


def test_what_is_not_locked_leaves_the_best_as_it_is(desk):
    draft(desk, "chi", "cleo")
    do(unlock_drafts, plan_id=desk["plan"])

    told = asked(gauge, desk)

    assert (told.now.placed, told.keep) == (1, told.best)
    assert asked(outlook, desk).locked == []
    assert len(asked(outlook, desk).drafts) == 1


def test_filling_in_the_rest_reaches_the_best_that_keeps_the_locked(desk):
    draft(desk, "chi", "cleo")

    found = asked(solved, desk)
    do(fill_in_rest, plan_id=desk["plan"], pairs=found.pairs, locked=found.locked)

    assert found.locked == ((desk["chi"], desk["cleo"]),)
    assert drafted(desk["plan"]) == [
        ("Ana Ruiz", "Ben Ode", False),
        ("Bo Li", "Ben Ode", False),
        ("Chi Ito", "Cleo Park", True),
    ]
    told = asked(gauge, desk)
    assert (told.now.placed, told.now.fit) == (told.keep.placed, pytest.approx(told.keep.fit))
    again = asked(solved, desk)
    assert (set(again.pairs), again.total) == (set(found.pairs), found.total)


def test_what_became_impossible_counts_for_nothing_and_is_replaced_unless_it_is_locked(desk):
    draft(desk, "ana", "cleo")
    draft(desk, "chi", "ben")
    with writing("Ana", "Meanwhile") as session:
        make_pairing(session, desk["cleo"], make_mentee(session, desk["cohort"]))

    told = asked(gauge, desk)
    assert (told.wait, told.now, told.impossible) == (3, Total(1, fits(desk)["chi", "ben"]), 1)
    assert told.best.placed == 2

    _fill_in(desk)
    assert drafted(desk["plan"]) == [
        ("Ana Ruiz", "Cleo Park", True),
        ("Bo Li", "Ben Ode", False),
        ("Chi Ito", "Ben Ode", True),
    ]
    assert (asked(gauge, desk).impossible, asked(gauge, desk).keep.placed) == (1, 2)

    do(unlock_drafts, plan_id=desk["plan"])
    _fill_in(desk)
    assert (len(drafted(desk["plan"])), asked(gauge, desk).impossible) == (2, 0)


def test_a_draft_locked_for_somebody_who_can_not_start_now_keeps_its_place(desk):
    draft(desk, "ana", "cleo")
    do(withdraw, participant_id=desk["ana"])

    _fill_in(desk)

    assert drafted(desk["plan"]) == [
        ("Ana Ruiz", "Cleo Park", True),
        ("Bo Li", "Ben Ode", False),
        ("Chi Ito", "Ben Ode", False),
    ]


def _fill_in(desk):
    found = asked(solved, desk)
    do(fill_in_rest, plan_id=desk["plan"], pairs=found.pairs, locked=found.locked)


def test_who_is_paired_or_gone_by_now_is_not_on_the_board(desk):
    for who in ("ana", "bo"):
        draft(desk, who, "ben")
    with writing("Ana", "Meanwhile") as session:
        make_pairing(session, desk["cleo"], desk["ana"])
        withdraw(session, participant_id=desk["bo"], today=ON)

    found = asked(outlook, desk)

    assert found.board.mentees["name"].tolist() == ["Chi Ito"]
    assert (len(found.drafts), found.impossible) == (0, 2)


def test_who_completed_a_pairing_and_is_drafted_again_is_on_the_board(desk):
    with writing("Ana", "Done") as session:
        make_pairing(session, desk["ben"], desk["ana"], status="completed", ended_on=ON)
    assert asked(gauge, desk).wait == 2

    draft(desk, "ana", "ben")  # again with the same mentor, because the coordinator asks for it

    told, found = asked(gauge, desk), asked(outlook, desk)
    assert (told.wait, told.now.placed, told.keep.placed) == (3, 1, 3)
    assert found.board.mentees["name"].tolist() == ["Ana Ruiz", "Bo Li", "Chi Ito"]
    assert found.drafts[["mentee", "mentor", "trouble"]].to_numpy().tolist() == [["Ana Ruiz", "Ben Ode", ""]]
    do(clear_unlocked, plan_id=desk["plan"])
    do(lock_drafts, plan_id=desk["plan"])
    assert asked(solved, desk).locked == ((desk["ana"], desk["ben"]),)


def test_a_mentor_who_is_withdrawn_has_no_place_in_any_plan(desk):
    draft(desk, "ana", "ben")
    with writing("Ana", "Left") as session:
        session.get_one(Participant, desk["ben"]).status = "withdrawn"

    told = asked(gauge, desk)

    assert (told.wait, told.now.placed, told.best.placed, told.impossible) == (3, 0, 1, 1)
