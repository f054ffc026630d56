"""The rows of a file that are one person beyond doubt, and the people whom such rows come to be."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.imports.cells import Trouble
from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.someone import Someone


@dataclass(slots=True, eq=False)
class Unit:
    """Rows with one ID; else rows without an ID that have the same address and the same name, or only one of these."""

    rows: list[int]
    external_id: str | None
    name: str | None
    """As the first row writes it that has one."""
    emails: dict[str, str] = field(default_factory=dict)
    """By the address as it is compared, as it is written."""
    names: dict[str, str] = field(default_factory=dict)
    """By the name as it is compared, as it is written."""
    group: "Group" = field(init=False)
    trouble: Trouble | None = None
    """Why it is not clear who this is."""

    def __post_init__(self) -> None:
        self.group = Group([self], self.external_id)

    @property
    def is_whole(self) -> bool:
        """Whether there is both a name and an address."""
        return bool(self.emails and self.names)

    def refuse(self, sentence: str) -> None:
        """It is not clear who this is, nor who those are that are the same so far."""
        for unit in self.group.units:
            unit.trouble = Trouble("", sentence)

    def __str__(self) -> str:
        return self.name or next(iter(self.emails.values()), None) or str(self.external_id)


@dataclass(slots=True, eq=False)
class Group:
    """The units that are one person, and who that is, when the program knows them."""

    units: list[Unit]
    external_id: str | None
    emails: set[str] = field(default_factory=set)
    """What its rows say, as it is compared; these two never shrink."""
    names: set[str] = field(default_factory=set)
    someone: Someone | None = None
    place: int | None = None
    is_known_by_id: bool = False
    keeps: bool = False
    """Whether some of its rows are theirs by what the program alone says, which therefore stays."""
    gets_no_id: bool = False
    """Whether somebody with an ID goes by the same: with one, too, they would be told apart no more."""

    def rows(self) -> list[int]:
        """The positions of the rows, in their order."""
        return sorted(row for unit in self.units for row in unit.rows)


def units_of(rows: Iterable[int], reader: Reader) -> list[Unit]:
    """The units of these rows: first those with an ID, then the others, each in the order of their first rows."""
    by_key: dict[tuple[str, ...], Unit] = {}
    ids, names = reader.own("external_id"), reader.names
    for row in rows:
        key, external_id, name = reader.keys[row], ids[row], names[row]
        called = name and (name if key else loose_name(name))
        told = ("ID", external_id) if external_id else ("", key or "", called or "")
        unit = by_key.get(told)
        if unit is None:
            unit = by_key[told] = Unit([], external_id, name)
        unit.rows.append(row)
        unit.name = unit.name or name
        if key and key not in unit.emails:
            unit.emails[key] = str(reader.emails[row])
            unit.group.emails.add(key)
        if name and (loose := loose_name(name)) not in unit.names:
            unit.names[loose] = name
            unit.group.names.add(loose)
    return sorted(by_key.values(), key=lambda unit: unit.external_id is None)


def can_be_one(one: Group, other: Group) -> bool:
    """Whether two groups may be one person: not when they have two IDs, or are two people of the program."""
    if one is other or (one.place is not None and other.place is not None):
        return False
    if one.external_id is None or other.external_id is None:
        return one.external_id == other.external_id or not (one.gets_no_id or other.gets_no_id)
    return one.external_id == other.external_id


def join(one: Group, other: Group) -> bool:
    """Make one group of two that may be one, the smaller one part of the other; whether it was done."""
    if not can_be_one(one, other):
        return False
    stays, goes = (one, other) if len(one.units) >= len(other.units) else (other, one)
    for unit in goes.units:
        unit.group = stays
    stays.units += goes.units
    stays.external_id = stays.external_id or goes.external_id
    stays.emails |= goes.emails
    stays.names |= goes.names
    if goes.place is not None:
        stays.place, stays.someone, stays.is_known_by_id = goes.place, goes.someone, goes.is_known_by_id
    stays.keeps, stays.gets_no_id = stays.keeps or goes.keeps, stays.gets_no_id or goes.gets_no_id
    return True


class Bucket:
    """Units by something that they say, in their order, so that each knows who came before."""

    def __init__(self, units: Iterable[Unit], said: Callable[[Unit], Iterable[str]]) -> None:
        self._units: dict[str, list[Unit]] = defaultdict(list)
        self._before: dict[tuple[int, str], int] = {}
        for unit in units:
            for key in said(unit):
                self._before[id(unit), key] = len(self._units[key])
                self._units[key].append(unit)

    def of(self, key: str) -> Sequence[Unit]:
        return self._units.get(key, ())

    def before(self, unit: Unit, key: str) -> int:
        """How many that say the same come before this one."""
        return self._before[id(unit), key]
