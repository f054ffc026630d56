"""A file of people, declared: what its columns can mean, and how a cell of each is read."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from dashboard.imports.blanks import NO_ADDRESS, NO_NAME, NO_YES, NOTHING, NOTHING_AT_ALL, UNSAID
from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.fields import EMAIL, Field, Kind
from dashboard.imports.likeness import words
from dashboard.imports.people.names import IGNORED, WILD
from dashboard.imports.people.naming import FullName
from dashboard.imports.people.otherwise import NEVER
from dashboard.imports.people.questions import TELLING, asks
from dashboard.imports.people.standing import STANDING, read_standing
from dashboard.imports.people.turning import name_ways, read_name
from dashboard.imports.roles import read_roles
from dashboard.imports.values import (
    NUMBER_WORDS,
    read_capacity,
    read_contact,
    read_hopes,
    read_manager,
    read_rank,
    read_skills,
    read_yes,
)
from dashboard.services.person_fields import CLEANERS

OF_ONE_ROLE = ("is_mentor", "is_mentee")
NO_EMAIL = re.compile(r"\A[^@]*\Z")
NUMBER = re.compile(r"\d")
DATES: dict[str, Any] = {"ways": date_ways, "one_way": True, "blanks": NO_ADDRESS}
COUNT = re.compile(rf"(?i)\d|\b(?:{'|'.join(NUMBER_WORDS)})\b")
ZONE = re.compile(r"\A(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/\w|\AUTC\Z|\AGMT\Z")
ROLE = re.compile(
    r"(?i)mentor|mentee|both|tutor|coach|student|prot[eé]g|ambos|beide|导师|導師|学员|學員|"
    r"メン|멘|наставник|ментор|менти|подопечн"
)
YES_NO = re.compile(r"(?i)\A(yes|no|y|n|true|false|0|1|x|s[ií]|oui|non|ja|nein|sim|n[aã]o|是|否|да|нет)\Z")


def _other_than(names: Sequence[str]) -> re.Pattern[str]:
    """Any name but these: much is asked about mentors that a yes or a no answers."""
    exact = "|".join(re.escape(words(name)) for name in names)
    return re.compile(rf"\A(?!(?:{exact})(?: (?:y n|yes (?:or )?no))?\Z)")


def _field(key: str, label: str, *, read: Callable[..., Any] | None = None, **more: Any) -> Field:
    """A field that goes by its label, its names in the wild and what is asked; people's own are read as everywhere."""
    names = (label, *WILD[key].split(" | "))
    titled = partial(asks, key) if key in TELLING else None
    never = re.compile(NEVER[key]) if key in NEVER else _other_than(names) if key in OF_ONE_ROLE else None
    return Field(
        key, label, names, read or CLEANERS[key], titled=titled, never=never, **{"blanks": NOTHING_AT_ALL, **more}
    )


PEOPLE = Kind(
    "people",
    "People",
    (
        _field("name", "Name", read=read_name, ways=name_ways, looks=NO_EMAIL, alone=FullName(), blanks=NO_NAME),
        _field("first_name", "First name", read=CLEANERS["name"], looks=NO_EMAIL, blanks=NO_NAME, part_of="name"),
        _field("last_name", "Last name", read=CLEANERS["name"], looks=NO_EMAIL, blanks=NO_NAME, part_of="name"),
        _field(
            "email",
            "E-mail",
            read=read_contact,
            looks=EMAIL,
            by_content=True,
            by_name=True,
            blanks=NO_ADDRESS,
            tells_apart=True,
        ),
        _field("external_id", "ID", tells_apart=True),
        _field("role", "Role", read=read_roles, looks=ROLE, alone=ROLE, blanks=UNSAID),
        _field("both", "Both mentor and mentee (yes or no)", read=read_yes, looks=YES_NO, blanks=NO_YES),
        _field("is_mentor", "Mentor (yes or no)", read=read_yes, looks=YES_NO, blanks=NO_YES),
        _field("is_mentee", "Mentee (yes or no)", read=read_yes, looks=YES_NO, blanks=NO_YES),
        _field("status", "Status", read=read_standing, looks=STANDING, blanks=UNSAID),
        _field("joined_on", "Joined on", read=read_date, looks=NUMBER, **DATES),
        _field("capacity", "Capacity", read=read_capacity, looks=COUNT, by_name=True, blanks=UNSAID),
        _field("skills_offered", "Skills offered", read=read_skills, many=True),
        _field("skills_sought", "Skills sought", read=read_skills, many=True),
        _field("skills", "Skills", read=read_skills, many=True),
        _field("rank", "Rank of the skill", read=read_rank, looks=NUMBER),
        _field("hopes", "Hopes for the program", read=read_hopes, is_text=True),
        _field("job_title", "Job title", blanks=NOTHING),
        _field("department", "Department", blanks=NOTHING),
        _field("organization", "Organization", blanks=NOTHING),
        _field("location", "Location", blanks=NOTHING),
        _field("time_zone", "Time zone", looks=ZONE, by_content=True),
        _field("languages", "Languages", many=True, blanks=NOTHING),
        _field("years_experience", "Years of experience", looks=NUMBER, by_name=True),
        _field("manager_email", "Manager's e-mail", read=read_manager, looks=EMAIL, blanks=NO_ADDRESS),
        _field("manager_id", "Manager's ID", read=CLEANERS["external_id"]),
        _field("bio", "About", is_text=True),
    ),
    ignored=tuple(IGNORED.split(" | ")),
)

EXAMPLE = {
    "name": "Ana Ruiz",
    "email": "ana.ruiz@example.org",
    "external_id": "0042",
    "role": "mentor",
    "status": "active",
    "joined_on": "2026-01-21",
    "capacity": "2",
    "skills": "negotiation; SQL",
    "job_title": "Data engineer",
    "department": "Research",
    "organization": "Example Institute",
    "location": "Lima",
    "time_zone": "America/Lima",
    "languages": "Spanish; English",
    "years_experience": "9",
    "manager_email": "boss@example.org",
    "hopes": "Fresh perspectives",
    "bio": "Builds pipelines",
}
"""The invented row of the template."""
