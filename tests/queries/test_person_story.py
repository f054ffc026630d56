from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from dashboard.database import reading, writing
from dashboard.queries.lineage import LINEAGE, lineage
from dashboard.queries.person_story import GROWTH, PAIRINGS, PARTICIPATIONS, growth, participations, person_pairings
from dashboard.queries.timeline import TIMELINE, timeline, timeline_count
from tests.factories import (
    STARTS_ON,
    make_check_in,
    make_cohort,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
    make_person,
)


@pytest.fixture
def ids(database) -> dict[str, int]:
    """Ana was Bo's mentee in Spring and mentors Ines in Fall; somebody else's pairing lies beside."""
    with writing("Ana", "Set up") as session:
        spring = make_cohort(session, "Spring", starts_on=date(2025, 1, 5), ends_on=date(2025, 12, 1))
        fall = make_cohort(session, "Fall")
        ana, bo = make_person(session, "Ana"), make_person(session, "Bo")
        mentee = make_mentee(session, spring, person_id=ana, skills=("SQL",), joined_on=date(2025, 1, 5), hopes="Grow")
        mentor = make_mentor(session, fall, person_id=ana, capacity=2)
        first = make_pairing(
            session,
            make_mentor(session, spring, person_id=bo),
            mentee,
            started_on=date(2025, 2, 1),
            status="ended_early",
            ended_on=date(2025, 6, 1),
            end_reason="no_time",
        )
        ines = make_mentee(session, fall, "Ines")
        second = make_pairing(session, mentor, ines, started_on=date(2026, 2, 1))
        draft = make_pairing(session, mentor, make_mentee(session, fall, "Drafted"), status="draft", started_on=None)
        spurious = make_pair(session, fall)
        for pairing in (first, second, spurious):
            make_meeting(
                session, pairing, date(2026, 3, 1) if pairing != first else date(2025, 3, 1), notes="Went well"
            )
        make_meeting(session, second, date(2026, 4, 1), missed=True)
        make_meeting(session, second, date(2027, 4, 1))
        make_check_in(session, first, answered_on=date(2025, 3, 1), confidence=2, comment="Open words")
        make_check_in(
            session,
            second,
            by="mentor",
            answered_on=date(2026, 3, 2),
            confidence=4,
            comment="Secret",
            confidential=True,
        )
        make_check_in(session, second, by="mentee", answered_on=date(2026, 3, 3), confidence=5)
    return {
        "ana": ana,
        "bo": bo,
        "spring": spring,
        "fall": fall,
        "mentee": mentee,
        "mentor": mentor,
        "first": first,
        "second": second,
        "draft": draft,
    }


def rows(frame) -> list[list]:
    plain = frame.astype(object)
    return plain.where(plain.notna(), None).to_numpy().tolist()


def test_participations_tell_each_role_newest_cohort_first(ids):
    with reading() as session:
        found = participations(session, person_id=ids["ana"])

    assert rows(found) == [
        [ids["mentor"], ids["fall"], "Fall", "mentor", "active", 2, STARTS_ON, None, "", "Ines"],
        [ids["mentee"], ids["spring"], "Spring", "mentee", "active", None, date(2025, 1, 5), "Grow", "SQL", ""],
    ]


def test_person_pairings_tell_both_sides_and_no_drafts(ids):
    with reading() as session:
        found = person_pairings(session, person_id=ids["ana"]).drop(columns="partner_id")

    assert rows(found) == [
        [
            ids["second"],
            ids["fall"],
            "Fall",
            "mentor",
            "Ines",
            "active",
            date(2026, 2, 1),
            None,
            None,
            2,
            date(2027, 4, 1),
        ],
        [
            ids["first"],
            ids["spring"],
            "Spring",
            "mentee",
            "Bo",
            "ended_early",
            date(2025, 2, 1),
            date(2025, 6, 1),
            "no_time",
            1,
            date(2025, 3, 1),
        ],
    ]


def test_timeline_is_newest_first_until_today_and_keeps_confidence(ids, today):
    with reading() as session:
        found = timeline(session, person_id=ids["ana"], today=today)
        assert timeline_count(session, person_id=ids["ana"], today=today) == 10

    second, first = [ids["second"], "Ines", "Fall"], [ids["first"], "Bo", "Spring"]
    assert rows(found) == [
        [date(2026, 4, 1), "missed", *second, "video", None, None],
        [date(2026, 3, 2), "check_in", *second, "baseline", None, None],
        [date(2026, 3, 1), "met", *second, "video", 45, "Went well"],
        [date(2026, 2, 1), "paired", *second, "mentor", None, None],
        [STARTS_ON, "joined", None, None, "Fall", "mentor", None, None],
        [date(2025, 6, 1), "ended", *first, "no_time", None, None],
        [date(2025, 3, 1), "check_in", *first, "baseline", None, "Open words"],
        [date(2025, 3, 1), "met", *first, "video", 45, "Went well"],
        [date(2025, 2, 1), "paired", *first, "mentee", None, None],
        [date(2025, 1, 5), "joined", None, None, "Spring", "mentee", None, None],
    ]


def test_timeline_comes_in_pages(ids, today):
    with reading() as session:
        page = timeline(session, person_id=ids["ana"], today=today, limit=2, offset=7)

    assert list(page["kind"]) == ["met", "paired"]


def test_growth_holds_own_answers_oldest_first(ids):
    with reading() as session:
        found = growth(session, person_id=ids["ana"])

    assert rows(found) == [
        [pd.Timestamp(2025, 3, 1), "baseline", "Spring", 2],
        [pd.Timestamp(2026, 3, 2), "baseline", "Fall", 4],
    ]


def test_lineage_goes_two_generations_up_and_down(database):
    with writing("Ana", "Set up") as session:
        names = ["Great", "Grand", "Bo", "Ana", "Ines", "Omar", "Wei"]
        people = {name: make_person(session, name) for name in names}
        for number, (mentor, mentee) in enumerate(pairwise(names), start=1):
            cohort = make_cohort(session, f"Cohort of {mentor}", starts_on=date(2019 + number, 1, 1))
            sides = (
                make_mentor(session, cohort, person_id=people[mentor]),
                make_mentee(session, cohort, person_id=people[mentee]),
            )
            make_pairing(session, *sides, status="completed", ended_on=date(2026, 2, 1))
        again = make_cohort(session, "Again")
        sides = (
            make_mentor(session, again, person_id=people["Bo"]),
            make_mentee(session, again, person_id=people["Ana"]),
        )
        make_pairing(session, *sides, started_on=date(2026, 3, 1))

    with reading() as session:
        found = lineage(session, person_id=people["Ana"])
    assert rows(found.drop(columns=["person_id", "via_id"])) == [
        [-2, "Grand", "Bo", "Cohort of Grand"],
        [-1, "Bo", "Ana", "Cohort of Bo"],
        [1, "Ines", "Ana", "Cohort of Ana"],
        [2, "Omar", "Ines", "Cohort of Ines"],
    ]


def test_lineage_does_not_go_in_circles(database):
    with writing("Ana", "Set up") as session:
        ana, bo = make_person(session, "Ana"), make_person(session, "Bo")
        for mentor, mentee in ((ana, bo), (bo, ana)):
            cohort = make_cohort(session, f"Cohort of {mentor}")
            make_pairing(
                session, make_mentor(session, cohort, person_id=mentor), make_mentee(session, cohort, person_id=mentee)
            )

    with reading() as session:
        found = lineage(session, person_id=ana)
    assert rows(found[["generation", "name"]]) == [[-1, "Bo"], [1, "Bo"]]


def test_a_person_with_no_story_has_empty_frames(database, today):
    with writing("Ana", "Added") as session:
        ana = make_person(session, "Ana")

    with reading() as session:
        frames = [
            (participations(session, person_id=ana), PARTICIPATIONS),
            (person_pairings(session, person_id=ana), PAIRINGS),
            (timeline(session, person_id=ana, today=today), TIMELINE),
            (growth(session, person_id=ana), GROWTH),
            (lineage(session, person_id=ana), LINEAGE),
        ]
    assert [(list(frame.columns), len(frame)) for frame, _ in frames] == [(list(columns), 0) for _, columns in frames]
