"""Publishing: the drafts of a plan become pairings, all of them or none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from dashboard.errors import ConflictError, InvalidError
from dashboard.queries.troubles import Pair, Trouble, pair_troubles
from dashboard.recording import update_rows
from dashboard.services.pairing_rules import check_start
from dashboard.services.plan_rules import drafts_of, listed, open_cohort, person_name, plan_named
from models import Pairing, PairingStatus, Plan


@dataclass(frozen=True)
class Published:
    """The pairings that were drafts; and of the cohort's other plans, how many drafts are not possible any more."""

    pairing_ids: tuple[int, ...]
    hit: dict[str, int]


def publish(
    session: Session,
    *,
    plan_id: int,
    started_on: date | None,
    pairs: Collection[Pair] | None = None,
) -> Published:
    """Make pairings of all drafts of a plan, or of those ``pairs`` of mentee and mentor that were seen and chosen.

    Refused by name when one of them has changed or become impossible. A plan without a draft left goes.
    """
    plan = plan_named(session, plan_id)
    start = check_start(open_cohort(session, plan.cohort_id), started_on)
    drafts = drafts_of(session, plan_id)
    asked = None if pairs is None else set(pairs)
    chosen = [draft for draft in drafts if asked is None or (draft.mentee_id, draft.mentor_id) in asked]
    ids = tuple(draft.id for draft in chosen)  # a bulk write expires the drafts: each would be read again, one by one
    _check(session, plan, chosen, pairs, start)
    fixed = {"status": PairingStatus.ACTIVE, "started_on": start, "plan_id": None, "is_locked": False}
    update_rows(
        session,
        Pairing,
        [{"id": draft_id, **fixed} for draft_id in ids],
    )
    if len(chosen) == len(drafts):
        session.delete(plan)
    session.flush()
    return Published(ids, _hit(session, plan.cohort_id, start))


def _check(
    session: Session, plan: Plan, chosen: Sequence[Pairing], pairs: Collection[Pair] | None, start: date
) -> None:
    found = [(draft.mentee_id, draft.mentor_id) for draft in chosen]
    there = set(found)
    gone = [pair for pair in pairs or () if pair not in there]
    if not found and not gone:
        raise InvalidError(f"There is nothing to publish in “{plan.name}”. Draft somebody first.")
    told = [_left(session, mentee_id, mentor_id) for mentee_id, mentor_id in gone]
    told += [trouble for trouble in pair_troubles(session, cohort_id=plan.cohort_id, pairs=found, on=start) if trouble]
    if told:
        raise ConflictError(
            f"Nothing was published, because of what changed: {listed(told)}. "
            "Correct the plan, or publish it without these."
        )


def _left(session: Session, mentee_id: int, mentor_id: int) -> Trouble:
    return Trouble(person_name(session, mentee_id), person_name(session, mentor_id), "not in the plan any more", "")


def _hit(session: Session, cohort_id: int, on: date) -> dict[str, int]:
    """The plans of the cohort that hold drafts which can't be any more: name -> how many."""
    hit: dict[str, int] = {}
    for plan in session.exec(select(Plan).where(col(Plan.cohort_id) == cohort_id).order_by(col(Plan.id))):
        pairs = [(draft.mentee_id, draft.mentor_id) for draft in drafts_of(session, plan.id)]
        told = pair_troubles(session, cohort_id=cohort_id, pairs=pairs, on=on)
        if impossible := sum(trouble is not None for trouble in told):
            hit[plan.name] = impossible
    return hit
