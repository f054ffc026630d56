"""A process that is killed at any instant leaves an action whole or not at all."""

import os
import random
import time
from collections import Counter
from datetime import date
from functools import partial

from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.imports.people.review import review_people
from dashboard.opening import close
from dashboard.queries.imports import program
from dashboard.recording import in_words
from dashboard.services.imports.applying import Source, apply_review
from dashboard.services.pairings import pair
from dashboard.services.participants import enroll
from dashboard.services.people import add_person
from models import HISTORY, Action, ActionKind, Base, Change, Import, Participant
from tests.factories import make_cohort
from tests.imports.rosters import mapped, read
from tests.tables import rows

KILLS = 50
IMPORTED = 100
START = date(2026, 2, 2)


def work(seed: int, url: str, started) -> None:
    """Import people and pair them, action after action, until somebody kills the process."""
    os.environ["MENTORBOARD_DATABASE_URL"] = url  # the server that forks keeps the environment of its own start
    with reading():
        pass
    for number in range(10_000):
        if number == seed % 2:  # every other process has done something whole before its time begins
            started.set()
        with writing("Ana", "Imported", kind=ActionKind.IMPORT) as session:
            upload(session, f"{seed}-{number}")
            session.info["summary"] = "Imported"
        with writing("Ana", "Enrolled and paired") as session:
            person_id = add_person(session, name=f"Mentor {seed}-{number}")
            mentor_id = enroll(
                session, person_id=person_id, cohort_id=1, role="mentor", capacity=2, joined_on=START, skills=["SQL"]
            )
            newest = select(Participant.id).where(Participant.role == "mentee").order_by(col(Participant.id).desc())
            for mentee_id in session.exec(newest.limit(2)).all():
                pair(session, mentor_id=mentor_id, mentee_id=mentee_id, started_on=START)


def upload(session, name: str) -> None:
    """A roster of mentees, read, reviewed and applied as the page does it."""
    people = [f"Person {name}-{n},{name}-{n}@example.org,mentee,SQL" for n in range(IMPORTED)]
    table = read("\n".join(["Name,Email,Role,Skills", *people]))
    again = partial(review_people, table, mapped(table), today=START)
    source = Source("roster.csv", table.sha256, "people", mapped(table).told())
    review = again(program(session, cohort_id=1))
    apply_review(session, review=review, again=again, cohort_id=1, source=source, joined_on=START)


def killed_at_a_random_moment(processes, seed: int, url: str) -> None:
    """Let a process work on the database, and end it without warning somewhere in its first tenths of a second."""
    started = processes.Event()
    process = processes.Process(target=work, args=(seed, url, started))
    process.start()
    assert started.wait(60)
    time.sleep(random.Random(seed).uniform(0, 0.5))
    process.kill()
    process.join()
    assert process.exitcode == -9


def told_by_the_history() -> dict[str, list[dict]]:
    """Every table as it must be if each action in the history is there whole, and nothing else is."""
    told: dict[str, dict[int, dict]] = {
        table.name: {} for table in Base.metadata.sorted_tables if table.name not in HISTORY
    }
    with reading() as session:
        for change in session.exec(select(Change).order_by(Change.id)):
            if change.after is None:
                del told[change.table_name][change.row_id]
            else:
                told[change.table_name][change.row_id] = change.after
    return {table: [of_table[number] for number in sorted(of_table)] for table, of_table in told.items()}


def told_in_full(actions) -> set[tuple[str, str, int]]:
    """Each kind of action with how many rows of each table it changed: one answer a table if all are whole."""
    with reading() as session:
        counted = Counter(session.exec(select(Change.action_id, Change.table_name)).all())
    summaries = {action.id: action.summary for action in actions}
    told = {(summaries[action], table, number) for (action, table), number in counted.items()}
    return told - {("Imported", "skill", 1)}  # only by the very first


def stored() -> dict[str, list[dict]]:
    return {table: [in_words(row) for row in of_table] for table, of_table in rows().items()}


def test_fifty_kills_leave_every_action_whole(database, processes):
    with writing("Ana", "Set up") as session:
        make_cohort(session)
    close()  # the killed processes open the database themselves

    sizes = set()
    for seed in range(KILLS):
        killed_at_a_random_moment(processes, seed, database)
        with reading() as session:
            actions = session.exec(select(Action)).all()
            sizes.add(len(actions))
    assert stored() == told_by_the_history()
    with reading() as session:
        from_file = set(session.exec(select(Import.action_id)))
    assert from_file == {action.id for action in actions if action.summary == "Imported"}
    assert told_in_full(actions) == {
        ("Set up", "cohort", 1),
        ("Imported", "participant", IMPORTED),
        ("Imported", "participant_skill", IMPORTED),
        ("Imported", "person", IMPORTED),
        ("Enrolled and paired", "person", 1),
        ("Enrolled and paired", "participant", 1),
        ("Enrolled and paired", "participant_skill", 1),
        ("Enrolled and paired", "pairing", 2),
    }
    assert len(sizes) >= KILLS / 2, "the kills came so early that hardly anything was ever written"
