"""Known IDs with an address that somebody else has: whether they get it, or stay where they are.

Only those who have it in the end stand in the way, so two can change places. It is told in rounds: whoever has to stay
keeps an address that others may want, which makes these stay, too.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.imports.people.choices import TAKEN
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.identity import NAMED, Ask
from dashboard.imports.people.keys import Said
from dashboard.imports.people.telling import Telling
from dashboard.words import some


@dataclass(frozen=True, slots=True, eq=False)
class Mover:
    """Somebody of the program whose address is to change."""

    place: int
    key: str
    said: Said
    is_known_by_id: bool

    @property
    def row(self) -> int:
        return self.said["email"][1]


class Moves:
    """All that move, and who has an address when those who can have moved."""

    def __init__(self, settled: Sequence[tuple[Telling, Said]], everybody: Everybody, yields: Callable[[int], bool]):
        self._everybody, self._yields = everybody, yields
        self._moving: dict[int, Mover] = {}
        for telling, said in settled:
            place = telling.group.place
            if place is not None and "email" in said and said["email"][0].casefold() != everybody.keys[place]:
                key = said["email"][0].casefold()
                self._moving[place] = Mover(place, key, said, telling.group.is_known_by_id)
        self._all = [one for one in self._moving.values() if one.is_known_by_id]
        self._wanting: dict[str, list[Mover]] = defaultdict(list)
        for mover in self._all:
            self._wanting[mover.key].append(mover)
        self._staying: dict[str, list[int]] = {}

    def settle(self, ask: Ask) -> None:
        """Whoever has to stay loses the address that was to be; every mover into another's address asks about it."""
        self._stop()
        landed: dict[str, list[int]] = defaultdict(list)
        for mover in self._all:
            others = [*self._with(mover.key), *landed[mover.key]]
            if others:
                names = some([self._everybody.names[one] for one in others[: NAMED + 1]], len(others))
                ask(mover.row, TAKEN, f"{mover.said['email'][0]} is the e-mail of {names}.")
            if mover.place in self._moving:
                landed[mover.key].append(mover.place)
            else:
                del mover.said["email"]

    def _stop(self) -> None:
        """Let those stay who yield to whoever has the address already; of several who come for one, to the first."""
        asked = deque(self._all)
        while asked:
            for mover in iter(lambda: asked.popleft() if asked else None, None):
                if self._may_have_to_stay(mover) and self._with(mover.key):
                    self._stay(mover, asked)
            late = [mover for movers in self._wanting.values() for mover in self._after_the_first(movers)]
            for mover in late:
                self._stay(mover, asked)

    def _after_the_first(self, movers: Sequence[Mover]) -> list[Mover]:
        coming = [mover for mover in movers if mover.place in self._moving]
        return [mover for mover in coming[1:] if self._may_have_to_stay(mover)]

    def _may_have_to_stay(self, mover: Mover) -> bool:
        return mover.place in self._moving and self._yields(mover.row)

    def _stay(self, mover: Mover, asked: deque[Mover]) -> None:
        del self._moving[mover.place]
        own = self._everybody.keys[mover.place]
        if own:
            if own in self._staying:
                self._staying[own].append(mover.place)
            asked.extend(self._wanting[own])

    def _with(self, key: str) -> list[int]:
        """Who has an address and does not move away from it."""
        if key not in self._staying:
            self._staying[key] = [one for one in self._everybody.with_email(key) if one not in self._moving]
        return self._staying[key]
