"""What a coordinator does with the drafts of a plan, one by one. What is drafted by hand is locked."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlmodel import Session

from dashboard.errors import InvalidError, NotFoundError, RuleError
from dashboard.recording import delete_rows, insert_rows, update_rows
from dashboard.services.plan_rules import check_drafts, draft_of, drafts_of, names_of, person_name, plan_named
from dashboard.services.texts import paragraphs
from models import Pairing, PairingStatus, Plan


def draft_pair(
    session: Session, *, plan_id: int, mentor_id: int, mentee_id: int, today: date, rationale: str | None = None
) -> int:
    """Draft a mentee with a mentor who has a place left in the plan."""
    (draft_id,) = draft_group(
        session, plan_id=plan_id, mentor_id=mentor_id, mentee_ids=[mentee_id], today=today, rationale=rationale
    )
    return draft_id


def draft_group(
    session: Session,
    *,
    plan_id: int,
    mentor_id: int,
    mentee_ids: Sequence[int],
    today: date,
    rationale: str | None = None,
) -> list[int]:
    """Draft several mentees with one mentor, all or none; returns the drafts in order."""
    if not mentee_ids:
        raise InvalidError("Choose at least one mentee.")
    plan = plan_named(session, plan_id)
    pairs = [(mentee_id, mentor_id) for mentee_id in dict.fromkeys(mentee_ids)]
    check_drafts(session, plan, pairs, on=today)
    session.info["summary"] += f" in {plan.name}"
    return add_drafts(session, plan, pairs, is_locked=True, rationale=paragraphs(rationale, label="The rationale"))


def add_drafts(
    session: Session, plan: Plan, pairs: Sequence[tuple[int, int]], *, is_locked: bool, rationale: str | None = None
) -> list[int]:
    """Write drafts of pairs (mentee, mentor) that were checked."""
    rest = {"cohort_id": plan.cohort_id, "plan_id": plan.id, "status": PairingStatus.DRAFT.value}
    rows = [
        {"mentee_id": mentee_id, "mentor_id": mentor_id, "is_locked": is_locked, "rationale": rationale, **rest}
        for mentee_id, mentor_id in pairs
    ]
    return insert_rows(session, Pairing, rows)


def remove_drafts(session: Session, *, plan_id: int, draft_ids: Collection[int]) -> int:
    """Take drafts out of their plan, all or none; returns how many they were."""
    wanted = _there(session, plan_id, draft_ids)
    told = names_of(session, list(wanted.values()))
    session.info["summary"] = f"Removed from {plan_named(session, plan_id).name}: {told}"
    delete_rows(session, Pairing, list(wanted))
    return len(wanted)


def lock_drafts(session: Session, *, plan_id: int, draft_ids: Collection[int] | None = None) -> int:
    """Keep these drafts, or all, when the rest is filled in; returns how many were not locked before."""
    with _telling(session, plan_id, "Locked"):
        return _set_lock(session, plan_id, draft_ids, is_locked=True)


def unlock_drafts(session: Session, *, plan_id: int, draft_ids: Collection[int] | None = None) -> int:
    """Let these drafts, or all, be replaced when the rest is filled in; returns how many were locked."""
    with _telling(session, plan_id, "Unlocked"):
        return _set_lock(session, plan_id, draft_ids, is_locked=False)


@contextmanager
def _telling(session: Session, plan_id: int, done: str) -> Iterator[None]:
    """Tell the history the plan, and by name what the block changed in it: not all that was ticked has to change."""
    locked = {draft.id for draft in drafts_of(session, plan_id) if draft.is_locked}
    yield
    changed = [draft for draft in drafts_of(session, plan_id) if draft.is_locked != (draft.id in locked)]
    session.info["summary"] = f"{done} in {plan_named(session, plan_id).name}: {names_of(session, changed)}"


def move_draft(session: Session, *, draft_id: int, mentor_id: int, today: date) -> None:
    """Give a drafted mentee another mentor in the same plan."""
    draft = draft_of(session, draft_id)
    if draft.mentor_id == mentor_id:
        mentee, mentor = (person_name(session, who) for who in (draft.mentee_id, mentor_id))
        raise RuleError(f"{mentee} is drafted with {mentor} already. Choose another mentor.")
    _redraft(session, [(draft, mentor_id)], today)


def swap_drafts(session: Session, *, draft_id: int, other_id: int, today: date) -> None:
    """Let two drafts of a plan exchange their mentors."""
    one, other = draft_of(session, draft_id), draft_of(session, other_id)
    if one.plan_id != other.plan_id:
        raise RuleError("These two drafts are in different plans. Choose two of the same plan.")
    if one.mentor_id == other.mentor_id:
        raise RuleError(
            f"Both are drafted with {person_name(session, one.mentor_id)}. Choose two with different mentors."
        )
    _redraft(session, [(one, other.mentor_id), (other, one.mentor_id)], today)


def _redraft(session: Session, moves: Sequence[tuple[Pairing, int]], today: date) -> None:
    """Give drafts of one plan new mentors. They go and come back as themselves: one after the other, a swap between two
    full mentors would pass through a state in which one of them has too many."""
    plan = plan_named(session, moves[0][0].plan_id or 0)
    ids = [draft.id for draft, _ in moves]
    pairs = [(draft.mentee_id, mentor_id) for draft, mentor_id in moves]
    check_drafts(session, plan, pairs, on=today, instead_of=ids)
    session.info["summary"] += f" in {plan.name}"
    rows = [{**draft.model_dump(), "mentor_id": mentor_id, "is_locked": True} for draft, mentor_id in moves]
    delete_rows(session, Pairing, ids)
    insert_rows(session, Pairing, rows)


def _set_lock(session: Session, plan_id: int, draft_ids: Collection[int] | None, *, is_locked: bool) -> int:
    drafts = _there(session, plan_id, draft_ids)
    changing = [draft_id for draft_id, draft in drafts.items() if draft.is_locked != is_locked]
    update_rows(session, Pairing, [{"id": draft_id, "is_locked": is_locked} for draft_id in changing])
    return len(changing)


def _there(session: Session, plan_id: int, draft_ids: Collection[int] | None) -> dict[int, Pairing]:
    """These drafts of the plan, or all of it, by id; a sentence when one is gone."""
    plan_named(session, plan_id)
    drafts = {draft.id: draft for draft in drafts_of(session, plan_id)}
    if draft_ids is None:
        return drafts
    if not drafts.keys() >= set(draft_ids):
        raise NotFoundError(
            "One of these drafts is not in the plan any more: somebody published or removed it. Look at the plan again."
        )
    return {draft_id: drafts[draft_id] for draft_id in dict.fromkeys(draft_ids)}
