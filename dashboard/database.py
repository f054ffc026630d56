"""The engine, and the only two doors: ``reading()`` for questions, ``writing(actor, summary)`` for changes."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, insert, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlmodel import Session, col, select

from dashboard.errors import AlreadyDoneError, DatabaseError
from dashboard.recording import Recorder
from dashboard.refusals import refusal
from dashboard.settings import database_url
from models import Action, ActionKind, Change, Revision

MIGRATIONS = Path(__file__).parent.parent / "models" / "migrations"
BUSY_SECONDS = 30
WRITERS_LOCK = 6_366_736
"""The advisory lock that makes writers on PostgreSQL take turns; any number does, as long as everybody uses it."""

_opening = threading.Lock()
_engines: dict[str, Engine] = {}


def engine() -> Engine:
    """The engine of the configured database, its schema brought up to date the first time."""
    url = database_url()
    with _opening:
        if url not in _engines:
            _engines[url] = _opened(url)
        return _engines[url]


def close() -> None:
    """Give every connection back; the next question opens the database anew."""
    with _opening:
        for opened in _engines.values():
            opened.dispose()
        _engines.clear()


def _opened(url: str) -> Engine:
    try:
        opened = _connected(url)
        upgrade(opened)
    except CommandError as error:
        raise DatabaseError(
            "This database was made by a newer version of Mentorboard. Start that version, or choose another database."
        ) from error
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseError(
            "MENTORBOARD_DATABASE_URL is not an address that Mentorboard can open. It looks like "
            "sqlite:////folder/file.db or postgresql://user:password@server/name; PostgreSQL also needs the extra "
            "called postgres, as the README says."
        ) from error
    except (DBAPIError, OSError) as error:
        raise DatabaseError(
            "The database cannot be opened. Check that it is running, that its folder exists and may be written to, "
            "and that MENTORBOARD_DATABASE_URL names it rightly."
        ) from error
    return opened


def _connected(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    opened = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(opened, "connect", _prepare_sqlite)
    event.listen(opened, "begin", _begin_sqlite)
    return opened


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # the driver would begin too late: see _begin_sqlite
    _write_ahead(connection)
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: Any) -> None:
    """Readers and a writer at once; set when a file is new, where SQLite does not wait for its turn by itself."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock before it looks, so that what it checked still holds when it writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def upgrade(opened: Engine, revision: str = "head") -> None:
    """Create or upgrade the schema in one transaction; processes that start together take turns."""
    with opened.execution_options(writes=True).begin() as connection:
        _take_turns(connection)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _take_turns(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})


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
            _take_turns(session.connection())
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
    changes = [
        {"table_name": table, "row_id": row_id, "before": before, "after": after}
        for (table, row_id), before, after in recorder.settled()
    ]
    if not changes:
        return
    action = Action(at=datetime.now(UTC), actor=actor, summary=session.info["summary"], kind=kind, token=token)
    session.add(action)
    session.flush()
    session.connection().execute(insert(Change), [{"action_id": action.id, **change} for change in changes])
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
