"""What a coordinator does with a whole plan: start, copy, rename, fill in, clear, discard it. Publishing is next door.

Each is one action in the history, and one step of undo.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from dashboard.errors import ConflictError
from dashboard.queries.troubles import Pair, pair_troubles
from dashboard.recording import delete_rows, insert_rows
from dashboard.services.drafts import (
    add_drafts,
    draft_group,
    draft_pair,
    lock_drafts,
    move_draft,
    remove_drafts,
    swap_drafts,
    unlock_drafts,
)
from dashboard.services.plan_rules import (
    drafts_of,
    open_cohort,
    plan_name,
    plan_named,
    refuse,
    troubles_beside,
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


@dataclass(frozen=True)
class Filled:
    """What filling in came to: locked drafts ``kept``, pairs ``placed`` beside them, drafts that had to go; and of the
    kept ones, how many can't be published as things are."""

    kept: int
    placed: int
    gone: int
    impossible: int = 0

    def __str__(self) -> str:
        gone = f"; {counted(self.gone, 'draft')} replaced" if self.gone else ""
        return gone + (f"; {self.impossible:,} locked, but not possible now" if self.impossible else "")


def start_plan(session: Session, *, cohort_id: int, name: str, today: date, copy_of: int | None = None) -> int:
    """Start a plan, empty or with those drafts of another one that are still possible."""
    open_cohort(session, cohort_id)
    source = None if copy_of is None else plan_named(session, copy_of)
    told = plan_name(session, name, cohort_id=cohort_id)
    plan = Plan(cohort_id=cohort_id, name=told, name_key=told.casefold(), started_on=today)
    session.add(plan)
    session.flush()
    if source is not None:
        _copy(session, source, plan)
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
    plan_named(session, plan_id)
    return _remove(session, [draft.id for draft in drafts_of(session, plan_id) if not draft.is_locked])


def clear_impossible(session: Session, *, plan_id: int, today: date) -> int:
    """Remove the drafts that can't be published any more, locked or not; returns how many they were."""
    plan = plan_named(session, plan_id)
    possible = {draft.id for draft in _possible(session, plan, today)}
    return _remove(session, [draft.id for draft in drafts_of(session, plan_id) if draft.id not in possible])


def fill_in_rest(
    session: Session, *, plan_id: int, pairs: Sequence[Pair], locked: Collection[Pair], today: date
) -> Filled:
    """Make a solved plan the plan: ``pairs`` of mentee and mentor, of which the ``locked`` were given to the solver.

    What is locked stays as it is and where it is, also when it can't be published. Every other draft makes way, unless
    it is one of the pairs. Refused when other drafts are locked by now, or when one of the pairs has become impossible:
    then it has to be solved anew. The history is told what was replaced.
    """
    plan = plan_named(session, plan_id)
    open_cohort(session, plan.cohort_id)
    drafts = drafts_of(session, plan_id)
    kept = [draft for draft in drafts if draft.is_locked]
    possible = {_pair(draft) for draft in _possible(session, plan, today) if draft.is_locked}
    wanted = set(pairs) - possible
    if possible != set(locked) or {draft.mentee_id for draft in kept} & {mentee_id for mentee_id, _ in wanted}:
        raise ConflictError(f"What is locked in “{plan.name}” changed meanwhile. Look at it, then fill in again.")
    refuse(troubles_beside(session, plan, kept, sorted(wanted), on=today))
    gone = [draft.id for draft in drafts if not draft.is_locked and _pair(draft) not in wanted]
    new = sorted(wanted - {_pair(draft) for draft in drafts})
    result = Filled(len(kept), len(wanted), gone=_remove(session, gone), impossible=len(kept) - len(possible))
    add_drafts(session, plan, new, is_locked=False)
    session.info["summary"] += str(result)
    return result


def _pair(draft: Pairing) -> Pair:
    return draft.mentee_id, draft.mentor_id


def _possible(session: Session, plan: Plan, on: date) -> list[Pairing]:
    """The drafts that could be published."""
    drafts = drafts_of(session, plan.id)
    told = pair_troubles(session, cohort_id=plan.cohort_id, pairs=[_pair(draft) for draft in drafts], on=on)
    return [draft for draft, trouble in zip(drafts, told, strict=True) if trouble is None]


def _copy(session: Session, source: Plan, plan: Plan) -> None:
    copies = [draft.model_dump(exclude={"id"}) for draft in _possible(session, source, plan.started_on)]
    insert_rows(session, Pairing, [{**copy, "plan_id": plan.id} for copy in copies])


def _remove(session: Session, draft_ids: Sequence[int]) -> int:
    delete_rows(session, Pairing, draft_ids)
    return len(draft_ids)
