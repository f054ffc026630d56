"""Open pairings that a file of records says nothing about are listed: that is whom somebody may want to ask."""

from datetime import date

import pytest

from dashboard.database import writing
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing
from tests.imports.uploads import Upload


@pytest.fixture
def spring(sqlite_database) -> int:
    """Ana mentors Ben; Eve mentors Flo and Gus, on a pause; Hal's time with Ida is over, Joe's begins in July."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_pair(session, cohort_id, "Ana Ruiz", "Ben Ode")
        eve = make_mentor(session, cohort_id, "Eve Lin", capacity=2)
        make_pairing(session, eve, make_mentee(session, cohort_id, "Flo Am"))
        make_pairing(session, eve, make_mentee(session, cohort_id, "Gus Po"), status="paused")
        make_pair(session, cohort_id, "Hal Om", "Ida Ek", status="completed", ended_on=date(2026, 3, 31))
        make_pair(session, cohort_id, "Joe Um", "Kim So", started_on=date(2026, 7, 1))
        make_pair(session, make_cohort(session, "Another"), "Not", "Here")
        for month in (2, 3, 4):
            make_meeting(session, 2, date(2026, month, 3))
    return cohort_id


def left(kind: str, content: str, cohort_id: int) -> tuple[str, ...]:
    return Upload(kind, content, cohort_id).review().untouched


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Mentor,Date\nAna Ruiz,2026-02-03\n", ("Flo Am with Eve Lin", "Gus Po with Eve Lin")),
        ("Mentee,Date\nFlo Am,2026-02-03\n", ("Ben Ode with Ana Ruiz", "Gus Po with Eve Lin")),
        ("Mentee,2026-03\nGus Po,1\nFlo Am,0\n", ("Ben Ode with Ana Ruiz",)),
        ("Mentee,Date\nGus Po,2027-01-01\nFlo Am,2026-02-03\n", ("Ben Ode with Ana Ruiz",)),
    ],
    ids=["a new one", "a stored one", "counted, even as none", "in trouble"],
)
def test_open_pairings_without_a_row_in_a_file_of_meetings(spring, content, names):
    assert left("meetings", content, spring) == names


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Mentee,Date,Progress\nBen Ode,2026-02-03,4\n", ("Flo Am (about Eve Lin)", "Gus Po (about Eve Lin)")),
        (
            "Name,Mentee,Date,Progress\nEve Lin,Gus Po,2026-02-03,4\n",
            ("Ana Ruiz (about Ben Ode)", "Eve Lin (about Flo Am)"),
        ),
        (
            "Name,Date,Progress\nBen Ode,2026-02-03,4\nAna Ruiz,2026-02-03,4\nFlo Am,2026-02-03,12\n",
            ("Eve Lin (about Flo Am and Gus Po)", "Gus Po (about Eve Lin)"),
        ),
        ("Mentee,Date,Progress\nNobody,2026-02-03,4\n", ()),
    ],
    ids=["mentees only", "mentors only", "both", "nobody known"],
)
def test_who_gave_no_answer_among_those_whom_the_form_was_for(spring, content, names):
    assert left("check_ins", content, spring) == names
