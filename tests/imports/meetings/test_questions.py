"""A number of meetings beside a date: of that day, of its week or of its month, as the file tells or somebody says."""

from datetime import date

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from models import Meeting
from tests.factories import make_cohort, make_meeting, make_pair
from tests.imports.rosters import told
from tests.imports.uploads import Upload

WEEKLY = "Mentor,Week of,Meetings\nAna Ruiz,2026-03-02,1\nAna Ruiz,2026-03-09,1\nAna Ruiz,2026-03-16,2\n"
DAILY = "Mentor,Date,Meetings,Minutes,Notes\nAna Ruiz,2026-03-02,1,45,Good\nAna Ruiz,2026-03-05,2,90,\n"
MONTHLY = "Mentor,Date,Meetings\nAna Ruiz,2026-03-01,3\nAna Ruiz,2026-04-01,1\n"


@pytest.fixture
def spring(sqlite_database) -> int:
    """Ana mentors Ben since 5 January."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_pair(session, cohort_id, "Ana Ruiz", "Ben Ode")
    return cohort_id


def usual(content: str, cohort_id: int) -> str:
    """What a number is taken to be of where nobody says otherwise; nothing where that is not asked."""
    upload = Upload("meetings", content, cohort_id)
    return next((one.usual for one in upload.questions() if one.key == "per"), "")


def stored() -> list[tuple[str, int | None, str | None]]:
    with reading() as session:
        found = session.exec(select(Meeting.held_on, Meeting.minutes, Meeting.notes).order_by(col(Meeting.held_on)))
        return [(on.isoformat(), minutes, notes) for on, minutes, notes in found]


@pytest.mark.parametrize(
    ("content", "per"),
    [
        (WEEKLY, "week"),
        (WEEKLY.replace("Week of", "Week ending"), "week before"),
        (WEEKLY.replace("Week of", "Date"), "week"),
        (WEEKLY.replace("Week of", "Date").replace("Meetings", "Sessions this month"), "month"),
        (DAILY, "day"),
        (MONTHLY, "month"),
        (MONTHLY.replace("-01,", "-14,"), "month"),
        ("Mentor,Date,Meetings\nAna Ruiz,2026-03-14,1\n", "day"),
        ("Mentor,Date,Meetings\nAna Ruiz,2026-03-31,1\n", "month"),
        ("Mentor,Date,Meetings\nAna Ruiz,nonsense,2\n", "month"),
        ("Timestamp,Mentor,How many times did you meet?\n3/14/2026 9:00:00,Ana Ruiz,2\n", "month"),
        ("Timestamp,Mentor,How many times did you meet this week?\n3/14/2026 9:00:00,Ana Ruiz,2\n", "week before"),
        ("Timestamp,Mentor,How many times did you meet?\n3/13/2026,Ana Ruiz,2\n3/20/2026,Ana Ruiz,1\n", "week before"),
        ("Mentor,Month,Meetings\nAna Ruiz,2026-03,1\n", ""),
        ("Mentor,Date\nAna Ruiz,2026-03-02\n", ""),
    ],
)
def test_what_a_number_is_of_is_told_by_names_days_and_numbers(spring, content, per):
    assert usual(content, spring) == per


def test_a_weekly_log_counts_every_week(spring):
    review = Upload("meetings", WEEKLY, spring).review()

    assert [(one["held_on"].isoformat(), one["notes"]) for one in review.plan.meetings] == [
        ("2026-03-05", "Counted for the week from 2 Mar 2026; the day is not known."),
        ("2026-03-12", "Counted for the week from 9 Mar 2026; the day is not known."),
        ("2026-03-17", "Counted for the week from 16 Mar 2026; the day is not known."),
        ("2026-03-21", "Counted for the week from 16 Mar 2026; the day is not known."),
    ]


def test_a_number_on_a_day_is_so_many_meetings_on_that_day(spring):
    review = Upload("meetings", DAILY, spring).review()

    assert [(one["held_on"].isoformat(), one["minutes"], one["notes"]) for one in review.plan.meetings] == [
        ("2026-03-02", 45, "Good"),
        ("2026-03-05", None, None),
        ("2026-03-05", None, None),
    ]
    assert [said for *_, said in told(review)] == [
        [],
        ["The length is left out: a number of meetings does not say how long each of them was."],
    ]


@pytest.mark.parametrize(("per", "days"), [("month", ["2026-03-16"]), ("week before", ["2026-02-27"])])
def test_somebody_can_say_what_a_number_is_of(spring, per, days):
    content = "Mentor,Date,Meetings\nAna Ruiz,2026-03-02,1\n"

    review = Upload("meetings", content, spring, options={"per": per}).review()

    assert [one["held_on"].isoformat() for one in review.plan.meetings] == days


@pytest.mark.parametrize(
    ("content", "state", "said"),
    [
        ("2026-03-05,2", "new", ["5 Mar 2026: 1 of the 2 is there already."]),
        ("2026-03-05,1", "unchanged", []),
        (
            "2026-03-05,0",
            "trouble",
            ["5 Mar 2026 has 1 meeting already, not 0. Correct the number, or take one out in Meetings first."],
        ),
        ("2026-03-06,0", "unchanged", []),
        (
            "2026-03-06,12",
            "trouble",
            [
                "12 meetings on 6 Mar 2026 are too many for one day. Correct the number, or say for the whole file "
                "that each number is of a week or a month."
            ],
        ),
    ],
)
def test_what_is_there_already_on_a_day_counts(spring, content, state, said):
    with writing("Ana", "Before") as session:
        make_meeting(session, 1, date(2026, 3, 5))

    review = Upload("meetings", f"Mentor,Date,Meetings\nAna Ruiz,{content}\n", spring, options={"per": "day"}).review()

    assert [(line, text) for _, line, _, text in told(review)] == [(state, said)]


def test_days_are_told_of_what_was_counted_for_a_month_or_a_week(spring):
    Upload("meetings", "Mentor,2026-03\nAna Ruiz,3\n", spring).apply()
    Upload("meetings", "Mentor,Week of,Meetings\nAna Ruiz,2026-04-06,1\n", spring).apply()
    log = "Mentor,Date,Meetings\nAna Ruiz,2026-03-02,1\nAna Ruiz,2026-03-30,2\nAna Ruiz,2026-04-07,1\n"

    upload = Upload("meetings", log, spring, options={"per": "day"})
    plan = upload.apply()

    assert (plan.added, plan.changed) == (0, 4)
    assert stored() == [(day, None, None) for day in ("2026-03-02", "2026-03-30", "2026-03-30", "2026-04-07")]
    assert upload.review().plan.is_empty


def test_a_count_for_a_month_sees_the_weeks_that_the_same_file_tells_of(spring):
    content = "Mentor,Week of,Meetings,2026-03\nAna Ruiz,,,2\nAna Ruiz,2026-03-02,1,\nAna Ruiz,2026-03-09,1,2\n"

    upload = Upload("meetings", content, spring)
    upload.apply()

    assert [day for day, *_ in stored()] == ["2026-03-05", "2026-03-12"]
    assert [line.state for line in upload.review().lines] == ["unchanged"] * 3
