"""What a move or a swap would change before it is made: for those who change mentors, and for everybody who waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session, col

from dashboard.matching.consequences import consequences
from dashboard.matching.facts import positions
from dashboard.matching.plan import POINTS
from dashboard.matching.rules import Rule
from dashboard.queries.best import problem_of
from dashboard.queries.board import Board, points_of
from dashboard.queries.consequences import Consequence, told
from dashboard.queries.parties import party
from dashboard.queries.remaining import remaining_with
from dashboard.queries.troubles import Pair
from models import Participant

OVERRULED = np.uint16(Rule.FULL | Rule.PAST)
"""Rules that stop nobody here: places are exchanged or counted, and who was paired before may be again."""


@dataclass(frozen=True)
class Shift:
    """``cost`` is the change against everybody staying where they are, the fits of those who change included. ``fits``:
    each of these with their fit now and then. ``rules`` has the bits of the rules in the way, if any."""

    cost: Consequence
    fits: tuple[tuple[str, float, float], ...]
    rules: int = 0


def moves(
    session: Session,
    *,
    cohort_id: int,
    mentee_id: int,
    mentor_id: int,
    to: Sequence[int],
    today: date,
    plan_id: int | None = None,
) -> dict[int, Shift]:
    """Mentor id -> what changes when the mentee, who is with ``mentor_id`` now, goes to them; nothing for those who
    have no place. With a plan it is a draft that moves."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    stays = found.mentor_at(mentor_id)
    if at is None or stays is None:
        return {}
    if plan_id is None:  # the board counts the pairing that is given up; of drafts, this one is left out already
        found = replace(found, mentors=_without_one(found, stays))
    own = np.arange(len(found.mentors)) == stays
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    if not given.places[stays]:  # the mentee may stay, whatever came between, and yet leaves nobody a place
        kept = given.allowed & ~own
        given = replace(given, allowed=kept, places=given.places + own)
    then = consequences(given, at, also=own | (found.bits[at] & ~OVERRULED == 0))
    columns = {one: column for one in to if (column := found.mentor_at(one)) is not None and then.possible[column]}
    name, fit = str(found.mentees["name"].to_numpy()[at]), found.points[at] / POINTS
    return {
        one: Shift(
            told(
                found,
                int(then.people[column] - then.people[stays]),
                int(then.points[column] - then.points[stays]),
                then.worst_hit(column, instead_of=stays),
            ),
            ((name, float(fit[stays]), float(fit[column])),),
        )
        for one, column in columns.items()
    }


def _without_one(found: Board, mentor: int) -> pd.DataFrame:
    taken = found.mentors["taken"] - (np.arange(len(found.mentors)) == mentor)
    return found.mentors.assign(taken=taken)


def swaps(session: Session, *, cohort_id: int, pair: Pair, others: Sequence[Pair], today: date) -> list[Shift | None]:
    """For each of the ``others`` (mentee, mentor), what changes when the two mentees exchange their mentors; None for
    one who is gone. Nobody else is touched: both mentors have as many places as before.

    Fits are whole here, as they stand on the screen, so that the sum of what is read is what the swap is said to cost.
    """
    people = [who for two in (pair, *others) for who in two]
    here = col(Participant.id).in_(people)
    two = party(session, cohort_id=cohort_id, mentees=here, mentors=here)
    fit, bits = np.rint(points_of(two, today) / POINTS), two.bits(today) & ~OVERRULED
    names: Any = two.mentees["name"].to_numpy()
    rows, columns = (
        positions(side["id"], pd.Series([each[at] for each in (pair, *others)], dtype="int64"))
        for at, side in enumerate((two.mentees, two.mentors))
    )
    one, there = int(rows[0]), int(columns[0])
    found: list[Shift | None] = []
    for row, column in zip(rows[1:].tolist(), columns[1:].tolist(), strict=True):
        if min(one, there, row, column) < 0:
            found.append(None)
            continue
        fits = tuple(
            (str(names[who]), float(fit[who, now]), float(fit[who, then]))
            for who, now, then in ((one, there, column), (row, column, there))
        )
        change = sum(then - now for _, now, then in fits)
        cost = Consequence(people=0, points=change, hit=None, drop=0, left_out=False)
        found.append(Shift(cost, fits, int(bits[one, column] | bits[row, there])))
    return found
