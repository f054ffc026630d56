"""A number of meetings in a month becomes so many meetings inside the pairing; more adds the rest, less is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import InvalidError
from dashboard.imports.meetings.counts import days_to_add, window_of
from dashboard.imports.meetings.months import Month, in_cohort, month_in
from dashboard.imports.meetings.periods import Period
from models import Meeting
from tests.factories import make_cohort, make_meeting, make_pair
from tests.imports.rosters import told
from tests.imports.uploads import TODAY, Upload

SPAN = (date(2026, 1, 5), date(2026, 12, 18))


@pytest.fixture
def spring(sqlite_database) -> int:
    """Ana mentors Ben since 20 January, Hal's pairing with Ida lasted from 20 January to 10 March."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_pair(session, cohort_id, "Ana Ruiz", "Ben Ode", started_on=date(2026, 1, 20))
        ended = {"status": "completed", "ended_on": date(2026, 3, 10)}
        make_pair(session, cohort_id, "Hal Om", "Ida Ek", started_on=date(2026, 1, 20), **ended)
    return cohort_id


def days(content: str, cohort_id: int) -> list[tuple[int, str]]:
    plan = Upload("meetings", content, cohort_id).review().plan
    return [(one["pairing_id"], one["held_on"].isoformat()) for one in plan.meetings]


@pytest.mark.parametrize(
    "content",
    [
        "Mentor,January,Feb-26,2026-03\nAna Ruiz,1,2,\nHal Om,,1,2\n",
        "Mentor,Month,Number of meetings\nAna Ruiz,January,1\nAna Ruiz,02/2026,2\nHal Om,2026-02,1\nHal Om,mars,2\n",
    ],
    ids=["wide", "long"],
)
def test_counts_become_meetings_spread_over_the_days_of_the_pairing(spring, content):
    assert sorted(days(content, spring)) == [
        (1, "2026-01-26"),
        (1, "2026-02-08"),
        (1, "2026-02-22"),
        (2, "2026-02-15"),
        (2, "2026-03-03"),
        (2, "2026-03-08"),
    ]


def test_counted_meetings_say_so_and_know_no_length(spring):
    (meeting,) = Upload("meetings", "Mentor,March,Notes\nAna Ruiz,1,Quiet\n", spring).review().plan.meetings

    assert (meeting["minutes"], meeting["missed"], meeting["notes"]) == (
        None,
        False,
        "Counted for March 2026; the day is not known.\n\nQuiet",
    )


@pytest.mark.parametrize(
    ("count", "state", "said"),
    [
        (2, "unchanged", []),
        (3, "new", ["March 2026: 2 of the 3 are there already."]),
        (
            1,
            "trouble",
            ["March 2026 has 2 meetings already, not 1. Correct the number, or take one out in Meetings first."],
        ),
        (31, "new", ["March 2026: 2 of the 31 are there already."]),
        (32, "trouble", ["32 meetings do not fit into March 2026: the pairing has 31 days of it. Correct the number."]),
        (
            0,
            "trouble",
            ["March 2026 has 2 meetings already, not 0. Correct the number, or take one out in Meetings first."],
        ),
    ],
)
def test_what_is_there_already_counts_but_missed_ones(spring, count, state, said):
    with writing("Ana", "Before") as session:
        make_meeting(session, 1, date(2026, 3, 3))
        make_meeting(session, 1, date(2026, 3, 17))

    review = Upload("meetings", f"Mentor,2026-03\nAna Ruiz,{count}\n", spring).review()

    assert told(review) == [(2, state, "Ben Ode with Ana Ruiz", said)]
    assert review.plan.added == (max(count - 2, 0) if state == "new" else 0)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("2025-12", "Ida Ek with Hal Om started on 20 Jan 2026. Choose that day or a later one."),
        (
            "2026-04",
            "Ida Ek with Hal Om ended on 10 Mar 2026. Choose that day or an earlier one, or reopen the pairing.",
        ),
    ],
)
def test_a_month_beyond_the_pairing_is_refused(spring, header, sentence):
    ((_, state, _, said),) = told(Upload("meetings", f"Mentor,{header}\nHal Om,1\n", spring).review())

    assert (state, said) == ("trouble", [sentence])


def test_a_month_that_is_still_to_come_is_refused(spring):
    ((_, _, _, said),) = told(Upload("meetings", "Mentor,September\nAna Ruiz,1\n", spring, today=TODAY).review())

    assert said == ["1 Sep 2026 is still to come. Choose today or an earlier day."]


def test_one_month_with_two_numbers_is_refused(spring):
    ((_, _, _, said),) = told(Upload("meetings", "Mentor,March,2026-03\nAna Ruiz,1,2\n", spring).review())

    assert said == ["March 2026 has 1 meeting in one column and 2 in another. Correct one."]


def test_two_rows_with_two_numbers_for_one_month_are_refused(spring):
    content = "Mentor,Month,Number of meetings\nAna Ruiz,2026-03,3\nAna Ruiz,2026-03,5\nAna Ruiz,2026-03,3\n"

    assert [(state, said) for _, state, _, said in told(Upload("meetings", content, spring).review())] == [
        ("new", []),
        ("trouble", ["March 2026 has 5 here and 3 in row 2. Correct one of the two."]),
        ("unchanged", []),
    ]


def test_no_meetings_in_a_month_before_the_pairing_is_true(spring):
    review = Upload("meetings", "Mentor,2025-12,2026-02\nAna Ruiz,0,1\nHal Om,0,0\n", spring).review()

    assert [(state, said) for _, state, _, said in told(review)] == [("new", []), ("unchanged", [])]


def test_a_log_tells_the_days_of_the_meetings_that_were_only_counted(spring):
    Upload("meetings", "Mentor,2026-03,2026-04,Notes\nAna Ruiz,3,1,Quiet\n", spring).apply()
    log = "Mentor,Date,Minutes\n" + "".join(f"Ana Ruiz,2026-03-{day},45\n" for day in ("02", "06", "16", "30"))

    upload = Upload("meetings", log, spring)
    review = upload.review()
    upload.apply(review)

    unknown = "Counted for March 2026; the day is not known."
    assert [(state, said) for _, state, _, said in told(review)] == [
        (
            "changed",
            ["Day: 6 Mar 2026 → 2 Mar 2026", "Minutes: nothing → 45", f"Notes: {unknown}\n\nQuiet → Quiet"],
        ),
        ("changed", ["Day: 16 Mar 2026 → 6 Mar 2026", "Minutes: nothing → 45", f"Notes: {unknown} → nothing"]),
        ("changed", ["Day: 26 Mar 2026 → 16 Mar 2026", "Minutes: nothing → 45", f"Notes: {unknown} → nothing"]),
        ("new", []),
    ]
    assert [line.state for line in upload.review().lines] == ["unchanged"] * 4
    with reading() as session:
        held = session.exec(select(Meeting.held_on, Meeting.minutes).order_by(col(Meeting.held_on))).all()
    assert [(on.isoformat(), minutes) for on, minutes in held] == [
        *((f"2026-03-{day}", 45) for day in ("02", "06", "16", "30")),
        ("2026-04-16", None),
    ]


@pytest.mark.parametrize("row", ["2026-03-05,yes,", "2026-03-05,,Counted for March 2026; the day is not known."])
def test_a_missed_meeting_or_another_of_unknown_day_takes_no_counted_one(spring, row):
    Upload("meetings", "Mentor,2026-03\nAna Ruiz,1\n", spring).apply()

    review = Upload("meetings", f"Mentor,Date,Missed,Notes\nAna Ruiz,{row}\n", spring).review()

    assert [line.state for line in review.lines] == ["new"]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-03", Month(2026, 3)),
        ("03/2026", Month(2026, 3)),
        ("Mar-26", Month(2026, 3)),
        ("March", Month(None, 3)),
        ("Meetings in March 2026", Month(2026, 3)),
        ("2026-03-01", Month(2026, 3)),
        ("46082", Month(2026, 3)),
        ("2026年3月", Month(2026, 3)),
        ("3月", Month(None, 3)),
        ("Januar", Month(None, 1)),
        ("Notes", None),
        ("Mentee", None),
        ("Q1 2026", None),
        ("2026", None),
        ("2026-03-02", None),
    ],
)
def test_months_are_told_by_their_names(text, month):
    assert month_in(text) == month


def test_a_month_without_a_year_is_the_cohorts_or_asked_for():
    two_winters = (date(2025, 11, 1), date(2026, 12, 18))

    assert in_cohort(Month(None, 3), SPAN, today=TODAY) == (date(2026, 3, 1), date(2026, 3, 31))
    with pytest.raises(InvalidError, match=r"^December may be 2025 or 2026\. Write the year, too, like 2025-12\.$"):
        in_cohort(Month(None, 12), two_winters, today=TODAY)


@given(
    st.integers(0, 31),
    st.integers(1, 28).map(lambda day: date(2026, 3, day)),
    st.none() | st.integers(1, 31).map(lambda day: date(2026, 3, day)),
    st.sets(st.integers(1, 31).map(lambda day: date(2026, 3, day))),
)
def test_added_days_are_free_inside_the_window_and_never_too_few(count, start, end, taken):
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    window = window_of(march, start, end, TODAY)
    free = [day for number in range(1, 32) if window[0] <= (day := date(2026, 3, number)) <= window[1]]
    free = [day for day in free if day not in taken]

    if count > len(free):
        with pytest.raises(InvalidError):
            days_to_add(count, march, window, 0, taken)
        return
    added = days_to_add(count, march, window, 0, taken)

    assert (len(added), sorted(set(added))) == (count, added)
    assert set(added) <= set(free)
