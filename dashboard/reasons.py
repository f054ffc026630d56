"""The flags of a pairing in words: why to check in, whom to ask and what to do. Pure; no database."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.flags import (
    CHECK_IN_OVERDUE,
    LOW_ANSWER,
    LOW_RATING,
    NO_FIRST_MEETING,
    NOT_A_FIT,
    QUIET,
    Flag,
    HealthState,
    standing,
)
from dashboard.questions import WAVES
from dashboard.words import both, counted, day

NO_DATA_ADVICE = "Ask {who} whether they have met, and log it."
ROLES = ("mentee", "mentor")
"""The mentee first: a program is for them."""

Facts = Mapping[str, Any]
"""A row of ``queries.states``: the pairing, its names, what was held, what each of the two (``mentor_``, ``mentee_``)
said last, whether they owe a check-in, and the sum of the weights of its flags as ``urgency``."""


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
        return f"{name} owes the {WAVES[facts['wave']].lower()} check-in since {day(facts['due_on'])}"
    said_on = day(facts[f"{role}_said_on"])
    if flag == NOT_A_FIT:
        return f"{name} said on {said_on} that it is not a fit"
    return f"{name} rated the {both(_low(role, facts))} on {said_on}"
