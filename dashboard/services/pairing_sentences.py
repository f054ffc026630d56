"""Why two can't be paired so, in sentences that say what to do: one wording for a click and for a row of a file."""

from datetime import date, timedelta

from dashboard.matching.rules import places_taken, possessive
from dashboard.words import day

EARLY_DAYS = 180
"""How long before its cohort a pairing may start."""


def same_person(name: str) -> str:
    return f"{name} can't be both the mentor and the mentee of a pairing. Choose another mentor."


def manages(mentor: str, mentee: str) -> str:
    return f"{mentor} is {possessive(mentee)} manager. Choose another mentor."


def reports(mentor: str, mentee: str) -> str:
    return f"{mentor} reports to {mentee}. Choose another mentor."


def kept_apart(mentee: str, mentor: str, reason: str | None) -> str:
    told = f": {reason}" if reason else ""
    return f"{mentee} and {mentor} are kept apart{told}. Choose another mentor, or allow the two again in People."


def not_active(name: str, status: str) -> str:
    return f"{name} is {status}. Reactivate {name} first."


def paired_already(mentee: str, mentor: str) -> str:
    return f"{mentee} is paired with {mentor} already. Move or end that pairing first."


def full(mentor: str, taken: int, capacity: int | None) -> str:
    return f"{mentor} is full: {places_taken(taken, capacity)}. Raise the capacity or choose another mentor."


def unfit_start(started_on: date, cohort: str, starts_on: date, ends_on: date) -> str:
    """Why a pairing can't start on this day; nothing when it can."""
    earliest = starts_on - timedelta(days=EARLY_DAYS)
    if earliest <= started_on <= ends_on:
        return ""
    return (
        f"{day(started_on)} does not fit {cohort}, which runs from {day(starts_on)} to {day(ends_on)}. "
        f"A pairing may start up to {EARLY_DAYS} days before its cohort: "
        f"choose a start between {day(earliest)} and {day(ends_on)}."
    )


def still_to_come(on: date) -> str:
    return f"{day(on)} is still to come. Choose today or an earlier day."


def before_start(started_on: date) -> str:
    return f"This pairing started on {day(started_on)}. Choose that day or a later one."


def after_end(ended_on: date) -> str:
    return f"This pairing ended on {day(ended_on)}. Choose that day or an earlier one."


def before_record(told: str, what: str) -> str:
    """``told`` is the last record, as in "The two met on 3 Mar 2026"; ``what`` is "meeting" or "check-in"."""
    return f"{told}. Choose that day or a later one, or correct the {what} first."


def after_record(told: str) -> str:
    return f"{told} already. Choose that day or an earlier one."


def met(on: date) -> str:
    return f"The two met on {day(on)}"


def answered(name: str, on: date) -> str:
    return f"{name} answered a check-in on {day(on)}"


NO_END = "An end needs a date. Choose one."
"""Said of a pairing that is to end, but not when."""
