"""What one row of a file of people says: about the person, and about each role."""

import math
from dataclasses import dataclass
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble, Values
from dashboard.imports.columns import Mapping
from dashboard.imports.likeness import words
from dashboard.imports.people.everybody import Everybody, Someone
from dashboard.imports.values import BOTH, Contact, read_roles
from dashboard.queries.imports import PERSON_FIELDS
from models import Role

ROLES: dict[str, tuple[str, ...]] = {"mentor": ("mentor",), "mentee": ("mentee",), "both": BOTH, "": ()}
"""What a coordinator can say about everybody in the file whose row names no role."""
OTHER_SKILLS = {"mentor": "skills_offered", "mentee": "skills_sought"}
NO_ROLE = (
    "Say whether this is a mentor or a mentee: write it into the role column, or choose a role for the whole file."
)


def likely_role(file_name: str, columns: Mapping) -> str:
    """The one role that the name of a file, or of its column of addresses, speaks of; nothing when it is not clear."""
    for said in (file_name, *(column.name for key in ("email", "name") for column in columns.of(key))):
        try:
            roles = read_roles(words(said))
        except InvalidError:
            continue
        return roles[0] if len(roles) == 1 else ""
    return ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The person's fields that the row gives, blank ones left out."""

    person: dict[str, Any]
    remarks: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        return str(self.person.get("name") or self.person.get("email") or self.person.get("external_id") or "")


class Reader:
    """Reads the facts of a row from the columns of a whole file."""

    def __init__(self, values: Values, columns: Mapping, rows: int, *, role: str, everybody: Everybody) -> None:
        self._columns = columns
        self._everybody = everybody
        self._default = ROLES[role]
        self._values = {key: values.of(key, rows) for key in values.fields}
        self._empty = [None] * rows
        self._plain = [(key, self._values[key]) for key in PERSON_FIELDS if key in self._values and key != "email"]
        # A supervisor's ID may be that of somebody further down in the same file.
        self._emails_by_id = dict(zip(self.column("external_id"), self.column("email"), strict=True))
        self._skill_keys = {role: self._skill_columns(role) for role in BOTH}

    def column(self, key: str) -> list[Any]:
        return self._values.get(key, self._empty)

    def facts(self, row: int) -> Facts:
        person = {key: value for key, values in self._plain if (value := values[row]) is not None}
        contact: Contact | None = self.column("email")[row]
        if contact is not None:
            person["email"] = contact.email
        if "name" not in person and (name := self._composed_name(row, contact)):
            person["name"] = name
        return Facts(person, self._add_manager(row, person))

    def counts_on_others(self, row: int) -> tuple[bool, bool]:
        """Whether the row leaves the name, or the role, to what is known of the person."""
        contact: Contact | None = self.column("email")[row]
        named = any(self.column(key)[row] for key in ("name", "first_name", "last_name")) or bool(
            contact and contact.name
        )
        cast = self.column("role")[row] or self.column("both")[row] or not self._columns.has("role")
        return not named, not cast

    def roles(self, row: int, someone: Someone | None) -> tuple[str, ...]:
        """The roles of the row; raises InvalidError when nothing tells."""
        if self.column("both")[row]:
            return BOTH
        named: tuple[str, ...] | None = self.column("role")[row]
        if named is not None:
            return named
        held = tuple(someone.parts) if someone else ()
        found = (held or self._default) if self._columns.has("role") else (self._default or held)
        if not found:
            raise InvalidError(NO_ROLE)
        return found

    def is_told_by(self, sentence: str, troubles: list[Trouble]) -> bool:
        """Whether the missing role is there after all, but in a cell that is in trouble itself."""
        named = {column.name for column in self._columns.of("role")}
        return sentence == NO_ROLE and any(trouble.column in named for trouble in troubles)

    def participation(self, row: int, role: str) -> dict[str, Any]:
        """What the row says about somebody in this role; a capacity is the mentor's alone."""
        told = {"hopes": self.column("hopes")[row]}
        if role == Role.MENTOR:
            told["capacity"] = self.column("capacity")[row]
        return {key: value for key, value in told.items() if value is not None}

    def skills(self, row: int, role: str) -> list[tuple[float, str]]:
        """The skills that the row offers or seeks, each with its rank where the file gives one."""
        rank = self.column("rank")[row]
        names = [name for key in self._skill_keys[role] for name in self.column(key)[row] or ()]
        return [(math.inf if rank is None else float(rank), name) for name in names]

    def _skill_columns(self, role: str) -> tuple[str, ...]:
        """The role's own column and the common one; in a file about one role, also a column named for the other."""
        own = tuple(key for key in (OTHER_SKILLS[role], "skills") if key in self._values)
        other = tuple(key for key in OTHER_SKILLS.values() if key in self._values)
        return own or (other if self._default == (role,) and not self._columns.has("role", "both") else ())

    def _composed_name(self, row: int, contact: Contact | None) -> str | None:
        parts = [part for key in ("first_name", "last_name") if (part := self.column(key)[row])]
        return " ".join(parts) or (contact.name if contact else None)

    def _add_manager(self, row: int, person: dict[str, Any]) -> tuple[str, ...]:
        manager_id = self.column("manager_id")[row]
        if not manager_id or "manager_email" in person:
            return ()
        contact = self._emails_by_id.get(manager_id)
        email = contact.email.casefold() if contact else self._everybody.email_of_id(manager_id)
        if email is None:
            return (f"Nobody has the ID {manager_id}, so the manager is left as it is.",)
        person["manager_email"] = email
        return ()
