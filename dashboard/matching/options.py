"""Who is hardest to place: how many mentors each mentee could still have, without measuring every pair."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.matching.facts import positions
from dashboard.matching.kinds import Kinds


def options(
    mentees: pd.DataFrame,
    mentors: pd.DataFrame,
    *,
    blocked: pd.DataFrame,
    sought: pd.DataFrame,
    offered: pd.DataFrame,
    unmet: Iterable[Kinds] = (),
) -> pd.DataFrame:
    """For each mentee, in order: the ``free`` mentors who may be chosen, and how many are ``offering`` a skill sought.

    ``mentors`` are those with a place left, ``blocked`` the pairs of ``rules.pair_bits``, ``unmet`` the kinds of
    ``demands.unmet``. A set of mentors is kept as bits, so that ten thousand on each side take a moment. Who seeks
    nothing in particular has no ``offering``.
    """
    everyone = _bits(np.zeros(len(mentors), dtype=np.intp), np.arange(len(mentors)), 1, len(mentors))
    barred = _bits(blocked["mentee"].to_numpy(), blocked["mentor"].to_numpy(), len(mentees), len(mentors))
    open_to = everyone & ~barred
    for apart in unmet:
        kinds = np.packbits(np.take(apart.table, apart.mentors, axis=1), axis=1, bitorder="little")
        open_to &= ~kinds[apart.mentees]
    offering = open_to & _offering(mentees, mentors, sought, offered)
    seeks = mentees["id"].isin(sought["participant_id"]).to_numpy()
    return pd.DataFrame({"free": _count(open_to), "offering": pd.Series(_count(offering)).astype("Int64").where(seeks)})


def _offering(
    mentees: pd.DataFrame, mentors: pd.DataFrame, sought: pd.DataFrame, offered: pd.DataFrame
) -> NDArray[np.uint8]:
    """Mentors who offer at least one of the skills that each mentee seeks."""
    skills = pd.Series(sought["skill_id"].unique())
    offered = offered.assign(
        skill=positions(skills, offered["skill_id"]), at=positions(mentors["id"], offered["participant_id"])
    )
    offered = offered[(offered["skill"] >= 0) & (offered["at"] >= 0)]
    by_skill = _bits(offered["skill"].to_numpy(), offered["at"].to_numpy(), len(skills), len(mentors))
    found = np.zeros((len(mentees), by_skill.shape[1]), dtype=np.uint8)
    rows = positions(mentees["id"], sought["participant_id"])
    known = rows >= 0
    np.bitwise_or.at(found, rows[known], by_skill[positions(skills, sought["skill_id"])[known]])
    return found


def _bits(rows: NDArray[np.intp], columns: NDArray[np.intp], height: int, width: int) -> NDArray[np.uint8]:
    """A set of columns for each row, eight to a byte."""
    bits = np.zeros((height, (width + 7) // 8), dtype=np.uint8)
    np.bitwise_or.at(bits, (rows, columns // 8), np.left_shift(1, columns % 8).astype(np.uint8))
    return bits


def _count(bits: NDArray[np.uint8]) -> NDArray[np.int64]:
    counted: NDArray[np.int64] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counted
