"""What a place is worth to a plan: how much is lost when one goes, and won when one comes. Exact, for all at once.

Both are shortest paths along which people move up: whoever loses a place takes another one, whose holder takes another,
and so on until somebody finds a free place or is left without. Prices only ever fall, and only what fell is looked at
again.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from dashboard.matching.plan import UNPLACED, Problem, Whole

NOBODY = -1
FAR = np.iinfo(np.int64).max // 4


@dataclass(frozen=True)
class Losses:
    """For each mentor, the ``price``: what the best plan loses with one place of theirs; and the ``leaver``, who has to
    give it up (``NOBODY`` if one is free). For each mentee, where they go when they have to (``UNPLACED``: nowhere)."""

    price: Whole
    leaver: Whole
    goes: Whole

    def moves(self, mentor: int) -> dict[int, int]:
        """Who goes where when a place of the mentor is taken: mentee -> mentor, or ``UNPLACED``."""
        moved: dict[int, int] = {}
        while mentor != UNPLACED and (who := int(self.leaver[mentor])) != NOBODY:
            mentor = moved[who] = int(self.goes[who])
        return moved


def losses(given: Problem, mentor: Whole) -> Losses:
    """What each place is worth to a plan that is the best for the problem; FAR where there never was a place."""
    seated = np.flatnonzero(mentor != UNPLACED)
    seat = mentor[seated]
    whole = given.worth if len(seated) == len(mentor) else given.worth[seated]
    # Half the width is twice as fast, and holds what fifty thousand mentees could be worth.
    width: DTypeLike = np.int32 if given.person < 2**30 else np.int64
    worth: NDArray[Any] = np.ascontiguousarray(whole.T, dtype=width)  # mentors down: whoever has news is one row
    own, away = worth[seat, np.arange(len(seat))], np.zeros(len(seat), dtype=np.int64)
    price = np.where(np.bincount(seat, minlength=len(given.places)) < given.places, 0, FAR)
    leaver, goes = np.full(len(price), NOBODY), np.full(len(mentor), UNPLACED)
    news = np.flatnonzero(price == 0)
    for _ in range(len(price) + 1):
        _hear(news, worth, price, seated, seat, away, goes)
        news = _tell(own - away, seated, seat, price, leaver)
        if not news.size:
            break
    return Losses(price, leaver, goes)


def _hear(news: Whole, worth: NDArray[Any], price: Whole, seated: Whole, seat: Whole, away: Whole, goes: Whole) -> None:
    """Whoever holds a place looks at the mentors whose price fell: ``away`` is the best they could have elsewhere."""
    if not news.size:
        return
    offer = (worth if len(news) == len(worth) else worth[news]) - price[news, None].astype(worth.dtype)
    own = np.full(len(price), NOBODY)
    own[news] = np.arange(len(news))
    at_home = np.flatnonzero(own[seat] != NOBODY)
    offer[own[seat[at_home]], at_home] = -1  # to change places with oneself is no way out
    best = offer.max(axis=0)
    better = np.flatnonzero(best > away)
    away[better] = best[better]
    goes[seated[better]] = news[offer[:, better].argmax(axis=0)]


def _tell(loss: Whole, seated: Whole, seat: Whole, price: Whole, leaver: Whole) -> Whole:
    """The mentors for whom somebody can now be moved at less than the price; they are the news."""
    cheaper = np.flatnonzero(loss < price[seat])
    order = cheaper[np.lexsort((loss[cheaper], seat[cheaper]))]
    first = order[np.flatnonzero(np.diff(seat[order], prepend=NOBODY))]
    price[seat[first]], leaver[seat[first]] = loss[first], seated[first]
    return seat[first]


def gains(given: Problem, mentor: Whole) -> Whole:
    """What the best plan would win with one more place of each mentor."""
    worth = given.worth
    own = np.where(mentor == UNPLACED, 0, worth[np.arange(len(mentor)), mentor])
    gain: Whole = np.maximum((worth - own[:, None]).max(axis=0, initial=0), 0)
    for _ in range(len(gain)):
        stays = own - np.where(mentor == UNPLACED, 0, gain[mentor])
        more = np.maximum(gain, (worth - stays[:, None]).max(axis=0, initial=0))
        if (more == gain).all():
            break
        gain = more
    return gain


def is_proven(given: Problem, mentor: Whole) -> bool:
    """Whether prices show that no plan can be better: no pair is worth more than its mentee and its place ask."""
    return shows(given, mentor, losses(given, mentor).price)


def shows(given: Problem, mentor: Whole, price: Whole) -> bool:
    """The same, where the prices of the plan are known."""
    worth, placed = given.worth, mentor != UNPLACED
    # Any prices that are not negative bound every plan from above, so a plan that reaches the bound is the best.
    price = np.maximum(price, 0)
    asks = (worth - price).max(axis=1, initial=0)
    reached = int(worth[placed, mentor[placed]].sum())
    return int(asks.sum()) + int((price * given.places)[given.places > 0].sum()) == reached
