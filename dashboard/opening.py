"""From an address to an engine whose schema is up to date, and back to a closed file."""

import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dashboard.errors import DatabaseError
from dashboard.settings import database_url

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
        opened = connected(url)
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


def connected(url: str) -> Engine:
    """An engine for the address, its schema as it is. What people wrote stays out of error messages, and so of logs."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    opened = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
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
    told = connection.get_execution_options()
    if told.get("rebuilds"):
        connection.connection.execute("PRAGMA foreign_keys=OFF")  # has no effect once a transaction has begun
    # A writer takes the lock before it looks, so that what it checked still holds when it writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if told.get("writes") else "BEGIN")


def upgrade(opened: Engine, revision: str = "head") -> None:
    """Create or upgrade the schema in one transaction; processes that start together take turns.

    SQLite rebuilds a table by dropping it, which its foreign keys would forbid: they rest meanwhile, and are all
    checked before the commit.
    """
    with opened.execution_options(writes=True, rebuilds=True).connect() as connection:
        with connection.begin():
            take_turns(connection)
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise DatabaseError("This database holds rows that refer to nothing, so it was left as it was.")
        connection.invalidate()  # the next one watches its foreign keys again


def take_turns(connection: Connection) -> None:
    """Let one writer in at a time; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})
