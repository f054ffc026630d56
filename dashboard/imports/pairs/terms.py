"""What a row says about how its pairing stands: which of its fields become what, or why that can't be."""

from datetime import date
from typing import NamedTuple

from dashboard.endings import END_REASONS
from dashboard.errors import InvalidError
from dashboard.imports.pairs.bonds import Bond, Given
from dashboard.imports.pairs.facts import Said
from dashboard.imports.pairs.values import ENDED
from dashboard.services import pairing_sentences as sentences
from dashboard.words import day
from models import ENDED as ENDED_STATES
from models import EndReason, PairingStatus

NO_START = "The file does not tell when this pairing began. Fill in its start, or say one for all such rows."
UNTOLD = "The file gives no reason."
RAN_ITS_COURSE = (EndReason.COMPLETED_PLAN, EndReason.GOAL_MET)


class Terms(NamedTuple):
    """The fields of a pairing that a row gives, by name; what it does not give stays as it is."""

    given: Given
    implied: frozenset[str] = frozenset()
    """Those that it does not say, but that follow; another row that says one has it."""


def terms(said: Said, bond: Bond | None, remarks: list[str], *, today: date, usual: date | None) -> Terms:
    """What a row says about its pairing, None for a new one, which starts on the ``usual`` day where none is told."""
    if said.start is not None and said.end is not None and said.end < said.start:
        raise InvalidError(f"The start, {day(said.start)}, is after the end, {day(said.end)}. Correct one of the two.")
    told: Given = {"started_on": said.start, "rationale": said.rationale}
    given = {key: value for key, value in told.items() if value is not None}
    implied: set[str] = set()
    if bond is None and said.start is None:
        if usual is None:
            raise InvalidError(NO_START)
        given["started_on"], implied = usual, {"started_on"}
    more = _over(said, bond, today) if said.is_over(today) else _open(said, bond, remarks, today)
    return Terms(given | more.given, more.implied | implied)


def _open(said: Said, bond: Bond | None, remarks: list[str], today: date) -> Terms:
    if said.end is not None and said.end > today:
        remarks.append(f"The end, {day(said.end)}, is still to come, so the pairing is open until then.")
    elif said.end is not None:
        raise InvalidError(f"The status is {said.status}, but the end is {day(said.end)}. Correct one of the two.")
    if said.reason is not None:
        told = END_REASONS[EndReason(said.reason.key)] if said.reason.note is None else said.reason.note
        raise InvalidError(
            f'The status is {said.status}, but "{told}" is a reason for the end. Correct one of the two.'
        )
    if said.note is not None:
        remarks.append("The note on the end is left out, because the pairing is open.")
    if said.status is None:
        return Terms({} if bond else {"status": PairingStatus.ACTIVE.value}, frozenset({"status"}))
    was_over = bond is not None and not bond.is_open
    return Terms({"status": said.status, **(dict.fromkeys(("ended_on", "end_reason", "end_note")) if was_over else {})})


def _over(said: Said, bond: Bond | None, today: date) -> Terms:
    ended_on = said.end or (bond.now("ended_on") if bond else None)
    if ended_on is None:
        raise InvalidError(sentences.NO_END)
    if ended_on > today:
        raise InvalidError(f"It is over, but its end, {day(ended_on)}, is still to come. Correct one of the two.")
    stands = bond.now("status") if bond else None
    status = _ended_state(said, stands)
    given: Given = {"ended_on": ended_on, **({} if status == stands else {"status": status})}
    implied = frozenset() if said.status in ENDED_STATES else frozenset({"status"})
    if said.reason is None:
        unsaid = {"end_reason"} if said.note else {"end_reason", "end_note"}
        return Terms(given | _untold(said, bond, status), implied | unsaid)
    note = said.note or said.reason.note
    return Terms(given | {"end_reason": said.reason.key} | ({"end_note": note} if note else {}), implied)


def _untold(said: Said, bond: Bond | None, status: str) -> Given:
    """Why a pairing ended where the row does not say: as it stands; one that ended early needs a reason."""
    kept, stands = (bond.now("end_reason"), bond.now("status")) if bond else (None, None)
    note = said.note or (bond.now("end_note") if bond else None)
    given: Given = {"end_note": said.note} if said.note else {}
    if status == PairingStatus.COMPLETED:
        return given | ({"end_reason": None} if kept and status != stands else {})
    if kept:
        return given
    return {"end_reason": EndReason.OTHER, "end_note": note or UNTOLD}


def _ended_state(said: Said, stands: str | None) -> str:
    """The state of a pairing that is over: as it is said, else as it stands, else as its reason tells."""
    if said.status is not None and said.status != ENDED:
        return said.status
    if stands in ENDED_STATES:
        return str(stands)
    early = said.reason is not None and said.reason.key not in RAN_ITS_COURSE
    return PairingStatus.ENDED_EARLY.value if early else PairingStatus.COMPLETED.value
