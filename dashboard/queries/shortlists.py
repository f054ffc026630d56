"""The mentors for one mentee as the desk shows them: ranked in numbers, and only those in sight told in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session, col

from dashboard.matching.facts import compare
from dashboard.matching.fit import fit_of
from dashboard.matching.rules import Rule
from dashboard.queries.candidates import candidates, ruled
from dashboard.queries.frames import framed
from dashboard.queries.parties import Party, party
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


def ranking(session: Session, *, cohort_id: int, mentee_id: int, today: date, search: str = "") -> Ranking:
    """Every mentor of the cohort who is called so, in order; nobody for a mentee who is gone."""
    two, bits = _ranked(session, cohort_id, mentee_id, today, search)
    ids = two.mentors["id"].to_numpy()
    free, again = bits == 0, bits == Rule.PAST
    return Ranking(tuple(ids[free].tolist()), tuple(ids[again].tolist()), int((~free & ~again).sum()))


def shortlist(
    session: Session, *, cohort_id: int, mentee_id: int, mentor_ids: Sequence[int], today: date
) -> list[Candidate]:
    """The mentors asked for, in the order of the ranking."""
    found = candidates(session, cohort_id=cohort_id, mentee_id=mentee_id, today=today, mentor_ids=mentor_ids)
    return [_candidate(row) for row in found.to_dict("records")]


def ruled_out(session: Session, *, cohort_id: int, mentee_id: int, today: date, search: str = "") -> pd.DataFrame:
    """``name`` of each mentor whom a rule keeps away for good, and in ``blocked`` which one."""
    two, bits = _ranked(session, cohort_id, mentee_id, today, search)
    away = (bits != 0) & (bits != Rule.PAST)
    if not away.any():
        return framed([], RULED_OUT)
    kept = replace(two, mentors=two.mentors[away].reset_index(drop=True))
    return pd.DataFrame({"name": kept.mentors["name"], "blocked": ruled(kept, bits[away])}).astype(RULED_OUT)


def called(names: "pd.Series[str]", search: str) -> "pd.Series[bool]":
    """Which of the names have every word of the search in them, whatever its case and accents."""
    keys, found = names.map(name_key) if search else names, pd.Series(True, index=names.index)
    for word, key in words_of(search).items():
        found &= keys.str.contains(key, regex=False) if key else names.str.contains(word, regex=False)
    return found


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


def _ranked(session: Session, cohort_id: int, mentee_id: int, today: date, search: str) -> tuple[Party, Any]:
    """The mentors who are called so by falling fit, and the rules that stand between each and the mentee."""
    two = party(session, cohort_id=cohort_id, mentees=col(Participant.id) == mentee_id)
    two = replace(two, mentors=two.mentors[called(two.mentors["name"], search)].reset_index(drop=True))
    if two.mentees.empty or two.mentors.empty:
        return replace(two, mentors=two.mentors.iloc[:0]), np.zeros(0, dtype=np.uint16)
    bits = two.bits(today)[0]
    facts = compare(two.mentees, two.mentors, sought=two.sought, offered=two.offered, catalog=two.catalog, on=today)
    fit = fit_of(facts, two.weights).score[0].astype("float64").round(1)
    mentors = two.mentors.assign(fit=fit, rule=bits)
    ordered = mentors.sort_values(["fit", "name", "id"], ascending=[False, True, True])
    return replace(two, mentors=ordered.reset_index(drop=True)), ordered["rule"].to_numpy()
