from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.plan import Problem
from dashboard.matching.relaxation import LIFTABLE, Relaxation, relaxations, why_not
from dashboard.matching.rules import Rule
from tests.matching.brute import best, locks, more_places, problems

bit = st.sampled_from([0, 0, 0, Rule.SEPARATED, Rule.PAST, Rule.MANAGER, Rule.SEPARATED | Rule.MANAGER])


@st.composite
def ruled(draw):
    """A problem whose forbidden pairs each have their rules; a mentor without places is full for everybody."""
    asked = draw(problems(most=6))
    shape = asked.points.shape
    bits = np.array(draw(st.lists(bit, min_size=asked.points.size, max_size=asked.points.size)), dtype=np.uint16)
    bits = bits.reshape(shape)
    allowed = bits == 0
    bits |= np.where(asked.places == 0, Rule.FULL, 0).astype(np.uint16)
    return replace(asked, allowed=allowed), bits


@settings(max_examples=150)
@given(st.data())
def test_relaxations_are_those_of_trying_each(data):
    asked, bits = data.draw(ruled())
    locked = data.draw(locks(asked))
    optional = (Rule.PAST, Rule.SEPARATED)

    found = relaxations(asked, bits, optional=optional, locked=locked)

    assert sorted(map(_key, found)) == sorted(map(_key, _by_trying(asked, bits, optional, locked)))
    gained = [(one.people, one.points) for one in found]
    assert gained == sorted(gained, reverse=True)


def _key(one):
    return one.people, one.points, one.mentor or -1, one.mentee or -1, one.rule or 0, one.mentor is None


def _by_trying(asked, bits, optional, locked):
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


def test_one_more_place_is_found_along_a_chain():
    # Ana needs the first mentor, whom Bo has, who could go to the second, who is full with Cy.
    allowed = np.array([[True, False], [True, True], [False, True]])
    asked = Problem(np.full((3, 2), 5000), allowed, np.array([1, 1]))

    found = relaxations(asked, np.where(allowed, 0, Rule.MANAGER).astype(np.uint16))

    assert found == [Relaxation(1, 5000, mentor=0), Relaxation(1, 5000, mentor=1)]


def test_nothing_helps_where_everybody_is_placed():
    asked = Problem(np.full((1, 2), 5000), np.ones((1, 2), dtype=bool), np.array([1, 1]))

    assert relaxations(asked, np.zeros((1, 2), dtype=np.uint16), optional=(Rule.PAST,)) == []


def test_why_not_counts_the_rules_in_the_way():
    bits = np.array([[Rule.FULL, Rule.FULL | Rule.SEPARATED, 0, Rule.MANAGER]], dtype=np.uint16)

    assert why_not(bits, 0).to_dict() == {Rule.FULL: 2, Rule.MANAGER: 1, Rule.SEPARATED: 1}
    assert why_not(np.zeros((1, 3), dtype=np.uint16), 0).empty
