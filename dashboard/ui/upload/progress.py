"""Showing how far a long step is while it works: the work itself never speaks to the screen, a second thread does.

A rerun ends a script at its next word to the screen, and so would end a half-told import; it can't end one that says
nothing.
"""

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import add_script_run_ctx

SOON = 0.4
"""Seconds until something is shown, and between two looks."""
HALF = 3
"""Seconds in which the bar goes half of what is left of a step: nobody knows how long it takes, but that it goes on."""


@dataclass
class Steps:
    """Which of the steps is being taken; set by the work, read by who shows it."""

    words: tuple[str, ...]
    at: int = 0
    since: float = field(default_factory=time.monotonic)
    """When this step began."""
    is_over: threading.Event = field(default_factory=threading.Event)

    def next(self) -> None:
        """One step further."""
        self.at, self.since = min(self.at + 1, len(self.words) - 1), time.monotonic()

    @property
    def share(self) -> float:
        """How far it is, 0-1: always a little further than before, and at the end of a step only when it is done."""
        return (self.at + 1 - math.pow(0.5, (time.monotonic() - self.since) / HALF)) / len(self.words)


@contextmanager
def shown(*words: str) -> Iterator[Steps]:
    """A bar with these steps for as long as the block takes; a short one shows nothing."""
    steps, place = Steps(words), st.empty()
    teller = threading.Thread(target=_tell, args=(steps, place, time.monotonic()), daemon=True)
    add_script_run_ctx(teller)
    teller.start()
    try:
        yield steps
    finally:
        steps.is_over.set()
        teller.join()
    place.empty()


def _tell(steps: Steps, place: DeltaGenerator, since: float) -> None:
    while not steps.is_over.wait(SOON):
        seconds = f"{time.monotonic() - since:.0f} s"
        words = f"Step {steps.at + 1} of {len(steps.words)}: {steps.words[steps.at]}, {seconds}"
        place.progress(steps.share, words)
