"""Every headline number, declared once: what it says, what it divides by what, and what to aim for. No database.

A target is a default from other programs' experience; where nobody has a trustworthy one there is none.
``dashboard.readings`` computes the numbers and writes them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Unit(StrEnum):
    """How a number is counted and written."""

    COUNT = "count"
    SHARE = "share"
    """A part of a whole, in per cent; it changes by points."""
    RATING = "rating"
    """A mean of answers from 1 to 5."""
    GROWTH = "growth"
    """A mean difference between two answers from 1 to 5; it always carries its sign."""


class Target(NamedTuple):
    """From ``low`` on it is good; above ``high``, where there is one, it is more than was asked for."""

    low: float
    high: float | None = None


class Tally(NamedTuple):
    """What was counted on a day: ``numerator`` out of ``denominator``, about ``n`` things."""

    numerator: float
    denominator: float
    n: int


@dataclass(frozen=True)
class Metric:
    """A headline number. ``counted`` says in words what ``n`` counts, one and many."""

    key: str
    label: str
    definition: str
    unit: Unit
    numerator: str
    denominator: str
    counted: tuple[str, str]
    target: Target | None = None


PAIRED = Metric(
    "paired",
    "Mentees paired now",
    "Mentees who have a mentor now, be it active or paused.",
    Unit.SHARE,
    "active mentees in an open pairing",
    "all active mentees",
    ("mentee", "mentees"),
    Target(0.70),
)
ACTIVE_PAIRINGS = Metric(
    "active_pairings",
    "Active pairings",
    "Pairings that run now, neither paused nor ended.",
    Unit.COUNT,
    "active pairings",
    "",
    ("pairing", "pairings"),
)
ON_PACE = Metric(
    "on_pace",
    "Meetings on pace",
    "Meetings held, measured by how many the cohort's pace asks for since each active pairing began.",
    Unit.SHARE,
    "meetings held by active pairings",
    "meetings due by today, each pairing counted from its own start",
    ("pairing", "pairings"),
    Target(0.80, 0.90),
)
RATING = Metric(
    "rating",
    "Relationship",
    "How well the two get along, from 1 to 5: what each of them said last, averaged first within the pairing.",
    Unit.RATING,
    "ratings of open pairings, added up",
    "open pairings with a rating",
    ("pairing", "pairings"),
    Target(4.0),
)
GROWTH = Metric(
    "growth",
    "Confidence growth",
    "How far mentees have moved on the same question, from 1 to 5: their latest answer less their baseline.",
    Unit.GROWTH,
    "growth of these mentees, added up",
    "mentees with a baseline and a later answer, those who have left included",
    ("mentee with both answers", "mentees with both answers"),
)
RESPONSE = Metric(
    "response",
    "Check-ins answered",
    "Check-ins that were answered, of all that fell due while their pairing ran.",
    Unit.SHARE,
    "check-ins answered",
    "check-ins due so far from mentors and mentees",
    ("check-in due", "check-ins due"),
)
PLACES = Metric(
    "places",
    "Mentor places used",
    "Places of active mentors that a mentee has now.",
    Unit.SHARE,
    "open pairings of active mentors",
    "mentees that active mentors will take in all",
    ("mentor", "mentors"),
    Target(0.70, 0.80),
)
BENEFIT = Metric(
    "benefit",
    "Would mentor again",
    "Mentors who would do it again, by their latest answer.",
    Unit.SHARE,
    "mentors who said yes",
    "mentors who were asked and answered",
    ("mentor", "mentors"),
)
METRICS = (PAIRED, ACTIVE_PAIRINGS, ON_PACE, RATING, GROWTH, RESPONSE, PLACES, BENEFIT)
"""Every headline number, in the order in which they are shown."""
