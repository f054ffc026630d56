"""Answers in words: on which scale they stand, and where."""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from dashboard.imports.calendar_words import bare
from dashboard.imports.scale_families import FAMILIES

ADJECTIVES = re.compile(
    r"\s*\b(confident|likely|helpful|useful|satisfied|comfortable|effective|supported|prepared|valuable|true|well|"
    r"much|seguro|segura|confiante|zuversichtlich|confiant|hilfreich|nutzlich|util|utile|zeker)$"
)


@cache
def plain(answer: str) -> str:
    """An answer as it is compared: no case, no accents, no marks."""
    return " ".join(re.sub(r"[^\w]|_", " ", bare(answer)).split())


@cache
def positions(family: str) -> dict[str, Fraction]:
    """Where each answer of a family stands between its worst, 0, and its best, 1."""
    steps = FAMILIES[family][1:]
    return {
        plain(word): Fraction(place, len(steps) - 1) for place, step in enumerate(steps) for word in step.split(", ")
    }


@cache
def position(answer: str, family: str) -> Fraction | None:
    """Where an answer stands in a family; None when it is no answer of it. "Very confident" is found as "very"."""
    known, said = positions(family), plain(answer)
    if said in known or not family.startswith("degree"):
        return known.get(said)
    degree, found = ADJECTIVES.subn("", said)
    return known.get(degree or "quite") if found else None


def families_of(answers: Iterable[str]) -> list[str]:
    """The families that know most of these answers; those that keep them apart come first."""
    asked = {plain(answer) for answer in answers}
    found = {family: [at for one in asked if (at := position(one, family)) is not None] for family in FAMILIES}
    most = max(map(len, found.values()), default=0)
    full = [family for family, known in found.items() if known and len(known) == most]
    return sorted(full, key=lambda family: len(found[family]) - len(set(found[family])))
