from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.services.skills import skill_ids
from models import Skill
from tests.factories import make_skill


def test_skill_ids_makes_each_missing_skill_once(database):
    with writing("Ana", "Added skills") as session:
        sql = make_skill(session, "SQL")
        make_skill(session, "Sales")

        ids = skill_ids(session, ["  public   speaking", "sql", "Public Speaking", ""])

    with reading() as session:
        rows = session.exec(select(Skill).order_by(Skill.id)).all()
        assert [(row.name, row.name_key, row.kind) for row in rows] == [
            ("SQL", "sql", "industry"),
            ("Sales", "sales", "industry"),
            ("public speaking", "public speaking", "industry"),
        ]
        assert ids == {"public speaking": rows[2].id, "sql": sql}


def test_skill_ids_of_nothing_is_nothing(database):
    with writing("Ana", "Added skills") as session:
        assert skill_ids(session, []) == {}
