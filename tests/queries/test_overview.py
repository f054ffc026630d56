"""The headline numbers, by hand in small programs and against a plain reading of their definitions."""

from datetime import date, timedelta

from hypothesis import given, settings

from dashboard.database import reading, writing
from dashboard.metrics import METRICS, Tally
from dashboard.queries.check_in_trends import responses
from dashboard.queries.overview import headline_readings
from dashboard.queries.tallies import AsOf, people_and_pairings
from dashboard.queries.voices import answers
from models import CheckInSchedule, Cohort
from tests.factories import (
    make_check_in,
    make_cohort,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
)
from tests.queries.programs import TODAY, programs, reference, write

EMPTY = {metric.key: Tally(0, 0, 0) for metric in METRICS}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def tallies(cohort_id, day=TODAY):
    with reading() as session:
        at = AsOf(session.get_one(Cohort, cohort_id), day, TODAY)
        return {**people_and_pairings(session, at), **answers(session, at), **responses(session, at)}


def numbers(cohort_id):
    with reading() as session:
        found = headline_readings(session, cohort_id=cohort_id, today=TODAY)
    return {reading.metric.key: reading for reading in found}


def test_an_empty_cohort_has_no_data(database):
    with writing("Ana", "Set up") as session:
        cohort_id, other = make_cohort(session), make_cohort(session)
        make_check_in(session, make_pair(session, other), relationship=5, confidence=5)

    assert tallies(cohort_id) == EMPTY
    assert [reading.value for reading in numbers(cohort_id).values()] == [None, 0, *[None] * 6]


def test_a_cohort_that_is_gone_has_no_numbers(database):
    assert numbers(999) == {}


def test_mentees_paired_and_places_used_count_open_pairings_of_active_people(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        busy = make_mentor(session, cohort_id, capacity=3)
        make_mentor(session, cohort_id, capacity=1)
        make_mentor(session, cohort_id, capacity=5, status="waitlisted")
        paired, paused, drafted, waits, left = (make_mentee(session, cohort_id) for _ in range(5))
        make_mentee(session, cohort_id, status="withdrawn")
        make_pairing(session, busy, paired)
        make_pairing(session, busy, paused, status="paused")
        make_pairing(session, busy, drafted, status="draft", started_on=None)
        make_pairing(session, busy, left, status="completed", ended_on=ago(3))
        make_pair(session, make_cohort(session))

    found = tallies(cohort_id)
    assert waits
    assert found["paired"] == Tally(2, 5, 5)
    assert found["places"] == Tally(2, 4, 2)
    assert found["active_pairings"] == Tally(1, 0, 1)


def test_meetings_on_pace_start_with_each_pairing_and_leave_out_what_was_missed_or_is_to_come(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, meetings_per_month=2)
        early = make_pair(session, cohort_id, started_on=ago(92))  # 6 whole meetings
        late = make_pair(session, cohort_id, started_on=ago(31))  # 2
        paused = make_pair(session, cohort_id, started_on=ago(92), status="paused")
        ended = make_pair(session, cohort_id, started_on=ago(92), status="completed", ended_on=ago(1))
        for pairing_id in (early, early, early, late, paused, ended):
            make_meeting(session, pairing_id, ago(10))
        make_meeting(session, late, ago(9), missed=True)
        make_meeting(session, late, ago(-1))

    assert tallies(cohort_id)["on_pace"] == Tally(4, 8, 2)


def test_nothing_more_is_due_after_the_cohort_has_ended(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, ends_on=ago(61), meetings_per_month=2)
        make_pair(session, cohort_id, started_on=ago(92))

    assert tallies(cohort_id)["on_pace"] == Tally(0, 2, 1)


def test_the_rating_is_what_each_of_the_two_said_last(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        both, one, silent = (make_pair(session, cohort_id) for _ in range(3))
        make_check_in(session, both, "mentee", "pulse", answered_on=ago(60), relationship=1)
        make_check_in(session, both, "mentee", "pulse", answered_on=ago(5), relationship=4)
        make_check_in(session, both, "mentee", "midpoint", answered_on=ago(2), confidence=1)
        make_check_in(session, both, "mentor", "pulse", answered_on=ago(9), relationship=3)
        make_check_in(session, one, "mentor", "pulse", answered_on=ago(9), relationship=5)
        make_check_in(session, one, "mentee", "pulse", answered_on=ago(-1), relationship=1)
        ended = make_pair(session, cohort_id, status="completed", ended_on=ago(3))
        make_check_in(session, ended, "mentee", "pulse", answered_on=ago(9), relationship=1)

    assert silent
    assert tallies(cohort_id)["rating"] == Tally(8.5, 2, 2)


def test_growth_is_of_mentees_who_answered_before_and_after(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        grown, only_before, only_after = (make_pair(session, cohort_id) for _ in range(3))
        make_check_in(session, grown, "mentee", "baseline", answered_on=ago(90), confidence=2)
        make_check_in(session, grown, "mentee", "midpoint", answered_on=ago(40), confidence=5)
        make_check_in(session, grown, "mentee", "final", answered_on=ago(2), confidence=4)
        make_check_in(session, grown, "mentor", "baseline", answered_on=ago(90), confidence=1)
        make_check_in(session, grown, "mentor", "final", answered_on=ago(2), confidence=5)
        make_check_in(session, only_before, "mentee", "baseline", answered_on=ago(90), confidence=1)
        make_check_in(session, only_after, "mentee", "final", answered_on=ago(2), confidence=5)
        ended = make_pair(session, cohort_id, status="completed", ended_on=ago(3))
        make_check_in(session, ended, "mentee", "baseline", answered_on=ago(90), confidence=3)
        make_check_in(session, ended, "mentee", "final", answered_on=ago(4), confidence=2)

    assert tallies(cohort_id)["growth"] == Tally(1, 2, 2)


def test_growth_follows_a_mentee_to_another_mentor(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentee_id = make_mentee(session, cohort_id)
        first = make_pairing(session, make_mentor(session, cohort_id), mentee_id, status="completed", ended_on=ago(30))
        second = make_pairing(session, make_mentor(session, cohort_id), mentee_id, started_on=ago(30))
        make_check_in(session, first, "mentee", "baseline", answered_on=ago(90), confidence=2)
        make_check_in(session, second, "mentee", "baseline", answered_on=ago(25), confidence=5)
        make_check_in(session, second, "mentee", "midpoint", answered_on=ago(2), confidence=3)

    assert tallies(cohort_id)["growth"] == Tally(1, 1, 1)


def test_check_ins_answered_are_counted_of_those_that_fell_due(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        for wave, due_days in {"baseline": 7, "first_meeting": 30, "final": 180}.items():
            session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=due_days))
        met = make_pair(session, cohort_id, started_on=ago(40))  # baseline and first meeting, of both
        make_meeting(session, met, ago(20))
        make_check_in(session, met, "mentee", "baseline", answered_on=ago(30))
        make_check_in(session, met, "mentor", "final", answered_on=ago(3))  # not due: not counted
        make_pair(session, cohort_id, started_on=ago(40))  # never met: the baseline of both
        make_pair(session, cohort_id, started_on=ago(6))
        make_pair(session, cohort_id, started_on=ago(40), status="paused")
        make_pair(session, cohort_id, started_on=ago(40), status="completed", ended_on=ago(34))  # the final

    assert tallies(cohort_id)["response"] == Tally(1, 8, 8)


def test_mentors_count_once_by_their_latest_answer(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentor_id = make_mentor(session, cohort_id, capacity=2)
        first, second = (make_pairing(session, mentor_id, make_mentee(session, cohort_id)) for _ in range(2))
        make_check_in(session, first, "mentor", "final", answered_on=ago(9), would_mentor=False)
        make_check_in(session, second, "mentor", "final", answered_on=ago(2), would_mentor=True)
        make_check_in(session, first, "mentee", "final", answered_on=ago(1), would_mentor=False)
        other = make_pair(session, cohort_id)
        make_check_in(session, other, "mentor", "final", answered_on=ago(9), would_mentor=False)

    assert tallies(cohort_id)["benefit"] == Tally(1, 2, 2)


def test_changes_compare_with_30_days_ago(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        make_pair(session, cohort_id, started_on=ago(50))
        make_pair(session, cohort_id, started_on=ago(30))
        make_pair(session, cohort_id, started_on=ago(29))
        make_pair(session, cohort_id, started_on=ago(50), status="completed", ended_on=ago(30))
        make_pair(session, cohort_id, started_on=ago(50), status="completed", ended_on=ago(29))

    active = numbers(cohort_id)["active_pairings"]
    assert (active.value, active.before, active.change) == (3, 3, 0)


def test_nothing_is_said_about_a_change_in_the_first_month_nor_long_after_the_end(database):
    with writing("Ana", "Set up") as session:
        young = make_cohort(session, starts_on=ago(29))
        old = make_cohort(session, starts_on=ago(200), ends_on=ago(31))
        ripe = make_cohort(session, starts_on=ago(30))
        for cohort_id in (young, old, ripe):
            make_pair(session, cohort_id, started_on=ago(29))

    changes = {cohort_id: numbers(cohort_id)["active_pairings"].change for cohort_id in (young, old, ripe)}
    assert changes == {young: None, old: None, ripe: 1}


@given(program=programs)
@settings(max_examples=25)
def test_the_numbers_are_what_their_definitions_say(database, program):
    with writing("Ana", "Set up") as session:
        cohort_id = write(session, program)

    for day in (TODAY, ago(30)):
        assert tallies(cohort_id, day) == reference(program, day)
