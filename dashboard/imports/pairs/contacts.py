"""Whom a cell names: an address, a name, or both; lists keep several in one."""

import re

from dashboard.errors import InvalidError
from dashboard.imports.values import Contact, read_contact
from dashboard.services.person_fields import CLEANERS
from dashboard.words import counted

BETWEEN = re.compile(r"[;|\n\r]+")
BETWEEN_IDS = re.compile(r"[;|,\n\r]+")
ADDRESS = re.compile(r"[^@<>]*<[^<>\s]+@[^<>\s]+>|[^@\s,<>]+@[^@\s,<>]+")
AROUND = " ,/&\t\u200b\ufeff"


def read_contacts(cell: str) -> list[Contact]:
    """Everybody whom a cell names: what has no @ is taken for a name. A comma stands between addresses alone."""
    parts = [part for piece in BETWEEN.split(cell) for part in _addresses(piece)]
    found = [_contact(part) for part in parts if part.strip(AROUND)]
    return [one for one in found if one is not None]


def read_one(cell: str) -> Contact | None:
    """The one whom a cell names; raises InvalidError where it names several."""
    found = read_contacts(cell)
    if len(found) > 1:
        raise InvalidError(f"This cell names {counted(len(found), 'mentor')}. Write a row for each of them.")
    return found[0] if found else None


def _addresses(piece: str) -> list[str]:
    if piece.count("@") < 2:
        return [piece]
    found = [part.strip(AROUND) for part in ADDRESS.findall(piece)]
    return found if "@" not in ADDRESS.sub("", piece) else [piece]


def _contact(part: str) -> Contact | None:
    if "@" in part:
        return read_contact(part)
    name = CLEANERS["name"](part)
    return Contact(name, None) if name else None


def read_ids(cell: str) -> list[str]:
    found = [CLEANERS["external_id"](part) for part in BETWEEN_IDS.split(cell)]
    return [one for one in found if one]
