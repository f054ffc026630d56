"""What pairings stand in the way of: fewer places than are taken, and somebody kept for later who is paired now."""

from collections.abc import Callable, Collection, Iterable, Sequence

from dashboard.imports.cells import Trouble
from dashboard.imports.people.someone import Part
from dashboard.imports.people.telling import Telling
from dashboard.words import both, counted
from models import ParticipantStatus

WITHDRAWN, WAITLISTED = ParticipantStatus.WITHDRAWN, ParticipantStatus.WAITLISTED
Keeps = Callable[[int], bool]
"""Whether what an earlier row said about the same person stands against the row at this position."""


def refuse_what_pairings_forbid(tellings: Sequence[Telling], keeps: Keeps) -> None:
    """Rows that can't go in because somebody is paired; those whose partners leave by this file are no longer.

    Nobody leaves while another row about them can't go in: it could the next time.
    """
    for telling in tellings:
        if len(telling.told) > 1:
            _overrule_waiting(telling)
    paired = [telling for telling in tellings if any(part.is_paired for part in telling.someone.parts.values())]
    refused = True
    while refused:
        leaving = {part for telling in paired for part in _leaving(telling, keeps)}
        refused = sum(_refuse(telling, leaving) for telling in paired) > 0


def _overrule_waiting(telling: Telling) -> None:
    """Whoever leaves a role by one row is not kept for later in it by another."""
    told = telling.told
    leaves = {role for roles in told.values() for role, values in roles.items() if values.get("status") == WITHDRAWN}
    for row, roles in told.items() if leaves else ():
        for role in leaves & roles.keys():
            if roles[role].get("status") == WAITLISTED:
                del roles[role]["status"]
                telling.overruled.add(row)


def _leaving(telling: Telling, keeps: Keeps) -> Iterable[int]:
    """The ids of those that are withdrawn in the end."""
    for role, part in telling.someone.parts.items():
        standing = None
        for row, told in sorted(telling.told.items()):
            said = told.get(role, {}).get("status")
            if said and (standing is None or not keeps(row)):
                standing = said
        if standing == WITHDRAWN and part.id is not None:
            yield part.id


def _refuse(telling: Telling, leaving: Collection[int]) -> bool:
    """Whether there was a row to refuse."""
    name, refused = str(telling.someone.stored["name"]), False
    for row, told in list(telling.told.items()):
        for role, part in telling.someone.parts.items():
            trouble = _forbidden(name, part, told.get(role, {}), leaving)
            if trouble:
                telling.refuse(row, Trouble("", trouble))
                refused = True
    for row, told in list(telling.told.items()) if refused else ():
        if any(values.get("status") == WITHDRAWN for values in told.values()):
            telling.refuse(row, Trouble("", f"Another row about {name} can't go in. Correct that one first."))
    return refused


def _forbidden(name: str, part: Part, said: dict[str, object], leaving: Collection[int]) -> str:
    """Why a row can't go in, if it can't."""
    if part.id in leaving:
        return ""
    gone, capacity = sum(one in leaving for one in part.partner_ids), said.get("capacity")
    taken = part.taken - gone
    if isinstance(capacity, int) and capacity < taken:
        return (
            f"{name} mentors {counted(taken, 'person', 'people')} now, so the capacity can't be {capacity}. "
            "End or move a pairing first."
        )
    if said.get("status") == WAITLISTED and len(part.partners) > gone:
        return (
            f"{name} is paired with {both(part.partners)} now, and so can't be waitlisted. End that first, or write "
            "withdrawn, which ends it."
        )
    return ""
