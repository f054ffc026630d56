"""The guards of ``models.guards`` as triggers, on SQLite and on PostgreSQL: installed, compared and taken down."""

import hashlib

from sqlalchemy import Connection, text

from models.guards import GUARDS


def install_guards(connection: Connection) -> None:
    """Make the triggers that are missing or say something else, in the caller's transaction.

    Asked at every start; where none differs, nothing is locked.
    """
    on_postgresql = connection.dialect.name == "postgresql"
    standing = _standing(connection, on_postgresql)
    install = _install_on_postgresql if on_postgresql else _install_on_sqlite
    for trigger, (table, event, guards) in GUARDS.items():
        fingerprint = hashlib.sha256(repr((table, event, guards)).encode()).hexdigest()
        if fingerprint not in standing.get(trigger, ""):
            install(connection, trigger, table, event, guards, fingerprint)


def remove_guards(connection: Connection) -> None:
    """Take down the triggers that stand, until ``install_guards`` makes them anew."""
    on_postgresql = connection.dialect.name == "postgresql"
    standing = _standing(connection, on_postgresql)
    for trigger, (table, _, _) in GUARDS.items():
        if trigger in standing:
            connection.execute(text(f"DROP TRIGGER {trigger}" + (f" ON {table}" if on_postgresql else "")))


def _standing(connection: Connection, on_postgresql: bool) -> dict[str, str]:
    """The triggers there are, each with a text that holds its fingerprint."""
    asked = (
        "SELECT tgname AS name, coalesce(obj_description(oid, 'pg_trigger'), '') AS words FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE pg_table_is_visible(oid))"
        if on_postgresql
        else "SELECT name, sql AS words FROM sqlite_master WHERE type = 'trigger'"
    )
    return {row.name: row.words for row in connection.execute(text(asked))}


def _install_on_sqlite(
    connection: Connection, trigger: str, table: str, event: str, guards: dict[str, str], fingerprint: str
) -> None:
    # A row that is being inserted has no id yet: NULL would make "id <> NEW.id" unknown and count nobody.
    refusals = " ".join(
        f"SELECT RAISE(ABORT, 'guard:{name}') WHERE {refused.replace('NEW.id', 'coalesce(NEW.id, -1)')};"
        for name, refused in guards.items()
    )
    connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
    connection.exec_driver_sql(
        f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} BEGIN /* {fingerprint} */ {refusals} END"
    )


def _install_on_postgresql(
    connection: Connection, trigger: str, table: str, event: str, guards: dict[str, str], fingerprint: str
) -> None:
    # Locking the mentor's row first makes two writers who both count free places take turns.
    lock = "PERFORM 1 FROM participant WHERE id = NEW.mentor_id FOR UPDATE;" if table == "pairing" else ""
    refusals = " ".join(
        f"IF {refused} THEN RAISE EXCEPTION 'guard:{name}' USING ERRCODE = 'check_violation'; END IF;"
        for name, refused in guards.items()
    )
    body = f"BEGIN {lock} {refusals} RETURN NEW; END"
    for statement in (
        f"CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger AS $$ {body} $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {trigger} ON {table}",
        f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()",
        f"COMMENT ON TRIGGER {trigger} ON {table} IS '{fingerprint}'",
    ):
        connection.exec_driver_sql(statement)
