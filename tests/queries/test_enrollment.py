"""Since when people count who join a cohort."""

from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.enrollment import joining_day
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing

TODAY, EARLIER = date(2026, 6, 15), date(2026, 4, 15)


@pytest.mark.parametrize(
    ("starts_on", "pairing", "day"),
    [
        (EARLIER, None, EARLIER),
        (EARLIER, "draft", EARLIER),
        (EARLIER, "active", TODAY),
        (EARLIER, "ended_early", TODAY),
        (TODAY, None, TODAY),
        (date(2026, 9, 1), None, TODAY),
    ],
)
def test_people_count_from_the_start_of_a_cohort_until_it_has_its_first_pairing(database, starts_on, pairing, day):
    with writing("Ana", "Before") as session:
        cohort_id = make_cohort(session, starts_on=starts_on)
        mentor, mentee = make_mentor(session, cohort_id), make_mentee(session, cohort_id)
        ended = {"ended_on": TODAY, "end_reason": "other", "end_note": "so"} if pairing == "ended_early" else {}
        if pairing:
            make_pairing(session, mentor, mentee, status=pairing, **ended)
        other = make_cohort(session, "Other")
        make_pairing(session, make_mentor(session, other), make_mentee(session, other))

    with reading() as session:
        assert joining_day(session, cohort_id=cohort_id, today=TODAY) == day
