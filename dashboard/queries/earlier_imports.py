"""The same file came in before: under which name, when, by whom, into which cohort, and whether it was taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models import Action, Import


@dataclass(frozen=True)
class EarlierImport:
    """An upload of a file, and its undoing where it was taken back."""

    action_id: int
    file_name: str
    summary: str
    at: datetime
    actor: str
    undone_at: datetime | None = None
    undone_by: str | None = None


def earlier_imports(session: Session, *, sha256: str) -> list[EarlierImport]:
    """Every time that this very file came in, the latest first."""
    undoing = aliased(Action)
    told = (Action.id, Import.file_name, Action.summary, Action.at, Action.actor, undoing.at, undoing.actor)
    same = (
        select(*told)  # type: ignore[call-overload]
        .join(Import, col(Import.action_id) == col(Action.id))
        .join(undoing, col(undoing.id) == col(Action.undone_by_id), isouter=True)
        .where(col(Import.sha256) == sha256)
        .order_by(col(Import.id).desc())
    )
    return [EarlierImport(*row) for row in session.exec(same)]
