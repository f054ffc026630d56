"""What the history tells."""

from datetime import date

from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.queries.history import action, action_changes, action_count, actions_page, actors
from dashboard.services.history import undo
from models import Action, ActionKind, CheckIn, Person
from tests.factories import make_check_in, make_cohort, make_meeting, make_pair, make_person


def test_actions_come_newest_first_with_what_became_of_them(database):
    with writing("Ana", "Added Ines") as session:
        make_person(session, "Ines")
    with writing("Ben", "Added a pair") as session:
        make_pair(session, make_cohort(session))
    with reading() as session:
        newest = session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
    with writing("Ben", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=newest)

    with reading() as session:
        page = actions_page(session)

    told = page[["actor", "summary", "kind", "is_undone", "changes"]].values.tolist()
    assert told == [
        ["Ben", "Undid: Added a pair", "undo", False, 6],
        ["Ben", "Added a pair", "edit", True, 6],
        ["Ana", "Added Ines", "edit", False, 1],
    ]


def test_actions_are_found_by_words_actor_and_kind(database):
    for actor, summary in (("Ana", "Added 100% of them"), ("Ben", "Added 100 of them"), ("Ana", "Removed one")):
        with writing(actor, summary) as session:
            make_person(session)

    with reading() as session:
        assert actions_page(session, search="100%")["summary"].tolist() == ["Added 100% of them"]
        assert actions_page(session, actor="Ana")["summary"].tolist() == ["Removed one", "Added 100% of them"]
        assert actions_page(session, search="ADDED", limit=1, offset=1)["summary"].tolist() == ["Added 100% of them"]
        assert (action_count(session, search="added"), action_count(session, kind="import")) == (2, 0)
        assert actors(session) == ["Ana", "Ben"]


def test_an_empty_history_has_its_columns(database):
    with reading() as session:
        assert actions_page(session).columns.tolist()[:2] == ["id", "at"]
        assert actors(session) == []


def last_changes():
    with reading() as session:
        newest = session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
        return action_changes(session, action_id=newest).values.tolist()


def test_a_change_is_told_in_names_and_fields(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session, "Spring"), "Ines", "Omar")
    with writing("Ana", "Logged") as session:
        make_meeting(session, pairing_id, date(2026, 3, 2))

    assert last_changes() == [
        ["Meeting: Ines with Omar on 2 Mar 2026", "Added", "Pairing", "", "Ines with Omar"],
        ["Meeting: Ines with Omar on 2 Mar 2026", "Added", "Held on", "", "2 Mar 2026"],
        ["Meeting: Ines with Omar on 2 Mar 2026", "Added", "Minutes", "", "45"],
        ["Meeting: Ines with Omar on 2 Mar 2026", "Added", "Format", "", "Video"],
        ["Meeting: Ines with Omar on 2 Mar 2026", "Added", "Missed", "", "No"],
    ]


def test_what_is_gone_is_still_called_by_its_name(database):
    with writing("Ana", "Set up") as session:
        person_id = make_person(session, "Ines", job_title="Welder")
    with writing("Ana", "Removed") as session:
        session.delete(session.get_one(Person, person_id))

    assert last_changes() == [
        ["Person: Ines", "Removed", "Name", "Ines", ""],
        ["Person: Ines", "Removed", "Job title", "Welder", ""],
    ]


def test_a_confidential_comment_is_never_told(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session), "Ines", "Omar")
        check_in_id = make_check_in(session, pairing_id, comment="Between us", confidential=True)
    with writing("Ana", "Opened") as session:
        session.get_one(CheckIn, check_in_id).comment = "Still between us"

    assert last_changes() == [["Check-in: Omar, baseline", "Changed", "Comment", "Confidential", "Confidential"]]


def test_a_comment_that_became_confidential_is_no_longer_told(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session), "Ines", "Omar")
        check_in_id = make_check_in(session, pairing_id, comment="First words")
    with writing("Ana", "Rewritten") as session:
        session.get_one(CheckIn, check_in_id).comment = "Second words"
    rewritten = last_changes()
    with writing("Ana", "Closed") as session:
        session.get_one(CheckIn, check_in_id).confidential = True

    with reading() as session:
        number = session.exec(select(Action.id).where(Action.summary == "Rewritten")).one()
        told = action_changes(session, action_id=number).values.tolist()
    assert rewritten == [["Check-in: Omar, baseline", "Changed", "Comment", "First words", "Second words"]]
    assert told == [["Check-in: Omar, baseline", "Changed", "Comment", "Confidential", "Confidential"]]


def test_one_action_is_told_alone(database):
    with writing("Ana", "Added Ines") as session:
        make_person(session, "Ines")
    with writing("Ben", "Undo", kind=ActionKind.UNDO) as session:
        undo(session, action_id=1)

    with reading() as session:
        told = action(session, action_id=1)
        assert action(session, action_id=3) is None
    assert [told[name] for name in ("actor", "summary", "kind", "undone_by_id", "is_undone", "changes")] == [
        "Ana",
        "Added Ines",
        "edit",
        2,
        True,
        1,
    ]


def test_a_comment_stays_hidden_when_it_is_no_longer_confidential(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session), "Ines", "Omar")
        check_in_id = make_check_in(session, pairing_id, comment="Between us", confidential=True)
    with writing("Ana", "Opened") as session:
        check_in = session.get_one(CheckIn, check_in_id)
        check_in.confidential, check_in.comment = False, "For all"

    assert last_changes() == [
        ["Check-in: Omar, baseline", "Changed", "Comment", "Confidential", "For all"],
        ["Check-in: Omar, baseline", "Changed", "Confidential", "Yes", "No"],
    ]


def test_a_comment_that_was_confidential_once_stays_hidden_when_it_is_cleared(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session), "Ines", "Omar")
    with writing("Ana", "Recorded") as session:
        check_in_id = make_check_in(session, pairing_id, comment="Between us")
    first = last_action()
    with writing("Ana", "Hushed") as session:
        session.get_one(CheckIn, check_in_id).confidential = True
    with writing("Ana", "Cleared") as session:
        check_in = session.get_one(CheckIn, check_in_id)
        check_in.comment, check_in.confidential = None, False

    with reading() as session:
        told = action_changes(session, action_id=first)
    assert told[told["field"] == "Comment"][["before", "after"]].values.tolist() == [["", "Confidential"]]
    assert ["Check-in: Omar, baseline", "Changed", "Comment", "Confidential", ""] in last_changes()


def last_action() -> int:
    with reading() as session:
        return session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
