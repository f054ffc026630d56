import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.matching.options import options
from dashboard.matching.rules import Rule, blocks, pair_bits, why
from tests.matching.parties import SKILLS, people, skills


def separations(*pairs):
    return pd.DataFrame(pairs, columns=["person_a_id", "person_b_id"], dtype="int64")


def past(*pairs):
    return pd.DataFrame(pairs, columns=["mentee_person_id", "mentor_person_id"], dtype="int64")


def test_nothing_blocks_two_strangers():
    bits = blocks(people({}), people({}, first_id=100), separations=separations(), past=past())

    assert bits.tolist() == [[0]]


def test_each_rule_blocks_its_own_pairs_and_no_others():
    mentees = people(
        {"person_id": 1, "email_key": "a@x.org", "manager_email": "boss@x.org"},
        {"person_id": 2, "email_key": "b@x.org"},
    )
    mentors = people(
        {"person_id": 1, "email_key": "a@x.org"},
        {"email_key": "boss@x.org"},
        {"manager_email": "b@x.org"},
        {"person_id": 77},
        {"status": "withdrawn"},
        {"capacity": 2, "taken": 2},
        {"person_id": 900},
        {},
        first_id=100,
    )

    bits = blocks(mentees, mentors, separations=separations((1, 77)), past=past((2, 900)))

    assert bits.tolist() == [
        [Rule.SAME_PERSON, Rule.MANAGER, 0, Rule.SEPARATED, Rule.NOT_ACTIVE, Rule.FULL, 0, 0],
        [0, 0, Rule.REPORT, 0, Rule.NOT_ACTIVE, Rule.FULL, Rule.PAST, 0],
    ]


def test_separation_holds_in_either_order():
    bits = blocks(people({"person_id": 77}), people({"person_id": 5}), separations=separations((5, 77)), past=past())

    assert bits.tolist() == [[Rule.SEPARATED]]


def test_several_rules_on_one_pair_are_all_kept():
    mentors = people({"person_id": 1, "taken": 1, "status": "waitlisted"}, first_id=100)

    bits = blocks(people({"person_id": 1}), mentors, separations=separations(), past=past((1, 1), (1, 1)))

    assert bits.tolist() == [[Rule.SAME_PERSON | Rule.FULL | Rule.NOT_ACTIVE | Rule.PAST]]


def test_missing_addresses_are_nobodys():
    assert blocks(people({}), people({}, first_id=100), separations=separations(), past=past()).tolist() == [[0]]


def test_rules_are_told_in_words():
    mentor = {"name": "Ben Ode", "status": "withdrawn", "taken": 2, "capacity": 2}

    assert why(Rule.FULL, "Ana Ruiz", mentor) == "Ben Ode is full: 2 of 2 places taken"
    assert why(Rule.MANAGER, "Ana Ruiz", mentor) == "Ben Ode is Ana Ruiz's manager"
    assert why(Rule.REPORT, "Ana Ruiz", mentor) == "Ben Ode reports to Ana Ruiz"
    assert why(Rule.SAME_PERSON, "Ana Ruiz", mentor) == "the same person"
    assert why(Rule.SEPARATED, "Ana Ruiz", mentor, apart="cousins") == "kept apart: cousins"
    assert why(Rule.SEPARATED, "Ana Ruiz", mentor) == "kept apart"
    assert why(Rule.NOT_ACTIVE | Rule.PAST, "Ana Ruiz", mentor, before="until 3 Mar 2026") == (
        "Ben Ode is withdrawn; paired before, until 3 Mar 2026"
    )


some_skills = st.lists(st.lists(st.sampled_from(SKILLS), unique=True, max_size=3), min_size=1, max_size=12)


@given(seek=some_skills, offer=some_skills, apart=st.lists(st.tuples(st.integers(1, 12), st.integers(100, 111))))
def test_options_are_counted_as_one_by_one(seek, offer, apart):
    mentees, mentors = people(*({} for _ in seek)), people(*({} for _ in offer), first_id=100)
    apart = separations(*apart)
    blocked = pair_bits(mentees, mentors, separations=apart, past=past())

    found = options(mentees, mentors, blocked=blocked, sought=skills(mentees, seek), offered=skills(mentors, offer))

    allowed = blocks(mentees, mentors, separations=apart, past=past()) == 0
    assert found["free"].tolist() == allowed.sum(axis=1).tolist()
    assert [None if pd.isna(count) else count for count in found["offering"]] == [
        sum(bool(allowed[at, other] and set(names) & set(offer[other])) for other in range(len(offer)))
        if names
        else None
        for at, names in enumerate(seek)
    ]
