"""A file of meetings, declared: what its columns can mean, and how a cell of each is read."""

import re
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.blanks import NO_ADDRESS, NO_YES, UNSAID
from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.fields import Field, Kind
from dashboard.imports.likeness import EXACT
from dashboard.imports.meetings.months import month_in, read_month
from dashboard.imports.meetings.names import IGNORED, WILD
from dashboard.imports.meetings.values import (
    minutes_ways,
    read_count,
    read_format,
    read_held,
    read_minutes,
    read_missed,
    read_practised,
    read_time,
)
from dashboard.imports.records.fields import named, people_fields
from dashboard.services.texts import paragraphs

NUMBER = re.compile(r"\d")
HAPPENED = re.compile(
    r"(?i)\A(y|yes|no?|true|false|0|1|x|s[ií]|oui|non|ja|nein|sim|n[aã]o)\Z|held|complet|attend|happen|\bmet\b|present|"
    r"miss|no.?show|absent|cancel|skipp|took place|annul|ausgef|stattgef|realiz|svolto|gehouden"
)
COUNT = re.compile(r"\A\s*\d{1,2}(?:[.,]0+)?\s*\Z")


DATES: dict[str, Any] = {"ways": date_ways, "one_way": True, "blanks": NO_ADDRESS}


class IsFormat:
    """Whether a cell is a format of a meeting."""

    def search(self, cell: str, /) -> bool:
        try:
            return bool(read_format(cell))
        except InvalidError:
            return False


def _field(key: str, label: str, read: Any, **more: Any) -> Field:
    return named(key, label, WILD[key].split(" | "), read, **more)


def read_notes(cell: str) -> str | None:
    return paragraphs(cell, label="The note")


MEETINGS = Kind(
    "meetings",
    "Meetings",
    (
        *people_fields("Person"),
        _field("held_on", "Date", read_date, looks=NUMBER, by_name=True, **DATES),
        _field("logged_on", "Day of the entry, where no date is given", read_date, looks=NUMBER, **DATES),
        _field("minutes", "Minutes", read_minutes, ways=minutes_ways, by_name=True),
        _field("starts_at", "Start time", read_time, looks=NUMBER, blanks=NO_ADDRESS),
        _field("ends_at", "End time", read_time, looks=NUMBER, blanks=NO_ADDRESS),
        _field("format", "Format", read_format, looks=IsFormat(), by_name=True),
        _field("missed", "Missed", read_missed, looks=HAPPENED, by_name=True, blanks=NO_YES),
        _field("held", "Held", read_held, looks=HAPPENED, by_name=True, blanks=NO_YES),
        _field("skills", "Skills practised", read_practised, many=True),
        _field("notes", "Notes", read_notes, is_text=True, gathers=True),
        _field("month", "Month", read_month, blanks=NO_ADDRESS),
        _field("count", "Number of meetings", read_count, looks=NUMBER, blanks=UNSAID),
        Field(
            "monthly",
            "Meetings in the month that the column names",
            ("Meetings in the month that the column names",),
            read_count,
            gathers=True,
            looks=COUNT,
            blanks=UNSAID,
            titled=lambda header: EXACT if month_in(header) else 0,
        ),
    ),
    ignored=tuple(IGNORED.split(" | ")),
)

EXAMPLE = {
    "mentor": "Ana Ruiz",
    "mentor_email": "ana.ruiz@example.org",
    "mentee": "Ben Ode",
    "mentee_email": "ben.ode@example.org",
    "held_on": "2026-01-21",
    "minutes": "45",
    "format": "video",
    "missed": "no",
    "skills": "negotiation; SQL",
    "notes": "Went through the first project",
}
"""The invented row of the template."""
