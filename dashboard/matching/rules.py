"""Which pairs are not to be: every rule that blocks a mentee from a mentor, as bits, and each in words.

Mentees are a frame ``id, person_id, name, email_key, manager_email, department, time_zone, languages``; mentors also
have ``status, capacity, taken``.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import IntFlag
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.matching.demands import Demands, unmet

Bits = NDArray[np.uint16]


class Rule(IntFlag):
    """Why a pair is not offered. Only the last may be overruled, by asking for it; four are a cohort's own."""

    SAME_PERSON = 1
    MANAGER = 2
    REPORT = 4
    SEPARATED = 8
    NOT_ACTIVE = 16
    FULL = 32
    OTHER_DEPARTMENT = 64
    SAME_DEPARTMENT = 128
    NO_LANGUAGE = 256
    HOURS_APART = 512
    PAST = 1024


DEMANDED = {
    "same_department": Rule.OTHER_DEPARTMENT,
    "other_department": Rule.SAME_DEPARTMENT,
    "common_language": Rule.NO_LANGUAGE,
    "hours_apart": Rule.HOURS_APART,
}
"""The name of a demand of the cohort -> the rule that keeps two apart when it is not met."""


BEFORE = {"mentee_person_id": "one", "mentor_person_id": "other"}


def mentor_bits(mentors: pd.DataFrame) -> Bits:
    """What blocks a mentor for everybody: not active, or no place left. One number a mentor."""
    active = mentors["status"].to_numpy() == "active"
    full = mentors["taken"].to_numpy() >= mentors["capacity"].to_numpy()
    return (np.where(active, 0, Rule.NOT_ACTIVE) | np.where(full, Rule.FULL, 0)).astype(np.uint16)


def pair_bits(
    mentees: pd.DataFrame, mentors: pd.DataFrame, *, separations: pd.DataFrame, past: pd.DataFrame
) -> pd.DataFrame:
    """The few pairs that a rule between the two forbids: ``mentee, mentor`` (positions) and ``rule``, a row a rule.

    ``separations`` holds ``person_a_id, person_b_id``; ``past`` holds ``mentee_person_id, mentor_person_id``.
    """
    left, right = _placed(mentees, "mentee"), _placed(mentors, "mentor")
    apart = separations[["person_a_id", "person_b_id"]].set_axis(["one", "other"], axis=1)
    found = [
        (Rule.SAME_PERSON, left.merge(right, on="person_id")),
        (Rule.MANAGER, _joined(left, right, "manager_email", "email_key")),
        (Rule.REPORT, _joined(left, right, "email_key", "manager_email")),
        (Rule.SEPARATED, _linked(left, right, apart)),
        (Rule.SEPARATED, _linked(left, right, apart.set_axis(["other", "one"], axis=1))),
        (Rule.PAST, _linked(left, right, past.rename(columns=BEFORE))),
    ]
    rows = [pairs[["mentee", "mentor"]].assign(rule=int(rule)) for rule, pairs in found]
    return pd.concat(rows, ignore_index=True).drop_duplicates().astype(np.int64)


def blocks(
    mentees: pd.DataFrame,
    mentors: pd.DataFrame,
    *,
    separations: pd.DataFrame,
    past: pd.DataFrame,
    demands: Demands,
    on: date,
) -> Bits:
    """Every rule that stands between each mentee and each mentor: bits of ``Rule``, 0 where they may be paired."""
    bits = np.tile(mentor_bits(mentors), (len(mentees), 1))
    pairs = pair_bits(mentees, mentors, separations=separations, past=past)
    np.bitwise_or.at(bits, (pairs["mentee"], pairs["mentor"]), pairs["rule"].astype(np.uint16))
    for name, apart in unmet(demands, mentees, mentors, on):
        bits |= replace(apart, table=apart.table * np.uint16(DEMANDED[name])).spread()
    return bits


def why(
    bits: int,
    mentee: str,
    mentor: Mapping[Any, Any],
    *,
    apart: str | None = None,
    before: str = "",
    hours: int | None = None,
) -> str:
    """The rules in words, the firmest first; ``apart`` is the reason for it, ``before`` tells of the past pairing, and
    ``hours`` is how many the cohort allows between two clocks."""
    name = mentor["name"]
    told = {
        Rule.SAME_PERSON: "the same person",
        Rule.MANAGER: f"{name} is {possessive(mentee)} manager",
        Rule.REPORT: f"{name} reports to {mentee}",
        Rule.SEPARATED: "kept apart" + (f": {apart}" if apart else ""),
        Rule.NOT_ACTIVE: f"{name} is {mentor['status']}",
        Rule.FULL: f"{name} is full: {places_taken(mentor['taken'], mentor['capacity'])}",
        Rule.OTHER_DEPARTMENT: f"another department: {mentor.get('department')}",
        Rule.SAME_DEPARTMENT: f"the same department: {mentor.get('department')}",
        Rule.NO_LANGUAGE: "no language in common",
        Rule.HOURS_APART: f"more than {hours} hours apart",
        Rule.PAST: "paired before" + (f", {before}" if before else ""),
    }
    return "; ".join(told[rule] for rule in Rule if bits & rule)


def places_taken(taken: object, capacity: object) -> str:
    """``2 of 2 places taken``."""
    return f"{taken} of {capacity} {'place' if capacity == 1 else 'places'} taken"


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _placed(people: pd.DataFrame, role: str) -> pd.DataFrame:
    """What the rules look at, and each person's position."""
    return people[["person_id", "email_key", "manager_email"]].assign(**{role: np.arange(len(people))})


def _linked(left: pd.DataFrame, right: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Pairs of whom the first is ``one`` and the second ``other`` of a link; most cohorts have few links, or none."""
    if links.empty:
        return pd.DataFrame({"mentee": [], "mentor": []})
    return left.merge(links, left_on="person_id", right_on="one").merge(right, left_on="other", right_on="person_id")


def _joined(left: pd.DataFrame, right: pd.DataFrame, column: str, other: str) -> pd.DataFrame:
    """Pairs whose two addresses are the same; a missing address is like no other."""
    return left.dropna(subset=[column])[["mentee", column]].merge(
        right.dropna(subset=[other])[["mentor", other]], left_on=column, right_on=other
    )
