"""Who waits for a mentor, the hardest to place first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import func, select
from sqlmodel import Session, col

from dashboard.matching.demands import unmet
from dashboard.matching.options import options
from dashboard.matching.rules import mentor_bits, pair_bits
from dashboard.queries.desk import waits
from dashboard.queries.frames import framed
from dashboard.queries.parties import Party, party
from models import ENDED, Pairing, Participant, Person, Role

UNPAIRED = {
    "mentee_id": "int64",
    "name": "str",
    "job_title": "str",
    "department": "str",
    "waiting_since": "object",
    "free": "int64",
    "offering": "Int64",
}
LONGEST = {"mentee_id": "int64", "mentee": "object", "waiting_since": "object", "days": "int64"}


def unpaired_mentees(
    session: Session,
    *,
    cohort_id: int,
    today: date,
    search: str = "",
    plan_id: int | None = None,
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """Those who wait for a mentor, the hardest to place first; then those who have waited longest.

    ``free``: mentors with a place whom no rule keeps from them; ``offering``: those of them who offer a skill that is
    sought (nothing when none is named). ``waiting_since``: the day they joined, or their last pairing ended.
    """
    two = party(session, cohort_id=cohort_id, mentees=waits(search, plan_id=plan_id), plan_id=plan_id)
    waiting = two.mentees.assign(
        mentee_id=two.mentees["id"], waiting_since=waiting_since(session, two.mentees, cohort_id=cohort_id)
    )
    waiting[["free", "offering"]] = _options(two, today)
    waiting["options"] = waiting["offering"].fillna(waiting["free"])
    ordered = waiting.sort_values(["options", "free", "waiting_since", "name", "mentee_id"])
    return ordered[list(UNPAIRED)].iloc[offset : offset + limit].reset_index(drop=True).astype(UNPAIRED)


def _options(two: Party, today: date) -> pd.DataFrame:
    open_to_all = two.mentors[mentor_bits(two.mentors) == 0].reset_index(drop=True)
    blocked = pair_bits(two.mentees, open_to_all, separations=two.separations, past=two.past)
    apart = [kinds for _, kinds in unmet(two.demands, two.mentees, open_to_all, today)]
    return options(two.mentees, open_to_all, blocked=blocked, unmet=apart, sought=two.sought, offered=two.offered)


def longest_waiting(
    session: Session, *, cohort_id: int, today: date, limit: int, but: Iterable[int] = ()
) -> pd.DataFrame:
    """Those who have waited longest, without any in ``but``; ``days`` are 0 for somebody who joins later."""
    here = (col(Participant.cohort_id) == cohort_id, col(Participant.role) == Role.MENTEE, waits())
    people = select(col(Participant.id), col(Person.name), col(Participant.joined_on)).where(*here)
    found = session.execute(people.join(Person, col(Person.id) == col(Participant.person_id))).all()
    mentees = pd.DataFrame([tuple(row) for row in found], columns=["id", "name", "joined_on"], dtype=object)
    mentees = mentees[~mentees["id"].isin(list(but))]
    since = waiting_since(session, mentees, cohort_id=cohort_id)
    rows = [
        {"mentee_id": mentee_id, "mentee": name, "waiting_since": on, "days": max((today - on).days, 0)}
        for mentee_id, name, on in zip(mentees["id"], mentees["name"], since, strict=True)
    ]
    rows.sort(key=lambda row: (row["waiting_since"], row["mentee"], row["mentee_id"]))
    return framed(rows[:limit], LONGEST)


def waiting_since(session: Session, mentees: pd.DataFrame, *, cohort_id: int) -> list[date]:
    """Since when each of these (``id, joined_on``) waits: the day they joined, or on which their last pairing ended."""
    ended = (col(Pairing.cohort_id) == cohort_id, col(Pairing.status).in_(ENDED))
    last = select(col(Pairing.mentee_id), func.max(col(Pairing.ended_on))).where(*ended)
    ends: dict[int, Any] = {row[0]: row[1] for row in session.execute(last.group_by(col(Pairing.mentee_id)))}
    return [
        max(joined_on, ends.get(mentee_id, joined_on))
        for mentee_id, joined_on in zip(mentees["id"], mentees["joined_on"], strict=True)
    ]


def unpaired_count(session: Session, *, cohort_id: int, search: str = "", plan_id: int | None = None) -> int:
    """How many rows ``unpaired_mentees`` has in all."""
    waiting = (
        select(func.count())
        .select_from(Participant)
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(col(Participant.cohort_id) == cohort_id, col(Participant.role) == Role.MENTEE)
        .where(waits(search, plan_id=plan_id))
    )
    return int(session.execute(waiting).scalar_one())


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits, as ``unpaired_mentees`` tells it; ``offering`` is None when no skill is sought."""

    mentee_id: int
    name: str
    waiting_since: date
    free: int
    offering: int | None


def waiting_page(
    session: Session, *, cohort_id: int, today: date, search: str, limit: int, offset: int, plan_id: int | None = None
) -> list[Waiting]:
    """A page of ``unpaired_mentees`` as the desk lists them."""
    rows = unpaired_mentees(
        session, cohort_id=cohort_id, today=today, search=search, plan_id=plan_id, limit=limit, offset=offset
    )
    return [
        Waiting(mentee_id, name, since, free, None if pd.isna(offering) else offering)
        for mentee_id, name, since, free, offering in rows[list(Waiting.__annotations__)].itertuples(index=False)
    ]
