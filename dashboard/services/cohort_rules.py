"""What a cohort's name, dates, cadence, thresholds, weights and schedule may be, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.errors import InvalidError
from dashboard.services.texts import one_line, whole_number
from dashboard.words import day
from models import Cohort, Wave, Wish

# rule -> what it is called, and the lowest and highest value
WEIGHTS = {
    "skills_weight": ("The weight of skills", 0, 10),
    "experience_weight": ("The weight of experience", 0, 10),
    "place_weight": ("The weight of place", 0, 10),
    "language_weight": ("The weight of language", 0, 10),
    "field_weight": ("The weight of the department", 0, 10),
}
RULES = {
    "meetings_per_month": ("Meetings per month", 1, 31),
    "first_meeting_days": ("Days until the first meeting", 1, 365),
    "quiet_days": ("Days without a meeting", 1, 365),
    **WEIGHTS,
}
MOST_HOURS = 12
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


def checked_rules(rules: Mapping[str, Any], *, stored: Cohort | None = None) -> dict[str, Any]:
    """The rules, the numbers whole and in their ranges; together with what is ``stored``, some weight must count."""
    checked = {field: _checked(field, value) for field, value in rules.items()}
    told = stored.model_dump() if stored else {name: field.default for name, field in Cohort.model_fields.items()}
    told |= checked
    counts = [weight for weight in WEIGHTS if weight != "field_weight" or told["field_wish"] != Wish.ANY]
    if not any(told[weight] for weight in counts):
        raise InvalidError("With every weight at 0 nobody would fit anybody. Raise at least one of them.")
    return checked


def _checked(field: str, value: Any) -> Any:
    if field in ("field_wish", "field_rule"):
        if value not in set(Wish):
            raise InvalidError("Choose whether the department should be the same, another one, or does not matter.")
        return value
    if field == "has_common_language":
        return bool(value)
    if field == "most_hours_apart":
        allowed = f"a whole number from 0 to {MOST_HOURS}, or empty for any distance"
        sentence = f"The most hours apart must be {allowed}. Correct it and save again."
        return whole_number(value, 0, MOST_HOURS, sentence)
    return _whole(value, *RULES[field])


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
