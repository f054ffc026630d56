"""Rules that no column constraint can say, as triggers: they hold whoever writes, and whatever they forgot to ask.

The services say the same rules in words first; a guard that fires raises ``guard:<name>``, which the door translates.
Installed after every migration, because rebuilding a table on SQLite drops its triggers.
"""

from sqlalchemy import Connection, text

from models.base import quoted
from models.pairing import OPEN

IS_OPEN = f"status IN ({quoted(OPEN)})"
IS_ALIVE = f"NEW.status IN ('draft', {quoted(OPEN)})"

PLACES_TAKEN = f"(SELECT count(*) FROM pairing WHERE mentor_id = NEW.mentor_id AND id <> NEW.id AND {IS_OPEN})"
PLACES = "(SELECT capacity FROM participant WHERE id = NEW.mentor_id)"
TWO_PEOPLE = (
    "SELECT 1 FROM participant mentor_p JOIN participant mentee_p ON mentee_p.id = NEW.mentee_id"
    " JOIN person mentor ON mentor.id = mentor_p.person_id JOIN person mentee ON mentee.id = mentee_p.person_id"
    " WHERE mentor_p.id = NEW.mentor_id AND "
)

# What must not be true of a pairing that is alive (a draft or open). ``NEW`` is the row about to be written.
PAIRING_GUARDS = {
    "mentor_full": f"NEW.{IS_OPEN} AND {PLACES_TAKEN} >= {PLACES}",
    "wrong_role": f"EXISTS ({TWO_PEOPLE} (mentor_p.role <> 'mentor' OR mentee_p.role <> 'mentee'))",
    "same_person": f"EXISTS ({TWO_PEOPLE} mentor.id = mentee.id)",
    "own_manager": f"{IS_ALIVE} AND EXISTS ({TWO_PEOPLE}"
    " (mentee.manager_email = mentor.email_key OR mentor.manager_email = mentee.email_key))",
    "separated": f"{IS_ALIVE} AND EXISTS ({TWO_PEOPLE} EXISTS (SELECT 1 FROM separation"
    " WHERE person_a_id = CASE WHEN mentor.id < mentee.id THEN mentor.id ELSE mentee.id END"
    " AND person_b_id = CASE WHEN mentor.id < mentee.id THEN mentee.id ELSE mentor.id END))",
}
PARTICIPANT_GUARDS = {
    "capacity_taken": "NEW.capacity IS NOT NULL AND NEW.capacity <"
    f" (SELECT count(*) FROM pairing WHERE mentor_id = NEW.id AND {IS_OPEN})",
}
CHECK_IN_GUARDS = {
    "not_in_pairing": "NOT EXISTS (SELECT 1 FROM pairing WHERE id = NEW.pairing_id"
    " AND NEW.participant_id IN (mentor_id, mentee_id))",
}

# name of the trigger -> table, the events it stands on, and what it refuses
GUARDS = {
    "pairing_is_new": ("pairing", "INSERT", PAIRING_GUARDS),
    "pairing_is_moved": ("pairing", "UPDATE OF mentor_id, mentee_id, status", PAIRING_GUARDS),
    "participant_is_changed": ("participant", "UPDATE OF capacity", PARTICIPANT_GUARDS),
    "check_in_is_new": ("check_in", "INSERT", CHECK_IN_GUARDS),
    "check_in_is_moved": ("check_in", "UPDATE OF pairing_id, participant_id", CHECK_IN_GUARDS),
}


def install_guards(connection: Connection) -> None:
    """Make the triggers anew, in the caller's transaction."""
    install = _install_on_postgresql if connection.dialect.name == "postgresql" else _install_on_sqlite
    for trigger, (table, event, guards) in GUARDS.items():
        install(connection, trigger, table, event, guards)


def _install_on_sqlite(connection: Connection, trigger: str, table: str, event: str, guards: dict[str, str]) -> None:
    # A row that is being inserted has no id yet: NULL would make "id <> NEW.id" unknown and count nobody.
    refusals = " ".join(
        f"SELECT RAISE(ABORT, 'guard:{name}') WHERE {refused.replace('NEW.id', 'coalesce(NEW.id, -1)')};"
        for name, refused in guards.items()
    )
    connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
    connection.execute(text(f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} BEGIN {refusals} END"))


def _install_on_postgresql(
    connection: Connection, trigger: str, table: str, event: str, guards: dict[str, str]
) -> None:
    # Locking the mentor's row first makes two writers who both count free places take turns.
    lock = "PERFORM 1 FROM participant WHERE id = NEW.mentor_id FOR UPDATE;" if table == "pairing" else ""
    refusals = " ".join(
        f"IF {refused} THEN RAISE EXCEPTION 'guard:{name}' USING ERRCODE = 'check_violation'; END IF;"
        for name, refused in guards.items()
    )
    body = f"BEGIN {lock} {refusals} RETURN NEW; END"
    connection.execute(text(f"CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger AS $$ {body} $$ LANGUAGE plpgsql"))
    connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger} ON {table}"))
    connection.execute(
        text(f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()")
    )
