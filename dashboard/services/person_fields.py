"""The fields of a person, cleaned in one place: by hand or from a file, the same value becomes the same value."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process, utils

from dashboard.errors import InvalidError
from dashboard.services.emails import clean_email
from dashboard.services.texts import listed, one_line, paragraphs, plain_digits
from models import name_key

AREAS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
"""The areas of the zones that are named for a city."""
OFFSET = re.compile(r"(?i)\(?(?:utc|gmt)?\s*[+\u2212-]\s*\d{1,2}(?::?\d{2})?\)?")
"""Hours from UTC; Etc/GMT+2, which looks like it, is two hours behind."""
NAME_A_PLACE = "Use a name such as America/Bogota or Europe/Berlin, or leave it empty."
THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
"""What may be thousands as well as a fraction."""
ALIKE = 75
"""How alike (of 100) a time zone must be to what was typed before we propose it."""


def clean_person(values: Mapping[str, Any]) -> dict[str, Any]:
    """The given fields of a person, tidied and checked; only those, plus ``email_key`` and
    ``name_key``, which follow the e-mail and the name.

    Raises InvalidError with a sentence for the first value that cannot be.
    """
    cleaned = {name: CLEANERS[name](value) for name, value in values.items()}
    if "email" in cleaned:
        cleaned["email_key"] = cleaned["email"].casefold() if cleaned["email"] else None
    if "name" in cleaned:
        cleaned["name_key"] = name_key(cleaned["name"])
    return cleaned


def clean_name(value: object) -> str:
    name = one_line(value, label="The name")
    if name is None:
        raise InvalidError("A person needs a name. Type the name they go by.")
    return name


def clean_manager_email(value: object) -> str | None:
    email = clean_email(value)
    return email.casefold() if email else None


def clean_id(value: object) -> str | None:
    """As it was given, zeros in front included; a digit is the same digit in every script."""
    typed = one_line(value, label="The ID")
    return plain_digits(typed) if typed else None


def clean_time_zone(value: object) -> str | None:
    """An IANA name in its own spelling, told by itself or by its city, or nothing; a near miss gets a proposal."""
    typed = one_line(value, label="The time zone")
    if typed is None:
        return None
    known = _zones_by_key().get(_zone_key(typed))
    if known:
        return known
    if OFFSET.fullmatch(typed):
        raise InvalidError(f'"{typed}" is a difference that changes with the season. {NAME_A_PLACE}')
    raise InvalidError(f'"{typed}" is not a time zone that is known here. {_proposal(typed)}')


def clean_languages(value: object) -> str | None:
    """Names joined by ``", "``, each once; nothing when there are none."""
    return ", ".join(listed(value, label="A language")) or None


def clean_years(value: object) -> float | None:
    typed = one_line(value, label="Years of experience")
    if typed is None or typed.casefold() == "nan":
        return None
    try:
        years = math.nan if THOUSANDS.fullmatch(typed) else float(typed.replace(",", "."))
    except ValueError:
        years = math.nan
    if not 0 <= years <= 80:
        raise InvalidError(f'"{typed}" is not a number of years. Years of experience go from 0 to 80.')
    return years


def _line(label: str) -> Callable[[object], str | None]:
    return lambda value: one_line(value, label=label)


def _text(label: str) -> Callable[[object], str | None]:
    return lambda value: paragraphs(value, label=label)


CLEANERS: dict[str, Callable[[object], Any]] = {
    "external_id": clean_id,
    "email": clean_email,
    "name": clean_name,
    "job_title": _line("The job title"),
    "department": _line("The department"),
    "organization": _line("The organization"),
    "location": _line("The location"),
    "time_zone": clean_time_zone,
    "languages": clean_languages,
    "years_experience": clean_years,
    "manager_email": clean_manager_email,
    "bio": _text("The bio"),
}


@cache
def _zones_by_key() -> dict[str, str]:
    """The zones by their name, and by that of their city where no other has one of this name."""
    names = available_timezones()
    cities = Counter(_zone_key(name.rsplit("/", 1)[-1]) for name in names)
    by_city = {_zone_key(name.rsplit("/", 1)[-1]): name for name in sorted(names)}
    return {city: name for city, name in by_city.items() if cities[city] == 1 and name.startswith(AREAS)} | {
        _zone_key(name): name for name in names
    }


def _zone_key(name: str) -> str:
    return name.casefold().replace(" ", "_")


def _proposal(typed: str) -> str:
    """The time zone that was probably meant: a city's own name counts as much as the whole."""
    places = {name: name.rsplit("/", 1)[-1] for name in sorted(available_timezones()) if "/" in name}
    best = process.extractOne(typed, places, scorer=fuzz.ratio, processor=utils.default_process)
    whole = process.extractOne(typed, list(places), scorer=fuzz.WRatio, processor=utils.default_process)
    name, score = (best[2], best[1]) if best[1] >= whole[1] else (whole[0], whole[1])
    if score < ALIKE:
        return NAME_A_PLACE
    return f"Did you mean {name}?"
