import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.demands import Demands, unmet
from dashboard.matching.options import options
from dashboard.matching.rules import Rule, blocks, pair_bits, why
from tests.matching.parties import ON, SKILLS, people, skills, somebody


def separations(*pairs):
    return pd.DataFrame(pairs, columns=["person_a_id", "person_b_id"], dtype="int64")


def past(*pairs):
    return pd.DataFrame(pairs, columns=["mentee_person_id", "mentor_person_id"], dtype="int64")


def ruled(mentees, mentors, *, apart=(), before=(), demands=Demands()):  # noqa: B008 (it is frozen)
    return blocks(
        mentees, mentors, separations=separations(*apart), past=past(*before), demands=demands, on=ON
    ).tolist()


def test_nothing_blocks_two_strangers():
    assert ruled(people({}), people({}, first_id=100)) == [[0]]


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

    assert ruled(mentees, mentors, apart=[(1, 77)], before=[(2, 900)]) == [
        [Rule.SAME_PERSON, Rule.MANAGER, 0, Rule.SEPARATED, Rule.NOT_ACTIVE, Rule.FULL, 0, 0],
        [0, 0, Rule.REPORT, 0, Rule.NOT_ACTIVE, Rule.FULL, Rule.PAST, 0],
    ]


def test_separation_holds_in_either_order():
    assert ruled(people({"person_id": 77}), people({"person_id": 5}), apart=[(5, 77)]) == [[Rule.SEPARATED]]


def test_several_rules_on_one_pair_are_all_kept():
    mentors = people({"person_id": 1, "taken": 1, "status": "waitlisted"}, first_id=100)

    assert ruled(people({"person_id": 1}), mentors, before=[(1, 1), (1, 1)]) == [
        [Rule.SAME_PERSON | Rule.FULL | Rule.NOT_ACTIVE | Rule.PAST]
    ]


def test_missing_addresses_are_nobodys():
    assert ruled(people({}), people({}, first_id=100)) == [[0]]


@pytest.mark.parametrize(
    ("demands", "field", "values", "rule"),
    [
        (Demands(same_department=True), "department", ("Sales", "SALES ", "Legal"), Rule.OTHER_DEPARTMENT),
        (Demands(other_department=True), "department", ("Sales", "Legal", "sales"), Rule.SAME_DEPARTMENT),
        (Demands(common_language=True), "languages", ("Norsk, English", "english", "Spanish"), Rule.NO_LANGUAGE),
        (Demands(hours_apart=1), "time_zone", ("Europe/Oslo", "Europe/London", "America/Lima"), Rule.HOURS_APART),
    ],
)
def test_demand_of_a_cohort_blocks_who_does_not_meet_it_and_nobody_unknown(demands, field, values, rule):
    own, meets, does_not = ({field: value} for value in values)

    assert ruled(people(own, {}), people(meets, does_not, {}, first_id=100), demands=demands) == [[0, rule, 0], [0] * 3]
    assert ruled(people(own), people(does_not, first_id=100)) == [[0]], "unless it is demanded, nothing is blocked"


def test_several_demands_are_all_kept():
    mentee = {"department": "Sales", "languages": "English", "time_zone": "Europe/Oslo"}
    mentor = {"department": "Legal", "languages": "Norsk", "time_zone": "America/Lima", "taken": 1}

    bits = ruled(people(mentee), people(mentor, first_id=100), demands=Demands(True, False, True, 6))

    assert bits == [[Rule.OTHER_DEPARTMENT | Rule.NO_LANGUAGE | Rule.HOURS_APART | Rule.FULL]]


def test_rules_are_told_in_words():
    mentor = {"name": "Ben Ode", "status": "withdrawn", "taken": 2, "capacity": 2, "department": "Legal"}

    assert why(Rule.FULL, "Ana Ruiz", mentor) == "Ben Ode is full: 2 of 2 places taken"
    assert why(Rule.MANAGER, "Ana Ruiz", mentor) == "Ben Ode is Ana Ruiz's manager"
    assert why(Rule.REPORT, "Ana Ruiz", mentor) == "Ben Ode reports to Ana Ruiz"
    assert why(Rule.SAME_PERSON, "Ana Ruiz", mentor) == "the same person"
    assert why(Rule.SEPARATED, "Ana Ruiz", mentor, apart="cousins") == "kept apart: cousins"
    assert why(Rule.SEPARATED, "Ana Ruiz", mentor) == "kept apart"
    told = why(Rule(Rule.OTHER_DEPARTMENT | Rule.NO_LANGUAGE | Rule.HOURS_APART), "Ana Ruiz", mentor, hours=3)
    assert told == "another department: Legal; no language in common; more than 3 hours apart"
    assert why(Rule.SAME_DEPARTMENT, "Ana Ruiz", mentor) == "the same department: Legal"
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

    allowed = blocks(mentees, mentors, separations=apart, past=past(), demands=Demands(), on=ON) == 0
    assert found["free"].tolist() == allowed.sum(axis=1).tolist()
    assert [None if pd.isna(count) else count for count in found["offering"]] == [
        sum(bool(allowed[at, other] and set(names) & set(offer[other])) for other in range(len(offer)))
        if names
        else None
        for at, names in enumerate(seek)
    ]


demands = st.builds(Demands, st.booleans(), st.booleans(), st.booleans(), st.none() | st.integers(0, 12))


@settings(max_examples=40)
@given(
    own=st.lists(somebody, min_size=1, max_size=5), others=st.lists(somebody, min_size=1, max_size=9), demands=demands
)
def test_options_leave_out_who_does_not_meet_a_demand(own, others, demands):
    mentees, mentors = people(*map(_unskilled, own)), people(*map(_unskilled, others), first_id=100)
    apart = [kinds for _, kinds in unmet(demands, mentees, mentors, ON)]
    nothing = skills(mentees, [[] for _ in own])

    found = options(mentees, mentors, blocked=_nobody(), sought=nothing, offered=nothing, unmet=apart)

    allowed = blocks(mentees, mentors, separations=separations(), past=past(), demands=demands, on=ON) == 0
    assert found["free"].tolist() == allowed.sum(axis=1).tolist()


def _unskilled(row):
    return {name: value for name, value in row.items() if name != "skills"}


def _nobody():
    return pd.DataFrame({"mentee": [], "mentor": []}, dtype="int64")
