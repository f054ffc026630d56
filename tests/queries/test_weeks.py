"""A cohort week by week."""

from datetime import date, timedelta
from math import isclose

from hypothesis import given, settings

from dashboard.database import reading, writing
from dashboard.queries.weeks import CELLS, WEEKS, meeting_map, meetings_by_week
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing
from tests.queries.programs import ENDS_ON, STARTS_ON, TODAY, programs, write

MONDAY = TODAY
"""The day of these tests is the first one of a week."""
PER_DAY = 2 * 12 / 365


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def weeks(cohort_id, today=TODAY):
    with reading() as session:
        frame = meetings_by_week(session, cohort_id=cohort_id, today=today)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == WEEKS
    return [(row.week.date(), row.held, row.missed, round(row.pace, 4)) for row in frame.itertuples()]


def cells(cohort_id, today=TODAY):
    with reading() as session:
        frame = meeting_map(session, cohort_id=cohort_id, today=today)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == CELLS
    return [(row.pairing, row.place, row.state, row.week.date(), row.held, row.missed) for row in frame.itertuples()]


def test_weeks_begin_with_the_cohort_and_end_today(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(18), meetings_per_month=2)  # a Thursday
        pairing_id = make_pair(session, cohort_id, started_on=ago(11))  # the Thursday after
        make_meeting(session, pairing_id, ago(11))
        make_meeting(session, pairing_id, ago(1))
        make_meeting(session, pairing_id, ago(0))
        make_meeting(session, pairing_id, ago(2), missed=True)
        make_meeting(session, pairing_id, ago(-1))
        make_meeting(session, make_pair(session, make_cohort(session)), ago(1))
        paused = make_pair(session, cohort_id, started_on=ago(11), status="paused")
        make_meeting(session, paused, ago(1))

    assert weeks(cohort_id) == [
        (ago(21), 0, 0, 0.0),
        (ago(14), 1, 0, round(4 * PER_DAY, 4)),
        (ago(7), 1, 1, round(7 * PER_DAY, 4)),
        (ago(0), 1, 0, 0.0),
    ]


def test_what_has_ended_asks_for_nothing_more(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(14), meetings_per_month=2)
        make_pair(session, cohort_id, started_on=ago(14), status="completed", ended_on=ago(5))

    assert weeks(cohort_id) == [
        (ago(14), 0, 0, round(7 * PER_DAY, 4)),
        (ago(7), 0, 0, round(2 * PER_DAY, 4)),
        (ago(0), 0, 0, 0.0),
    ]


def test_a_cohort_that_is_over_ends_with_its_last_week(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(42), ends_on=ago(33))  # a Wednesday
        pairing_id = make_pair(session, cohort_id, started_on=ago(42))
        make_meeting(session, pairing_id, ago(30))
        make_meeting(session, pairing_id, ago(20))

    assert weeks(cohort_id) == [
        (ago(42), 0, 0, round(7 * PER_DAY, 4)),
        (ago(35), 1, 0, round(2 * PER_DAY, 4)),
    ]


def test_there_are_no_weeks_before_a_cohort_begins_nor_in_one_that_is_gone(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(-7))
        make_pair(session, cohort_id, started_on=ago(1))

    assert [weeks(cohort_id), weeks(999), cells(cohort_id), cells(999)] == [[], [], [], []]


def test_half_a_year_of_weeks_is_shown_at_most(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(400))

    assert [week for week, *_ in weeks(cohort_id)] == [ago(7 * number) for number in range(25, -1, -1)]


def test_the_map_shows_the_most_urgent_pairing_first_and_each_from_its_start(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(42), first_meeting_days=14, quiet_days=35)
        well = make_pair(session, cohort_id, "Mia", "Ben", started_on=ago(14))
        silent = make_pair(session, cohort_id, "Leo", "Ida", started_on=ago(21))
        make_meeting(session, well, ago(8))
        make_meeting(session, well, ago(8))
        make_meeting(session, silent, ago(2), missed=True)
        make_meeting(session, silent, ago(-2))
        make_pair(session, cohort_id, started_on=ago(30), status="completed", ended_on=ago(3))
        make_pair(session, cohort_id, started_on=None, status="draft")

    assert cells(cohort_id) == [
        ("Ida with Leo", 0, "check_in", ago(21), 0, 0),
        ("Ida with Leo", 0, "check_in", ago(14), 0, 0),
        ("Ida with Leo", 0, "check_in", ago(7), 0, 1),
        ("Ida with Leo", 0, "check_in", ago(0), 0, 0),
        ("Ben with Mia", 1, "on_track", ago(14), 2, 0),
        ("Ben with Mia", 1, "on_track", ago(7), 0, 0),
        ("Ben with Mia", 1, "on_track", ago(0), 0, 0),
    ]


def test_the_map_tells_two_pairings_of_the_same_names_apart(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(0))
        mentor_id = make_mentor(session, cohort_id, "Mia", capacity=2)
        for _ in range(2):
            make_pairing(session, mentor_id, make_mentee(session, cohort_id, "Ben"), started_on=ago(0))

    assert [name for name, *_ in cells(cohort_id)] == ["Ben with Mia", "Ben with Mia (2)"]


def test_the_map_shows_25_pairings_at_most(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(0))
        for _ in range(26):
            make_pair(session, cohort_id, started_on=ago(0))

    assert [place for _, place, *_ in cells(cohort_id)] == list(range(25))


@given(program=programs)
@settings(max_examples=20)
def test_weeks_are_what_a_plain_count_says(database, program):
    with writing("Ana", "Set up") as session:
        cohort_id = write(session, program)

    for week, held, missed, pace in weeks(cohort_id):
        days = [week + timedelta(days=number) for number in range(7)]
        counted = [pair for pair in program if pair.status not in ("draft", "paused")]
        met = [is_missed for pair in counted for on, is_missed in pair.meetings if on in days and on <= TODAY]
        asked = sum(_is_asked(pair, day + timedelta(days=1)) for pair in counted for day in days)
        assert (held, missed) == (met.count(False), met.count(True))
        assert isclose(pace, asked * PER_DAY, abs_tol=1e-3)
        assert STARTS_ON <= week <= TODAY


def _is_asked(pair, day: date) -> bool:
    """Whether the pace counts the day that ends when this one begins."""
    return pair.started_on < day <= min(pair.ended_on or TODAY, TODAY, ENDS_ON)
