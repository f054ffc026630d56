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

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dashboard.words import both, counted, day

LOW_RATING = 2
"""An answer of 1 or 2 out of 5 about the relationship or the progress is low."""
OVERDUE_DAYS = 7
"""Days that a check-in may be late before it is overdue."""


class HealthState(StrEnum):
    """The states, the most pressing first."""

    CHECK_IN = "check_in"
    NO_DATA = "no_data"
    TOO_EARLY = "too_early"
    ON_TRACK = "on_track"
    PAUSED = "paused"


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

NO_DATA_ADVICE = "Ask {who} whether they have met, and log it."
WAVE_WORDS = {
    "baseline": "baseline",
    "first_meeting": "first-meeting",
    "pulse": "pulse",
    "midpoint": "midpoint",
    "final": "final",
}

ROLES = ("mentee", "mentor")
"""The mentee first: a program is for them."""

Facts = Mapping[str, Any]
"""A row of ``queries.states``: the pairing, its names, what was held, what each of the two (``mentor_``, ``mentee_``)
said last, whether they owe a check-in, and the sum of the weights of its flags as ``urgency``."""


def standing(urgency: int) -> list[Flag]:
    """The flags in a sum of weights, the heaviest first."""
    return [flag for flag in FLAGS if urgency & flag.weight]


def reasons(facts: Facts, *, today: date) -> list[str]:
    """Why to check in, in words; the heaviest reason first. Empty when there is nothing to say."""
    if facts["state"] == HealthState.NO_DATA:
        since = counted((today - facts["started_on"]).days, "day")
        return [f"Nothing recorded in the {since} since the start"]
    if facts["state"] != HealthState.CHECK_IN:
        return []
    return [words for flag in standing(facts["urgency"]) for words in _because(flag, facts, today)]


def contacts(facts: Facts) -> list[str]:
    """Whom to ask: those who said or owe something, else both."""
    if facts["state"] != HealthState.CHECK_IN:
        return [facts["mentee"], facts["mentor"]]
    heaviest = standing(facts["urgency"])[0]
    return [facts[role] for role in _roles(heaviest, facts)]


def advice(facts: Facts) -> str:
    """What to do about the heaviest reason."""
    words = NO_DATA_ADVICE if facts["state"] == HealthState.NO_DATA else standing(facts["urgency"])[0].advice
    return words.format(who=both(contacts(facts)))


def _roles(flag: Flag, facts: Facts) -> list[str]:
    """Whom a flag is about."""
    about = {
        NOT_A_FIT: {role: facts[f"{role}_fit"] == "not_a_fit" for role in ROLES},
        LOW_ANSWER: {role: _low(role, facts) for role in ROLES},
        CHECK_IN_OVERDUE: {role: facts[f"{role}_owes"] for role in ROLES},
    }
    return [role for role in ROLES if flag not in about or about[flag][role]]


def _low(role: str, facts: Facts) -> list[str]:
    told = {"relationship": facts[f"{role}_relationship"], "progress": facts[f"{role}_progress"]}
    return [f"{what} {answer} of 5" for what, answer in told.items() if answer is not None and answer <= LOW_RATING]


def _because(flag: Flag, facts: Facts, today: date) -> list[str]:
    if flag == NO_FIRST_MEETING:
        return [f"No meeting yet, {counted((today - facts['started_on']).days, 'day')} after the start"]
    if flag == QUIET:
        return [f"No meeting for {counted((today - facts['last_meeting_on']).days, 'day')}"]
    return [_said(flag, role, facts) for role in _roles(flag, facts)]


def _said(flag: Flag, role: str, facts: Facts) -> str:
    name = facts[role]
    if flag == CHECK_IN_OVERDUE:
        return f"{name} owes the {WAVE_WORDS[facts['wave']]} check-in since {day(facts['due_on'])}"
    said_on = day(facts[f"{role}_said_on"])
    if flag == NOT_A_FIT:
        return f"{name} said on {said_on} that it is not a fit"
    return f"{name} rated the {both(_low(role, facts))} on {said_on}"
