"""The list of meetings, and the pairings on which something can be recorded."""

from datetime import date

from dashboard.database import reading, writing
from dashboard.queries.meetings import meeting, meeting_count, meetings_page
from dashboard.queries.recordable import meeting_days, pairing_to_record, pairings_found
from dashboard.services.meetings import log_meeting
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing

TODAY = date(2026, 6, 15)


def planted(session):
    """A cohort with two pairings and four meetings, and another cohort with one."""
    cohort_id, other_id = make_cohort(session), make_cohort(session)
    ben = make_pair(session, cohort_id, "Mia Ruiz", "Ben Ode")
    cy = make_pair(session, cohort_id, "Léo 100%", "Cy Tan")
    told = {"minutes": 45, "format": "in_person", "notes": "Went well", "skills": ["Tact", "SQL"]}
    first = log_meeting(session, pairing_id=ben, held_on=date(2026, 3, 1), today=TODAY, **told)
    second = make_meeting(session, cy, date(2026, 4, 1), missed=True)
    third = make_meeting(session, ben, date(2026, 4, 1))
    fourth = make_meeting(session, ben, date(2026, 5, 1))
    make_meeting(session, make_pair(session, other_id, "Mia Ruiz", "Ben Ode"), date(2026, 5, 1))
    return {"cohort_id": cohort_id, "ben": ben, "cy": cy, "meetings": [first, second, third, fourth]}


def ids(cohort_id, **options):
    with reading() as session:
        page = meetings_page(session, cohort_id=cohort_id, **options)
        options = {name: value for name, value in options.items() if name not in ("limit", "offset")}
        return list(page.meeting_id), meeting_count(session, cohort_id=cohort_id, **options)


def test_meetings_are_told_whole_and_the_newest_first(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)
    first, second, third, fourth = rows["meetings"]

    with reading() as session:
        page = meetings_page(session, cohort_id=rows["cohort_id"])
    assert list(page.meeting_id) == [fourth, third, second, first]
    assert page.iloc[3].to_dict() == {
        "meeting_id": first,
        "pairing_id": rows["ben"],
        "held_on": date(2026, 3, 1),
        "mentee": "Ben Ode",
        "mentor": "Mia Ruiz",
        "minutes": 45,
        "format": "in_person",
        "missed": False,
        "skills": "Tact, SQL",
        "notes": "Went well",
    }
    assert (page.iloc[2].missed, page.minutes.isna().tolist()) == (True, [False, False, True, False])


def test_meetings_are_paged_searched_and_filtered(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)
    cohort_id, (first, second, third, fourth) = rows["cohort_id"], rows["meetings"]

    assert ids(cohort_id, limit=2, offset=1) == ([third, second], 4)
    assert ids(cohort_id, pairing_id=rows["cy"]) == ([second], 1)
    assert ids(cohort_id, search="ben mia") == ([fourth, third, first], 3)
    assert ids(cohort_id, search="LEO") == ([second], 1)
    assert ids(cohort_id, search="0%") == ([second], 1)
    assert ids(cohort_id, search="_") == ([], 0)
    assert ids(cohort_id, since=date(2026, 4, 1)) == ([fourth, third, second], 3)
    assert ids(cohort_id, until=date(2026, 4, 1), missed=False) == ([third, first], 2)
    assert ids(cohort_id, missed=True) == ([second], 1)


def test_no_meetings_keep_the_columns(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)

    with reading() as session:
        page = meetings_page(session, cohort_id=cohort_id)
    assert (len(page), list(page.columns)[:3], str(page.minutes.dtype)) == (
        0,
        ["meeting_id", "pairing_id", "held_on"],
        "Int64",
    )
    assert ids(999) == ([], 0)


def test_one_meeting_is_told_with_its_skills_or_is_gone(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)

    with reading() as session:
        found = meeting(session, meeting_id=rows["meetings"][0])
        assert (found["mentee"], found["held_on"], found["skills"]) == ("Ben Ode", date(2026, 3, 1), ["Tact", "SQL"])
        assert meeting(session, meeting_id=999) is None


def test_pairings_are_found_by_a_part_of_either_name_open_ones_first(database):
    with writing("Ana", "Set up") as session:
        rows = planted(session)
        cohort_id = rows["cohort_id"]
        ended = make_pair(session, cohort_id, "Ana", "Bea", status="ended_early", ended_on=TODAY, end_reason="no_time")
        make_pair(session, cohort_id, "Ana", "Bess", status="draft", started_on=None)

    with reading() as session:
        found = pairings_found(session, cohort_id=cohort_id, search="be")
        assert list(found.pairing_id) == [rows["ben"], ended]
        assert found.iloc[0].to_dict() == {
            "pairing_id": rows["ben"],
            "mentee": "Ben Ode",
            "mentor": "Mia Ruiz",
            "status": "active",
            "started_on": date(2026, 1, 5),
            "ended_on": None,
            "last_meeting_on": date(2026, 5, 1),
        }
        assert list(pairings_found(session, cohort_id=cohort_id, search="leo").last_meeting_on) == [None]
        assert list(pairings_found(session, cohort_id=cohort_id, search="", limit=2).mentee) == ["Ben Ode", "Cy Tan"]
        assert pairings_found(session, cohort_id=cohort_id, search="nobody").empty


def test_a_pairing_to_record_names_its_skills_those_sought_first(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        mentor = make_mentor(session, cohort_id, "Mia", skills=("Tact", "Law"))
        mentee = make_mentee(session, cohort_id, "Ben", skills=("SQL", "Tact"))
        pairing_id = make_pairing(session, mentor, mentee)
        for days, missed in ((1, False), (2, True)):
            make_meeting(session, pairing_id, date(2026, 3, days), missed=missed)

    with reading() as session:
        assert pairing_to_record(session, pairing_id=pairing_id) == {
            "id": pairing_id,
            "cohort_id": cohort_id,
            "cohort": "Spring",
            "mentor_id": mentor,
            "mentee_id": mentee,
            "mentor": "Mia",
            "mentee": "Ben",
            "status": "active",
            "started_on": date(2026, 1, 5),
            "ended_on": None,
            "end_reason": None,
            "skills": ["SQL", "Tact", "Law"],
        }
        assert meeting_days(session, pairing_id=pairing_id) == [(date(2026, 3, 2), True), (date(2026, 3, 1), False)]
        assert pairing_to_record(session, pairing_id=999) is None
