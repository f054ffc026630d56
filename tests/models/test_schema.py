"""The models and the migrated schema say the same, table by table and constraint by constraint."""

import shutil

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from dashboard import opening
from dashboard.database import writing
from models import Base
from models.guards import GUARDS
from models.triggers import install_guards
from tests.factories import make_cohort, make_meeting, make_pair
from tests.tables import rows


def described(connection) -> dict:
    """Every table with its columns, keys, checks and indexes, as the database itself tells them."""
    look = inspect(connection)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"]) for column in look.get_columns(table)
            },
            "primary key": look.get_pk_constraint(table),
            "foreign keys": {key["name"]: key for key in look.get_foreign_keys(table)},
            "checks": {check["name"]: check["sqltext"] for check in look.get_check_constraints(table)},
            "unique": {unique["name"]: unique["column_names"] for unique in look.get_unique_constraints(table)},
            "indexes": {
                index["name"]: (index["column_names"], index["unique"], conditions(index))
                for index in look.get_indexes(table)
            },
        }
        for table in look.get_table_names()
        if table != "alembic_version"
    }


def conditions(index) -> dict[str, str]:
    return {name: str(value) for name, value in index.get("dialect_options", {}).items()}


@pytest.fixture(params=["sqlite", "postgres"])
def both_ways(request: pytest.FixtureRequest, tmp_path):
    """Two connections: to a migrated database, and to one made from the models."""
    request.getfixturevalue(f"{request.param}_database")
    if request.param == "sqlite":
        bare = create_engine(f"sqlite:///{tmp_path / 'bare.db'}")
    else:
        bare = create_engine(opening.engine().url, execution_options={"schema_translate_map": {None: "bare"}})
        with bare.begin() as connection:
            connection.execute(text("DROP SCHEMA IF EXISTS bare CASCADE"))
            connection.execute(text("CREATE SCHEMA bare"))
    with opening.engine().connect() as migrated, bare.connect() as modeled:
        Base.metadata.create_all(modeled)
        modeled.commit()
        if request.param == "postgres":
            modeled.execute(text("SET search_path TO bare"))
            modeled.dialect.default_schema_name = "bare"
        yield migrated, modeled
    if request.param == "postgres":
        with bare.begin() as connection:
            connection.execute(text("DROP SCHEMA bare CASCADE"))
    bare.dispose()


def test_the_migrated_schema_is_that_of_the_models(both_ways):
    migrated, modeled = both_ways

    assert sorted(described(modeled)) == sorted(Base.metadata.tables)
    assert described(migrated) == described(modeled)


def test_every_guard_stands_in_the_migrated_schema(database):
    on_sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    on_postgresql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
    with opening.engine().connect() as connection:
        asked = on_postgresql if connection.dialect.name == "postgresql" else on_sqlite
        assert list(connection.execute(text(asked)).scalars()) == sorted(GUARDS)


def test_no_table_gives_an_id_twice(sqlite_database):
    with opening.engine().connect() as connection:
        made = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all()
    counting = {name for name, sql in made if "AUTOINCREMENT" in sql}
    assert set(Base.metadata.tables) - counting == {"revision"}


def test_guards_can_be_installed_again(database):
    with opening.engine().begin() as connection:
        install_guards(connection)


def test_nothing_that_is_built_upon_can_be_deleted():
    keys = [key for table in Base.metadata.tables.values() for key in table.foreign_key_constraints]

    assert len(keys) > 15
    assert {(key.name, key.ondelete) for key in keys if key.ondelete != "RESTRICT"} == set()


def test_a_table_that_others_refer_to_can_be_rebuilt_while_it_holds_rows(sqlite_database, tmp_path, monkeypatch):
    with writing("Ana", "Set up") as session:
        make_meeting(session, make_pair(session, make_cohort(session), "Ines", "Omar"))
    before = rows()
    opening.close()
    migrations = shutil.copytree(opening.MIGRATIONS, tmp_path / "migrations")
    (migrations / "versions" / "9999_next.py").write_text(NEXT.format(head=head()))
    monkeypatch.setattr(opening, "MIGRATIONS", migrations)

    with opening.engine().connect() as connection:
        told = connection.execute(text("SELECT nickname FROM person ORDER BY id")).scalars().all()
        guarded = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        watched = connection.execute(text("PRAGMA foreign_keys")).scalar_one()
    assert (told, sorted(guarded), watched) == (["none", "none"], sorted(GUARDS), 1)
    assert rows() == before


def head() -> str | None:
    config = Config()
    config.set_main_option("script_location", str(opening.MIGRATIONS))
    return ScriptDirectory.from_config(config).get_current_head()


NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    for table in ("person", "pairing"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default="none"))
"""
