"""The desk from the mentor's side: who has places, their mentees in words, and what a whole group costs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col

from dashboard.matching.consequences import worst_hit
from dashboard.matching.plan import fill_in
from dashboard.queries.best import problem_of
from dashboard.queries.candidates import measured
from dashboard.queries.consequences import Consequence, told
from dashboard.queries.knowing import known
from dashboard.queries.parties import party
from dashboard.queries.remaining import remaining
from dashboard.queries.shortlists import called
from models import Participant


@dataclass(frozen=True)
class Seats:
    """A mentor who has places ``left``."""

    mentor_id: int
    name: str
    capacity: int
    left: int


@dataclass(frozen=True)
class Member:
    """A mentee for a mentor's group: ``fit`` of 0 to 100 and the reasons."""

    mentee_id: int
    name: str
    fit: float
    pro: tuple[str, ...]
    con: tuple[str, ...]
    unknown: tuple[str, ...]


def seats(
    session: Session, *, cohort_id: int, today: date, search: str = "", plan_id: int | None = None
) -> list[Seats]:
    """The mentors with a place who are called so; those who have most places come first."""
    found = known(session, remaining, cohort_id=cohort_id, today=today, plan_id=plan_id)
    rows = found.mentors.assign(left=found.problem.places)
    rows = rows[(rows["left"] > 0) & called(rows["name"], search)].sort_values(
        ["left", "name"], ascending=[False, True]
    )
    return [Seats(*row) for row in rows[["id", "name", "capacity", "left"]].itertuples(index=False, name=None)]


def members(
    session: Session, *, cohort_id: int, mentor_id: int, mentee_ids: Sequence[int], today: date
) -> list[Member]:
    """The mentees asked for, in this order."""
    two = party(
        session,
        cohort_id=cohort_id,
        mentees=col(Participant.id).in_(mentee_ids),
        mentors=col(Participant.id) == mentor_id,
    )
    told = {}
    for at, mentee_id in enumerate(two.mentees["id"].tolist() if len(two.mentors) else []):
        own = two.sought[two.sought["participant_id"] == mentee_id]
        row = measured(replace(two, mentees=two.mentees.iloc[[at]], sought=own), today).to_dict("records")[0]
        told[mentee_id] = Member(
            mentee_id=mentee_id,
            name=str(two.mentees["name"].to_numpy()[at]),
            fit=row["fit"],
            pro=tuple(row["pro"].splitlines()),
            con=tuple(row["con"].splitlines()),
            unknown=tuple(row["unknown"].splitlines()),
        )
    return [told[mentee_id] for mentee_id in mentee_ids if mentee_id in told]


def group_cost(
    session: Session,
    *,
    cohort_id: int,
    mentor_id: int,
    mentee_ids: Sequence[int],
    today: date,
    plan_id: int | None = None,
) -> Consequence | None:
    """What the group does to everyone else, against the best plan; None for one that can't be made."""
    found = known(session, remaining, cohort_id=cohort_id, today=today, plan_id=plan_id)
    given = problem_of(session, found, cohort_id=cohort_id, today=today)
    at = found.mentor_at(mentor_id)
    rows = [row for mentee_id in mentee_ids if (row := found.mentee_at(mentee_id)) is not None]
    if at is None or not 0 < len(rows) <= given.places[at] or not given.allowed[rows, at].all():
        return None
    best, then = fill_in(given), fill_in(given, [(row, at) for row in rows])
    hit = worst_hit(given, best.mentor, then.mentor, rows)
    return told(found, then.placed - best.placed, then.points - best.points, hit)
