"""Groups and swaps: several pairings in one act."""

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.queries.stories import story
from dashboard.services.pairings import pair_group, swap_mentors
from models import Pairing, Participant, Person
from tests.factories import make_cohort, make_meeting, make_pair, make_pairing
from tests.planning import ON, do, open_pairs, refused, set_up, take_back
from tests.tables import rows

BEGUN = ON.replace(month=2)


@pytest.fixture
def desk(database) -> dict[str, int]:
    return set_up()


@pytest.fixture
def paired(desk) -> dict[str, int]:
    """Ana Ruiz and Bo Li are with Ben Ode, Chi Ito is with Cleo Park: both mentors are full."""
    with writing("Ana", "Paired") as session:
        for mentee, mentor in (("ana", "ben"), ("bo", "ben"), ("chi", "cleo")):
            desk[f"{mentee}s"] = make_pairing(session, desk[mentor], desk[mentee], started_on=BEGUN)
    return desk


def swap(desk, one, other, **changes):
    asked = {"on": ON, "reason": "other_skills", "note": "Agreed with both."}
    return {"pairing_id": desk[one], "other_id": desk[other], **asked, **changes}


def test_a_group_is_paired_in_one_action(desk):
    before = rows()

    mentees = [desk["chi"], desk["ana"], desk["chi"]]
    made = do(pair_group, mentor_id=desk["ben"], mentee_ids=mentees, started_on=ON, rationale="A group on law.")

    with reading() as session:
        found = session.exec(select(Pairing).order_by(col(Pairing.id))).all()
        assert [(row.id, row.mentee_id, row.mentor_id, row.started_on, row.rationale) for row in found] == [
            (made[0], desk["chi"], desk["ben"], ON, "A group on law."),
            (made[1], desk["ana"], desk["ben"], ON, "A group on law."),
        ]
    take_back()
    assert rows() == before


def test_a_group_that_does_not_fit_is_refused_whole_and_by_name(desk):
    group = {"started_on": ON, "mentee_ids": [desk["ana"], desk["bo"], desk["chi"]]}

    assert refused(pair_group, mentor_id=desk["ben"], **group) == (
        "Chi Ito can't be paired with Ben Ode: Ben Ode has 2 places left, which others take. "
        "Raise the capacity or choose another mentor."
    )
    with writing("Ana", "Meanwhile") as session:
        make_pairing(session, desk["cleo"], desk["ana"])
        session.get_one(Participant, desk["bo"]).status = "waitlisted"
    assert refused(pair_group, mentor_id=desk["ben"], **group) == (
        "These can't be paired: Ana Ruiz with Ben Ode (Ana Ruiz is paired with Cleo Park now) and "
        "Bo Li with Ben Ode (Bo Li is waitlisted). Choose others for them."
    )
    assert refused(pair_group, mentor_id=desk["ben"], mentee_ids=[], started_on=ON) == "Choose at least one mentee."


def test_two_full_mentors_exchange_their_mentees_in_one_action(paired):
    with writing("Ana", "Met") as session:
        make_meeting(session, paired["anas"], BEGUN)
    before = rows()

    made = do(swap_mentors, **swap(paired, "anas", "chis"))

    expected = [(paired["ana"], paired["cleo"]), (paired["bo"], paired["ben"]), (paired["chi"], paired["ben"])]
    assert sorted(open_pairs()) == sorted(expected)
    with reading() as session:
        new = [session.get_one(Pairing, one) for one in made]
        assert [(row.mentee_id, row.mentor_id, row.started_on) for row in new] == [
            (paired["ana"], paired["cleo"], ON),
            (paired["chi"], paired["ben"], ON),
        ]
        old = [session.get_one(Pairing, paired[one]) for one in ("anas", "chis")]
        assert [(row.status, row.ended_on, row.end_reason, row.end_note) for row in old] == [
            ("ended_early", ON, "other_skills", "Agreed with both.")
        ] * 2
        assert story(session, pairing_id=made[0])["detail"].tolist() == [
            "moved from Ben Ode: needs someone else's skills; by Ana"
        ]
    take_back()
    assert rows() == before


def test_a_swap_that_a_rule_forbids_changes_nothing(paired):
    with writing("Ana", "Manager") as session:
        person_id = session.get_one(Participant, paired["chi"]).person_id
        session.get_one(Person, person_id).manager_email = "ben@example.org"

    assert refused(swap_mentors, **swap(paired, "anas", "chis")) == (
        "Ben Ode is Chi Ito's manager. Choose another mentor."
    )


def test_a_swap_needs_two_open_pairings_of_one_cohort_with_two_mentors_and_a_reason(paired):
    with writing("Ana", "Another") as session:
        paired["far"] = make_pair(session, make_cohort(session), "Far Off", "Far Away")
    assert refused(swap_mentors, **swap(paired, "anas", "bos")) == (
        "Both are with Ben Ode. Choose two pairings with different mentors."
    )
    assert refused(swap_mentors, **swap(paired, "anas", "far")) == (
        "Ana Ruiz with Ben Ode and Far Away with Far Off are in different cohorts. Choose two of the same cohort."
    )
    assert refused(swap_mentors, **swap(paired, "anas", "chis", reason=None)) == (
        "An early end needs a reason. Choose one."
    )
    do(swap_mentors, **swap(paired, "anas", "chis"))
    assert refused(swap_mentors, **swap(paired, "bos", "chis")) == (
        "Chi Ito with Cleo Park is ended by now, so it can't be ended. Look at it again before you go on."
    )
