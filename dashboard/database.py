"""The only two doors to the data: ``reading()`` for questions and ``writing(actor, summary)`` for changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine, event, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from dashboard.errors import AlreadyDoneError
from dashboard.opening import engine, take_turns
from dashboard.recording import Recorder
from dashboard.refusals import refusal
from models import Action, ActionKind, Revision


@contextmanager
def reading() -> Iterator[Session]:
    """A session for questions: one consistent picture of the data, and nothing that is written in it stays."""
    opened = engine()
    if opened.dialect.name == "postgresql":
        opened = opened.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with Session(opened) as session:
        event.listen(session, "before_flush", _refuse_writing)
        yield session


def _refuse_writing(session: Session, flushing: object, instances: object) -> None:
    if session.new or session.deleted or any(session.is_modified(thing) for thing in session.dirty):
        raise RuntimeError("reading() is for questions; changes go through writing(actor, summary).")


@contextmanager
def writing(
    actor: str, summary: str, *, token: str | None = None, kind: str = ActionKind.EDIT, recorded: bool = True
) -> Iterator[Session]:
    """A session for changes: one transaction, one action in the history, one step of undo.

    Commits when the block ends, rolls back on any exception. Leaves no action when nothing changed. The words can be
    made better inside the block through ``session.info["summary"]``; functions in ``session.info["with_action"]`` are
    called with the new action. A ``token`` that an action already carries raises AlreadyDoneError. ``recorded=False``
    is for erasure alone: what is taken out then is in no history, and can't be brought back.
    """
    with Session(engine().execution_options(writes=True)) as session:
        session.info.update(summary=summary, with_action=[])
        try:
            take_turns(session.connection())
            if token and session.exec(select(Action.id).where(col(Action.token) == token)).first():
                raise AlreadyDoneError("This was already done; nothing was done twice.")
            recorder = Recorder(session) if recorded else None
            session.info["recorder"] = recorder
            yield session
            session.flush()
            if recorder is not None:
                _write_history(session, recorder, actor=actor, token=token, kind=kind)
            session.connection().execute(update(Revision).values(number=Revision.number + 1))
            session.commit()
        except IntegrityError as error:
            raise refusal(error) from error


def _write_history(session: Session, recorder: Recorder, *, actor: str, token: str | None, kind: str) -> None:
    changes = list(recorder.settled())
    if not changes:
        return
    action = Action(at=datetime.now(UTC), actor=actor, summary=session.info["summary"], kind=kind, token=token)
    session.add(action)
    session.flush()
    recorder.write(action.id, changes)
    for finish in session.info["with_action"]:
        finish(action)
    session.flush()


def revision() -> int:
    """A number that grows with every committed write, of this process or another: the key of every cache."""
    opened = engine()
    try:
        return _revision(opened)
    except opened.dialect.loaded_dbapi.Error:
        # The long way says the same in the errors that the rest of the house knows.
        with opened.connect() as connection:
            return connection.execute(select(Revision.number)).scalar_one()


def _revision(opened: Engine) -> int:
    """The number by the shortest way, because every question of every page begins with it."""
    connection = opened.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT number FROM revision")
        (number,) = cursor.fetchone() or (0,)
        return int(number)
    finally:
        connection.close()
