"""The two doors."""

from datetime import date

import pytest
from sqlalchemy import delete, func, text
from sqlmodel import select

from dashboard.database import reading, revision, writing
from dashboard.errors import AlreadyDoneError, ConflictError, DatabaseError, RuleError
from dashboard.recording import delete_rows, insert_rows, update_rows
from models import Action, Change, Pairing, Person
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_person


def people() -> list[str]:
    with reading() as session:
        return list(session.exec(select(Person.name).order_by(Person.id)))


def changes() -> list[tuple]:
    with reading() as session:
        rows = session.exec(select(Change).order_by(Change.id)).all()
        told = [(row.table_name, row.before and row.before["name"], row.after and row.after["name"]) for row in rows]
    return told


def test_writing_leaves_one_action_with_every_changed_row(database):
    with writing("Ana", "Added two people") as session:
        make_person(session, "Ines")
        make_person(session, "Omar")

    with reading() as session:
        actions = [(row.actor, row.summary, row.kind) for row in session.exec(select(Action))]
    assert actions == [("Ana", "Added two people", "edit")]
    assert changes() == [("person", None, "Ines"), ("person", None, "Omar")]


def test_writing_rolls_everything_back_on_an_error(database):
    with pytest.raises(ZeroDivisionError), writing("Ana", "Failed") as session:
        make_person(session, "Ines")
        raise ZeroDivisionError

    assert (people(), changes(), revision()) == ([], [], 0)


def test_writing_nothing_leaves_no_action(database):
    with writing("Ana", "Looked"):
        pass

    with reading() as session:
        assert session.exec(select(func.count()).select_from(Action)).one() == 0


def test_a_row_touched_twice_is_one_change(database):
    with writing("Ana", "Added and renamed") as session:
        person = session.get_one(Person, make_person(session, "Ines"))
        person.name = "Inês"

    assert changes() == [("person", None, "Inês")]


def test_updates_and_deletes_are_recorded_with_their_before(database):
    with writing("Ana", "Added") as session:
        ines, omar = make_person(session, "Ines"), make_person(session, "Omar")
    with writing("Ana", "Changed") as session:
        session.get_one(Person, ines).name = "Inês"
        session.delete(session.get_one(Person, omar))

    assert changes()[2:] == [("person", "Ines", "Inês"), ("person", "Omar", None)]


def test_bulk_writes_are_recorded_like_single_ones(database):
    with writing("Ana", "Added") as session:
        ids = insert_rows(session, Person, [{"name": "Ines"}, {"name": "Omar"}, {"name": "Wei"}])
    with writing("Ana", "Changed") as session:
        update_rows(session, Person, [{"id": ids[0], "name": "Inês"}])
        delete_rows(session, Person, ids[1:2])

    assert people() == ["Inês", "Wei"]
    assert changes()[3:] == [("person", "Ines", "Inês"), ("person", "Omar", None)]


def test_ids_are_never_given_twice(database):
    with writing("Ana", "Added") as session:
        (gone,) = insert_rows(session, Person, [{"name": "Ines"}])
    with writing("Ana", "Removed") as session:
        delete_rows(session, Person, [gone])
    with writing("Ana", "Added") as session:
        assert make_person(session, "Omar") > gone


def test_a_statement_that_would_escape_the_history_is_refused(database):
    with pytest.raises(RuntimeError, match="escape the history"), writing("Ana", "Bulk") as session:
        session.exec(delete(Person))


def test_reading_refuses_to_write(database):
    with pytest.raises(RuntimeError, match="for questions"), reading() as session:
        make_person(session, "Ines")

    assert people() == []


def test_reading_sees_one_picture(database):
    with reading() as session:
        assert session.exec(select(func.count()).select_from(Person)).one() == 0
        with writing("Ana", "Added") as other:
            make_person(other, "Ines")
        assert session.exec(select(func.count()).select_from(Person)).one() == 0


def test_a_token_acts_once(database):
    with writing("Ana", "Added", token="form-1") as session:
        make_person(session, "Ines")
    with pytest.raises(AlreadyDoneError), writing("Ana", "Added", token="form-1") as session:
        make_person(session, "Ines")

    assert people() == ["Ines"]


def test_the_revision_grows_with_every_write_and_no_failure(database):
    before = revision()
    with writing("Ana", "Added") as session:
        make_person(session, "Ines")
    with pytest.raises(ZeroDivisionError), writing("Ana", "Failed"):
        raise ZeroDivisionError

    assert revision() == before + 1


def test_what_is_not_recorded_leaves_no_trace(database):
    with writing("Ana", "Added") as session:
        ids = insert_rows(session, Person, [{"name": "Ines"}, {"name": "Omar"}])
    before = revision()
    with writing("Ana", "Erased", recorded=False) as session:
        delete_rows(session, Person, ids[:1])
        session.exec(delete(Change).where(Change.row_id == ids[0]))

    assert (people(), changes(), revision()) == (["Omar"], [("person", None, "Omar")], before + 1)


def open_pairings(session, cohort_id):
    return [make_pairing(session, make_mentor(session, cohort_id), make_mentee(session, cohort_id)) for _ in range(2)]


@pytest.mark.parametrize(
    ("broken", "error", "sentence"),
    [
        ({"mentor": "full"}, RuleError, "no place left"),
        ({"mentee": "paired"}, ConflictError, "paired already"),
        ({"mentor": "manager"}, RuleError, "manages the other"),
        ({"mentor": "separated"}, RuleError, "kept apart"),
        ({"mentor": "elsewhere"}, ConflictError, "was removed in the meantime"),
        ({"mentor": "mentee"}, RuleError, "a mentor and a mentee"),
        ({"mentor": "self"}, RuleError, "with themselves"),
    ],
)
def test_the_database_itself_refuses_a_pairing_that_breaks_a_rule(database, broken, error, sentence):
    from models import Separation

    with writing("Ana", "Set up") as session:
        cohort_id, other_id = make_cohort(session), make_cohort(session)
        person_id = make_person(session, "Zoe", manager_email="boss@example.org")
        mentee = make_mentee(session, cohort_id, person_id=person_id)
        boss = make_mentor(session, cohort_id, email="Boss@example.org")
        foe = make_person(session, "Foe")
        session.add(Separation(person_a_id=person_id, person_b_id=foe))
        mentors = {
            "full": make_mentor(session, cohort_id),
            "free": make_mentor(session, cohort_id),
            "manager": boss,
            "separated": make_mentor(session, cohort_id, person_id=foe),
            "elsewhere": make_mentor(session, other_id),
            "mentee": make_mentee(session, cohort_id),
            "self": make_mentor(session, cohort_id, person_id=person_id),
        }
        paired = make_mentee(session, cohort_id)
        make_pairing(session, mentors["full"], paired)

    with pytest.raises(error, match=sentence), writing("Ana", "Paired") as session:
        mentee_id = paired if broken.get("mentee") else mentee
        mentor_id = mentors[broken.get("mentor", "free")]
        session.add(Pairing(cohort_id=cohort_id, mentor_id=mentor_id, mentee_id=mentee_id, started_on=date(2026, 1, 5)))


def test_an_address_that_is_none_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", "not an address")

    with pytest.raises(DatabaseError, match="MENTORBOARD_DATABASE_URL"), reading():
        pass


def test_a_database_of_a_newer_version_is_refused_in_a_sentence(sqlite_database, monkeypatch):
    with writing("Ana", "Aged", recorded=False) as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = 'ffff'"))
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", sqlite_database + "?timeout=30")

    with pytest.raises(DatabaseError, match="newer version"), reading():
        pass
