"""A file of check-ins, declared: what its columns can mean, and how a cell of each is read."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from dashboard.imports.blanks import NO_ADDRESS, NO_RATING, NO_YES, UNSAID
from dashboard.imports.check_ins.looks import ON_SCALE, PROSE, ROLE, YesOrNo, are_answers
from dashboard.imports.check_ins.names import IGNORED, WILD, asks
from dashboard.imports.check_ins.values import read_comment, read_wave, read_yes_or_kept
from dashboard.imports.date_orders import date_ways
from dashboard.imports.dates import read_date
from dashboard.imports.fields import Field, Kind, Span
from dashboard.imports.records.fields import named, people_fields
from dashboard.imports.roles import read_roles
from dashboard.imports.scale_ways import scale_ways
from dashboard.imports.scales import read_answer
from dashboard.imports.values import read_yes
from dashboard.imports.ways import Ways
from dashboard.questions import ANSWERS, RANGES, Question, Scale

KEPT = "Keep in the comment"
NUMBER = re.compile(r"\d")
DATES: dict[str, Any] = {"ways": date_ways, "one_way": True, "blanks": NO_ADDRESS}


def _field(key: str, label: str, read: Any, **more: Any) -> Field:
    return named(key, label, WILD[key].split(" | "), read, **more)


def _answer(question: Question) -> Field:
    """The field of one of our questions: known by our wordings, by those of others, and read on any scale."""
    wordings = tuple(question.wording.values())
    return named(
        question.key,
        labelled(question),
        [question.label, *wordings, *WILD[question.key].split(" | ")],
        read_yes_or_kept if question.scale == Scale.YES_NO else partial(_read, question.scale),
        looks=ON_SCALE,
        averages=question.scale in RANGES,
        ways=partial(_ways, question.scale),
        blanks=NO_RATING if question.scale in RANGES else UNSAID,
        titled=partial(asks, question.key),
    )


def labelled(question: Question) -> str:
    """The question's name with its scale: so that a file of ours says how to read its numbers."""
    low, high = RANGES.get(question.scale, (None, None))
    return question.label if low is None else f"{question.label} ({low}-{high})"


def _read(scale: Scale, cell: str, way: str) -> Any:
    return read_answer(cell, way, scale)


def _ways(scale: Scale, name: str, cells: Sequence[str], span: Span | None) -> Ways:
    return scale_ways(name, cells, scale)


CHECK_INS = Kind(
    "check_ins",
    "Check-ins",
    (
        *people_fields("Respondent"),
        _field("role", "Answered by (mentor or mentee)", read_roles, looks=ROLE, blanks=UNSAID),
        _field("wave", "Wave", read_wave, blanks=UNSAID),
        _field("answered_on", "Answered on", read_date, looks=NUMBER, by_name=True, **DATES),
        *(
            _answer(ANSWERS[key])
            for key in ("recommend", "would_mentor", "confidence", "fit", "relationship", "progress")
        ),
        named(
            "comment",
            "Comment",
            [*ANSWERS["comment"].wording.values(), *WILD["comment"].split(" | ")],
            read_comment,
            is_text=True,
            gathers=True,
            looks=PROSE,
            by_content=True,
            strict=False,
            titled=partial(asks, "comment"),
            hidden_where="confidential",
        ),
        named("kept", KEPT, (), read_comment, gathers=True, hidden_where="confidential"),
        _field(
            "confidential_comment",
            "Confidential comment",
            read_comment,
            gathers=True,
            titled=partial(asks, "confidential_comment"),
            hidden=True,
        ),
        _field(
            "confidential",
            "Confidential",
            read_yes,
            looks=YesOrNo(),
            titled=partial(asks, "confidential"),
            blanks=NO_YES,
        ),
    ),
    ignored=tuple(IGNORED.split(" | ")),
    are_answers=are_answers,
)

EXAMPLE = {
    "email": "ben.ode@example.org",
    "name": "Ben Ode",
    "role": "mentee",
    "mentor": "Ana Ruiz",
    "wave": "Midpoint",
    "answered_on": "2026-03-21",
    "confidence": "4",
    "relationship": "5",
    "progress": "3",
    "recommend": "9",
    "would_mentor": "yes",
    "comment": "We meet every other week",
    "confidential": "no",
}
"""The invented row of the template."""
