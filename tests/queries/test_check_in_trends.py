"""What was answered, check-in by check-in."""

from datetime import date, timedelta

from dashboard.database import reading, writing
from dashboard.queries.check_in_trends import TREND, check_in_trend
from models import CheckInSchedule
from tests.factories import make_check_in, make_cohort, make_pair

TODAY = date(2026, 6, 15)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def scheduled(session, **schedule) -> int:
    cohort_id = make_cohort(session)
    for wave, due_days in schedule.items():
        session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=due_days))
    return cohort_id


def trend(cohort_id, rating="confidence", role=None):
    with reading() as session:
        frame = check_in_trend(session, cohort_id=cohort_id, today=TODAY, rating=rating, role=role)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == TREND
    columns = ["check_in", "side", "mean", "n", "due", "answered", "response"]
    return [tuple(None if cell != cell else cell for cell in row) for row in frame[columns].itertuples(index=False)]


def test_a_trend_goes_from_the_first_check_in_of_a_pairing_to_the_last(database):
    with writing("Ana", "Set up") as session:
        cohort_id = scheduled(session, baseline=7, midpoint=90, final=180)
        first, second = (
            make_pair(session, cohort_id, started_on=ago(100)),
            make_pair(session, cohort_id, started_on=ago(20)),
        )
        make_check_in(session, first, "mentee", "midpoint", answered_on=ago(5), confidence=4)
        make_check_in(session, first, "mentee", "baseline", answered_on=ago(95), confidence=2)
        make_check_in(session, second, "mentee", "baseline", answered_on=ago(15), confidence=3)
        make_check_in(session, second, "mentor", "baseline", answered_on=ago(15), confidence=5)

    assert trend(cohort_id) == [
        ("Baseline", "Mentees", 2.5, 2, 2, 2, 1.0),
        ("Baseline", "Mentors", 5.0, 1, 2, 1, 0.5),
        ("Midpoint", "Mentees", 4.0, 1, 1, 1, 1.0),
    ]
    assert [side for _, side, *_ in trend(cohort_id, role="mentee")] == ["Mentees", "Mentees"]


def test_a_check_in_without_this_rating_counts_as_answered_but_not_in_the_mean(database):
    with writing("Ana", "Set up") as session:
        cohort_id = scheduled(session, midpoint=30)
        rated, unrated = (make_pair(session, cohort_id, started_on=ago(40)) for _ in range(2))
        make_check_in(session, rated, "mentor", "midpoint", answered_on=ago(5), relationship=2, confidence=5)
        make_check_in(session, unrated, "mentor", "midpoint", answered_on=ago(5), progress=4)

    assert trend(cohort_id, "relationship") == [("Midpoint", "Mentors", 2.0, 1, 2, 2, 1.0)]


def test_pulses_that_come_back_are_numbered_and_answers_belong_to_the_nearest(database):
    with writing("Ana", "Set up") as session:
        cohort_id = scheduled(session, pulse=60, final=180)
        pairing_id = make_pair(session, cohort_id, started_on=ago(130))
        make_check_in(session, pairing_id, "mentee", "pulse", answered_on=ago(60), relationship=3)
        make_check_in(session, pairing_id, "mentee", "pulse", answered_on=ago(2), relationship=5)

    assert trend(cohort_id, "relationship") == [
        ("Pulse 1", "Mentees", 3.0, 1, 1, 1, 1.0),
        ("Pulse 2", "Mentees", 5.0, 1, 1, 1, 1.0),
    ]


def test_a_single_pulse_has_no_number(database):
    with writing("Ana", "Set up") as session:
        cohort_id = scheduled(session, pulse=60)
        pairing_id = make_pair(session, cohort_id, started_on=ago(70))
        make_check_in(session, pairing_id, "mentee", "pulse", answered_on=ago(2), relationship=5)

    assert [name for name, *_ in trend(cohort_id, "relationship")] == ["Pulse"]


def test_an_answer_before_the_day_has_no_response_yet(database):
    with writing("Ana", "Set up") as session:
        cohort_id = scheduled(session, final=180)
        make_check_in(
            session, make_pair(session, cohort_id, started_on=ago(100)), wave="final", answered_on=ago(1), confidence=4
        )

    assert trend(cohort_id) == [("Final", "Mentees", 4.0, 1, 0, 0, None)]


def test_what_does_not_belong_does_not_count(database):
    with writing("Ana", "Set up") as session:
        cohort_id, other = scheduled(session, baseline=7), scheduled(session, baseline=7)
        to_come = make_pair(session, cohort_id, started_on=ago(20))
        make_check_in(session, to_come, answered_on=ago(-1), confidence=1)
        make_check_in(session, make_pair(session, other, started_on=ago(20)), answered_on=ago(1), confidence=1)

    assert trend(cohort_id) == []


def test_no_cohort_no_schedule_and_no_answers_make_no_trend(database):
    with writing("Ana", "Set up") as session:
        unasked = scheduled(session)
        make_check_in(session, make_pair(session, unasked), confidence=1)
        silent = scheduled(session, baseline=7)
        make_pair(session, silent)

    assert [trend(cohort_id) for cohort_id in (unasked, silent, 999)] == [[], [], []]
