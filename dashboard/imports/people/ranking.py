"""Skills in the order of their ranks, and what became of the rank that a row gives."""

import math
from collections import defaultdict
from collections.abc import Sequence

from dashboard.imports.people.someone import Ranked
from dashboard.services.texts import MOST_SKILLS


def in_order(given: Sequence[Ranked]) -> list[str]:
    """The names in order of their rank, each once, as many as a participant may have. Of equal ranks, or of none, the
    file's own order holds; gaps and the number at which ranks begin make no difference."""
    names: dict[str, str] = {}
    for _, _, name, _ in sorted(given):
        names.setdefault(name.casefold(), name)
    return list(names.values())[:MOST_SKILLS]


def told(given: Sequence[Ranked], called: str) -> dict[int, str]:
    """By row that ranks a skill beside other rows: at which place it comes. ``called`` is what these are together."""
    places = {name.casefold(): place for place, name in enumerate(in_order(given), start=1)}
    ranked: dict[int, list[str]] = defaultdict(list)
    for rank, _, name, row in given:
        if math.isfinite(rank) and name.casefold() in places:
            ranked[row].append(f"{name} is number {places[name.casefold()]}")
    if len(ranked) < 2:
        return {}
    return {row: f"{', '.join(some)} of {len(places)} {called.lower()}." for row, some in ranked.items()}
