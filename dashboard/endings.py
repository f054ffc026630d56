"""Why pairings end, in words."""

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
