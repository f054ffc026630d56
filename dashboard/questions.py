"""The questions of a check-in, declared once: the forms, the lists and the reading of form exports all use these.

Each is asked in some waves, in words for the mentee and for the mentor; a role that has no words is not asked. The
confidence question is the same from the baseline to the final check-in, so that its answers can be compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models import Fit, Role, Wave

WAVES = {
    Wave.BASELINE: "Baseline",
    Wave.FIRST_MEETING: "First meeting",
    Wave.PULSE: "Pulse",
    Wave.MIDPOINT: "Midpoint",
    Wave.FINAL: "Final",
}
"""The waves as they are shown, in order."""
FITS = {Fit.GOOD: "A good fit", Fit.DECIDING: "Still deciding", Fit.NOT_A_FIT: "Not a fit"}
"""The answers to the question about the fit, as they are shown."""


class Scale(StrEnum):
    """What an answer looks like."""

    RATING = "rating"
    """A whole number from 1 to 5."""
    SCORE = "score"
    """A whole number from 0 to 10."""
    FIT = "fit"
    YES_NO = "yes_no"
    TEXT = "text"


RANGES = {Scale.RATING: (1, 5), Scale.SCORE: (0, 10)}


@dataclass(frozen=True)
class Question:
    """``key`` is the column of the answer, ``label`` its short name, ``ends`` the words at the ends of its scale."""

    key: str
    label: str
    scale: Scale
    waves: tuple[Wave, ...]
    wording: Mapping[Role, str]
    ends: tuple[str, str] = ("", "")


EVERY_WAVE = tuple(Wave)

QUESTIONS = (
    Question(
        "confidence",
        "Confidence",
        Scale.RATING,
        (Wave.BASELINE, Wave.MIDPOINT, Wave.FINAL),
        {
            Role.MENTEE: "How confident are you that you will reach what you set out to do?",
            Role.MENTOR: "How confident are you in your part as a mentor?",
        },
        ("Not at all", "Fully"),
    ),
    Question(
        "fit",
        "Fit",
        Scale.FIT,
        (Wave.FIRST_MEETING,),
        {
            Role.MENTEE: "Is your mentor a good fit for you?",
            Role.MENTOR: "Is your mentee a good fit for you?",
        },
    ),
    Question(
        "relationship",
        "Relationship",
        Scale.RATING,
        (Wave.PULSE, Wave.MIDPOINT, Wave.FINAL),
        {
            Role.MENTEE: "How well do you and your mentor get along?",
            Role.MENTOR: "How well do you and your mentee get along?",
        },
        ("Poorly", "Very well"),
    ),
    Question(
        "progress",
        "Progress",
        Scale.RATING,
        (Wave.PULSE, Wave.MIDPOINT, Wave.FINAL),
        {
            Role.MENTEE: "How far have you come towards your goals?",
            Role.MENTOR: "How far has your mentee come towards their goals?",
        },
        ("Not at all", "All the way"),
    ),
    Question(
        "recommend",
        "Recommend",
        Scale.SCORE,
        (Wave.FINAL,),
        {
            Role.MENTEE: "How likely are you to recommend this program to a colleague or friend?",
            Role.MENTOR: "How likely are you to recommend mentoring here to a colleague or friend?",
        },
        ("Never", "Certainly"),
    ),
    Question(
        "would_mentor",
        "Would mentor",
        Scale.YES_NO,
        (Wave.FINAL,),
        {
            Role.MENTEE: "Would you like to be a mentor one day?",
            Role.MENTOR: "Would you mentor somebody again?",
        },
    ),
    Question(
        "comment",
        "Comment",
        Scale.TEXT,
        EVERY_WAVE,
        {
            Role.MENTEE: "What goes well, and what would help?",
            Role.MENTOR: "What goes well, and what would help?",
        },
    ),
)
ANSWERS = {question.key: question for question in QUESTIONS}
"""Every question by its key."""


def asked(wave: str, role: str) -> list[Question]:
    """What this role is asked in this wave, in order."""
    return [question for question in QUESTIONS if wave in question.waves and role in question.wording]
