"""The places of a mentor, one more at a time."""

from sqlmodel import Session

from dashboard.services.participants import edit_participant, participant_named


def add_place(session: Session, *, participant_id: int) -> None:
    """Give a mentor one place more than they have by now, whatever the screen still showed."""
    participant, _ = participant_named(session, participant_id)
    edit_participant(session, participant_id=participant_id, capacity=(participant.capacity or 0) + 1)
