"""The story of a pairing: its states, meetings and check-ins. Confidential comments stay where they are."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlalchemy import select
from sqlmodel import Session, col

from dashboard.endings import END_REASONS
from dashboard.queries.frames import framed
from dashboard.words import counted, day
from models import OPEN, Action, Change, CheckIn, EndReason, Fit, Meeting, Pairing, PairingStatus, Participant, Person

STORY = {"on": "object", "kind": "object", "title": "object", "detail": "object"}
CONFIDENTIAL = "with a confidential comment"
FITS = {Fit.GOOD: "a good fit", Fit.DECIDING: "still deciding", Fit.NOT_A_FIT: "not a fit"}
Row = dict[str, Any]


def story(session: Session, *, pairing_id: int, limit: int = 50, offset: int = 0) -> pd.DataFrame:
    """What happened, newest first: ``on`` (a date), ``kind`` (state, meeting, missed, check_in), title, detail."""
    return framed(_whole(session, pairing_id)[offset : offset + limit], STORY)


def story_length(session: Session, *, pairing_id: int) -> int:
    """How many rows ``story`` has in all."""
    return len(_whole(session, pairing_id))


def _whole(session: Session, pairing_id: int) -> list[Row]:
    told = [*_states(session, pairing_id), *_meetings(session, pairing_id), *_check_ins(session, pairing_id)]
    return sorted(told, key=_place)[::-1]


def _place(row: Row) -> tuple[date, bool]:
    """On one day a pairing begins before its meetings, and ends after them."""
    return row["on"], row["kind"] == "state" and row["title"] not in ("Paired", "Drafted")


def _states(session: Session, pairing_id: int) -> Iterator[Row]:
    """Every change of the pairing itself, by whom it was made."""
    moves = _moves(session, pairing_id)
    changes = (
        select(col(Change.before), col(Change.after), col(Action.at), col(Action.actor), col(Action.id))
        .join(Action, col(Action.id) == col(Change.action_id))
        .where(col(Change.table_name) == "pairing", col(Change.row_id) == pairing_id)
        .order_by(col(Change.id))
    )
    for before, after, at, actor, action_id in _since_publication(session.execute(changes).all()):
        if after is not None:
            on, title, detail = _state(before or {}, after, at)
            if before is None and action_id in moves:
                detail = [moves[action_id], *detail]
            yield {"on": on, "kind": "state", "title": title, "detail": "; ".join([*detail, f"by {actor}"])}


def _since_publication(changes: Sequence[Any]) -> list[Any]:
    """The changes of a pairing since it was a draft for the last time, which is its plan's story, and without those
    that only brought it back; of a draft, that it was made."""
    in_plan = [at for at, change in enumerate(changes) if (change.after or {}).get("status") == PairingStatus.DRAFT]
    since = in_plan[-1] + 1 if in_plan else 0
    if since == len(changes):
        return [change for change in changes[:1] if change.before is None]
    return [change for at, change in enumerate(changes) if at >= since and (change.before is not None or at == 0)]


def _moves(session: Session, pairing_id: int) -> dict[int, str]:
    """Actions that ended another pairing of this mentee early: from whom the mentee came with them, and why."""
    mentee = select(col(Pairing.mentee_id)).where(col(Pairing.id) == pairing_id).scalar_subquery()
    changes = (
        select(col(Change.action_id), col(Change.before), col(Change.after), col(Person.name))
        .join(Pairing, col(Pairing.id) == col(Change.row_id))
        .join(Participant, col(Participant.id) == col(Pairing.mentor_id))
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(col(Change.table_name) == "pairing", col(Pairing.mentee_id) == mentee, col(Pairing.id) != pairing_id)
    )
    return {
        action_id: f"moved from {name}: {END_REASONS[EndReason(after['end_reason'])]}"
        for action_id, before, after, name in session.execute(changes)
        if before and after and before["status"] in OPEN and after["status"] == PairingStatus.ENDED_EARLY
    }


def _state(before: Row, after: Row, at: datetime) -> tuple[date, str, list[str]]:
    """When it counts, what it was, and more about it; ``before`` and ``after`` are rows as the history keeps them."""
    was, now = before.get("status"), after["status"]
    if now in ("completed", "ended_early") and was != now:
        reason = [END_REASONS[EndReason(after["end_reason"])]] if after["end_reason"] else []
        note = [after["end_note"]] if after["end_note"] else []
        title = "Completed" if now == "completed" else "Ended early"
        return date.fromisoformat(after["ended_on"]), title, [*reason, *note]
    if was in (None, PairingStatus.DRAFT):
        started_on = date.fromisoformat(after["started_on"]) if after["started_on"] else at.date()
        return started_on, "Drafted" if now == "draft" else "Paired", [after["rationale"]] if after["rationale"] else []
    if was == now:
        moved = before["started_on"] != after["started_on"] and after["started_on"]
        return at.date(), "Corrected", [f"start is {day(date.fromisoformat(moved))}"] if moved else []
    words = {("active", "paused"): "Paused", ("paused", "active"): "Resumed"}
    return at.date(), words.get((was, now), "Reopened"), []


def _meetings(session: Session, pairing_id: int) -> Iterator[Row]:
    held = select(Meeting).where(col(Meeting.pairing_id) == pairing_id).order_by(col(Meeting.held_on), col(Meeting.id))
    for meeting in session.execute(held).scalars():
        minutes = [counted(meeting.minutes, "minute")] if meeting.minutes else []
        format_ = [] if meeting.missed else [meeting.format.replace("_", " ")]
        yield {
            "on": meeting.held_on,
            "kind": "missed" if meeting.missed else "meeting",
            "title": "Missed a meeting" if meeting.missed else "Met",
            "detail": "; ".join([*minutes, *format_, *([meeting.notes] if meeting.notes else [])]),
        }


def _check_ins(session: Session, pairing_id: int) -> Iterator[Row]:
    answered = (
        select(CheckIn, col(Person.name))
        .join(Participant, col(Participant.id) == col(CheckIn.participant_id))
        .join(Person, col(Person.id) == col(Participant.person_id))
        .where(col(CheckIn.pairing_id) == pairing_id)
        .order_by(col(CheckIn.answered_on), col(CheckIn.id))
    )
    for check_in, name in session.execute(answered):
        yield {
            "on": check_in.answered_on,
            "kind": "check_in",
            "title": f"{check_in.wave.replace('_', ' ').capitalize()} check-in by {name}",
            "detail": "; ".join(_answers(check_in)),
        }


def _answers(check_in: CheckIn) -> Iterator[str]:
    for name in ("relationship", "progress", "confidence"):
        if (value := getattr(check_in, name)) is not None:
            yield f"{name} {value} of 5"
    if check_in.fit:
        yield FITS[Fit(check_in.fit)]
    if check_in.recommend is not None:
        yield f"would recommend {check_in.recommend} of 10"
    if check_in.comment:
        yield CONFIDENTIAL if check_in.confidential else f"“{check_in.comment}”"
