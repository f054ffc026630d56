"""Units of one file that are one person: the same but for how it is written, or because somebody says so."""

from collections.abc import Iterator, Sequence

from dashboard.imports.people.choices import NAMESAKE, NEARLY, SAME, SHARED
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.identity import LOOKED_AT, NAMED, Ask, first_alike
from dashboard.imports.people.units import Bucket, Unit, can_be_one, join
from dashboard.imports.review import Matter
from dashboard.words import some


class InFile:
    """Joins units without an ID to those before them; those with one come first and ask nothing: two IDs are two
    people. What a unit asks, if anything, is told by the file alone."""

    def __init__(self, units: Sequence[Unit], everybody: Everybody, ask: Ask) -> None:
        told = [unit for unit in units if unit.external_id or unit.is_whole]
        self.with_id = [unit for unit in told if unit.external_id]
        self.without_id = told[len(self.with_id) :]
        self.by_email = Bucket(told, lambda unit: unit.emails)
        self.by_name = Bucket(told, lambda unit: unit.names)
        self._asking: dict[str, list[tuple[Unit, Sequence[Unit]]]] = {one.key: [] for one in (NEARLY, SHARED, NAMESAKE)}
        self._everybody, self._ask = everybody, ask
        self._names: dict[str, Sequence[str | None]] = {}

    def join_the_same(self) -> None:
        """The same address and the same name, in whatever spelling, or those that are known of an ID."""
        known = _KnownOfIds(self.with_id, self._everybody)
        first: dict[tuple[str, str], Unit] = {}
        for unit in self.without_id:
            if unit.trouble or known.joins(unit):
                continue
            (key,), (loose,) = unit.emails, unit.names
            same = first.setdefault((key, loose), unit)
            if same is unit or not join(same.group, unit.group):
                self._sort(unit, key, loose)

    def _sort(self, unit: Unit, key: str, loose: str) -> None:
        """What the unit is going to ask about those before it."""
        sharing = min(self.by_email.before(unit, key), LOOKED_AT)
        if not sharing:
            namesakes = self.by_name.of(loose)[: min(self.by_name.before(unit, loose), LOOKED_AT)]
            if namesakes:
                self._asking[NAMESAKE.key].append((unit, namesakes))
            return
        nearly = first_alike(loose, self._first_names(key)[:sharing])
        if nearly is None:
            self._asking[SHARED.key].append((unit, self.by_email.of(key)[:sharing]))
        else:
            self._asking[NEARLY.key].append((unit, [self.by_email.of(key)[nearly]]))

    def _first_names(self, key: str) -> Sequence[str | None]:
        """The names that share an address, as far as they are looked at."""
        if key not in self._names:
            self._names[key] = [next(iter(one.names), None) for one in self.by_email.of(key)[:LOOKED_AT]]
        return self._names[key]

    def join_what_is_one(self, matter: Matter) -> None:
        """Ask of every unit that leaves this open, and join what somebody says is one person."""
        for unit, others in self._asking[matter.key]:
            one = next((one for one in others if not one.trouble and can_be_one(one.group, unit.group)), None)
            if one is None or unit.trouble:
                continue
            sentence = self._namesakes(unit, one) if matter is NAMESAKE else self._sharing(unit)
            if self._ask(unit.rows[0], matter, sentence) == SAME:
                join(one.group, unit.group)

    def _sharing(self, unit: Unit) -> str:
        ((key, email),) = unit.emails.items()
        before = self.by_email.before(unit, key)
        names = [str(one) for one in self.by_email.of(key)[: min(before, NAMED + 1)]]
        return f"{email} is the e-mail of {some(names, before)}."

    def _namesakes(self, unit: Unit, one: Unit) -> str:
        (loose,) = unit.names
        before = self.by_name.before(unit, loose)
        first = self.by_name.of(loose)[: min(before, NAMED + 1)]
        places = [next(iter(other.emails.values()), f"the ID {other.external_id}") for other in first]
        return f"{one} is there already, under {some(places, before)}."


class _KnownOfIds:
    """The units with an ID by the addresses and the names that the file or the program knows of them."""

    def __init__(self, units: Sequence[Unit], everybody: Everybody) -> None:
        self._everybody = everybody
        self._by_email: dict[str, dict[int, Unit]] = {}
        self._by_name: dict[str, dict[int, Unit]] = {}
        for unit in units:
            place = unit.group.place if unit.group.is_known_by_id else None
            key, loose = (None, None) if place is None else (everybody.keys[place], everybody.loose(place))
            for found, said, known in ((self._by_email, unit.emails, key), (self._by_name, unit.names, loose)):
                for one in {*said, known} - {None}:
                    found.setdefault(str(one), {})[id(unit)] = unit

    def joins(self, unit: Unit) -> bool:
        """Whether the unit is one of them; of several it is not clear which, and all of them stay as they are."""
        (key,), (loose,) = unit.emails, unit.names
        near = list(self._with(key, loose))
        may = [one for one in near if can_be_one(one.group, unit.group)]
        if unit.group.place is not None:
            unit.group.gets_no_id = any(self._is_whole(one, key, loose) for one in near if one not in may)
        found = [one for one in may if self._is_whole(one, key, loose)] or may
        for one in found:
            if len(found) > 1 or key not in one.emails or loose not in one.names:
                one.group.keeps = True
            one.group.emails.add(key)
            one.group.names.add(loose)
        if len(found) == 1:
            join(found[0].group, unit.group)
        elif found:
            names = [f"{one} (ID {one.external_id})" for one in found[: NAMED + 1]]
            unit.refuse(f"{some(names, len(found))} have this name and {unit.emails[key]}. Write the ID, too.")
        return bool(found)

    def _is_whole(self, unit: Unit, key: str, loose: str) -> bool:
        """Whether both are known from the file, or both from the program: that outweighs half of it from each."""
        place = unit.group.place if unit.group.is_known_by_id else None
        stored = place is not None and (self._everybody.keys[place], self._everybody.loose(place)) == (key, loose)
        return stored or (key in unit.emails and loose in unit.names)

    def _with(self, key: str, loose: str) -> Iterator[Unit]:
        fewer, more = sorted((self._by_email.get(key, {}), self._by_name.get(loose, {})), key=len)
        return (one for at, one in fewer.items() if at in more)
