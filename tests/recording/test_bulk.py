"""Many rows at once leave the same history as one by one, told by the database itself."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.recording import delete_rows, in_words, insert_columns, insert_rows, update_rows
from models import Action, Change, CheckIn, Cohort, Meeting, Person
from tests.factories import make_cohort, make_pair, make_person
from tests.tables import rows

DAY = date(2026, 2, 2)


def history() -> list[tuple]:
    """The last action's changes in their order: table, id, before, after."""
    with reading() as session:
        last = select(Action.id).order_by(col(Action.id).desc()).limit(1).scalar_subquery()
        found = session.exec(select(Change).where(col(Change.action_id) == last).order_by(col(Change.id)))
        return [(one.table_name, one.row_id, one.before, one.after) for one in found]


def stored(table: str) -> list[tuple]:
    """What the history should say of the rows that are there: all came."""
    return [(table, row["id"], None, in_words(row)) for row in rows()[table]]


def test_what_came_is_told_as_it_is_stored_in_every_type(database):
    moment = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session))
    with writing("Ana", "Cohorts") as session:
        ends = {"starts_on": DAY, "ends_on": DAY + timedelta(300)}
        archived = [None, moment, moment.replace(microsecond=120)]
        names = ["One", "Two", "Three"]
        columns = {"name": names, "name_key": names, "archived_at": archived}
        ids = insert_columns(session, Cohort, columns, **ends)
    cohorts = [line for line in stored("cohort") if line[1] in ids]
    assert history() == cohorts
    assert [row["archived_at"] for *_, row in cohorts] == [None, *(one.isoformat() for one in archived[1:])]

    with writing("Ana", "Meetings") as session:
        insert_rows(
            session, Meeting, [{"pairing_id": pairing_id, "held_on": DAY, "missed": yes} for yes in (True, False)]
        )
    assert history() == stored("meeting")
    assert [row["missed"] for *_, row in history()] == [True, False]

    with writing("Ana", "Check-ins") as session:
        mentee_id = rows()["pairing"][0]["mentee_id"]
        told = {"pairing_id": pairing_id, "participant_id": mentee_id, "wave": "pulse"}
        answers = [
            {"would_mentor": yes, "answered_on": DAY + timedelta(n)} for n, yes in enumerate((True, False, None))
        ]
        insert_rows(session, CheckIn, [told | answer for answer in answers])
    assert history() == stored("check_in")


@settings(max_examples=30)
@given(
    name=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).filter(str.strip),
    years=st.none() | st.floats(0, 80),
)
def test_texts_and_numbers_come_through_whole(sqlite_database, name, years):
    with writing("Ana", "Added") as session:
        (person_id,) = insert_rows(session, Person, [{"name": name, "years_experience": years}])

    ((_, row_id, before, after),) = history()
    assert (row_id, before, after["name"], after["years_experience"]) == (person_id, None, name, years)


def test_texts_and_numbers_come_through_whole_on_both(database):
    told = [{"name": 'Zoë "Z" \\ \t\u2028 🦉', "years_experience": years} for years in (0.1 + 0.2, 1 / 3, 9.0, None)]
    with writing("Ana", "Added") as session:
        insert_rows(session, Person, told)

    assert [(row["name"], row["years_experience"]) for *_, row in history()] == [tuple(one.values()) for one in told]


def test_what_happens_to_a_row_in_the_same_block_is_one_change(database):
    with writing("Ana", "Set up") as session:
        kept = make_person(session, "Kept")
        before = in_words(rows_of(session, kept))
    with writing("Ana", "All at once") as session:
        one, two, three = insert_rows(session, Person, [{"name": name} for name in ("One", "Two", "Three")])
        session.get_one(Person, kept).name = "Renamed"
        session.flush()
        update_rows(session, Person, [{"id": two, "name": "Zwei"}])
        delete_rows(session, Person, [one])
        session.get_one(Person, three).job_title = "Judge"

    told = [(row_id, was and was["name"], now["name"], now["job_title"]) for _, row_id, was, now in history()]
    assert told == [(two, None, "Zwei", None), (three, None, "Three", "Judge"), (kept, "Kept", "Renamed", None)]
    assert history()[2][2] == before


def rows_of(session, person_id: int) -> dict:
    return session.get_one(Person, person_id).model_dump()


def test_rows_that_came_and_went_leave_no_action(database):
    with writing("Ana", "Set up") as session:
        make_person(session)
    with writing("Ana", "Nothing in the end") as session:
        delete_rows(session, Person, insert_rows(session, Person, [{"name": "One"}, {"name": "Two"}]))

    with reading() as session:
        assert [one.summary for one in session.exec(select(Action))] == ["Set up"]


def test_a_row_that_went_and_came_again_is_changed(database):
    with writing("Ana", "Set up") as session:
        ids = insert_rows(session, Person, [{"name": "One"}, {"name": "Two"}, {"name": "Three"}])
    with writing("Ana", "Anew") as session:
        delete_rows(session, Person, ids[1:2])
        insert_rows(session, Person, [{"id": ids[1], "name": "Zwei"}, {"id": ids[2] + 5, "name": "New"}])

    told = [(row_id, was and was["name"], now["name"]) for _, row_id, was, now in history()]
    assert sorted(told) == [(ids[1], "Two", "Zwei"), (ids[2] + 5, None, "New")]


def test_columns_left_out_take_the_models_defaults_and_nothing_is_nothing(database):
    with writing("Ana", "Added") as session:
        assert insert_columns(session, Person, {"name": []}) == []
        ids = insert_columns(session, Person, {"name": ["One", "Two"]}, job_title="Judge")

    found = [(row["id"], row["name"], row["name_key"], row["job_title"], row["email"]) for row in rows()["person"]]
    assert found == [(ids[0], "One", "", "Judge", None), (ids[1], "Two", "", "Judge", None)]
