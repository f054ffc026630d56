"""The mentors for one mentee as the desk shows them: ranked in numbers, and only those in sight told in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session, col

from dashboard.matching.facts import positions
from dashboard.matching.rules import Rule
from dashboard.queries.candidates import measured, ruled
from dashboard.queries.frames import framed
from dashboard.queries.knowing import known
from dashboard.queries.parties import Party, party
from dashboard.queries.plans import drafts
from dashboard.queries.remaining import remaining_with
from dashboard.queries.searching import words_of
from models import Participant, name_key

RULED_OUT = {"name": "str", "blocked": "str"}


@dataclass(frozen=True)
class Ranking:
    """Mentors by falling fit: those who may be chosen, those to ask for again, and how many a rule keeps away."""

    free: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    ruled_out: int = 0


@dataclass(frozen=True)
class Candidate:
    """A mentor for a mentee: ``fit`` of 0 to 100 and the reasons; ``blocked`` says the rules in the way, if any."""

    mentor_id: int
    name: str
    work: tuple[str, ...]
    capacity: int
    taken: int
    fit: float
    pro: tuple[str, ...]
    con: tuple[str, ...]
    unknown: tuple[str, ...]
    blocked: str


def ranking(
    session: Session, *, cohort_id: int, mentee_id: int, today: date, search: str = "", plan_id: int | None = None
) -> Ranking:
    """Every mentor of the cohort who is called so, in order; nobody for a mentee who is gone."""
    ids, bits = _ranked(session, cohort_id, mentee_id, today, search, plan_id)
    free, again = bits == 0, bits == Rule.PAST
    return Ranking(tuple(ids[free].tolist()), tuple(ids[again].tolist()), int((~free & ~again).sum()))


def shortlist(
    session: Session,
    *,
    cohort_id: int,
    mentee_id: int,
    mentor_ids: Sequence[int],
    today: date,
    plan_id: int | None = None,
) -> list[Candidate]:
    """The mentors asked for, in this order."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    two = _two(session, cohort_id, mentee_id, mentor_ids)
    if at is None or two.mentees.empty or two.mentors.empty:
        return []
    where = positions(found.mentors["id"], two.mentors["id"])
    bits = found.bits[at, where]
    two = replace(two, mentors=two.mentors.assign(taken=found.mentors["taken"].to_numpy()[where]))
    rows = measured(two, today).assign(mentor_id=two.mentors["id"], blocked=ruled(two, bits))
    told = {row["mentor_id"]: _candidate(row) for row in rows.to_dict("records")}
    return [told[mentor_id] for mentor_id in mentor_ids if mentor_id in told]


def ruled_out(
    session: Session, *, cohort_id: int, mentee_id: int, today: date, search: str = "", plan_id: int | None = None
) -> pd.DataFrame:
    """``name`` of each mentor whom a rule keeps away for good, and in ``blocked`` which one."""
    ids, bits = _ranked(session, cohort_id, mentee_id, today, search, plan_id)
    away = (bits != 0) & (bits != Rule.PAST)
    if not away.any():
        return framed([], RULED_OUT)
    two = _two(session, cohort_id, mentee_id, ids[away].tolist())
    found, _ = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    taken = found.mentors["taken"].to_numpy()[positions(found.mentors["id"], pd.Series(ids[away]))]
    ordered = two.mentors.iloc[positions(two.mentors["id"], pd.Series(ids[away]))].reset_index(drop=True)
    told = ruled(replace(two, mentors=ordered.assign(taken=taken)), bits[away])
    if plan_id is not None:
        told = _in_vain(session, plan_id, today, ordered, told)
    return pd.DataFrame({"name": ordered["name"], "blocked": told}).astype(RULED_OUT)


def called(names: "pd.Series[str]", search: str) -> "pd.Series[bool]":
    """Which of the names have every word of the search in them, whatever its case and accents."""
    keys, found = names.map(name_key) if search else names, pd.Series(True, index=names.index)
    for word, key in words_of(search).items():
        found &= keys.str.contains(key, regex=False) if key else names.str.contains(word, regex=False)
    return found


def _in_vain(session: Session, plan_id: int, on: date, mentors: pd.DataFrame, told: list[str]) -> list[str]:
    """The words for each mentor, and who holds a place of theirs in the plan with a draft that is not possible."""
    stale = known(session, drafts, plan_id=plan_id, today=on).query("trouble != ''")
    mentees = dict(zip(stale["mentor_id"], stale["mentee"], strict=True))
    held = [mentees.get(mentor) for mentor in mentors["id"].where(mentors["taken"] < mentors["capacity"])]
    by = (f"; the draft of {one}, which is not possible any more, holds a place" if one else "" for one in held)
    return [words + more for words, more in zip(told, by, strict=True)]


def _candidate(row: dict[Any, Any]) -> Candidate:
    return Candidate(
        mentor_id=row["mentor_id"],
        name=row["name"],
        work=tuple(row[part] for part in ("job_title", "department", "location") if isinstance(row[part], str)),
        capacity=row["capacity"],
        taken=row["taken"],
        fit=row["fit"],
        pro=tuple(row["pro"].splitlines()),
        con=tuple(row["con"].splitlines()),
        unknown=tuple(row["unknown"].splitlines()),
        blocked=row["blocked"],
    )


def _two(session: Session, cohort_id: int, mentee_id: int, mentor_ids: Sequence[int]) -> Party:
    is_mentee, is_asked = col(Participant.id) == mentee_id, col(Participant.id).in_(mentor_ids)
    return party(session, cohort_id=cohort_id, mentees=is_mentee, mentors=is_asked)


def _ranked(
    session: Session, cohort_id: int, mentee_id: int, today: date, search: str, plan_id: int | None
) -> tuple[Any, Any]:
    """The ids of the mentors who are called so by falling fit, and the rules between each and the mentee."""
    found, at = remaining_with(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, plan_id=plan_id)
    if at is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint16)
    mentors = found.mentors.assign(points=found.points[at].astype(np.int64), rule=found.bits[at])
    mentors = mentors[called(mentors["name"], search)]
    ordered = mentors.sort_values(["points", "name", "id"], ascending=[False, True, True])
    return ordered["id"].to_numpy(), ordered["rule"].to_numpy()
