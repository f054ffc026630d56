"""Stages of a long work, each kept as long as what it was made from is the same."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Stages:
    """Something that is worked out in stages, so that a rerun with the same choices costs next to nothing."""

    _done: dict[str, tuple[Any, Any]]
    """By stage: what it was made from, and what came of it."""

    def once(self, stage: str, key: object, make: Callable[[], T]) -> T:
        """What ``make`` gives, made again only when ``key`` is another than the last time."""
        if not self.is_made(stage, key):
            self._done[stage] = (key, make())
        return cast(T, self._done[stage][1])

    def is_made(self, stage: str, key: object) -> bool:
        """Whether nobody has to wait for it."""
        return stage in self._done and bool(self._done[stage][0] == key)
