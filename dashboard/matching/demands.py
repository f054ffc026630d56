"""What a cohort may demand of every pair besides the rules that hold everywhere. What is not known blocks nobody."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from dashboard.matching.kinds import Kinds, common_language, hours_apart, same_department


@dataclass(frozen=True)
class Demands:
    """Each is off unless it is set; ``hours_apart`` is the most hours between the two clocks."""

    same_department: bool = False
    other_department: bool = False
    common_language: bool = False
    hours_apart: int | None = None


def unmet(demands: Demands, mentees: pd.DataFrame, mentors: pd.DataFrame, on: date) -> Iterator[tuple[str, Kinds]]:
    """For each demand that is made, by its name, which kinds of people do not meet it on a day (clocks change)."""
    departments = mentees["department"], mentors["department"]
    if demands.same_department:
        yield "same_department", _where(same_department(*departments), highest=0)
    if demands.other_department:
        yield "other_department", _where(same_department(*departments), lowest=1)
    if demands.common_language:
        yield "common_language", _where(common_language(mentees["languages"], mentors["languages"]), highest=0)
    if demands.hours_apart is not None:
        hours = hours_apart(mentees["time_zone"], mentors["time_zone"], on)
        yield "hours_apart", replace(hours, table=hours.table > demands.hours_apart)


def _where(kinds: Kinds, *, lowest: float = 0, highest: float = 1) -> Kinds:
    """The kinds between which the number lies so; never where it is not known."""
    return replace(kinds, table=(kinds.table >= lowest) & (kinds.table <= highest))
