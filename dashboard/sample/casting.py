"""The four cohorts and who is in them: two that are over, one that runs, one that is about to begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from dashboard.sample.words import Columns
from models import Wave

People = NDArray[np.int64]

STARTS = (-930, -565, -200, 33)
"""When each cohort starts, in days from today."""
LASTS_DAYS = 300
CADENCES = (3, 3, 2, 2)
RUNNING, UPCOMING = 2, 3
SCHEDULE = {Wave.BASELINE: 7, Wave.FIRST_MEETING: 30, Wave.PULSE: 60, Wave.MIDPOINT: 150, Wave.FINAL: 270}
SEASONS = ("Winter", "Spring", "Summer", "Fall")

# How the people divide into those who come to a cohort for the first time.
NEW_MENTORS = (0.06, 0.04, 0.13, 0.01)
NEW_MENTEES = (0.1, 0.12, 0.46, 0.08)


@dataclass(frozen=True)
class Cast:
    """The people of one cohort, as positions."""

    mentors: People
    mentees: People


def invent_cohorts(today: date) -> Columns:
    """The four cohorts, each named after the season in which it starts."""
    starts = [_monday(today + timedelta(days=days)) for days in STARTS]
    return {
        "name": [_season(start) for start in starts],
        "starts_on": starts,
        "ends_on": [start + timedelta(days=LASTS_DAYS) for start in starts],
        "meetings_per_month": list(CADENCES),
    }


def _season(start: date) -> str:
    """A winter that begins in December is that of the next year; else two winters would have one name."""
    return f"{SEASONS[start.month % 12 // 3]} {start.year + (start.month == 12)}"


def invent_schedule() -> Columns:
    """When each wave falls due, the same in every cohort."""
    cohorts = range(len(STARTS))
    return {
        "cohort_id": [cohort for cohort in cohorts for _ in SCHEDULE],
        "wave": [wave.value for _ in cohorts for wave in SCHEDULE],
        "due_days": [days for _ in cohorts for days in SCHEDULE.values()],
    }


def cast(rng: np.random.Generator, people: int) -> list[Cast]:
    """Who takes part in which cohort; many mentors stay on, and some mentees come back as mentors."""
    shares = [*NEW_MENTORS, *NEW_MENTEES]
    ends = np.cumsum(_portions(people, shares))[:-1]
    a, b, c, d, *new_mentees = np.split(rng.permutation(people), ends)
    first_mentees, second_mentees, third_mentees, fourth_mentees = new_mentees

    graduates = _part(rng, first_mentees, 0.35)
    second_mentors = np.concatenate([b, _part(rng, a, 0.5)])
    late_graduates = _part(rng, second_mentees, 0.12)
    both_roles = _part(rng, third_mentees, 0.01)
    veterans = _part(rng, np.union1d(a, b), 0.7)
    third_mentors = np.concatenate([c, graduates, late_graduates, veterans, both_roles])
    once_more = _part(rng, np.setdiff1d(second_mentees, late_graduates), 0.08)
    fourth_mentors = np.concatenate([d, _part(rng, c, 0.4), _part(rng, graduates, 0.3)])
    return [
        Cast(a, first_mentees),
        Cast(second_mentors, second_mentees),
        Cast(third_mentors, np.concatenate([third_mentees, once_more])),
        Cast(fourth_mentors, fourth_mentees),
    ]


def seniority(casts: Sequence[Cast], people: int) -> NDArray[np.int64]:
    """Per person: 0 for mentees, 1 for mentees who became mentors, 2 for those who only mentor."""
    mentors, mentees = np.zeros(people, dtype=np.int64), np.zeros(people, dtype=np.int64)
    for each in casts:
        mentors[each.mentors] = 1
        mentees[each.mentees] = 1
    return mentors * (2 - mentees)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _portions(people: int, shares: Sequence[float]) -> list[int]:
    """Whole numbers in the proportion of the shares, each at least 1, that add up to ``people``."""
    rest = people - len(shares)
    counts = [1 + int(rest * share) for share in shares]
    counts[-2] += people - sum(counts)
    return counts


def _part(rng: np.random.Generator, members: People, share: float) -> People:
    """A share of the members, at least one, without repeats."""
    return rng.choice(members, size=min(len(members), max(1, round(len(members) * share))), replace=False)
