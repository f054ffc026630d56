"""Showing how far a long step is while it works: the work itself never speaks to the screen, a second thread does.

A rerun ends a script at its next word to the screen, and so would end a half-told import; it can't end one that says
nothing.
"""

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


@dataclass
class Steps:
    """Which of the steps is being taken; set by the work, read by who shows it."""

    words: tuple[str, ...]
    at: int = 0
    is_over: threading.Event = field(default_factory=threading.Event)

    def next(self) -> None:
        """One step further."""
        self.at = min(self.at + 1, len(self.words) - 1)


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
        place.progress((steps.at + 0.5) / len(steps.words), words)
