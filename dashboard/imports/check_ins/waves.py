"""Which wave a check-in answers when the file does not say: the one that was due on its day."""

from collections.abc import Mapping
from datetime import date

from dashboard.errors import InvalidError
from dashboard.services.record_rules import Known
from dashboard.waves import slots
from models import Wave

NOT_ASKED = "This cohort asks for no check-ins, so the wave is not clear. Say which wave this is."


def wave_on(
    pairing: Known, on: date, *, schedule: Mapping[str, int], cohort_days: int, first_meeting: date | None
) -> Wave:
    """The wave that is asked in this pairing on the day; before the first falls due, the first."""
    asked = slots(schedule, cohort_days=cohort_days)
    if not asked or pairing.started_on is None:
        raise InvalidError(NOT_ASKED)
    if pairing.ended_on is not None and on >= pairing.ended_on and Wave.FINAL in schedule:
        return Wave.FINAL
    has_met = first_meeting is not None and first_meeting <= on
    age = (on - pairing.started_on).days
    due = [Wave(slot.wave) for slot in asked if slot.from_day <= age and (has_met or slot.wave != Wave.FIRST_MEETING)]
    return due[-1] if due else Wave(asked[0].wave)
