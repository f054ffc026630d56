"""Loading the sample program and removing it again: what comes, what goes, and what is left alone."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dashboard.database import reading, revision, writing
from dashboard.errors import RuleError
from dashboard.sample import erase_sample, has_sample, invent, load_sample, sample_footprint
from dashboard.services.history import undo
from models import ActionKind, Base, Cohort, Meeting, Pairing, Participant, Person, Skill
from models import ParticipantSkill as Link
from tests.factories import (
    make_check_in,
    make_cohort,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
    make_person,
    make_plan,
)

TODAY = date(2026, 6, 15)


def load(people: int = 60, seed: int = 1) -> dict[str, int]:
    with writing("Ana", "Loaded the sample program", kind=ActionKind.SAMPLE) as session:
        return load_sample(session, people=people, seed=seed, today=TODAY)


def everything(*, but: tuple[str, ...] = ("revision",)) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, the history included."""
    with reading() as session:
        tables = [table for name, table in Base.metadata.tables.items() if name not in but]
        return {
            table.name: [tuple(row) for row in session.connection().execute(select(table).order_by(table.c.id))]
            for table in tables
        }


def names(model=Person) -> list[str]:
    with reading() as session:
        return list(session.exec(select(model.name).order_by(model.id)).scalars())


def own_program() -> dict[str, int]:
    """A small program of the coordinator's own, made in two actions, one of them undone."""
    with writing("Ana", "Set up a cohort") as session:
        cohort_id = make_cohort(session, "Nurses")
        pairing_id = make_pair(session, cohort_id, "Ines", "Omar")
        make_meeting(session, pairing_id)
        make_check_in(session, pairing_id)
        skilled = make_mentor(session, cohort_id, "Wei", skills=("SQL", "Knitting"), external_id="S-10003")
    with writing("Ana", "Added Zoe") as session:
        make_person(session, "Zoe")
        mistake = session.info["with_action"]
        made: list[int] = []
        mistake.append(lambda action: made.append(action.id))
    with writing("Ana", "Undid adding Zoe", kind=ActionKind.UNDO) as session:
        undo(session, action_id=made[0])
    return {"cohort": cohort_id, "pairing": pairing_id, "mentor": skilled}


def first(session, model, **wanted):
    """The oldest row of a table with these values."""
    rows = session.exec(select(model).filter_by(**wanted).order_by(model.id)).scalars()
    return rows.first()


def sample_pairing(session) -> Pairing:
    return session.exec(select(Pairing).where(Pairing.status == "active").order_by(Pairing.id.desc())).scalars().first()


def test_loading_is_one_action_with_every_row_in_its_history(database):
    counts = load()

    rows = everything()
    assert {name: len(rows[name]) for name in counts} == counts
    assert [(action[2], action[3], action[4]) for action in rows["action"]] == [
        ("Ana", "Loaded the sample program", "sample")
    ]
    assert len(rows["change"]) == sum(counts.values())


def test_what_is_loaded_is_what_was_invented(database):
    load(people=40, seed=5)

    program = invent(people=40, seed=5, today=TODAY)
    assert names() == program["person"]["name"]
    assert names(Cohort) == program["cohort"]["name"]


@settings(max_examples=12)
@given(people=st.integers(20, 150), seed=st.integers(0, 2**32), today=st.dates(date(2001, 1, 1), date(2099, 1, 1)))
def test_any_size_seed_and_day_goes_past_every_guard_and_comes_out_again(sqlite_database, people, seed, today):
    before = everything()
    with writing("Ana", "Loaded the sample program", kind=ActionKind.SAMPLE) as session:
        load_sample(session, people=people, seed=seed, today=today)
    erase_sample(actor="Ana")

    assert everything() == before


def test_a_second_sample_is_refused_in_a_sentence(database):
    load()
    before = everything()

    with pytest.raises(RuleError, match=r"^The sample program is loaded already\. Remove it first"):
        load()

    assert everything() == before


def test_has_sample_knows_whether_one_is_loaded(database):
    own_program()
    answers = [asked()]
    load()
    answers.append(asked())
    erase_sample(actor="Ana")
    answers.append(asked())

    assert answers == [False, True, False]


def asked() -> bool:
    with reading() as session:
        return has_sample(session)


def test_what_is_taken_already_gives_way(database):
    own_program()
    with writing("Ana", "Set up a cohort") as session:
        make_cohort(session, "FALL 2025")
        make_cohort(session, "Fall 2025 (sample)")
    load()

    assert [name for name in names(Cohort) if name.startswith("Fall 2025")] == [
        "Fall 2025 (sample)",
        "Fall 2025 (sample 2)",
    ]
    assert names(Skill).count("SQL") == 1
    with reading() as session:
        assert session.exec(select(Person.name).where(Person.external_id == "S-10003")).scalars().all() == ["Wei"]


def test_removing_leaves_every_table_and_the_history_as_they_were(database):
    own_program()
    before, number = everything(), revision()
    load()
    erase_sample(actor="Ana")

    assert everything() == before
    assert revision() == number + 2


def build_on_the_sample(session, own_cohort: int, own_person: int) -> None:
    """Somebody of the sample mentors in the own cohort, and somebody of the own program takes part in the sample's."""
    cohort_id = session.exec(select(Cohort.id).order_by(Cohort.id.desc())).scalars().first()
    guest = session.exec(select(Person.id).order_by(Person.id.desc())).scalars().first()
    mentee = session.exec(select(Participant.id).filter_by(person_id=own_person, cohort_id=own_cohort)).scalars().one()
    for mentor, other in (
        (make_mentor(session, own_cohort, person_id=guest), mentee),
        (make_mentor(session, cohort_id, person_id=guest), make_mentee(session, cohort_id, person_id=own_person)),
    ):
        make_meeting(session, make_pairing(session, mentor, other))
    make_plan(session, cohort_id, "Guests")


def test_removing_takes_what_was_built_on_the_sample_by_hand(database):
    own = own_program()
    with writing("Ana", "Asked Zoe to join") as session:
        zoe = make_person(session, "Zoe")
        make_mentee(session, own["cohort"], person_id=zoe)
    before = everything()
    load()
    with writing("Ana", "Built on the sample") as session:
        build_on_the_sample(session, own["cohort"], zoe)

    with reading() as session:
        footprint = sample_footprint(session)
    erase_sample(actor="Ana")

    assert footprint.own_words == "3 participants, 1 plan, 2 pairings and 2 meetings"
    assert footprint.sample_words.startswith("4 cohorts, 60 people, 7")
    assert everything() == before


def test_removing_drops_the_history_of_rows_that_were_gone_before(database):
    before = everything()
    load()
    with writing("Ana", "Logged a meeting") as session:
        meeting_id = make_meeting(session, sample_pairing(session).id, date(2026, 6, 1))
    with writing("Ana", "Removed it again") as session:
        session.delete(session.get_one(Meeting, meeting_id))
    with writing("Ana", "Removed a meeting of the sample") as session:
        session.delete(session.exec(select(Meeting).order_by(Meeting.id.desc())).scalars().first())
    erase_sample(actor="Ana")

    assert everything() == before


def test_removing_drops_the_history_of_changes_to_the_sample_and_their_undoing(database):
    before = everything()
    load()
    made: list[int] = []
    with writing("Ana", "Renamed") as session:
        session.info["with_action"].append(lambda action: made.append(action.id))
        first(session, Person).name = "Renamed"
    with writing("Ana", "Undid it", kind=ActionKind.UNDO) as session:
        undo(session, action_id=made[0])
    erase_sample(actor="Ana")

    assert everything() == before


def test_an_action_on_both_keeps_what_it_did_to_the_own_program(database):
    own = own_program()
    load()
    with writing("Ana", "Renamed two people") as session:
        person_id = session.get_one(Participant, own["mentor"]).person_id
        session.get_one(Person, person_id).name = "Wei Lin"
        session.exec(select(Person).order_by(Person.id.desc())).scalars().first().name = "Somebody"
    erase_sample(actor="Ana")

    last = everything()["change"][-1]
    assert (last[2], last[3], last[4]["name"], last[5]["name"]) == ("person", person_id, "Wei", "Wei Lin")
    assert [action[3] for action in everything()["action"]][-1] == "Renamed two people"


def test_a_skill_of_the_sample_that_the_own_program_uses_by_now_stays(database):
    own = own_program()
    load()
    with writing("Ana", "Offered a skill") as session:
        skill = first(session, Skill, name="Negotiation")
        session.add(Link(participant_id=own["mentor"], skill_id=skill.id, priority=3))
    erase_sample(actor="Ana")

    assert names(Skill) == ["SQL", "Knitting", "Negotiation"]
    assert asked() is False
    assert [action[4] for action in everything()["action"]].count("sample") == 0


def test_a_loading_that_was_undone_is_removed_from_the_history_too(database):
    own_program()
    before = everything()
    load()
    with writing("Ana", "Undid it", kind=ActionKind.UNDO) as session:
        undo(session, action_id=max(row[0] for row in everything()["action"]))
    assert asked() is False
    load()
    erase_sample(actor="Ana")

    assert everything() == before


def test_the_footprint_counts_nothing_when_there_is_no_sample(database):
    own_program()

    with reading() as session:
        footprint = sample_footprint(session)

    assert (footprint.sample_words, footprint.own_words) == ("", "")


def test_removing_where_there_is_no_sample_changes_nothing(database):
    own_program()
    before = everything()
    erase_sample(actor="Ana")

    assert everything() == before
