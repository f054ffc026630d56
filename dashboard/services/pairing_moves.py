"""Who is with whom from now on: pair two or a group, move a mentee, let two mentees exchange their mentors."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from dashboard.errors import InvalidError, RuleError
from dashboard.queries.troubles import pair_troubles
from dashboard.services.pairing_rules import check_may_pair, check_start, pairing_of, two_of
from dashboard.services.pairing_states import end_early
from dashboard.services.plan_rules import refuse
from dashboard.services.texts import paragraphs
from models import Pairing, PairingStatus


def pair(
    session: Session, *, mentor_id: int, mentee_id: int, started_on: date | None, rationale: str | None = None
) -> int:
    """Pair a mentee with a mentor of the same cohort who has a place left."""
    two = two_of(session, mentor_id=mentor_id, mentee_id=mentee_id)
    begins = check_start(two.cohort, started_on)
    check_may_pair(session, two, on=begins)
    pairing = Pairing(
        cohort_id=two.cohort.id,
        mentor_id=mentor_id,
        mentee_id=mentee_id,
        status=PairingStatus.ACTIVE,
        started_on=begins,
        rationale=paragraphs(rationale, label="The rationale"),
    )
    session.add(pairing)
    session.flush()
    return pairing.id


def pair_group(
    session: Session,
    *,
    mentor_id: int,
    mentee_ids: Sequence[int],
    started_on: date | None,
    rationale: str | None = None,
) -> list[int]:
    """Pair several mentees with one mentor on the same day, all or none; returns the pairings in order."""
    chosen = list(dict.fromkeys(mentee_ids))
    if not chosen:
        raise InvalidError("Choose at least one mentee.")
    cohort = two_of(session, mentor_id=mentor_id, mentee_id=chosen[0]).cohort
    pairs = [(mentee_id, mentor_id) for mentee_id in chosen]
    told = pair_troubles(session, cohort_id=cohort.id, pairs=pairs, on=check_start(cohort, started_on))
    refuse([trouble for trouble in told if trouble], "paired")
    return [
        pair(session, mentor_id=mentor_id, mentee_id=mentee_id, started_on=started_on, rationale=rationale)
        for mentee_id in chosen
    ]


def move_mentee(
    session: Session,
    *,
    pairing_id: int,
    mentor_id: int,
    on: date | None,
    reason: str | None,
    note: str | None = None,
    today: date | None = None,
) -> int:
    """End a pairing and start the mentee's next one on the same day, in one step; returns the new pairing."""
    pairing, two = pairing_of(session, pairing_id)
    if mentor_id == pairing.mentor_id:
        raise RuleError(f"{two.mentee_person.name} is with {two.mentor_person.name} already. Choose another mentor.")
    end_early(session, pairing_id=pairing_id, ended_on=on, end_reason=reason, end_note=note, today=today)
    return pair(session, mentor_id=mentor_id, mentee_id=pairing.mentee_id, started_on=on)


def swap_mentors(
    session: Session,
    *,
    pairing_id: int,
    other_id: int,
    on: date | None,
    reason: str | None,
    note: str | None = None,
    today: date | None = None,
) -> tuple[int, int]:
    """Let the mentees of two pairings exchange their mentors: both end, and two start on the same day.

    Returns the new pairing of each mentee, in the order of the old ones.
    """
    (one, these), (other, those) = pairing_of(session, pairing_id), pairing_of(session, other_id)
    if one.mentor_id == other.mentor_id:
        raise RuleError(f"Both are with {these.mentor_person.name}. Choose two pairings with different mentors.")
    if one.cohort_id != other.cohort_id:
        raise RuleError(f"{these.names} and {those.names} are in different cohorts. Choose two of the same cohort.")
    for ending in (pairing_id, other_id):
        end_early(session, pairing_id=ending, ended_on=on, end_reason=reason, end_note=note, today=today)
    return (
        pair(session, mentor_id=other.mentor_id, mentee_id=one.mentee_id, started_on=on),
        pair(session, mentor_id=one.mentor_id, mentee_id=other.mentee_id, started_on=on),
    )
