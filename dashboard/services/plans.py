"""What a coordinator does with a whole plan: start, copy, rename, fill in, clear, discard it. Publishing is next door.

Each is one action in the history, and one step of undo.
"""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from dashboard.recording import delete_rows, insert_rows
from dashboard.services.drafts import (
    draft_group,
    draft_pair,
    lock_drafts,
    move_draft,
    remove_drafts,
    swap_drafts,
    unlock_drafts,
)
from dashboard.services.filling import Filled, fill_in_rest, possible_drafts
from dashboard.services.plan_rules import (
    drafts_of,
    names_of,
    open_cohort,
    plan_name,
    plan_named,
)
from dashboard.services.publishing import Published, publish
from dashboard.words import counted
from models import Pairing, Plan

__all__ = [
    "Filled",
    "Published",
    "clear_impossible",
    "clear_unlocked",
    "discard_plan",
    "draft_group",
    "draft_pair",
    "fill_in_rest",
    "lock_drafts",
    "move_draft",
    "publish",
    "remove_drafts",
    "rename_plan",
    "start_plan",
    "swap_drafts",
    "unlock_drafts",
]


def start_plan(session: Session, *, cohort_id: int, name: str, today: date, copy_of: int | None = None) -> int:
    """Start a plan, empty or with those drafts of another one that are still possible."""
    open_cohort(session, cohort_id)
    source = None if copy_of is None else plan_named(session, copy_of)
    told = plan_name(session, name, cohort_id=cohort_id)
    plan = Plan(cohort_id=cohort_id, name=told, name_key=told.casefold(), started_on=today)
    session.add(plan)
    session.flush()
    if source is not None and (left := _copy(session, source, plan)):
        session.info["summary"] += f"; {counted(left, 'draft')} stayed behind, not possible any more"
    return plan.id


def rename_plan(session: Session, *, plan_id: int, name: str) -> None:
    """Give a plan another name."""
    plan = plan_named(session, plan_id)
    plan.name = plan_name(session, name, cohort_id=plan.cohort_id, plan_id=plan_id)
    plan.name_key = plan.name.casefold()
    session.flush()


def discard_plan(session: Session, *, plan_id: int) -> int:
    """Throw a plan away with its drafts; returns how many they were."""
    plan = plan_named(session, plan_id)
    removed = _remove(session, [draft.id for draft in drafts_of(session, plan_id)])
    session.delete(plan)
    session.flush()
    return removed


def clear_unlocked(session: Session, *, plan_id: int) -> int:
    """Remove the drafts that are not locked; returns how many they were."""
    plan = plan_named(session, plan_id)
    return _clear(session, plan, [draft for draft in drafts_of(session, plan_id) if not draft.is_locked], "not locked")


def clear_impossible(session: Session, *, plan_id: int, today: date) -> int:
    """Remove the drafts that can't be published any more, locked or not; returns how many they were."""
    plan = plan_named(session, plan_id)
    possible = {draft.id for draft in possible_drafts(session, plan, today)}
    gone = [draft for draft in drafts_of(session, plan_id) if draft.id not in possible]
    return _clear(session, plan, gone, "not possible any more")


def _copy(session: Session, source: Plan, plan: Plan) -> int:
    """Copy what is still possible; returns how many drafts are not."""
    copies = [draft.model_dump(exclude={"id"}) for draft in possible_drafts(session, source, plan.started_on)]
    insert_rows(session, Pairing, [{**copy, "plan_id": plan.id} for copy in copies])
    return len(drafts_of(session, source.id)) - len(copies)


def _clear(session: Session, plan: Plan, drafts: Sequence[Pairing], why: str) -> int:
    session.info["summary"] = f"Removed from {plan.name}, {why}: {names_of(session, drafts)}"
    return _remove(session, [draft.id for draft in drafts])


def _remove(session: Session, draft_ids: Sequence[int]) -> int:
    delete_rows(session, Pairing, draft_ids)
    return len(draft_ids)
