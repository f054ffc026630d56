"""A file of pairs, declared: what its columns can mean, and how a cell of each is read."""

import re
from collections.abc import Callable
from typing import Any

from dashboard.imports.blanks import NO_ADDRESS, NO_NAME, NOTHING_AT_ALL, STILL, UNSAID
from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.fields import EMAIL, Field, Kind
from dashboard.imports.likeness import EXACT, words
from dashboard.imports.pairs.contacts import read_contacts, read_ids, read_one, read_people
from dashboard.imports.pairs.names import IGNORED, WILD
from dashboard.imports.pairs.values import read_note, read_rationale, read_reason, read_status
from dashboard.services.person_fields import CLEANERS

NO_EMAIL = re.compile(r"\A[^@]*\Z")
NUMBER = re.compile(r"\d")
NAME = re.compile(r"(?i)\A(?!(?:yes|no|true|false|s[ií]|oui|non|ja|nein)\Z)[^@\d]*[^\W\d_]{2}[^@\d]*\Z")
OF_MENTEES = re.compile(r"\b(mentees?|mentorados?|mentoradas?|proteges?|students?|learners?)\b")
OF_MENTORS = re.compile(r"\b(mentors?|mentoras?|mentore|mentorin|coach|advisor|tutor)\b")
UNPAIRED = frozenset(
    word
    for line in (
        "tbd | tba | to be confirmed | unassigned | not assigned | not assigned yet | unmatched | not matched",
        "pending | no match | no mentor | no mentor yet | no mentee | no mentee yet | waiting list | on waiting list",
    )
    for word in line.split(" | ")
)
"""Written where somebody has nobody yet: no name, and no person to be added."""
NAMES = {"looks": NAME, "blanks": NO_NAME | UNPAIRED}
ADDRESSES = {"looks": EMAIL, "by_name": True, "blanks": NO_ADDRESS}
IDS = {"looks": NUMBER, "by_name": True, "blanks": NOTHING_AT_ALL}
FURTHER = re.compile(r"\b([2-9]|[1-9]\d|second|third|fourth|other|further|additional)\b")
DATES: dict[str, Any] = {"looks": NUMBER, "ways": date_ways, "one_way": True}
MENTOR, MENTEE = ((f"{role}_email", f"{role}_id", role, f"{role}_last") for role in ("mentor", "mentee"))


def _field(key: str, label: str, read: Callable[[Any], Any], **more: Any) -> Field:
    """A field that goes by its label and its names in the wild."""
    return Field(key, label, (label, *WILD[key].split(" | ")), read, **{"blanks": NOTHING_AT_ALL, **more})


def _is_further(header: str) -> int:
    """How surely a column is of a second mentee or a later one: 100 or not at all."""
    name = words(header)
    return EXACT if OF_MENTEES.search(name) and FURTHER.search(name) else 0


PAIRS = Kind(
    "pairs",
    "Pairs",
    (
        _field("mentor", "Mentor", read_people, never=OF_MENTEES, **NAMES),
        _field("mentor_first", "Mentor's first name", CLEANERS["name"], never=OF_MENTEES, **NAMES),
        _field("mentor_last", "Mentor's last name", CLEANERS["name"], never=OF_MENTEES, **NAMES),
        _field("mentor_email", "Mentor's e-mail", read_one, never=OF_MENTEES, **ADDRESSES),
        _field("mentor_id", "Mentor's ID", CLEANERS["external_id"], never=OF_MENTEES, **IDS),
        _field("mentee", "Mentee", read_people, never=OF_MENTORS, **NAMES),
        _field("mentee_first", "Mentee's first name", CLEANERS["name"], never=OF_MENTORS, **NAMES),
        _field("mentee_last", "Mentee's last name", CLEANERS["name"], never=OF_MENTORS, **NAMES),
        _field("mentee_email", "Mentee's e-mail", read_contacts, never=OF_MENTORS, **ADDRESSES),
        _field("mentee_id", "Mentee's ID", read_ids, never=OF_MENTORS, **IDS),
        Field(
            "more",
            "Further mentees",
            ("Further mentees",),
            read_contacts,
            gathers=True,
            titled=_is_further,
            blanks=NO_NAME,
        ),
        _field("started_on", "Start", read_date, **DATES, blanks=NO_ADDRESS),
        _field("ended_on", "End", read_date, **DATES, blanks=NO_ADDRESS | STILL),
        _field("status", "Status", read_status, blanks=UNSAID),
        _field("end_reason", "Reason for the end", read_reason),
        _field("end_note", "Note on the end", read_note, is_text=True),
        _field("rationale", "Why this pair", read_rationale, is_text=True),
    ),
    ignored=tuple(IGNORED.split(" | ")),
)

EXAMPLE = {
    "mentor": "Ana Ruiz",
    "mentor_email": "ana.ruiz@example.org",
    "mentee": "Ben Ode",
    "mentee_email": "ben.ode@example.org",
    "started_on": "2026-01-21",
    "ended_on": "2026-06-30",
    "status": "completed",
    "rationale": "Both build data pipelines",
}
"""The invented row of the template."""
