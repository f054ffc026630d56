"""A believable sample program of any size, reproducible, loaded in one action and removed again without a trace.

``load_sample(session, today=today)`` in ``writing(actor, summary, kind=ActionKind.SAMPLE)`` loads it, and
``erase_sample(actor=actor)`` removes it in a transaction of its own. ``has_sample(session)`` says which of the two to
offer; show ``sample_footprint(session)`` before the removal, because it can't be undone.
"""

from dashboard.sample.loading import DEFAULT_PEOPLE, DEFAULT_SEED, has_sample, load_sample
from dashboard.sample.program import invent
from dashboard.sample.removal import Footprint, erase_sample, remove_sample, sample_footprint

__all__ = [
    "DEFAULT_PEOPLE",
    "DEFAULT_SEED",
    "Footprint",
    "erase_sample",
    "has_sample",
    "invent",
    "load_sample",
    "remove_sample",
    "sample_footprint",
]
