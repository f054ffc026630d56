"""Whom a cell names: an address, a name, or both; lists keep several in one."""

import re
from typing import Generic, NamedTuple, TypeVar

from dashboard.errors import InvalidError
from dashboard.imports.values import Contact, read_contact
from dashboard.services.person_fields import CLEANERS
from dashboard.words import counted

BETWEEN = re.compile(r"[;|\n\r]+")
BETWEEN_IDS = re.compile(r"[;|,\n\r]+")
ADDRESS = re.compile(r"[^@<>]*<[^<>\s]+@[^<>\s]+>|[^@\s,<>]+@[^@\s,<>]+")
AROUND = " ,/&\t\u200b\ufeff"


One = TypeVar("One")


class Cell(NamedTuple, Generic[One]):
    """What a cell names, and the cell as one: a separator may be a part of somebody's name or ID."""

    parts: list[One]
    whole: str


def read_people(cell: str) -> Cell[Contact] | None:
    """Everybody whom a cell names, which may be one of a strange name."""
    found = read_contacts(cell)
    return Cell(found, " ".join(cell.split())) if found else None


def read_contacts(cell: str) -> list[Contact]:
    """Everybody whom a cell names: what has no @ is taken for a name. A comma stands between addresses alone."""
    parts = [part for piece in BETWEEN.split(cell) for part in _addresses(piece)]
    found = [_contact(part) for part in parts if part.strip(AROUND)]
    return [one for one in found if one is not None]


def read_one(cell: str) -> Contact | None:
    """The one whom a cell names; raises InvalidError where it names several."""
    return the_one(read_contacts(cell))


def the_one(found: list[Contact]) -> Contact | None:
    """The only one of these; InvalidError where there are several."""
    if len(found) > 1:
        raise InvalidError(f"The row names {counted(len(found), 'mentor')}. Write a row for each of them.")
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


def read_ids(cell: str) -> Cell[str] | None:
    """Every ID of a cell, which may be one with a separator in it."""
    found = [one for part in BETWEEN_IDS.split(cell) if (one := CLEANERS["external_id"](part))]
    return Cell(found, CLEANERS["external_id"](cell)) if found else None
