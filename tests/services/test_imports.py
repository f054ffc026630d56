"""A reviewed file goes in whole, once, and comes out whole again."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, NotFoundError, RuleError
from dashboard.imports.people.declared import PEOPLE_FILE
from dashboard.imports.review import Plan, Review, State
from dashboard.queries.earlier_imports import EarlierImport, earlier_imports
from dashboard.queries.imports import program
from dashboard.services.cohorts import archive_cohort
from dashboard.services.history import undo
from dashboard.services.imports.applying import Source, apply_review
from models import Action, ActionKind, Import, Participant, ParticipantSkill, Person, Skill, name_key
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_person
from tests.imports.rosters import mapped, read
from tests.tables import rows

TODAY = date(2026, 6, 15)
ROSTER = """Name;Email;Role;Capacity;Skills;Location
Ana Ruiz;ana@example.org;mentor;2;SQL, Excel;Lima
Ben Ode;BEN@example.org;mentee;;sql;
Cy Po;nope;mentee;;;
;;;;;
Dia Lee;dia@example.org;both;;Law;Hanoi
"""


def cohort(**fields) -> int:
    with writing("Ana", "Set up") as session:
        return make_cohort(session, "Spring", **fields)


def look(content: str, cohort_id: int, **choices) -> Review:
    with reading() as session:
        return again(content, **choices)(program(session, cohort_id=cohort_id))


def again(content: str, **choices):
    table = read(content)
    usual = {"options": {}, "edits": {}, "decisions": {}, "today": TODAY}
    return lambda stored: PEOPLE_FILE.review(table, mapped(table), stored, **{**usual, **choices})


def upload(content: str, cohort_id: int, review: Review | None = None, **choices) -> Plan:
    table = read(content)
    source = Source("roster.csv", table.sha256, "people", mapped(table).told())
    with writing("Ana", "Upload", kind=ActionKind.IMPORT) as session:
        return apply_review(
            session,
            review=review or look(content, cohort_id, **choices),
            again=again(content, **choices),
            cohort_id=cohort_id,
            source=source,
            joined_on=TODAY,
        )


def actions() -> list[tuple[str, str]]:
    with reading() as session:
        return [(one.kind, one.summary) for one in session.exec(select(Action).order_by(col(Action.id)))]


def people() -> list[tuple]:
    """Everybody with their roles: name, address, key, role, capacity, joined, skills in order."""
    with reading() as session:
        found = session.exec(select(Person, Participant).join(Participant).order_by(col(Participant.id))).all()
        return [
            (one.name, one.email, one.email_key, part.role, part.capacity, part.joined_on, skills_of(session, part.id))
            for one, part in found
        ]


def skills_of(session, participant_id: int) -> list[str]:
    held = select(Skill.name).join(ParticipantSkill).where(col(ParticipantSkill.participant_id) == participant_id)
    return list(session.exec(held.order_by(col(ParticipantSkill.priority))))


def test_the_good_rows_go_in_and_the_rest_stays_out(database):
    plan = upload(ROSTER, cohort())

    assert people() == [
        ("Ana Ruiz", "ana@example.org", "ana@example.org", "mentor", 2, TODAY, ["SQL", "Excel"]),
        ("Ben Ode", "BEN@example.org", "ben@example.org", "mentee", None, TODAY, ["SQL"]),
        ("Dia Lee", "dia@example.org", "dia@example.org", "mentor", 1, TODAY, ["Law"]),
        ("Dia Lee", "dia@example.org", "dia@example.org", "mentee", None, TODAY, ["Law"]),
    ]
    assert (plan.added, plan.changed) == (3, 0)
    with reading() as session:
        assert list(session.exec(select(Person.name_key).order_by(col(Person.id)))) == [
            name_key(name) for name in ("Ana Ruiz", "Ben Ode", "Dia Lee")
        ]
    assert actions()[-1] == ("import", "Uploaded roster.csv into Spring: added 3 people")


def test_the_history_keeps_which_file_it_was_and_how_it_was_read(database):
    cohort_id = cohort()
    upload(ROSTER, cohort_id)

    with reading() as session:
        (kept,) = session.exec(select(Import)).all()
        sha256 = read(ROSTER).sha256
        assert (kept.file_name, kept.sha256, kept.kind) == ("roster.csv", sha256, "people")
        assert kept.mapping == {
            "Name": "name",
            "Email": "email",
            "Role": "role",
            "Capacity": "capacity",
            "Skills": "skills",
            "Location": "location",
        }
        assert kept.counts == {"new": 3, "changed": 0, "unchanged": 0, "trouble": 1, "blank": 1}
        action = session.get_one(Action, kept.action_id)
        assert earlier_imports(session, sha256=sha256) == [
            EarlierImport(action.id, "roster.csv", action.summary, action.at, "Ana")
        ]
        assert earlier_imports(session, sha256="other") == []


def test_the_same_file_again_changes_nothing_and_leaves_no_action(database):
    cohort_id = cohort()
    upload(ROSTER, cohort_id)
    before, done = rows(), actions()

    review = look(ROSTER, cohort_id)
    plan = upload(ROSTER, cohort_id, review)

    assert (review.counts[State.NEW], review.counts[State.CHANGED], plan.is_empty) == (0, 0, True)
    assert (rows(), actions()) == (before, done)


def test_one_undo_takes_the_whole_import_back_and_redo_brings_it_again(database):
    cohort_id = cohort()
    with writing("Ana", "Before") as session:
        make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", skills=("Law", "SQL"))
        make_mentee(session, cohort_id, "Elif", email="elif@example.org")
    before = rows()

    upload(ROSTER, cohort_id)
    after = rows()
    assert actions()[-1][1] == "Uploaded roster.csv into Spring: added 2 people, changed 1"
    take_back()
    assert rows() == before
    take_back()
    assert rows() == after


def take_back() -> None:
    with reading() as session:
        last = session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
    with writing("Ana", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=last)


def test_skills_become_what_the_file_says_in_its_order(database):
    cohort_id = cohort()
    with writing("Ana", "Before") as session:
        make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", skills=("Law", "SQL"))
        make_mentor(session, cohort_id, "Not In The File", skills=("Law",))

    upload("Email,Role,Skills\nana@example.org,mentor,SQL; Excel\n", cohort_id)

    with reading() as session:
        ids = list(session.exec(select(Participant.id).order_by(col(Participant.id))))
        assert [skills_of(session, one) for one in ids] == [["SQL", "Excel"], ["Law"]]


def test_nobody_who_is_missing_from_the_file_is_touched(database):
    cohort_id = cohort()
    with writing("Ana", "Before") as session:
        make_mentor(session, cohort_id, "Not In The File", email="away@example.org", skills=("Law",))
    before = rows()["person"]

    upload(ROSTER, cohort_id)

    assert rows()["person"][:1] == before


def test_a_changed_address_changes_what_it_is_compared_by(database):
    cohort_id = cohort()
    with writing("Ana", "Before") as session:
        make_mentor(session, cohort_id, "Ana Ruiz", email="old@example.org", external_id="007")

    upload("ID,Name,Email,Role\n007,Ana Ruiz,New@example.org,mentor\n", cohort_id)

    assert [one[1:3] for one in people()] == [("New@example.org", "new@example.org")]


def test_a_change_that_matters_in_the_meantime_is_said_and_nothing_is_applied(database):
    cohort_id = cohort()
    review = look(ROSTER, cohort_id)
    with writing("Ben", "Meanwhile") as session:
        make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org")
    before = rows()

    with pytest.raises(ConflictError, match="Somebody changed the data since this file was reviewed"):
        upload(ROSTER, cohort_id, review)

    assert rows() == before
    assert upload(ROSTER, cohort_id).changed == 1


def test_a_change_that_does_not_matter_does_not_stand_in_the_way(database):
    cohort_id = cohort()
    review = look(ROSTER, cohort_id)
    with writing("Ben", "Meanwhile") as session:
        make_mentor(session, cohort_id, "Somebody Else", email="else@example.org")

    assert upload(ROSTER, cohort_id, review).added == 3


def test_a_pairing_made_in_the_meantime_that_takes_the_places_is_respected(database):
    cohort_id = cohort()
    with writing("Ana", "Before") as session:
        mentor = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=3)
        mentees = [make_mentee(session, cohort_id) for _ in range(2)]
    content = "Email,Role,Capacity\nana@example.org,mentor,1\n"
    review = look(content, cohort_id)
    assert review.counts[State.CHANGED] == 1
    with writing("Ben", "Meanwhile") as session:
        for mentee in mentees:
            make_pairing(session, mentor, mentee)

    with pytest.raises(ConflictError):
        upload(content, cohort_id, review)
    assert look(content, cohort_id).counts[State.TROUBLE] == 1


def test_an_archived_or_missing_cohort_takes_nobody(database):
    cohort_id = cohort()
    review = look(ROSTER, cohort_id)
    with writing("Ana", "Archive") as session:
        archive_cohort(session, cohort_id=cohort_id, at=datetime(2026, 6, 1, tzinfo=UTC))

    with pytest.raises(RuleError, match="Spring is archived"):
        upload(ROSTER, cohort_id, review)
    with pytest.raises(NotFoundError):
        upload(ROSTER, 999, review)


def test_somebody_from_another_cohort_is_the_same_person_in_this_one(database):
    with writing("Ana", "Before") as session:
        earlier = make_cohort(session, "Earlier")
        person = make_person(session, "Ana Ruiz", email="ana@example.org")
        make_mentee(session, earlier, person_id=person)

    cohort_id = cohort()
    upload("Name,Email,Role\nAna Ruiz,ana@example.org,mentor\n", cohort_id)

    with reading() as session:
        parts = session.exec(select(Participant).order_by(col(Participant.id))).all()
        assert [(one.person_id, one.cohort_id, one.role) for one in parts] == [
            (person, earlier, "mentee"),
            (person, cohort_id, "mentor"),
        ]
