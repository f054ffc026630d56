"""Who could mentor one mentee: every mentor of the cohort, with the fit and its reasons, or the rule in the way."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlmodel import Session, col

from dashboard.endings import END_REASONS
from dashboard.matching.facts import compare
from dashboard.matching.fit import COMPONENTS, fit_of
from dashboard.matching.rules import Rule, why
from dashboard.matching.words import reasons
from dashboard.queries.frames import framed
from dashboard.queries.parties import Party, party
from dashboard.words import day
from models import EndReason, Participant

CANDIDATES = {
    "mentor_id": "int64",
    "name": "str",
    "job_title": "str",
    "department": "str",
    "location": "str",
    "capacity": "int64",
    "taken": "int64",
    "fit": "float64",
    **dict.fromkeys(COMPONENTS, "float64"),
    "pro": "str",
    "con": "str",
    "unknown": "str",
    "rule": "int64",
    "blocked": "str",
}


def candidates(
    session: Session, *, cohort_id: int, mentee_id: int, today: date, mentor_ids: Sequence[int] | None = None
) -> pd.DataFrame:
    """Every mentor of the cohort, or those asked for: who may be chosen (``rule`` is 0) by falling fit, then the rest.

    ``fit`` is 0 to 100, its components 0 to 1 or missing; ``pro``, ``con`` and ``unknown`` are the reasons, one a line.
    ``rule`` has the bits of ``matching.rules.Rule``, ``blocked`` says them in words. Empty for a mentee who is gone.
    """
    asked = None if mentor_ids is None else col(Participant.id).in_(mentor_ids)
    two = party(session, cohort_id=cohort_id, mentees=col(Participant.id) == mentee_id, mentors=asked)
    if two.mentees.empty or two.mentors.empty:
        return framed([], CANDIDATES)
    bits = two.bits(today)[0]
    found = measured(two, today).assign(
        mentor_id=two.mentors["id"], rule=bits.astype("int64"), blocked=ruled(two, bits)
    )
    found["place"] = np.select([bits == 0, bits == Rule.PAST], [0, 1], 2)  # who may be asked for again comes second
    ordered = found.sort_values(["place", "fit", "name", "mentor_id"], ascending=[True, False, True, True])
    return ordered[list(CANDIDATES)].reset_index(drop=True).astype(CANDIDATES)


def measured(two: Party, on: date) -> pd.DataFrame:
    """The mentors, in order, with their fit for the one mentee of the party in numbers and in words."""
    facts = compare(two.mentees, two.mentors, sought=two.sought, offered=two.offered, catalog=two.catalog, on=on)
    fit = fit_of(facts, two.weights)
    words = reasons(
        two.mentees.iloc[0].to_dict(),
        two.mentors,
        sought=two.sought,
        offered=two.offered,
        facts=facts,
        fit=fit,
        weights=two.weights,
    )
    return two.mentors.assign(
        fit=fit.score[0].astype("float64").round(1),
        **{name: worth[0].astype("float64").round(3) for name, worth in fit.components.items()},
        **{part: ["\n".join(getattr(one, part)) for one in words] for part in ("pro", "con", "unknown")},
    )


def ruled(two: Party, bits: Any) -> list[str]:
    """Why each mentor is not offered; nothing for those who are."""
    mentee = two.mentees.iloc[0]
    apart: dict[int, str] = {}
    for one, other, reason in two.separations.itertuples(index=False):
        if mentee["person_id"] in (one, other):
            apart[other if one == mentee["person_id"] else one] = reason or ""
    before = {mentor: _ended(ended_on, reason) for _, mentor, ended_on, reason in two.past.itertuples(index=False)}
    return [
        why(
            rule,
            mentee["name"],
            mentor,
            apart=apart.get(mentor["person_id"]),
            before=before.get(mentor["person_id"], ""),
            hours=two.demands.hours_apart,
        )
        if rule
        else ""
        for rule, mentor in zip(bits.tolist(), two.mentors.to_dict("records"), strict=True)
    ]


def _ended(ended_on: date, reason: str | None) -> str:
    told = f"until {day(ended_on)}"
    return f"{told}: {END_REASONS[EndReason(reason)]}" if reason else told
