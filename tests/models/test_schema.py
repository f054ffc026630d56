"""The models and the migrated schema say the same, table by table and constraint by constraint."""

import pytest
from sqlalchemy import create_engine, inspect, text

from dashboard import database as doors
from models import Base
from models.guards import GUARDS, install_guards


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
        bare = create_engine(doors.engine().url, execution_options={"schema_translate_map": {None: "bare"}})
        with bare.begin() as connection:
            connection.execute(text("DROP SCHEMA IF EXISTS bare CASCADE"))
            connection.execute(text("CREATE SCHEMA bare"))
    with doors.engine().connect() as migrated, bare.connect() as modeled:
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
    from dashboard.database import engine

    on_sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    on_postgresql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
    with engine().connect() as connection:
        asked = on_postgresql if connection.dialect.name == "postgresql" else on_sqlite
        assert list(connection.execute(text(asked)).scalars()) == sorted(GUARDS)


def test_guards_can_be_installed_again(database):
    with doors.engine().begin() as connection:
        install_guards(connection)


def test_nothing_that_is_built_upon_can_be_deleted():
    keys = [key for table in Base.metadata.tables.values() for key in table.foreign_key_constraints]

    assert len(keys) > 15
    assert {(key.name, key.ondelete) for key in keys if key.ondelete != "RESTRICT"} == set()
