"""What one row of a file of people says: about the person, and about each role."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.imports.cells import Trouble, Values
from dashboard.imports.columns import Mapping
from dashboard.imports.people.everybody import folded
from dashboard.imports.people.fitting import ONLY, OTHER_SKILLS, left_out, named_roles, places, without_places
from dashboard.imports.people.naming import composed_names
from dashboard.imports.people.said import ROLE_COLUMNS, ROLES, Said, renamed
from dashboard.imports.roles import BOTH
from dashboard.imports.values import Contact
from dashboard.queries.imports import PERSON_FIELDS
from models import Role

SKILL_FIELDS = {"skills_offered", "skills_sought", "skills"}


@dataclass(frozen=True, slots=True)
class Facts:
    """The person's fields that the row gives, blank ones left out."""

    person: dict[str, Any]

    @property
    def who(self) -> str:
        return str(self.person.get("name") or self.person.get("email") or self.person.get("external_id") or "")


class Reader:
    """The facts of each row, from the columns of a whole file."""

    def __init__(self, values: Values, columns: Mapping, rows: int, *, said: Said) -> None:
        self._columns = columns
        self._default, self._takes_others = ROLES[said.role], said.takes_others
        self._values = {key: values.of(key, rows) for key in values.fields}
        self._empty = [None] * rows
        self._roles = named_roles(*(self.column(key) for key in ("role", "both", "is_mentor", "is_mentee")))
        if any(getattr(roles, "places", None) for roles in self.column("role")):
            self._values["capacity"] = places(self.column("role"), self.column("capacity"))
        self._named = [self._values[key] for key in SKILL_FIELDS & self._values.keys()]
        for key in SKILL_FIELDS & self._values.keys() if said.renames else ():
            self._values[key] = [names and renamed(names, said.renames) for names in self._values[key]]
        contacts: list[Contact | None] = self._values.pop("email", self._empty)
        self.emails = [contact.email if contact else None for contact in contacts]
        self.keys = [email and folded(email) for email in self.emails]
        parts = zip(self.column("first_name"), self.column("last_name"), strict=True)
        self.names = composed_names(self.column("name"), parts, contacts)
        self._remarks: dict[int, str] = {}
        self._own = {key: self.column(key) for key in PERSON_FIELDS if key in self._values}
        self._own |= {"email": self.emails, "name": self.names}
        if "manager_id" in self._values:
            self._own["manager_email"] = self.column("manager_email")
        empties = said.empties & (self._own.keys() | self._values.keys())
        self._emptied = [key for key in self._own if key in empties]
        self._skill_keys = {role: self._skill_columns(role) for role in BOTH}
        self._empties_hopes, self._empties_skills = "hopes" in empties, bool(said.empties)
        self._may_lose = bool(ONLY.keys() & self._values.keys())
        of_capacity = {column.name for column in columns.of("capacity")}
        for row in [one for one in values.troubles if of_capacity and self.roles(one) == (Role.MENTEE,)]:
            without_places(values.troubles, row, of_capacity)

    def column(self, key: str) -> list[Any]:
        return self._values.get(key, self._empty)

    def own(self, key: str) -> list[Any]:
        """What every row gives for a field of the person."""
        return self._own.get(key, self._empty)

    def facts(self, row: int) -> Facts:
        return Facts({key: value for key, values in self._own.items() if (value := values[row]) is not None})

    def remarks(self, row: int, roles: Collection[str]) -> tuple[str, ...]:
        """What is said about the row of somebody in these roles, whatever becomes of it."""
        used = {key for role in roles for key in self._skill_keys[role]} if self._may_lose else ()
        lost = left_out(self._values, row, roles, used=used) if self._may_lose else ""
        return tuple(filter(None, (self._remarks.get(row, ""), lost)))

    def emptied(self, row: int) -> list[str]:
        """The person's fields that the row empties."""
        return [key for key in self._emptied if self._own[key][row] is None and not self._is_unresolved(key, row)]

    def _is_unresolved(self, key: str, row: int) -> bool:
        """Whether the cell says something of which nothing came."""
        return key == "manager_email" and bool(self.column("manager_id")[row])

    @property
    def says_more_than_cells(self) -> bool:
        """Whether blank cells say something, or whether it takes the whole file to know what a cell does."""
        return self._empties_skills or any(self.column("manager_id"))

    def take_in_managers(self, managers: list[str | None], remarks: dict[int, str]) -> None:
        """The managers' addresses, once it is known who has which ID; and what is to be said about rows."""
        self._own["manager_email"], self._remarks = managers, remarks

    def roles(self, row: int, held: Collection[str] = ()) -> tuple[str, ...]:
        """The roles of the row: its own, those of rows that name none, or those that the person has; else nothing."""
        named: tuple[str, ...] | None = self._roles[row]
        return named or self._default or tuple(held)

    def is_told(self, troubles: Sequence[Trouble]) -> bool:
        """Whether the missing role is there after all, but in a cell that is in trouble itself."""
        return bool(
            {column.name for key in ROLE_COLUMNS for column in self._columns.of(key)} & {one.column for one in troubles}
        )

    def participation(self, row: int, role: str) -> dict[str, Any]:
        """What the row says about somebody in this role, None where it says that there is nothing; a capacity is the
        mentor's alone."""
        told = {key: self.column(key)[row] for key in ("hopes", "capacity", "status", "joined_on")}
        if role != Role.MENTOR:
            del told["capacity"]
        return {key: one for key, one in told.items() if one is not None or (key == "hopes" and self._empties_hopes)}

    def skills(self, row: int, role: str) -> list[tuple[float, str]]:
        """The skills that the row offers or seeks, each with its rank where the file gives one."""
        rank = self.column("rank")[row]
        names = [name for key in self._skill_keys[role] for name in self.column(key)[row] or ()]
        return [(math.inf if rank is None else float(rank), name) for name in names]

    def skill_columns(self, role: str) -> list[list[Any]]:
        return [self._values[key] for key in self._skill_keys[role]]

    def says_no_skills(self, row: int, role: str) -> bool:
        """Whether a blank cell means that there are none."""
        keys = self._skill_keys[role]
        return self._empties_skills and bool(keys) and not any(self.column(key)[row] for key in keys)

    def skill_names(self) -> Iterator[str]:
        """Every skill as the file names it, as often as it does."""
        return (name for column in self._named for names in column for name in names or ())

    def _skill_columns(self, role: str) -> tuple[str, ...]:
        """The role's own column and the common one; in a file about one role, also a column named for the other."""
        own = tuple(key for key in (OTHER_SKILLS[role], "skills") if key in self._values)
        other = tuple(key for key in OTHER_SKILLS.values() if key in self._values)
        is_one = self._default == (role,) and not self._columns.has(*ROLE_COLUMNS, "both")
        return own or (other if is_one or self._takes_others else ())
