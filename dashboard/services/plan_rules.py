"""The rules of plans in words. What is drafted has to be possible now; whether it still is, publishing asks again."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, select

from dashboard.errors import ConflictError, InvalidError, NotFoundError, RuleError
from dashboard.queries.troubles import Pair, Trouble, pair_troubles
from dashboard.services.texts import one_line
from dashboard.words import both
from models import Cohort, Pairing, PairingStatus, Participant, Person, Plan

NAME_LENGTH = 60
MOST_TOLD = 3
"""How many pairs the history names before it says "and 4 more"."""
MOST_NAMED = 5
"""How many pairs a refusal names before it says "and 4 more"."""


def plan_named(session: Session, plan_id: int) -> Plan:
    """The plan, or a sentence when it is gone."""
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise NotFoundError("This plan is not here any more: it was published or discarded. Choose another one.")
    return plan


def open_cohort(session: Session, cohort_id: int) -> Cohort:
    """A cohort in which plans can be made."""
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        raise NotFoundError("This cohort is not here any more: somebody removed it. Choose another one.")
    if cohort.archived_at:
        raise RuleError(f"{cohort.name} is archived. Restore it first, then plan.")
    return cohort


def plan_name(session: Session, value: str | None, *, cohort_id: int, plan_id: int | None = None) -> str:
    """A name that no other plan of the cohort has."""
    name = one_line(value, label="The name", length=NAME_LENGTH)
    if name is None:
        raise InvalidError("A plan needs a name. Enter one.")
    same = (col(Plan.cohort_id) == cohort_id, col(Plan.name_key) == name.casefold())
    other = session.exec(select(Plan).where(*same)).first()
    if other is not None and other.id != plan_id:
        raise ConflictError(f"There is a plan named “{other.name}” already. Choose another name.")
    return name


def draft_of(session: Session, draft_id: int) -> Pairing:
    """A draft that is still one, or a sentence."""
    draft = session.get(Pairing, draft_id)
    if draft is None or draft.status != PairingStatus.DRAFT:
        raise NotFoundError(
            "This draft is not in the plan any more: somebody published or removed it. Look at the plan again."
        )
    return draft


def drafts_of(session: Session, plan_id: int) -> list[Pairing]:
    """The drafts of a plan in the order in which they keep their places: the locked ones first."""
    drafted = select(Pairing).where(col(Pairing.plan_id) == plan_id)
    return list(session.exec(drafted.order_by(col(Pairing.is_locked).desc(), col(Pairing.id))))


def check_drafts(
    session: Session, plan: Plan, pairs: Sequence[Pair], *, on: date, instead_of: Collection[int] = ()
) -> None:
    """Refuse to draft pairs that can't be, beside what the plan has; ``instead_of`` are drafts that make way."""
    open_cohort(session, plan.cohort_id)
    stay = [draft for draft in drafts_of(session, plan.id) if draft.id not in instead_of]
    drafted = {draft.mentee_id: draft.mentor_id for draft in stay}
    for mentee_id, _ in pairs:
        if mentee_id in drafted:
            mentee, mentor = (person_name(session, who) for who in (mentee_id, drafted[mentee_id]))
            raise ConflictError(f"{mentee} is drafted with {mentor} in this plan. Move or remove that draft first.")
    refuse(troubles_beside(session, plan, stay, pairs, on=on))


def troubles_beside(
    session: Session, plan: Plan, stay: Sequence[Pairing], pairs: Sequence[Pair], *, on: date
) -> list[Trouble]:
    """What is in the way of the pairs, when the drafts that stay have their places, be they possible or not."""
    held = Counter(draft.mentor_id for draft in stay)
    told = pair_troubles(session, cohort_id=plan.cohort_id, pairs=pairs, on=on, held=held)
    is_held = any(trouble.is_held for trouble in told if trouble)
    in_vain = _in_vain(session, plan, stay, on) if is_held else {}
    return [
        _held_in_vain(trouble, in_vain[mentor_id]) if trouble.is_held and mentor_id in in_vain else trouble
        for (_, mentor_id), trouble in zip(pairs, told, strict=True)
        if trouble
    ]


def _in_vain(session: Session, plan: Plan, stay: Sequence[Pairing], on: date) -> dict[int, str]:
    """Mentor -> a mentee whose draft with them is not possible any more, and holds its place all the same."""
    pairs = [(draft.mentee_id, draft.mentor_id) for draft in stay]
    told = pair_troubles(session, cohort_id=plan.cohort_id, pairs=pairs, on=on)
    return {mentor_id: trouble.mentee for (_, mentor_id), trouble in zip(pairs, told, strict=True) if trouble}


def _held_in_vain(trouble: Trouble, mentee: str) -> Trouble:
    told = f"the draft of {mentee}, which is not possible any more, holds a place of {trouble.mentor}"
    return replace(trouble, told=told, remedy="Remove that draft, or choose another mentor.")


def refuse(troubles: Sequence[Trouble], done: str = "drafted") -> None:
    """Say what is in the way, if anything is: of one pair with what to do, of several by their names."""
    if len(troubles) == 1:
        (one,) = troubles
        raise RuleError(f"{one.mentee} can't be {done} with {one.mentor}: {one.told}. {one.remedy}")
    if troubles:
        raise RuleError(f"These can't be {done}: {listed(troubles)}. Choose others for them.")


def listed(troubles: Sequence[Trouble]) -> str:
    """The pairs and their troubles in a row, the first few by name."""
    named = [str(trouble) for trouble in troubles[:MOST_NAMED]]
    more = [f"{len(troubles) - MOST_NAMED} more"] if len(troubles) > MOST_NAMED else []
    return both([*named, *more])


def names_of(session: Session, drafts: Sequence[Pairing]) -> str:
    """Who is drafted with whom, the first few by name."""
    two = [(draft.mentee_id, draft.mentor_id) for draft in drafts[:MOST_TOLD]]
    told = [f"{person_name(session, mentee_id)} with {person_name(session, mentor_id)}" for mentee_id, mentor_id in two]
    return both([*told, f"{len(drafts) - MOST_TOLD:,} more"] if len(drafts) > MOST_TOLD else told)


def person_name(session: Session, participant_id: int) -> str:
    """The name of whoever the participant is, for a sentence."""
    named = select(Person.name).join(Participant).where(col(Participant.id) == participant_id)
    return session.exec(named).first() or "Somebody"
