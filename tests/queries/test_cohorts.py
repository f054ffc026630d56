from datetime import UTC, date, datetime

from dashboard.database import reading, writing
from dashboard.queries.cohorts import CohortChoice, cohort, cohort_choices
from dashboard.queries.cohorts_at_a_glance import COHORTS, cohort_summary, cohorts_at_a_glance
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing


def test_cohort_choices_put_the_newest_first_and_archived_ones_last(database):
    dates = {"starts_on": date(2026, 1, 5), "ends_on": date(2026, 12, 18)}
    with writing("Ana", "Set up") as session:
        old = make_cohort(session, "Old", starts_on=date(2024, 1, 5))
        away = make_cohort(session, "Away", archived_at=datetime(2026, 1, 1, tzinfo=UTC))
        new = make_cohort(session, "New")

    with reading() as session:
        assert cohort_choices(session) == [
            CohortChoice(new, "New", **dates, archived=False),
            CohortChoice(old, "Old", date(2024, 1, 5), date(2026, 12, 18), archived=False),
            CohortChoice(away, "Away", **dates, archived=True),
        ]


def test_a_cohort_that_is_not_there_is_nothing(database, today):
    with reading() as session:
        assert cohort_choices(session) == []
        assert cohort(session, cohort_id=999) is None
        assert cohort_summary(session, cohort_id=999, today=today) is None
        assert list(cohorts_at_a_glance(session, today=today).columns) == list(COHORTS)


def test_cohorts_at_a_glance_counts_each_cohort_by_itself(database, today):
    with writing("Ana", "Set up") as session:
        running = make_cohort(session, "Running", starts_on=today, ends_on=date(2026, 12, 1))
        make_cohort(session, "Empty", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 1))
        finished = make_cohort(session, "Finished", starts_on=date(2025, 1, 1), ends_on=date(2026, 6, 14))
        make_cohort(session, "Away", starts_on=today, archived_at=datetime(2026, 1, 1, tzinfo=UTC))
        bo = make_mentor(session, running, "Bo", capacity=3)
        make_mentor(session, running, capacity=2)
        make_mentor(session, running, capacity=9, status="waitlisted")
        mentees = [make_mentee(session, running) for _ in range(3)]
        make_mentee(session, running, status="withdrawn")
        make_pairing(session, bo, mentees[0])
        make_pairing(session, bo, mentees[1], status="paused")
        make_pairing(session, bo, mentees[2], status="draft", started_on=None)
        make_pairing(session, bo, mentees[2], status="completed", ended_on=today)
        make_mentor(session, finished, capacity=7)

    with reading() as session:
        frame = cohorts_at_a_glance(session, today=today)
        summary = cohort_summary(session, cohort_id=running, today=today)
    shown = frame.drop(columns=["cohort_id", "starts_on", "ends_on"])
    assert shown.to_dict("split")["data"] == [
        ["Empty", "upcoming", 0, 0, 0, 0, 0, 0, 0],
        ["Running", "running", 2, 3, 5, 1, 1, 2, 1],
        ["Finished", "finished", 1, 0, 7, 0, 0, 0, 0],
        ["Away", "archived", 0, 0, 0, 0, 0, 0, 0],
    ]
    assert (summary["participants"], summary["unpaired"]) == (7, 1)
