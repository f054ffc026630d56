"""People sorted into kinds: what is true between two people is asked once for each two kinds, and then spread out.

A cohort of thousands has some dozens of departments, of time zones and of languages spoken together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Texts = list[Any]
"""What the kinds are called; the last one says nothing."""


@dataclass(frozen=True)
class Kinds:
    """The kind of each mentee and of each mentor, and a ``table`` of the kinds: one row a mentee's, one column a
    mentor's. What is not known is NaN."""

    mentees: NDArray[np.intp]
    mentors: NDArray[np.intp]
    table: NDArray[Any]

    def spread(self) -> NDArray[Any]:
        """What the table says of every mentee with every mentor."""
        return np.take(np.take(self.table, self.mentees, axis=0), self.mentors, axis=1)


def same_department(left: "pd.Series[str]", right: "pd.Series[str]") -> Kinds:
    """1 for the same department, whatever its case; 0 for another one."""
    return _kinds(_folded(left), _folded(right), _same)


def common_language(left: "pd.Series[str]", right: "pd.Series[str]") -> Kinds:
    """1 with a language in common, 0 without."""
    return _kinds(left, right, _common)


def years_ahead(left: "pd.Series[float]", right: "pd.Series[float]") -> Kinds:
    """The years of the right less those of the left: negative when behind."""
    return _kinds(left, right, lambda these, those: _floats(those)[None, :] - _floats(these)[:, None])


def hours_apart(left: "pd.Series[str]", right: "pd.Series[str]", on: date) -> Kinds:
    """Hours between two clocks on a day, the shorter way round: 23:00 and 01:00 are two hours apart."""
    return _kinds(left, right, lambda these, those: _hours(these, those, on))


def languages(text: object) -> list[str]:
    """The casefolded names in ``"English, Spanish"``; empty when nothing is said."""
    return [name for part in text.split(",") if (name := part.strip().casefold())] if isinstance(text, str) else []


@lru_cache(maxsize=4096)
def clock_offset(zone: str | None, on: date) -> float:
    """Hours ahead of UTC at noon of that day; NaN for a name that is no zone."""
    try:
        local = datetime.combine(on, time(12), tzinfo=UTC).astimezone(ZoneInfo(zone or ""))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return float("nan")
    return (local.utcoffset() or timedelta()).total_seconds() / 3600


def _kinds(left: "pd.Series[Any]", right: "pd.Series[Any]", table: Callable[[Texts, Texts], Numbers]) -> Kinds:
    (mentees, these), (mentors, those) = _sorted(left), _sorted(right)
    return Kinds(mentees, mentors, table(these, those))


def _sorted(texts: "pd.Series[Any]") -> tuple[NDArray[np.intp], Texts]:
    """The kind of each, and what the kinds are called."""
    codes, names = pd.factorize(texts)
    return np.where(codes < 0, len(names), codes), [*names, None]


def _folded(texts: "pd.Series[str]") -> "pd.Series[str]":
    keys: pd.Series[str] = texts.astype("str").str.strip().str.casefold()
    return keys.where(keys != "")


def _same(left: Texts, right: Texts) -> Numbers:
    same: Numbers = np.equal.outer(np.array(left, dtype=object), np.array(right, dtype=object)).astype(np.float32)
    same[-1, :] = same[:, -1] = np.nan
    return same


def _common(left: Texts, right: Texts) -> Numbers:
    spoken = [languages(text) for text in [*left, *right]]
    column = {name: at for at, name in enumerate(dict.fromkeys(name for names in spoken for name in names))}
    speaks = np.zeros((len(spoken), len(column)), dtype=np.float32)
    for row, names in enumerate(spoken):
        speaks[row, [column[name] for name in names]] = 1
    common = (speaks[: len(left)] @ speaks[len(left) :].T > 0).astype(np.float32)
    silent = speaks.sum(axis=1) == 0
    common[np.logical_or.outer(silent[: len(left)], silent[len(left) :])] = np.nan
    return common


def _hours(left: Texts, right: Texts, on: date) -> Numbers:
    these, those = (_floats([clock_offset(zone, on) for zone in zones]) for zones in (left, right))
    away = np.abs(np.subtract.outer(these, those))
    return np.minimum(away, np.float32(24) - away)


def _floats(values: list[Any]) -> Numbers:
    return np.array(values, dtype=np.float32)
