"""What check-ins add up to in the headline numbers: ratings, growth, and mentors who would do it again, as of a day."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from dashboard.metrics import BENEFIT, GROWTH, RATING, Tally
from dashboard.queries.days import on
from dashboard.queries.tallies import AsOf, was_open
from models import CheckIn, Pairing, PairingStatus, Wave


def answers(session: Session, at: AsOf) -> dict[str, Tally]:
    """How they get along, how confidence grew, who would mentor again."""
    return {RATING.key: _rating(session, at), GROWTH.key: _growth(session, at), BENEFIT.key: _benefit(session, at)}


def _rating(session: Session, at: AsOf) -> Tally:
    """What each of the two said last, averaged within the pairing, so that one who answers often has one voice."""
    last = _ranked(at, col(CheckIn.relationship), by=(col(CheckIn.pairing_id), col(CheckIn.participant_id)))
    within = select(func.avg(last.c.answer).label("rating")).where(last.c.place == 1)
    pairings = within.join(Pairing, col(Pairing.id) == last.c.pairing_id).where(was_open(at))
    rated = pairings.group_by(last.c.pairing_id).subquery("rated")
    return _tally(session, select(func.sum(rated.c.rating), func.count(rated.c.rating)))


def _growth(session: Session, at: AsOf) -> Tally:
    """The first baseline of each mentee, and the latest answer that came after it."""
    by_mentee = col(CheckIn.participant_id) == col(Pairing.mentee_id)
    kind = case((col(CheckIn.wave) == Wave.BASELINE, 1), else_=0)
    said = _ranked(at, col(CheckIn.confidence), by_mentee, by=(col(CheckIn.participant_id), kind))
    first = and_(said.c.wave == Wave.BASELINE, said.c.place_of_oldest == 1)
    last = and_(said.c.wave != Wave.BASELINE, said.c.place == 1)
    # Side by side in one pass: a join of the first to the last takes half a minute in a large cohort.
    sides = {"first": (first, said.c.answer), "first_on": (first, said.c.answered_on)}
    sides |= {"last": (last, said.c.answer), "last_on": (last, said.c.answered_on)}
    columns = [func.max(case((rule, value))).label(name) for name, (rule, value) in sides.items()]
    mentee = select(*columns).where(or_(first, last)).group_by(said.c.participant_id).subquery("mentee")
    grown = select(func.sum(mentee.c.last - mentee.c.first), func.count())
    return _tally(session, grown.where(mentee.c.last_on >= mentee.c.first_on))


def _benefit(session: Session, at: AsOf) -> Tally:
    by_mentor = col(CheckIn.participant_id) == col(Pairing.mentor_id)
    last = _ranked(at, col(CheckIn.would_mentor), by_mentor, by=(col(CheckIn.participant_id),))
    said_yes = func.sum(case((last.c.answer.is_(True), 1), else_=0))
    return _tally(session, select(said_yes, func.count()).where(last.c.place == 1))


def _ranked(at: AsOf, answer: Mapped[Any], *rules: ColumnElement[bool], by: tuple[Any, ...]) -> Subquery:
    """The answers given by the day in pairings of the cohort; in each group ``place`` 1 is the newest."""
    given = (col(CheckIn.answered_on), col(CheckIn.id))
    newest_first = func.row_number().over(partition_by=by, order_by=[part.desc() for part in given])
    oldest_first = func.row_number().over(partition_by=by, order_by=list(given))
    return (
        select(
            col(CheckIn.pairing_id),
            col(CheckIn.participant_id),
            col(CheckIn.wave),
            col(CheckIn.answered_on),
            answer.label("answer"),
            newest_first.label("place"),
            oldest_first.label("place_of_oldest"),
        )
        .join(Pairing, col(Pairing.id) == col(CheckIn.pairing_id))
        .where(
            col(Pairing.cohort_id) == at.cohort.id,
            col(Pairing.status) != PairingStatus.DRAFT,
            # An answer says something about the pairing by one of the two in it.
            or_(
                col(CheckIn.participant_id) == col(Pairing.mentor_id),
                col(CheckIn.participant_id) == col(Pairing.mentee_id),
            ),
            col(CheckIn.answered_on) <= on(at.day),
            answer.is_not(None),
            *rules,
        )
        .subquery("ranked")
    )


def _tally(session: Session, statement: Select[*tuple[Any, ...]]) -> Tally:
    total, count = session.execute(statement).one()
    return Tally(float(total or 0), count, count)
