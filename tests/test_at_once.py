"""Several coordinators in the same instant: no mentor is overfilled, no mentee paired twice, no change lost."""

import os
from collections import Counter
from datetime import date

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlmodel import select

from dashboard.database import reading, revision, writing
from dashboard.errors import AlreadyDoneError, MentorboardError
from dashboard.services.pairings import pair
from models import Action, Pairing, Person
from tests.factories import make_cohort, make_mentee, make_mentor, make_person
from tests.together import at_once

THREADS = 20
PROCESSES = 6
START = date(2026, 2, 2)


def test_twenty_coordinators_never_overfill_a_mentor(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentors = {make_mentor(session, cohort_id, capacity=capacity): capacity for capacity in (1, 2, 3)}
        mentees = [make_mentee(session, cohort_id) for _ in range(THREADS * 2)]

    def grab(number):
        done = []
        for turn in range(6):
            mentor_id = list(mentors)[(number + turn) % 3]
            try:
                with writing(f"Coordinator {number}", "Paired") as session:
                    done.append(
                        pair(session, mentor_id=mentor_id, mentee_id=mentees[number * 2 + turn % 2], started_on=START)
                    )
            except MentorboardError:
                continue
        return done

    made = [pairing_id for done in at_once(grab, range(THREADS)) for pairing_id in done]

    with reading() as session:
        pairings = session.exec(select(Pairing)).all()
        actions = session.exec(select(Action).where(Action.summary == "Paired")).all()
        taken = Counter(pairing.mentor_id for pairing in pairings)
        assert (dict(taken), sorted(made)) == (mentors, sorted(pairing.id for pairing in pairings))
        assert len({pairing.mentee_id for pairing in pairings}) == len(pairings) == len(actions) == 6


def test_the_database_alone_never_overfills_a_mentor(database):
    """The same without the service's look: only the guard stands between twenty writers and a place."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentor_id = make_mentor(session, cohort_id, capacity=3)
        mentees = [make_mentee(session, cohort_id) for _ in range(THREADS)]

    def insert(mentee_id):
        with writing("Somebody", "Paired") as session:
            session.add(Pairing(cohort_id=cohort_id, mentor_id=mentor_id, mentee_id=mentee_id, started_on=START))

    outcomes = at_once(insert, mentees)

    assert Counter(str(outcome) for outcome in outcomes) == {
        "None": 3,
        "This mentor has no place left. Raise the capacity or choose another mentor.": THREADS - 3,
    }


def test_no_update_is_lost(database):
    with writing("Ana", "Set up") as session:
        person_id = make_person(session, years_experience=0)

    def count_up(number):
        with writing(f"Coordinator {number}", "Counted") as session:
            person = session.get_one(Person, person_id)
            person.years_experience += 1

    at_once(count_up, range(THREADS))

    with reading() as session:
        assert session.get_one(Person, person_id).years_experience == THREADS


def test_a_form_submitted_by_many_threads_acts_once(database):
    def submit(number):
        with writing("Ana", "Added", token="the same form") as session:
            make_person(session, "Ines")

    outcomes = at_once(submit, range(THREADS))

    with reading() as session:
        assert session.exec(select(Person.name)).all() == ["Ines"]
    assert Counter(type(outcome) for outcome in outcomes) == {type(None): 1, AlreadyDoneError: THREADS - 1}


def open_when_all_are_ready(url: str, ready, outcomes) -> None:
    """In a process of its own: open an empty database in the same instant as the others."""
    os.environ["MENTORBOARD_DATABASE_URL"] = url
    ready.wait(60)
    try:
        outcomes.put(revision())
    except Exception as error:  # whatever it is, the test is to name it
        outcomes.put(f"{error!r} because of {error.__cause__!r}")


def test_processes_that_start_together_upgrade_an_empty_sqlite_file_once(processes, tmp_path):
    for round_ in range(5):
        assert started_together(processes, f"sqlite:///{tmp_path / str(round_)}.db") == [0] * PROCESSES


def test_processes_that_start_together_upgrade_an_empty_postgresql_once(processes, postgres_server):
    admin = create_engine(make_url(postgres_server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS fresh"))
        connection.execute(text("CREATE DATABASE fresh"))
    admin.dispose()
    fresh = make_url(postgres_server).set(database="fresh").render_as_string(hide_password=False)

    assert started_together(processes, fresh) == [0] * PROCESSES


def started_together(processes, url: str) -> list:
    """What each of several processes came to that open the same database at once."""
    ready, outcomes = processes.Barrier(PROCESSES), processes.Queue()
    job = {"target": open_when_all_are_ready, "args": (url, ready, outcomes)}
    started = [processes.Process(**job) for _ in range(PROCESSES)]
    for process in started:
        process.start()
    told = [outcomes.get(timeout=60) for _ in started]
    for process in started:
        process.join()
    return told
