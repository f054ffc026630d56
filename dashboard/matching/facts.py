"""What is true between every mentee and every mentor, as arrays: mentees down, mentors across.

People are frames with ``id, department, location, time_zone, languages, years_experience``; skills sought and offered
are frames with ``participant_id, skill_id, priority``. Nothing here loops over pairs. What is not known is NaN.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.matching.kinds import Kinds, Numbers, common_language, hours_apart, same_department, years_ahead

FEW = 5  # Other skills that anybody may offer: a list shorter than this is not one to tick through.


@dataclass(frozen=True)
class Facts:
    """One array each, of the shape mentees x mentors; what is also kept by kinds is worth something for each kind."""

    coverage: Numbers
    """Share of what is sought that is offered, weighted by the mentee's priorities: 0 to 1."""
    spread: Numbers
    """Share of all the other skills of the cohort that the mentor ticked too: 0 to 1."""
    years: Kinds
    hours: Kinds
    same_place: NDArray[np.bool_]
    share_language: Numbers
    """1 with a language in common, 0 without."""
    same_field: Numbers
    """1 in the same department, 0 in two."""

    @cached_property
    def years_ahead(self) -> Numbers:
        """The mentor's years of experience less the mentee's; negative when behind."""
        return self.years.spread()

    @cached_property
    def hours_apart(self) -> Numbers:
        """Hours between the two clocks; 0 for the same place."""
        return np.where(self.same_place, np.float32(0), self.hours.spread())


def compare(
    mentees: pd.DataFrame,
    mentors: pd.DataFrame,
    *,
    sought: pd.DataFrame,
    offered: pd.DataFrame,
    catalog: int,
    on: date,
) -> Facts:
    """The facts on a day (clocks change). ``catalog`` is how many skills the cohort seeks or offers altogether."""
    coverage, spread = _skills(mentees["id"], mentors["id"], sought, offered, catalog)
    return Facts(
        coverage=coverage,
        spread=spread,
        years=years_ahead(mentees["years_experience"], mentors["years_experience"]),
        hours=hours_apart(mentees["time_zone"], mentors["time_zone"], on),
        same_place=_same(mentees["location"], mentors["location"]),
        share_language=common_language(mentees["languages"], mentors["languages"]).spread(),
        same_field=same_department(mentees["department"], mentors["department"]).spread(),
    )


def priority_weight(priority: "pd.Series[int]") -> "pd.Series[float]":
    """How much a skill counts: the first choice 1, the second two thirds, the third a half."""
    return 2 / (priority + 1)


def _skills(
    mentees: "pd.Series[int]", mentors: "pd.Series[int]", sought: pd.DataFrame, offered: pd.DataFrame, catalog: int
) -> tuple[Numbers, Numbers]:
    """Coverage and spread. Only skills that are both sought and offered need a column of their own."""
    sought = sought.assign(row=positions(mentees, sought["participant_id"])).query("row >= 0")
    offered = offered.assign(row=positions(mentors, offered["participant_id"])).query("row >= 0")
    shared = pd.Series(np.intersect1d(sought["skill_id"], offered["skill_id"]))
    weight = priority_weight(sought["priority"])
    total = np.bincount(sought["row"], weight, minlength=len(mentees)).astype(np.float32)[:, None]
    seeks = np.bincount(sought["row"], minlength=len(mentees)).astype(np.float32)[:, None]
    offers = np.bincount(offered["row"], minlength=len(mentors)).astype(np.float32)[None, :]
    wanted = _table(sought, len(mentees), shared, weight.to_numpy())
    given = _table(offered, len(mentors), shared, 1).T
    with np.errstate(divide="ignore", invalid="ignore"):
        coverage = np.minimum((wanted @ given) / total, 1)
        spread = np.clip((offers - (wanted > 0).astype(np.float32) @ given) / np.maximum(catalog - seeks, FEW), 0, 1)
    coverage[np.broadcast_to((seeks == 0) | (offers == 0), coverage.shape)] = np.nan
    return coverage, np.nan_to_num(spread)


def _table(skills: pd.DataFrame, rows: int, columns: "pd.Series[int]", value: NDArray[Any] | int) -> Numbers:
    """One row a participant, one column a skill, holding the value."""
    table = np.zeros((rows, len(columns) + 1), dtype=np.float32)
    table[skills["row"], positions(columns, skills["skill_id"])] = (
        value  # what is not shared falls into the last column
    )
    return table[:, :-1]


def positions(ids: "pd.Series[int]", wanted: "pd.Series[int]") -> NDArray[np.intp]:
    """Where each wanted id stands among the ids; -1 for one that is not there."""
    return pd.Index(ids).get_indexer(pd.Index(wanted))


def _same(left: "pd.Series[str]", right: "pd.Series[str]") -> NDArray[np.bool_]:
    """Where two texts are the same but for case; a missing one is like no other."""
    codes, _ = pd.factorize(pd.concat([folded(left), folded(right)]))
    of_left, of_right = codes[: len(left)], codes[len(left) :]
    return np.asarray((of_left[:, None] == of_right[None, :]) & (of_left >= 0)[:, None])


def folded(texts: "pd.Series[str]") -> "pd.Series[str]":
    """The texts as they are compared: without the spaces around them and in one case; missing where nothing is said."""
    keys: pd.Series[str] = texts.astype("str").str.strip().str.casefold()
    return keys.where(keys != "")
