"""What becomes of the pairings of those who leave, one by hand or many by a file."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, or_, select

from models import OPEN, EndReason, Pairing, PairingStatus

CHUNK = 500


def end_pairings(session: Session, *, participant_ids: Sequence[int], today: date) -> None:
    """The open pairings of these participants end today, because somebody left. It comes before their status changes:
    nobody leaves an open one behind."""
    for start in range(0, len(participant_ids), CHUNK):
        some = participant_ids[start : start + CHUNK]
        theirs = or_(col(Pairing.mentor_id).in_(some), col(Pairing.mentee_id).in_(some))
        for pairing in session.exec(select(Pairing).where(theirs, col(Pairing.status).in_(OPEN))).all():
            pairing.status = PairingStatus.ENDED_EARLY
            pairing.ended_on = max(today, pairing.started_on or today)  # one that was to start later never began
            pairing.end_reason = EndReason.LEFT_PROGRAM
        session.flush()
