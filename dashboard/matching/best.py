"""What the best plan of a whole cohort comes to, kept by what the problem is: drafting changes nothing in it.

Its prices make every plan that is like it a matter of a few moves. That is also why it names nobody: of equal plans any
may be found, but what they come to, and what their places are worth, is the same for all of them.
"""

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

import numpy as np

from dashboard.matching.plan import Problem, Whole, as_plan, solve
from dashboard.matching.prices import FAR, losses, shows

MOST_KEPT = 16
"""As many cohorts as are worked on at once; each is kept as one number a mentor."""


@dataclass(frozen=True)
class Best:
    """People ``placed`` and their ``points``; ``proven`` when prices show that no plan is better. What is lost with a
    place of each mentor, in ``people`` and ``fit``."""

    placed: int
    points: int
    proven: bool
    people: Whole
    fit: Whole

    def near(self, given: Problem) -> Problem:
        """A problem of the same mentors, to be solved from here: the plan is as good, and there in a moment."""
        return replace(given, near=self.people * given.person + self.fit)


def best(given: Problem) -> Best:
    """The best plan of a problem; the same one is not solved twice."""
    key = _content(given)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
        last = next(reversed(_kept.values()), None)
    found = _solved(last.near(given) if last is not None and len(last.fit) == len(given.places) else given)
    with _lock:
        _kept[key] = found
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _solved(given: Problem) -> Best:
    mentor = solve(given.worth, given.places, given.near)
    plan, price = as_plan(given, mentor), losses(given, mentor).price
    finite = np.where(price < FAR, price, 0)
    return Best(plan.placed, plan.points, shows(given, mentor, price), given.people(finite), given.fit(finite))


def _content(given: Problem) -> bytes:
    """Everything that the answer depends on, in a few bytes."""
    told = hashlib.blake2b(repr(given.points.shape).encode(), digest_size=16)
    narrow = given.points.astype(np.min_scalar_type(int(given.points.max(initial=0))))
    for part in (narrow, np.packbits(given.allowed), given.places):
        told.update(part.tobytes())
    return told.digest()


_lock = threading.Lock()
_kept: OrderedDict[bytes, Best] = OrderedDict()
