"""The ways in which a pairing can go, how common each is, and how it ends."""

from enum import StrEnum

from models import EndReason


class Course(StrEnum):
    """How a pairing goes."""

    STRONG = "strong"
    STEADY = "steady"
    FADING = "fading"
    GHOSTING = "ghosting"
    PAUSED = "paused"
    PARTING = "parting"


COURSES = {
    Course.STRONG: 0.32,
    Course.STEADY: 0.34,
    Course.FADING: 0.14,
    Course.GHOSTING: 0.07,
    Course.PAUSED: 0.05,
    Course.PARTING: 0.08,
}
# How likely a course ends before the cohort does, between which parts of its time, and the reasons.
EARLY_ENDS = {
    Course.STRONG: (0.2, (0.35, 0.9), {EndReason.GOAL_MET: 1.0}),
    Course.FADING: (0.4, (0.45, 0.85), {EndReason.NO_TIME: 3.0, EndReason.DATES: 2.0, EndReason.OTHER_SKILLS: 1.0}),
    Course.GHOSTING: (0.4, (0.3, 0.6), {EndReason.NO_REPLY: 4.0, EndReason.TECHNICAL: 1.0}),
    Course.PARTING: (
        1.0,
        (0.12, 0.75),
        {
            EndReason.NOT_A_FIT: 5.0,
            EndReason.LEFT_PROGRAM: 4.0,
            EndReason.CHANGED_JOB: 3.0,
            EndReason.OTHER_SKILLS: 2.0,
            EndReason.MOVED: 1.0,
            EndReason.LANGUAGE: 1.0,
            EndReason.OTHER: 1.0,
        },
    ),
}
GONE = (EndReason.LEFT_PROGRAM, EndReason.CHANGED_JOB, EndReason.MOVED)
"""Reasons after which a mentee does not look for another mentor."""
