"""Filling in the rest of a plan around what is locked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from dashboard.errors import ConflictError
from dashboard.queries.troubles import Pair, pair_troubles
from dashboard.recording import delete_rows
from dashboard.services.drafts import add_drafts
from dashboard.services.plan_rules import drafts_of, open_cohort, plan_named, refuse, troubles_beside
from dashboard.words import counted
from models import Pairing, Plan


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
    possible = {_pair(draft) for draft in possible_drafts(session, plan, today) if draft.is_locked}
    wanted = set(pairs) - possible
    if possible != set(locked) or {draft.mentee_id for draft in kept} & {mentee_id for mentee_id, _ in wanted}:
        raise ConflictError(f"What is locked in “{plan.name}” changed meanwhile. Look at it, then fill in again.")
    refuse(troubles_beside(session, plan, kept, sorted(wanted), on=today))
    gone = [draft.id for draft in drafts if not draft.is_locked and _pair(draft) not in wanted]
    new = sorted(wanted - {_pair(draft) for draft in drafts})
    result = Filled(len(kept), len(wanted), gone=len(gone), impossible=len(kept) - len(possible))
    delete_rows(session, Pairing, gone)
    add_drafts(session, plan, new, is_locked=False)
    session.info["summary"] += str(result)
    return result


def _pair(draft: Pairing) -> Pair:
    return draft.mentee_id, draft.mentor_id


def possible_drafts(session: Session, plan: Plan, on: date) -> list[Pairing]:
    """The drafts that could be published."""
    drafts = drafts_of(session, plan.id)
    told = pair_troubles(session, cohort_id=plan.cohort_id, pairs=[_pair(draft) for draft in drafts], on=on)
    return [draft for draft, trouble in zip(drafts, told, strict=True) if trouble is None]
