"""A bar for a long step: it says which step, and is always a little further."""

import time

from dashboard.ui.upload.progress import HALF, Steps


def test_a_step_goes_on_and_ends_only_when_it_is_done():
    steps = Steps(("reading", "writing"))
    steps.since = time.monotonic() - HALF
    half = steps.share
    steps.since -= 100 * HALF
    late = steps.share
    steps.next()

    assert (round(half, 2), round(late, 2), round(steps.share, 2), steps.words[steps.at]) == (0.25, 0.5, 0.5, "writing")
    steps.next()
    assert (steps.at, steps.share < 1) == (1, True)
