"""Data of an older version after its upgrade: nothing is lost, and what holds for new data holds for it."""

from datetime import date

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from dashboard import opening
from tests.tables import rows

BEFORE_PLANS = "0003"
ROWS = """
INSERT INTO cohort (id, name, name_key, starts_on, ends_on, meetings_per_month, first_meeting_days, quiet_days,
    skills_weight, experience_weight, place_weight, language_weight)
    VALUES (1, 'Spring', 'spring', '2026-01-05', '2026-12-18', 2, 14, 35, 6, 2, 1, 1);
INSERT INTO person (id, name, name_key) VALUES (1, 'Ben', 'ben'), (2, 'Ana', 'ana'), (3, 'Bo', 'bo');
INSERT INTO participant (id, person_id, cohort_id, role, status, capacity, joined_on) VALUES
    (1, 1, 1, 'mentor', 'active', 2, '2026-01-05'), (2, 2, 1, 'mentee', 'active', NULL, '2026-01-05'),
    (3, 3, 1, 'mentee', 'active', NULL, '2026-01-05');
INSERT INTO pairing (id, cohort_id, mentor_id, mentee_id, status, started_on) VALUES
    (4, 1, 1, 2, 'active', '2026-02-02'), (6, 1, 1, 3, 'draft', NULL), (9, 1, 1, 2, 'draft', NULL);
INSERT INTO meeting (id, pairing_id, held_on, format, missed) VALUES (1, 4, '2026-02-09', 'video', false);
DELETE FROM pairing WHERE id = 9
"""


@pytest.fixture(params=["sqlite", "postgres"])
def older(request, tmp_path, monkeypatch) -> str:
    """The address of a database before there were plans: with a pairing, a draft, and one that was removed."""
    url = f"sqlite:///{tmp_path / 'older.db'}"
    if request.param == "postgres":
        server = make_url(request.getfixturevalue("postgres_server")).set(drivername="postgresql+psycopg")
        admin = create_engine(server, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS older"))
            connection.execute(text("CREATE DATABASE older"))
        admin.dispose()
        url = server.set(database="older").render_as_string(hide_password=False)
    opened = opening.connected(url)
    opening.upgrade(opened, BEFORE_PLANS)
    with opened.begin() as connection:
        for statement in ROWS.split(";"):
            connection.execute(text(statement))
    opened.dispose()
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", url)
    yield url
    opening.close()


def test_plans_come_without_a_loss(older):
    stored = rows()

    told = ("id", "mentee_id", "status", "started_on", "plan_id", "is_locked")
    assert [tuple(row[name] for name in told) for row in stored["pairing"]] == [
        (4, 2, "active", date(2026, 2, 2), None, False),
        (6, 3, "draft", None, 1, False),
    ]
    assert stored["plan"] == [
        {"id": 1, "cohort_id": 1, "name": "Drafts", "name_key": "drafts", "started_on": date(2026, 1, 5)}
    ]
    assert [row["pairing_id"] for row in stored["meeting"]] == [4]


@pytest.mark.parametrize("older", ["sqlite"], indirect=True)  # PostgreSQL counts ids apart from the table
def test_an_id_that_was_given_once_is_not_given_again_after_the_upgrade(older):
    with opening.engine().begin() as connection:
        new = connection.execute(
            text(
                "INSERT INTO pairing (cohort_id, mentor_id, mentee_id, status, started_on, is_locked)"
                " VALUES (1, 1, 3, 'active', '2026-02-02', false) RETURNING id"
            )
        )
        assert new.scalar_one() == 10
