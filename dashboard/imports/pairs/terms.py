"""What a row says about how its pairing stands: which of its fields become what, or why that can't be."""

from datetime import date

from dashboard.errors import InvalidError
from dashboard.imports.pairs.bonds import Bond, Given
from dashboard.imports.pairs.facts import Said
from dashboard.imports.pairs.values import ENDED, Reason
from dashboard.services import pairing_sentences as sentences
from dashboard.words import day
from models import ENDED as ENDED_STATES
from models import EndReason, PairingStatus

NO_START = "The file does not tell when this pairing began. Fill in its start, or say one for all such rows."
UNTOLD = "The file gives no reason."
RAN_ITS_COURSE = (EndReason.COMPLETED_PLAN, EndReason.GOAL_MET)


def terms(said: Said, bond: Bond | None, remarks: list[str], *, today: date) -> Given:
    """The fields that the row gives, by name. What it does not give stays as it is."""
    given: Given = {"started_on": said.start, "rationale": said.rationale, "end_note": said.note}
    given = {key: value for key, value in given.items() if value is not None}
    stands = bond.now("status") if bond else None
    if said.is_over(today):
        return given | _over(said, bond, stands, today)
    if said.end is not None and said.end > today:
        remarks.append(f"The end, {day(said.end)}, is still to come, so the pairing is open until then.")
    elif said.end is not None:
        raise InvalidError(f"The status is {said.status}, but the end is {day(said.end)}. Correct one of the two.")
    given.pop("end_note", None)
    if said.status is not None:
        given["status"] = said.status
        if stands in ENDED_STATES:
            given |= {"ended_on": None, "end_reason": None, "end_note": None}
    elif bond is None:
        given["status"] = PairingStatus.ACTIVE.value
    return given


def begin(given: Given, usual: date | None) -> None:
    """A new pairing starts on the usual day where the row tells none."""
    if given.setdefault("started_on", usual) is None:
        raise InvalidError(NO_START)


def _over(said: Said, bond: Bond | None, stands: str | None, today: date) -> Given:
    ended_on = said.end or (bond.now("ended_on") if bond else None)
    if ended_on is None:
        raise InvalidError(sentences.NO_END)
    if ended_on > today:
        raise InvalidError(sentences.still_to_come(ended_on))
    given: Given = {"ended_on": ended_on}
    status = _ended_state(said, stands)
    if status != stands:
        given["status"] = status
    kept = bond.now("end_reason") if bond else None
    if status == PairingStatus.COMPLETED and said.reason is None:
        return given | ({"end_reason": None} if kept and status != stands else {})
    reason = said.reason or (None if kept else Reason(EndReason.OTHER, UNTOLD))
    if reason is None:
        return given
    given["end_reason"] = reason.key
    has_note = said.note or (not said.reason and bond and bond.now("end_note"))
    return given if has_note or not reason.note else given | {"end_note": reason.note}


def _ended_state(said: Said, stands: str | None) -> str:
    """The state of a pairing that is over: as it is said, else as it stands, else as its reason tells."""
    if said.status is not None and said.status != ENDED:
        return said.status
    if stands in ENDED_STATES:
        return str(stands)
    early = said.reason is not None and said.reason.key not in RAN_ITS_COURSE
    return PairingStatus.ENDED_EARLY.value if early else PairingStatus.COMPLETED.value
