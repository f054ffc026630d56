"""What one row of a file of pairs says: who the two are, and how their pairing stands."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.cells import Values
from dashboard.imports.pairs.contacts import Cell, the_one
from dashboard.imports.pairs.fields import PAIRS
from dashboard.imports.pairs.roll import Roll, Who
from dashboard.imports.pairs.values import Reason
from dashboard.imports.values import Contact, read_contact
from dashboard.words import counted
from models import OPEN

NUMBER = re.compile(r"\d+")
UNLIKE = "The row names {} in one column and {} in another. Write a row for each of them."


@dataclass(frozen=True, slots=True)
class Said:
    """The cells of a row that tell how a pairing stands; None for blank ones."""

    start: date | None = None
    end: date | None = None
    status: str | None = None
    reason: Reason | None = None
    note: str | None = None
    rationale: str | None = None

    def is_over(self, today: date) -> bool:
        """Whether the row tells of an end."""
        if self.status is not None:
            return self.status not in OPEN
        return self.reason is not None or (self.end is not None and self.end <= today)

    def rank(self, today: date) -> int:
        """Which rows are read before others: those that tell when a pairing ended, whose place may be needed; others
        that tell a day; and those about the pairing that there is when all the others are read."""
        if self.is_over(today):
            return 0 if self.end is not None else 2
        return 2 if self.start is None and self.end is None else 1


class Named(NamedTuple):
    """Whom a row names, and what stands where an address should and is none."""

    who: Who
    text: str = ""


class Reader:
    """Reads the facts of a row from the columns of a whole file."""

    def __init__(self, values: Values, rows: int, roll: Roll) -> None:
        self._roll = roll
        self._columns = {field.key: values.of(field.key, rows) for field in PAIRS.fields}

    def said(self, row: int) -> Said:
        keys = ("started_on", "ended_on", "status", "end_reason", "end_note", "rationale")
        return Said(*(self._columns[key][row] for key in keys))

    def mentor(self, row: int) -> Named:
        name = the_one(self._names(row, "mentor"))
        return _named(name, self._columns["mentor_email"][row], self._columns["mentor_id"][row])

    def mentees(self, row: int) -> list[Named]:
        """One mentee, or each of those whom a list names in one cell or in columns of their own."""
        cells: list[list[Any]] = [self._names(row, "mentee"), self._columns["mentee_email"][row] or [], self._ids(row)]
        counts = {len(cell) for cell in cells if cell}
        if len(counts) > 1:
            raise InvalidError(UNLIKE.format(counted(min(counts), "mentee"), max(counts)))
        first = [_named(*(cell[at] if cell else None for cell in cells)) for at in range(max(counts, default=0))]
        return [*first, *self._more(row)] or [Named(Who())]

    def _names(self, row: int, role: str) -> list[Contact]:
        """What a cell names, or two columns in parts; a separator stays where it is a part of a name that we know."""
        cell: Cell[Contact] | None = self._columns[role][row]
        if cell is not None:
            is_one = len(cell.parts) > 1 and self._roll.has_name(cell.whole)
            return [Contact(cell.whole, None)] if is_one else cell.parts
        parts = [self._columns[f"{role}_{part}"][row] for part in ("first", "last")]
        return [Contact(" ".join(filter(None, parts)), None)] if any(parts) else []

    def _ids(self, row: int) -> list[str]:
        cell: Cell[str] | None = self._columns["mentee_id"][row]
        if cell is None:
            return []
        return [cell.whole] if len(cell.parts) > 1 and self._roll.with_id(cell.whole) else cell.parts

    def _more(self, row: int) -> list[Named]:
        """The mentees in further columns: those of one number, such as a name and an address, are of one person."""
        groups: dict[str, list[Sequence[Contact]]] = defaultdict(list)
        for column, contacts in self._columns["more"][row] or ():
            groups["".join(NUMBER.findall(column)) or column].append(contacts)
        found: list[Named] = []
        for group in groups.values():
            names = [one for cell in group for one in cell if one.email is None]
            addresses = [one for cell in group for one in cell if one.email is not None]
            if len(names) == len(addresses):
                found += [_named(name, address, None) for name, address in zip(names, addresses, strict=True)]
            else:
                found += [Named(Who(), str(one.name)) if _is_coded(one) else _named(one, None, None) for one in names]
                found += [_named(None, one, None) for one in addresses]
        return found


def _named(name: Contact | None, address: Contact | None, external_id: str | None) -> Named:
    """One person, of whom the cells may hold more than their columns say: an address under the names, or the IDs."""
    who = Who(external_id=external_id)
    for one in (name, address):
        if one is not None and one.email is not None:
            if who.email and who.email.casefold() != one.email.casefold():
                raise InvalidError(f"The row has {who.email} and {one.email} for one person. Correct one of the two.")
            who = replace(who, email=one.email, name=who.name or one.name)
        elif one is not None and one is name:
            who = replace(who, name=one.name)
    if who.email is None and external_id and "@" in external_id and (contact := read_contact(external_id)):
        who = Who(who.name or contact.name, contact.email)
    return Named(who, str(address.name) if address is not None and address.email is None else "")


def _is_coded(one: Contact) -> bool:
    return bool(NUMBER.search(str(one.name)))
