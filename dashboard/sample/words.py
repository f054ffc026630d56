"""The words that the invention draws from, and how it draws."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

Columns = dict[str, list[Any]]
"""A table by its columns, all of one length. A reference to another table is a position in it, from 0 up."""

Thing = TypeVar("Thing")


@cache
def words(name: str) -> dict[str, Any]:
    """The word lists of one file: ``names``, ``places``, ``work`` or ``voice``."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def skill_names() -> list[str]:
    """Every skill, in the order of the ``skill`` table."""
    return [name for names in words("work")["skills"].values() for name in names]


def pick(rng: np.random.Generator, options: Sequence[Thing], count: int) -> list[Thing]:
    """That many of the options, each drawn anew."""
    return [options[at] for at in rng.integers(len(options), size=count).tolist()]


def pick_weighted(rng: np.random.Generator, weights: dict[Thing, float], count: int) -> list[Thing]:
    """That many of the keys, each as often as its weight says."""
    options, shares = list(weights), np.array(list(weights.values()), dtype=float)
    return [options[at] for at in rng.choice(len(options), size=count, p=shares / shares.sum()).tolist()]


def some(rng: np.random.Generator, share: float, values: Sequence[Thing]) -> list[Thing | None]:
    """The values, each kept with the probability ``share``; the others, and empty texts, become None."""
    return [
        value or None if kept else None for value, kept in zip(values, rng.random(len(values)) < share, strict=True)
    ]


def in_a_sentence(name: str) -> str:
    """A skill or a title as it stands inside a sentence: "public speaking", but "SQL"."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
