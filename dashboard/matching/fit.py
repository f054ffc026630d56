"""How well a mentor suits a mentee: a score of 0 to 100 from five components, each 0 to 1.

A component that is not known counts as ``NEUTRAL``: it neither helps nor harms. A mentor who ticks every skill covers
whatever is sought, and for that very reason says nothing about anybody: their skills count as neutral too, so that
ticking every box wins nothing.

What a mentee hopes for is not compared with a mentor's bio. It was tried, on 16 hopes and bios in one language, made
for each other: the best of three light methods (TF-IDF over words, over their beginnings, over four letters) put
somebody else first for 9 of the 16, and over words 9 of the right pairs shared nothing. The card shows both to read.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.matching.facts import Facts, compare
from dashboard.matching.kinds import Kinds, Numbers

NEUTRAL = 0.5
COMPONENTS = ("skills", "experience", "place", "language", "field")

# Years ahead: nothing for a peer, all of it from eight years on; a very wide gap loses a little.
YEARS, YEARS_WORTH = (0, 8, 25, 45), (0, 1, 1, 0.8)
# Hours apart, for two different places; the same place is worth 1.
HOURS, HOURS_WORTH = (0, 3, 8, 12), (0.9, 0.7, 0.2, 0)


@dataclass(frozen=True)
class Weights:
    """How much each component counts, in any unit: only their proportions matter.

    The field, which is the department, counts for the same one, or for another one when ``field_differs``.
    """

    skills: float = 6
    experience: float = 2
    place: float = 1
    language: float = 1
    field: float = 0
    field_differs: bool = False

    def share(self, component: str) -> float:
        """The component's part of the whole, 0 to 1; nothing when no weight is set at all."""
        total = sum(getattr(self, name) for name in COMPONENTS)
        return getattr(self, component) / total if total else 0.0


@dataclass(frozen=True)
class Fit:
    """Arrays of mentees x mentors: the score, 0 to 100, and each component, 0 to 1 or NaN where it is not known."""

    score: Numbers
    components: dict[str, Numbers]


def measure(
    mentees: pd.DataFrame,
    mentors: pd.DataFrame,
    *,
    sought: pd.DataFrame,
    offered: pd.DataFrame,
    catalog: int,
    weights: Weights,
    on: date,
) -> Fit:
    """The fit of every mentee with every mentor; the frames are those of ``facts.compare``."""
    return fit_of(compare(mentees, mentors, sought=sought, offered=offered, catalog=catalog, on=on), weights)


def fit_of(facts: Facts, weights: Weights) -> Fit:
    """The components that the facts are worth, and the score that they make together."""
    components = {
        "skills": facts.coverage * (1 - NEUTRAL * facts.spread),
        "experience": _worth(facts.years, YEARS, YEARS_WORTH),
        "place": np.where(facts.same_place, np.float32(1), _worth(facts.hours, HOURS, HOURS_WORTH)),
        "language": facts.share_language,
        "field": 1 - facts.same_field if weights.field_differs else facts.same_field,
    }
    return Fit(score=score(components, weights), components=components)


def score(components: dict[str, Numbers], weights: Weights) -> Numbers:
    """The weighted mean of the components in percent; neutral throughout when no weight is set at all."""
    total = np.full(next(iter(components.values())).shape, 100 * NEUTRAL, dtype=np.float32)
    for name, worth in components.items():
        if weights.share(name) > 0:
            pull = (worth - np.float32(NEUTRAL)) * np.float32(100 * weights.share(name))
            total += np.where(np.isnan(pull), np.float32(0), pull)
    return np.clip(total, 0, 100, out=total)


def _worth(values: Kinds, at: tuple[float, ...], worth: tuple[float, ...]) -> Numbers:
    """Straight lines between the points, level beyond them; NaN stays NaN."""
    return replace(values, table=np.interp(values.table, at, worth).astype(np.float32)).spread()
