"""What a cohort's name, dates, cadence, thresholds, weights and schedule may be, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.errors import InvalidError
from dashboard.services.texts import one_line, whole_number
from dashboard.words import day
from models import Cohort, Wave

# rule -> what it is called, and the lowest and highest value
WEIGHTS = {
    "skills_weight": ("The weight of skills", 0, 10),
    "experience_weight": ("The weight of experience", 0, 10),
    "place_weight": ("The weight of place", 0, 10),
    "language_weight": ("The weight of language", 0, 10),
}
RULES = {
    "meetings_per_month": ("Meetings per month", 1, 31),
    "first_meeting_days": ("Days until the first meeting", 1, 365),
    "quiet_days": ("Days without a meeting", 1, 365),
    **WEIGHTS,
}
LAST_DAY = 3650


def cohort_name(value: object) -> str:
    """The name, tidied."""
    name = one_line(value, label="The name", length=100)
    if name is None:
        raise InvalidError('A cohort needs a name. Type one such as "Spring 2027".')
    return name


def check_dates(starts_on: date | None, ends_on: date | None) -> None:
    """A cohort ends after it starts."""
    if starts_on is None or ends_on is None:
        raise InvalidError("A cohort needs a start and an end. Choose both dates.")
    if ends_on <= starts_on:
        raise InvalidError(
            f"The cohort would end on {day(ends_on)}, but it starts on {day(starts_on)}. Choose an end after the start."
        )


def checked_rules(rules: Mapping[str, Any], *, stored: Cohort | None = None) -> dict[str, int]:
    """The rules as whole numbers in their ranges; together with what is ``stored``, some weight must count."""
    checked = {}
    for field, value in rules.items():
        label, low, high = RULES[field]
        checked[field] = _whole(value, label, low, high)
    usual = {weight: getattr(stored, weight) if stored else Cohort.model_fields[weight].default for weight in WEIGHTS}
    if not any({**usual, **checked}[weight] for weight in WEIGHTS):
        raise InvalidError("With every weight at 0 nobody would fit anybody. Raise at least one of them.")
    return checked


def checked_schedule(schedule: Mapping[str, int]) -> dict[str, int]:
    """The days at which each wave is due, by wave; a wave that is left out is not asked."""
    # A pulse comes back every so many days, so 0 would never end.
    return {
        Wave(wave): _whole(
            days, f"The day of the {Wave(wave).replace('_', '-')} check-in", wave == Wave.PULSE, LAST_DAY
        )
        for wave, days in schedule.items()
    }


def _whole(value: Any, label: str, low: int, high: int) -> int:
    sentence = f"{label} must be a whole number from {int(low)} to {high:,}. Correct it and save again."
    number = whole_number(value, low, high, sentence)
    if number is None:
        raise InvalidError(sentence)
    return number
