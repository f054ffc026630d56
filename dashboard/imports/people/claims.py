"""Which people of the program rows are about already, and who is left to be found."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.identity import LOOKED_AT
from dashboard.imports.people.units import Group, Unit


class Claims:
    """Who of the program is whose; nobody is free again, so that a long line of people is gone through once."""

    def __init__(self, everybody: Everybody, units: Iterable[Unit]) -> None:
        self._everybody = everybody
        self._named = {(key, loose) for unit in units for key in unit.emails for loose in unit.names}
        self._by_place: dict[int, Unit | None] = {}
        self._lines: dict[tuple[str, str, bool], deque[int]] = {}

    def claim(self, unit: Unit, place: int) -> None:
        """This is who the unit, and all of its group, is about."""
        self._by_place[place], group = unit, unit.group
        group.place, group.someone = place, self._everybody.person(place)
        group.external_id = group.external_id or self._everybody.ids[place]
        key, loose = self._everybody.keys[place], self._everybody.loose(place)
        if key and not group.is_known_by_id and len(self._everybody.called(key, loose)) > 1:
            group.keeps = True  # nothing but the spelling tells them from another

    def hold(self, places: Iterable[int]) -> None:
        """Nobody else is one of these: rows are about one of them, and it can't be told about whom."""
        self._by_place.update(dict.fromkeys(places))

    def is_free(self, place: int) -> bool:
        return place not in self._by_place

    def free(self, places: Iterable[int]) -> list[int]:
        return [place for place in places if place not in self._by_place]

    def may_get_id(self, place: int) -> bool:
        """Whether a row with a new ID may be about somebody by a guess: not about whoever has one, nor about whom a row
        without an ID names in full. With the ID, that row would find another the next time."""
        whole = (self._everybody.keys[place], self._everybody.loose(place))
        return not self._everybody.ids[place] and whole not in self._named

    def group(self, place: int) -> Group | None:
        """Whose somebody is; nobody's when they are free or held."""
        unit = self._by_place.get(place)
        return unit.group if unit else None

    def some_with_email(self, key: str) -> Iterator[int]:
        """The free ones among the first so many with this address."""
        return (place for place in islice(self._everybody.with_email(key), LOOKED_AT) if self.is_free(place))

    def first_with_email(self, key: str, *, without_id: bool) -> int | None:
        return self._first("email", key, self._everybody.with_email(key), without_id)

    def first_with_name(self, loose: str, *, without_id: bool) -> int | None:
        return self._first("name", loose, self._everybody.with_name(loose), without_id)

    def _first(self, by: str, key: str, places: Sequence[int], without_id: bool) -> int | None:
        """The first free one, if need be among those who may get an ID."""
        line = self._lines.get((by, key, without_id))
        if line is None:
            some = (place for place in places if not without_id or self.may_get_id(place))
            line = self._lines[by, key, without_id] = deque(some)
        while line and not self.is_free(line[0]):
            line.popleft()
        return line[0] if line else None
