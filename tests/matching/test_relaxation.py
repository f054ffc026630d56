from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.plan import Problem, fill_in
from dashboard.matching.relaxation import LIFTABLE, Relaxation, relaxations, why_not
from dashboard.matching.rules import Rule
from tests.matching.brute import best, locks, more_places, problems

OWN = (Rule.OTHER_DEPARTMENT, Rule.NO_LANGUAGE, Rule.HOURS_APART)
SEVERAL = (Rule.SEPARATED | Rule.MANAGER, Rule.PAST | Rule.NO_LANGUAGE, Rule.NO_LANGUAGE | Rule.HOURS_APART)
bit = st.sampled_from([0, 0, 0, 0, 0, Rule.SEPARATED, Rule.PAST, Rule.MANAGER, *OWN, *SEVERAL])


@st.composite
def ruled(draw):
    """A problem whose forbidden pairs each have their rules; a mentor without places is full for everybody."""
    asked = draw(problems(most=8))
    shape = asked.points.shape
    bits = np.array(draw(st.lists(bit, min_size=asked.points.size, max_size=asked.points.size)), dtype=np.uint16)
    bits = bits.reshape(shape)
    allowed = bits == 0
    bits |= np.where(asked.places == 0, Rule.FULL, 0).astype(np.uint16)
    return replace(asked, allowed=allowed), bits


@settings(max_examples=400)
@given(st.data())
def test_relaxations_are_those_of_trying_each(data):
    asked, bits = data.draw(ruled())
    locked = data.draw(locks(asked))
    optional = data.draw(st.sampled_from([(), OWN, (Rule.PAST, *OWN)]))

    found = relaxations(asked, bits, optional=optional, locked=locked)

    assert sorted(map(_key, found)) == sorted(map(_key, _by_trying(asked, bits, optional, locked, best)))
    gained = [(one.people, one.points) for one in found]
    assert gained == sorted(gained, reverse=True)


def _key(one):
    return one.people, one.points, one.mentor or -1, one.mentee or -1, one.rule or 0, one.mentor is None


def _by_trying(asked, bits, optional, locked, best):
    """Every relaxation there is, and what ``best`` says of each."""
    people, points = best(asked, locked)
    bits = bits & ~np.uint16(Rule.FULL)
    tried = [(more_places(asked, mentor), {"mentor": mentor}) for mentor in range(len(asked.places))]
    for mentee, mentor in np.argwhere(bits > 0):
        rule = bits[mentee, mentor]
        if rule in LIFTABLE and mentee not in dict(locked):
            allowed = asked.allowed.copy()
            allowed[mentee, mentor] = True
            what = {"mentor": int(mentor), "mentee": int(mentee), "rule": Rule(int(rule))}
            tried.append((replace(asked, allowed=allowed), what))
    for rule in optional:
        tried.append((replace(asked, allowed=asked.allowed | (bits == np.uint16(rule))), {"rule": rule}))
    values = [(best(given, locked), what) for given, what in tried]
    return [Relaxation(now - people, fit - points, **what) for (now, fit), what in values if now > people]


def _solved_anew(asked, locked):
    plan = fill_in(asked, locked)
    return plan.placed, plan.points


@pytest.mark.parametrize(("size", "open_to"), [(60, 0.03), (200, 0.008)])
def test_large_relaxations_equal_solving_each_anew(size, open_to):
    draw, shape = np.random.default_rng(size), (size, size)
    bits = np.where(draw.random(shape) < open_to, 0, Rule.MANAGER).astype(np.uint16)
    for rule, share in (
        (Rule.SEPARATED, 0.002),
        (Rule.PAST, 0.002),
        (Rule.NO_LANGUAGE, 0.01),
        (Rule.HOURS_APART, 0.01),
    ):
        bits[draw.random(shape) < share] = rule
    asked = Problem(draw.integers(0, 10_001, shape), bits == 0, draw.integers(0, 3, size))
    locked = [(mentee, int(np.flatnonzero(asked.places)[mentee])) for mentee in range(5)]

    found = relaxations(asked, bits, optional=OWN, locked=locked)

    tried = _by_trying(asked, bits, OWN, locked, _solved_anew)
    assert sorted(map(_key, found)) == sorted(map(_key, tried))
    kinds = {(one.mentor is not None, one.mentee is not None, one.rule) for one in found}
    assert len(kinds) > 3, "places, pairs and rules are all among them"


def test_one_more_place_is_found_along_a_chain():
    # Ana needs the first mentor, whom Bo has, who could go to the second, who is full with Cy.
    allowed = np.array([[True, False], [True, True], [False, True]])
    asked = Problem(np.full((3, 2), 5000), allowed, np.array([1, 1]))

    found = relaxations(asked, np.where(allowed, 0, Rule.MANAGER).astype(np.uint16))

    assert found == [Relaxation(1, 5000, mentor=0), Relaxation(1, 5000, mentor=1)]


def test_nothing_helps_where_everybody_is_placed():
    asked = Problem(np.full((1, 2), 5000), np.ones((1, 2), dtype=bool), np.array([1, 1]))

    assert relaxations(asked, np.zeros((1, 2), dtype=np.uint16), optional=(Rule.PAST,)) == []


@given(st.lists(st.lists(bit, min_size=4, max_size=4), min_size=1, max_size=4), st.data())
def test_why_not_counts_as_one_by_one(rows, data):
    bits = np.array(rows, dtype=np.uint16)
    mentee = data.draw(st.integers(0, len(rows) - 1))

    found = why_not(bits, mentee)

    counts = {rule: sum(bool(cell & rule) for cell in rows[mentee]) for rule in Rule}
    assert found.to_dict() == {rule: count for rule, count in counts.items() if count}
    assert found.tolist() == sorted(found, reverse=True)


def test_why_not_counts_the_rules_in_the_way():
    bits = np.array([[Rule.FULL, Rule.FULL | Rule.SEPARATED, 0, Rule.MANAGER]], dtype=np.uint16)

    assert why_not(bits, 0).to_dict() == {Rule.FULL: 2, Rule.MANAGER: 1, Rule.SEPARATED: 1}
    assert why_not(np.zeros((1, 3), dtype=np.uint16), 0).empty
