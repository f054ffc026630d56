"""When a check-in is due: the waves of a cohort as stretches of days in the life of a pairing. Pure; no database.

A cohort says for each wave on which day of a pairing it falls due. The pulse comes back: one that is due on day 60 is
due again on day 120, 180 and so on, until the final check-in (without a final one: for as long as the cohort lasts).
Each wave is asked from its day until the next one falls due; of two that fall on the same day the later kind is asked.
Whoever let a wave go by is asked only for the one that is due now.
"""

from collections.abc import Mapping
from typing import NamedTuple

from models import Wave

MOST_PULSES = 60
"""More than one a week for a year; what comes after is not asked for."""
EVER = 1_000_000
"""More days than any pairing lasts."""


class Slot(NamedTuple):
    """One time of asking: ``wave`` is asked from ``from_day`` on, until the day before ``until_day``.

    An answer counts for it when it was given from ``answered_from`` on and before ``answered_until``: a pulse belongs
    to the nearest day on which one is due, every other wave is answered only once and may be answered at any time.
    """

    wave: str
    from_day: int
    until_day: int
    answered_from: int
    answered_until: int


def slots(schedule: Mapping[str, int], *, cohort_days: int) -> list[Slot]:
    """The times of asking, the earliest first, for a schedule (wave -> day) and a cohort of ``cohort_days``."""
    asked = [(day, wave) for wave, day in schedule.items() if wave != Wave.PULSE]
    asked += [(day, Wave.PULSE) for day in pulse_days(schedule, cohort_days=cohort_days)]
    asked.sort(key=lambda entry: (entry[0], list(Wave).index(Wave(entry[1]))))
    days = [day for day, _ in asked]
    last_pulse = max((day for day, wave in asked if wave == Wave.PULSE), default=0)
    return [
        Slot(str(wave), day, end, *_answered(wave, day, schedule.get(Wave.PULSE, 0), last_pulse))
        for (day, wave), end in zip(asked, [*days[1:], EVER], strict=False)
        if day < end
    ]


def pulse_days(schedule: Mapping[str, int], *, cohort_days: int) -> list[int]:
    """The days on which a pulse is due."""
    every = schedule.get(Wave.PULSE)
    if not every:
        return []
    end = schedule.get(Wave.FINAL, cohort_days + 1)
    return list(range(every, end, every))[:MOST_PULSES]


def _answered(wave: str, day: int, every: int, last_pulse: int) -> tuple[int, int]:
    if wave != Wave.PULSE:
        return -EVER, EVER
    return (
        -EVER if day == every else day - every // 2,
        EVER if day == last_pulse else day + every - every // 2,
    )
