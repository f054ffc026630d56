"""The columns that say whose pairing a row is about: the two by their roles, or somebody without a word on the role."""

import re
from collections.abc import Iterable
from typing import Any

from dashboard.imports.blanks import NO_ADDRESS, NO_NAME, NOTHING_AT_ALL
from dashboard.imports.fields import EMAIL, Field
from dashboard.imports.pairs.fields import MENTEE, MENTOR
from dashboard.imports.pairs.names import WILD as OF_PAIRS
from dashboard.imports.people.names import WILD as OF_PEOPLE
from dashboard.imports.values import read_contact
from dashboard.services.person_fields import CLEANERS

NAME = re.compile(r"\A[^@\d]*[^\W\d_]{2}[^@\d]*\Z")
NUMBER = re.compile(r"\d")
ROLE_WORD = re.compile(r"(?i)ment|tutor|coach|advisor|student|protég|prótég|导师|学员|メン|멘|настав|подопеч|learner")
SOMEBODY = ("email", "external_id", "name")
EVERYBODY = (*SOMEBODY, *MENTOR, *MENTEE)


def named(key: str, label: str, names: Iterable[str], read: Any, **more: Any) -> Field:
    """A field that goes by its label and these names."""
    return Field(key, label, (label, *names), read, **{"blanks": NOTHING_AT_ALL, **more})


def people_fields(somebody: str) -> tuple[Field, ...]:
    """The fields of who is meant; ``somebody`` is what a person without a role is called on the screen."""
    telling = ((EMAIL, NO_ADDRESS), (NAME, NO_NAME), (NUMBER, NOTHING_AT_ALL))
    addresses, names, ids = ({"looks": looks, "by_name": True, "blanks": blanks} for looks, blanks in telling)
    return (
        named("mentor_email", "Mentor's e-mail", _of_role("mentor_email"), read_contact, **addresses),
        named("mentee_email", "Mentee's e-mail", _of_role("mentee_email"), read_contact, **addresses),
        named("email", f"{somebody}'s e-mail", _of_nobody("email"), read_contact, by_content=True, **addresses),
        named("mentor", "Mentor", _of_role("mentor"), CLEANERS["name"], **names),
        named("mentee", "Mentee", _of_role("mentee"), CLEANERS["name"], **names),
        named("name", f"{somebody}'s name", [*_of_nobody("name"), "Who", "Participant"], CLEANERS["name"], **names),
        named("mentor_id", "Mentor's ID", _of_role("mentor_id"), CLEANERS["external_id"], **ids),
        named("mentee_id", "Mentee's ID", _of_role("mentee_id"), CLEANERS["external_id"], **ids),
        named("external_id", f"{somebody}'s ID", _of_nobody("external_id"), CLEANERS["external_id"]),
    )


def _of_role(key: str) -> list[str]:
    """The names that say the role, too: an address without it is somebody's."""
    return [name for name in OF_PAIRS[key].split(" | ") if ROLE_WORD.search(name)]


def _of_nobody(key: str) -> list[str]:
    return [name for name in OF_PEOPLE[key].split(" | ") if not ROLE_WORD.search(name)]
