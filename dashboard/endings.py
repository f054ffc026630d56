"""Why pairings end, in words."""

from collections.abc import Sequence

from dashboard.words import both
from models import EndReason

END_REASONS = {
    EndReason.COMPLETED_PLAN: "plan completed",
    EndReason.GOAL_MET: "goal met early",
    EndReason.NO_REPLY: "no reply",
    EndReason.NO_TIME: "no time",
    EndReason.DATES: "dates never fit",
    EndReason.OTHER_SKILLS: "needs someone else's skills",
    EndReason.NOT_A_FIT: "not a good fit",
    EndReason.LEFT_PROGRAM: "left the program",
    EndReason.CHANGED_JOB: "changed job",
    EndReason.TECHNICAL: "technical trouble",
    EndReason.LANGUAGE: "language",
    EndReason.MOVED: "moved away",
    EndReason.OTHER: "other",
}


def leaves_behind(partners: Sequence[str]) -> str:
    """What becomes of the pairings of somebody who is withdrawn today."""
    these, end = ("pairing", "ends") if len(partners) == 1 else ("pairings", "end")
    return f"The {these} with {both(partners)} {end} today, or on the first day where that is still to come."
