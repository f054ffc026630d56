"""When to look at a pairing: its states, the rules of the flags and their words, each declared once. No database.

A flag says "check in, because ..."; it never predicts. Three things are kept apart: *too early* to tell, *no data*
(nobody has recorded anything, so nothing is known, good or bad), and a reason to check in.

An active pairing is
- ``no_data`` when nothing at all was recorded and the days until the first meeting are over,
- ``check_in`` when a flag stands,
- ``too_early`` when no meeting was held yet and there is still time for the first one,
- ``on_track`` otherwise.
A paused pairing is ``paused``, and nothing is expected of it. Draft and ended pairings have no state.
"""

from dataclasses import dataclass
from enum import StrEnum

LOW_RATING = 2
"""An answer of 1 or 2 out of 5 about the relationship or the progress is low."""
OVERDUE_DAYS = 7
"""Days that a check-in may be late before it is overdue."""


class HealthState(StrEnum):
    """The states, the most pressing first; ``check_in`` and ``no_data`` stand together, ordered by their flags."""

    CHECK_IN = "check_in"
    NO_DATA = "no_data"
    TOO_EARLY = "too_early"
    ON_TRACK = "on_track"
    PAUSED = "paused"


TO_CONTACT = (HealthState.CHECK_IN, HealthState.NO_DATA)
"""The states of the pairings to look at today."""


@dataclass(frozen=True)
class Flag:
    """A reason to check in. ``rule`` says when it stands, ``advice`` what to do; ``weight`` orders: one heavier flag
    goes before any number of lighter ones."""

    key: str
    weight: int
    rule: str
    advice: str


NOT_A_FIT = Flag(
    "not_a_fit",
    16,
    "The latest answers of one of the two say that it is not a fit.",
    "Ask {who} what is missing, and whether somebody else would fit better.",
)
LOW_ANSWER = Flag(
    "low_answer",
    8,
    f"The latest answers of one of the two rate the relationship or the progress {LOW_RATING} or less, out of 5.",
    "Ask {who} what would help.",
)
NO_FIRST_MEETING = Flag(
    "no_first_meeting",
    4,
    "No meeting was held, and the days until the first meeting are over.",
    "Ask {who} what is in the way, and help to fix a first date.",
)
QUIET = Flag(
    "quiet",
    2,
    "The last meeting is longer ago than the cohort allows.",
    "Ask {who} how it goes, and for the next date.",
)
CHECK_IN_OVERDUE = Flag(
    "check_in_overdue",
    1,
    f"One of the two has not answered the check-in that is due, {OVERDUE_DAYS} days after its day.",
    "Ask {who} for the answers, or record them together.",
)
FLAGS = (NOT_A_FIT, LOW_ANSWER, NO_FIRST_MEETING, QUIET, CHECK_IN_OVERDUE)
"""Every flag, the heaviest first."""


def standing(urgency: int) -> list[Flag]:
    """The flags in a sum of weights, the heaviest first."""
    return [flag for flag in FLAGS if urgency & flag.weight]
