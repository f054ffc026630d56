"""The list of check-ins, confidential comments, who owes one, and the response."""

from datetime import date, timedelta

import pandas as pd

from dashboard.database import reading, writing
from dashboard.metrics import Tally
from dashboard.queries.check_in_trends import check_in_trend, responses
from dashboard.queries.check_ins import answered_waves, check_in, check_in_comment, check_in_count, check_ins_page
from dashboard.queries.due import due_check_ins, due_count, due_waves, response
from dashboard.queries.tallies import AsOf
from models import CheckInSchedule, Cohort, Pairing
from tests.factories import make_check_in, make_cohort, make_meeting, make_pair

TODAY = date(2026, 6, 15)
USUAL = {"baseline": 7, "first_meeting": 30, "pulse": 60, "midpoint": 90, "final": 180}


def ago(days):
    return TODAY - timedelta(days=days)


def make_scheduled_cohort(session, schedule=USUAL, **fields):
    cohort_id = make_cohort(session, **fields)
    for wave, days in schedule.items():
        session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=days))
    return cohort_id


def planted(session):
    cohort_id = make_cohort(session)
    ben = make_pair(session, cohort_id, "Mia Ruiz", "Ben Ode")
    cy = make_pair(session, cohort_id, "Leo", "Cy Tan")
    secret = {"comment": "Do not tell Mia", "confidential": True}
    first = make_check_in(session, ben, "mentee", "pulse", answered_on=date(2026, 3, 1), relationship=2, **secret)
    second = make_check_in(
        session, cy, "mentor", "final", answered_on=date(2026, 4, 1), comment="All well", recommend=0
    )
    third = make_check_in(session, ben, "mentor", "baseline", answered_on=date(2026, 4, 1), would_mentor=True)
    elsewhere = make_pair(session, make_cohort(session), "Mia Ruiz", "Ben Ode")
    make_check_in(session, elsewhere, comment="Elsewhere")
    return {"cohort_id": cohort_id, "ben": ben, "cy": cy, "check_ins": [first, second, third]}


def ids(cohort_id, **options):
    with reading() as session:
        page = check_ins_page(session, cohort_id=cohort_id, **options)
        options = {name: value for name, value in options.items() if name not in ("limit", "offset")}
        return list(page.check_in_id), check_in_count(session, cohort_id=cohort_id, **options)


def test_check_ins_are_told_the_newest_first_without_what_is_confidential(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)
    first, second, third = rows["check_ins"]

    with reading() as session:
        page = check_ins_page(session, cohort_id=rows["cohort_id"])
    assert list(page.check_in_id) == [third, second, first]
    assert page.iloc[2].drop(["confidence", "progress", "recommend", "would_mentor"]).to_dict() == {
        "check_in_id": first,
        "pairing_id": rows["ben"],
        "answered_on": date(2026, 3, 1),
        "wave": "pulse",
        "role": "mentee",
        "mentee": "Ben Ode",
        "mentor": "Mia Ruiz",
        "relationship": 2,
        "fit": None,
        "comment": "Confidential",
        "confidential": True,
    }
    assert list(page.comment) == [None, "All well", "Confidential"]
    assert [page.recommend[1], page.would_mentor[0], page.would_mentor.isna().tolist()] == [
        0,
        True,
        [False, True, True],
    ]
    assert "Do not tell" not in page.to_json()


def test_a_confidential_comment_is_read_on_request(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)

    with reading() as session:
        assert check_in_comment(session, check_in_id=rows["check_ins"][0]) == "Do not tell Mia"
        assert check_in_comment(session, check_in_id=999) is None
        found = check_in(session, check_in_id=rows["check_ins"][0])
        assert (found["comment"], found["wave"], found["participant_id"]) == ("Confidential", "pulse", 2)
        assert check_in(session, check_in_id=999) is None


def test_check_ins_are_paged_searched_and_filtered(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)
    cohort_id, (first, second, third) = rows["cohort_id"], rows["check_ins"]

    assert ids(cohort_id, limit=1, offset=1) == ([second], 3)
    assert ids(cohort_id, pairing_id=rows["ben"]) == ([third, first], 2)
    assert ids(cohort_id, search="CY") == ([second], 1)
    assert ids(cohort_id, wave="pulse") == ([first], 1)
    assert ids(cohort_id, role="mentor") == ([third, second], 2)
    assert ids(cohort_id, role="mentee") == ([first], 1)
    assert ids(999) == ([], 0)


def test_the_waves_that_somebody_answered_are_told_with_their_day(database):
    with writing("Ana", "Set up") as session:
        pairing_id = make_pair(session, make_cohort(session))
        baseline = make_check_in(session, pairing_id, answered_on=ago(90))
        make_check_in(session, pairing_id, wave="pulse", answered_on=ago(60))
        pulse = make_check_in(session, pairing_id, wave="pulse", answered_on=ago(30))
        make_check_in(session, pairing_id, "mentor", "final")

    with reading() as session:
        assert answered_waves(session, pairing_id=pairing_id, participant_id=2) == {
            "baseline": (baseline, ago(90)),
            "pulse": (pulse, ago(30)),
        }


def owing(cohort_id, **options):
    with reading() as session:
        frame = due_check_ins(session, cohort_id=cohort_id, today=TODAY, **options)
    return list(zip(frame.name, frame.wave, frame.late_days, frame.overdue, strict=True))


def test_who_owes_a_check_in_is_told_the_longest_overdue_first(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_scheduled_cohort(session)
        late = make_pair(session, cohort_id, "Mia", "Ben", started_on=ago(110))  # midpoint since 20 days
        make_check_in(session, late, "mentor", "midpoint", answered_on=ago(1))
        make_pair(session, cohort_id, "Leo", "Cy", started_on=ago(14))  # baseline since 7 days: due, not overdue
        make_pair(session, cohort_id, "New", "Comer", started_on=ago(6))
        make_pair(session, cohort_id, "Rest", "Ing", started_on=ago(110), status="paused")
        done = make_pair(session, cohort_id, "Ida", "Dev", started_on=ago(90), status="completed", ended_on=ago(10))
        make_check_in(session, done, wave="final", answered_on=ago(2))
        for days, status, reason in ((61, "completed", None), (10, "ended_early", "no_time")):
            make_pair(session, cohort_id, status=status, ended_on=ago(days), end_reason=reason)
        make_pair(session, make_scheduled_cohort(session), "Other", "Cohort", started_on=ago(50))

    assert owing(cohort_id) == [
        ("Ben", "midpoint", 20, True),
        ("Ida", "final", 10, True),
        ("Cy", "baseline", 7, False),
        ("Leo", "baseline", 7, False),
    ]
    assert owing(cohort_id, limit=1, offset=1) == [("Ida", "final", 10, True)]
    assert owing(cohort_id, wave="baseline", search="leo") == [
        ("Cy", "baseline", 7, False),
        ("Leo", "baseline", 7, False),
    ]
    assert owing(cohort_id, pairing_id=done) == [("Ida", "final", 10, True)]
    with reading() as session:
        assert due_count(session, cohort_id=cohort_id, today=TODAY) == 4
        assert due_waves(session, cohort_id=cohort_id, today=TODAY) == {"baseline": 2, "midpoint": 1, "final": 1}
        frame = due_check_ins(session, cohort_id=cohort_id, today=TODAY, limit=1)
    assert frame.iloc[0].to_dict() == {
        "pairing_id": late,
        "participant_id": 2,
        "name": "Ben",
        "role": "mentee",
        "mentee": "Ben",
        "mentor": "Mia",
        "wave": "midpoint",
        "due_on": ago(20),
        "late_days": 20,
        "overdue": True,
    }


def answers(cohort_id):
    with reading() as session:
        frame = response(session, cohort_id=cohort_id, today=TODAY)
    return [tuple(row) for row in frame.itertuples(index=False)]


def test_the_response_counts_every_time_of_asking_in_the_life_of_a_pairing(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_scheduled_cohort(session)
        # 130 days: baseline, first meeting (one was held), pulse, midpoint, pulse
        old = make_pair(session, cohort_id, started_on=ago(130))
        make_meeting(session, old, ago(100))
        make_check_in(session, old, wave="baseline", answered_on=ago(120))
        make_check_in(session, old, "mentor", "first_meeting", answered_on=ago(90))
        make_check_in(session, old, wave="pulse", answered_on=ago(60))  # day 70: belongs to the pulse of day 60
        make_check_in(session, old, "mentor", "pulse", answered_on=ago(30))  # day 100: to that of day 120
        make_check_in(session, old, "mentor", "final", answered_on=ago(1))  # not asked yet
        # 10 days: baseline
        make_pair(session, cohort_id, started_on=ago(10))
        # ended after 40 days without a meeting: baseline; completed after 100: baseline, pulse, midpoint, final
        make_pair(session, cohort_id, started_on=ago(60), status="ended_early", ended_on=ago(20), end_reason="no_time")
        done = make_pair(session, cohort_id, started_on=ago(120), status="completed", ended_on=ago(20))
        make_check_in(session, done, wave="final", answered_on=ago(10))
        # left out: paused, draft, another cohort
        make_pair(session, cohort_id, started_on=ago(50), status="paused")
        make_pair(session, cohort_id, started_on=None, status="draft")
        make_pair(session, make_scheduled_cohort(session), started_on=ago(50))

    assert answers(cohort_id) == [
        ("baseline", "mentee", 4, 1),
        ("baseline", "mentor", 4, 0),
        ("first_meeting", "mentee", 1, 0),
        ("first_meeting", "mentor", 1, 1),
        ("pulse", "mentee", 3, 1),
        ("pulse", "mentor", 3, 1),
        ("midpoint", "mentee", 2, 0),
        ("midpoint", "mentor", 2, 0),
        ("final", "mentee", 1, 1),
        ("final", "mentor", 1, 0),
    ]


def test_every_count_of_what_was_asked_and_answered_is_the_same(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_scheduled_cohort(session)
        active = make_pair(session, cohort_id, started_on=ago(70))  # baseline, pulse; the first meeting is to come
        make_check_in(session, active, wave="baseline", answered_on=ago(60), confidence=3)
        make_check_in(session, active, "mentor", "pulse", answered_on=ago(3), confidence=3)
        make_pair(session, cohort_id, started_on=ago(70), status="paused")
        # completed early: baseline and final, the final of one was answered after the end
        done = make_pair(session, cohort_id, started_on=ago(50), status="completed", ended_on=ago(10))
        make_check_in(session, done, wave="final", answered_on=ago(2), confidence=4)
        # completed long ago: the final still counts, and nobody is asked for it any more
        make_pair(session, cohort_id, started_on=ago(100), status="completed", ended_on=ago(80))
        make_pair(session, cohort_id, started_on=ago(50), status="ended_early", ended_on=ago(10), end_reason="no_time")

    told = answers(cohort_id)
    asked, answered = (sum(row[place] for row in told) for place in (2, 3))
    assert (asked, answered) == (14, 3)
    with reading() as session:
        at = AsOf(session.get_one(Cohort, cohort_id), TODAY, TODAY)
        assert responses(session, at) == {"response": Tally(3, 14, 14)}
        trend = check_in_trend(session, cohort_id=cohort_id, today=TODAY, rating="confidence")
        owed = due_count(session, cohort_id=cohort_id, today=TODAY)
    by_side = {(row[0], row[1]): row[2:] for row in told}
    assert {(row.check_in, row.side): (row.due, row.answered) for row in trend.itertuples()} == {
        ("Baseline", "Mentees"): by_side["baseline", "mentee"],
        ("Pulse", "Mentors"): by_side["pulse", "mentor"],
        ("Final", "Mentees"): by_side["final", "mentee"],
    }
    # the pulse of the active one's mentee, the final of the completed one's mentor
    assert owed == len(owing(cohort_id)) == 2


def test_nothing_there_keeps_the_columns(database):
    with writing("Ana", "Set up") as session:
        unasked = make_cohort(session)
        pairing_id = make_pair(session, unasked)
        empty = make_scheduled_cohort(session)

    for cohort_id in (unasked, empty, 999):
        assert (answers(cohort_id), owing(cohort_id)) == ([], [])
    with reading() as session:
        assert session.get(Pairing, pairing_id) is not None
        page = check_ins_page(session, cohort_id=empty)
        assert (len(page), page.relationship.dtype, page.would_mentor.dtype) == (0, pd.Int64Dtype(), pd.BooleanDtype())
