"""Meetings and check-ins as they go out and come in again: one row each, a column a field. See ``exports``.

A confidential comment is in no file: the row says that there is one, and its blank cell changes nothing coming back.
"""

from typing import Any

import pandas as pd
from sqlalchemy import case
from sqlmodel import Session, col, select

from dashboard.queries.exports import SIDES, with_sides
from dashboard.queries.frames import framed
from dashboard.queries.rows import rows_of
from dashboard.questions import ANSWERS, FITS, WAVES
from models import CheckIn, Fit, Meeting, MeetingSkill, Pairing, Role, Skill, Wave

MEETING = ("held_on", "minutes", "format", "missed", "skills", "notes")
CHECK_IN = ("role", "wave", "answered_on", *ANSWERS, "confidential")
YES_NO = {True: "yes", False: "no"}


def exported_meetings(session: Session, *, cohort_id: int) -> pd.DataFrame:
    """One row a meeting, in the order of their days."""
    asked = select(Meeting.id, *(getattr(Meeting, name) for name in MEETING if name != "skills")).join(Pairing)
    here = with_sides(asked).where(col(Pairing.cohort_id) == cohort_id)
    rows = rows_of(session, here.order_by(col(Meeting.held_on), col(Meeting.id)))
    skills = _skills(session, cohort_id)
    told = (
        {
            **row,
            "format": row["format"].replace("_", " "),
            "missed": YES_NO[row["missed"]],
            "skills": skills.get(row["id"]),
        }
        for row in rows
    )
    return framed(told, dict.fromkeys((*SIDES, *MEETING), "object"))


def exported_check_ins(session: Session, *, cohort_id: int) -> pd.DataFrame:
    """One row a check-in, in the order of their days; ``role`` is that of whoever answered."""
    by_mentor = col(CheckIn.participant_id) == col(Pairing.mentor_id)
    comment = case((col(CheckIn.confidential), None), else_=col(CheckIn.comment)).label("comment")
    columns = [getattr(CheckIn, name) for name in CHECK_IN if name not in ("role", "comment")]
    role = case((by_mentor, Role.MENTOR.value), else_=Role.MENTEE.value).label("role")
    here = with_sides(select(*columns).add_columns(comment, role).join(Pairing)).where(
        col(Pairing.cohort_id) == cohort_id
    )
    rows = rows_of(session, here.order_by(col(CheckIn.answered_on), col(CheckIn.id)))
    return framed(({**row, **_in_words(row)} for row in rows), dict.fromkeys((*SIDES, *CHECK_IN), "object"))


def _in_words(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "wave": WAVES[Wave(row["wave"])],
        "fit": FITS[Fit(row["fit"])] if row["fit"] else None,
        "would_mentor": YES_NO.get(row["would_mentor"]),
        "confidential": YES_NO[row["confidential"]],
    }


def _skills(session: Session, cohort_id: int) -> dict[int, list[str]]:
    """By meeting, in the order in which they were noted."""
    practised = select(MeetingSkill.meeting_id, Skill.name).join(Skill).join(Meeting).join(Pairing)
    here = practised.where(col(Pairing.cohort_id) == cohort_id).order_by(col(MeetingSkill.id))
    found: dict[int, list[str]] = {}
    for meeting_id, name in session.exec(here):
        found.setdefault(meeting_id, []).append(name)
    return found
