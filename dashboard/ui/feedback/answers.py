"""The questions of a check-in as fields, and its answers in words."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.questions import ANSWERS, FITS, QUESTIONS, RANGES, Question, Scale, asked
from dashboard.ui.parts import plain
from models import Fit

YES_NO = {True: "Yes", False: "No"}
WHY_CONFIDENTIAL = "Only whoever asks for it reads it, here, one comment at a time. It is in no list, chart or export."
STAYS = "Kept as it is. Type to replace it."
UNSEEN = "Show the comment before you open it to everybody, or type another one."


def answer_fields(key: str, wave: str, role: str, stored: dict[str, Any], *, seen: str | None = None) -> dict[str, Any]:
    """What this role is asked in this wave; also what was answered beyond that.

    A confidential comment stays unseen, unless it was asked for: then it is ``seen``. One that is kept is left out.
    """
    beyond = [question for question in QUESTIONS if _known(stored.get(question.key)) is not None]
    here = asked(wave, role)
    questions = [*here, *(question for question in beyond if question not in here)]
    values = {
        question.key: _field(f"{key}-{question.key}", question, role, stored.get(question.key))
        for question in questions
        if question.scale != Scale.TEXT
    }
    return values | _comment(key, ANSWERS["comment"], role, stored, seen)


def is_hidden(stored: dict[str, Any]) -> bool:
    """Whether there is a comment that only whoever asks for it reads."""
    return bool(stored.get("confidential")) and _known(stored.get("comment")) is not None


def opens_unseen(stored: dict[str, Any], changes: dict[str, Any], seen: str | None) -> bool:
    """Whether these changes would show everybody a comment that whoever makes them has not read."""
    return is_hidden(stored) and seen is None and not changes.get("confidential", True) and "comment" not in changes


def _field(key: str, question: Question, role: str, stored: Any) -> Any:
    label = plain(question.wording[role])  # type: ignore[index]
    if question.scale in RANGES:
        low, high = RANGES[question.scale]
        ends = f"  \n:small[{low} {question.ends[0].lower()} · {high} {question.ends[1].lower()}]"
        return st.pills(label + ends, list(range(low, high + 1)), default=_known(stored), key=key)
    words: dict[Any, str] = dict(FITS) if question.scale == Scale.FIT else dict(YES_NO)
    return st.pills(label, list(words), default=_known(stored), format_func=words.__getitem__, key=key)


def _known(stored: Any) -> Any:
    return None if stored is None or pd.isna(stored) else stored


def _comment(key: str, question: Question, role: str, stored: dict[str, Any], seen: str | None) -> dict[str, Any]:
    hidden = is_hidden(stored) and seen is None
    shown = "" if hidden else seen or stored.get("comment") or ""
    typed = st.text_area(
        plain(question.wording[role]),  # type: ignore[index]
        shown,
        key=f"{key}-comment" if seen is None else f"{key}-comment-seen",
        height=96,
        placeholder=STAYS if hidden else None,
    )
    gone = hidden and st.checkbox("Remove the comment", key=f"{key}-comment-gone")
    confidential = st.checkbox(
        "The comment is confidential",
        bool(stored.get("confidential")),
        key=f"{key}-confidential",
        help=WHY_CONFIDENTIAL,
    )
    words = (typed or "").strip()
    is_kept = not words if hidden else seen is not None and words == seen.strip()
    if is_kept and not gone:
        return {"confidential": confidential}
    return {"comment": None if gone else words or None, "confidential": confidential}


def answers_told(row: dict[str, Any]) -> str:
    """The answers of a check-in in a few words, but for the comment: ``Relationship 4 · Progress 3``."""
    return " · ".join(
        _told(question, row[question.key])
        for question in QUESTIONS
        if question.scale != Scale.TEXT and _known(row[question.key]) is not None
    )


def _told(question: Question, answer: Any) -> str:
    if question.scale == Scale.FIT:
        return FITS[Fit(answer)]
    told = YES_NO[bool(answer)].lower() if question.scale == Scale.YES_NO else int(answer)
    return f"{question.label} {told}"
