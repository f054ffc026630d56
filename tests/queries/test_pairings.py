from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.pairings import (
    PAIRINGS,
    pairing,
    pairing_count,
    pairings_page,
    status_counts,
    story,
    story_length,
)
from dashboard.services.pairings import correct, end_early, move_mentee, pair, pause, remove_pairing, reopen, resume
from dashboard.services.plans import draft_pair, move_draft, publish, unlock_drafts
from models import Pairing
from tests.factories import make_check_in, make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing
from tests.planning import ON, do, set_up, take_back

TODAY = date(2026, 6, 15)


def told(frame, *columns):
    return [tuple(row) for row in frame[list(columns)].to_numpy()]


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        make_pair(session, make_cohort(session, "Another"), "Stranger", "Stranger too")
        return make_cohort(session, "Spring 2026")


def test_cohort_without_pairings_has_an_empty_page(cohort):
    with reading() as session:
        page = pairings_page(session, cohort_id=cohort)

        assert (page.dtypes.astype("str").to_dict(), len(page)) == (PAIRINGS, 0)
        assert pairing_count(session, cohort_id=cohort) == 0
        assert status_counts(session, cohort_id=cohort) == {}


def test_page_lists_open_pairings_first_then_the_newest(cohort):
    with writing("Ana", "Test") as session:
        ended = {"status": "ended_early", "ended_on": date(2026, 4, 1), "end_reason": "no_time"}
        make_pair(session, cohort, "Ben", "Ended", **ended)
        make_pair(session, cohort, "Cleo", "Paused", status="paused", started_on=date(2026, 5, 1))
        make_pair(session, cohort, "Dee", "Old", started_on=date(2026, 2, 1))
        new = make_pair(session, cohort, "Eva", "New", started_on=date(2026, 3, 1))
        make_meeting(session, new, held_on=date(2026, 3, 10))
        make_meeting(session, new, held_on=date(2026, 3, 20))
        make_meeting(session, new, held_on=date(2026, 3, 30), missed=True)

    with reading() as session:
        page = pairings_page(session, cohort_id=cohort)
        assert status_counts(session, cohort_id=cohort) == {"active": 2, "paused": 1, "ended_early": 1}

    assert told(page, "mentee", "mentor", "status", "meetings", "last_meeting_on", "end_reason") == [
        ("New", "Eva", "active", 2, date(2026, 3, 20), None),
        ("Old", "Dee", "active", 0, None, None),
        ("Paused", "Cleo", "paused", 0, None, None),
        ("Ended", "Ben", "ended_early", 0, None, "no_time"),
    ]


def test_page_is_filtered_searched_and_paged(cohort):
    with writing("Ana", "Test") as session:
        make_pair(session, cohort, "Ben Ode", "Ana Ruiz")
        make_pair(session, cohort, "Ana Lopez", "Cleo Park", status="paused")
        make_pair(session, cohort, "Dee Lam", "Eva Sol")

    def names(**chosen):
        with reading() as session:
            page = told(pairings_page(session, cohort_id=cohort, **chosen), "mentee")
            counted = {name: chosen[name] for name in chosen if name in ("status", "search")}
            return [name for (name,) in page], pairing_count(session, cohort_id=cohort, **counted)

    assert names(status="paused") == (["Cleo Park"], 1)
    assert names(search="ana") == (["Ana Ruiz", "Cleo Park"], 2)
    assert names(search="ana ode") == (["Ana Ruiz"], 1)
    assert names(search="_") == ([], 0)
    assert names(limit=1, offset=1) == (["Ana Ruiz"], 3)


def test_pairing_shows_both_people_and_what_they_share(cohort):
    with writing("Ana", "Test") as session:
        ben = make_mentor(
            session, cohort, "Ben Ode", capacity=2, skills=("SQL", "hiring"), location="Lima", bio="Runs hills."
        )
        ana = make_mentee(session, cohort, "Ana Ruiz", skills=("hiring",), location="Lima", hopes="To lead.")
        pairing_id = make_pairing(session, ben, ana, rationale="Both run.")

    with reading() as session:
        found = pairing(session, pairing_id=pairing_id, today=TODAY)

    assert (found.names, found.status, found.rationale, found.end_reason) == (
        "Ana Ruiz with Ben Ode",
        "active",
        "Both run.",
        None,
    )
    assert (found.mentor.skills, found.mentor.capacity, found.mentor.taken, found.mentor.bio) == (
        ("SQL", "hiring"),
        2,
        1,
        "Runs hills.",
    )
    assert (found.mentee.skills, found.mentee.hopes, found.mentee.capacity) == (("hiring",), "To lead.", None)
    assert found.pro == ("offers what is sought: hiring", "both in Lima")
    assert found.unknown == ("years of experience", "languages")


def test_pairing_that_is_gone_is_nothing(cohort):
    with reading() as session:
        assert pairing(session, pairing_id=999, today=TODAY) is None
        assert story_length(session, pairing_id=999) == 0


def test_story_tells_states_meetings_and_check_ins(cohort):
    with writing("Ana", "Test") as session:
        ben, ana = make_mentor(session, cohort, "Ben Ode"), make_mentee(session, cohort, "Ana Ruiz")
    with writing("Zoe", "Paired") as session:
        started = date(2026, 2, 2)
        pairing_id = pair(session, mentor_id=ben, mentee_id=ana, started_on=started, rationale="Both run.")
    with writing("Zoe", "Recorded") as session:
        make_meeting(session, pairing_id, held_on=date(2026, 2, 10), minutes=45, notes="Goals")
        make_meeting(session, pairing_id, held_on=date(2026, 2, 20), missed=True)
        make_check_in(
            session,
            pairing_id,
            wave="first_meeting",
            answered_on=date(2026, 2, 12),
            relationship=4,
            fit="good",
            comment="Kind and curious.",
        )
        make_check_in(
            session,
            pairing_id,
            by="mentor",
            answered_on=date(2026, 2, 13),
            confidence=2,
            comment="Secret worry",
            confidential=True,
        )
    with writing("Zoe", "Ended") as session:
        end_early(session, pairing_id=pairing_id, ended_on=date(2026, 3, 1), end_reason="no_time", end_note="Sorry.")

    with reading() as session:
        found = story(session, pairing_id=pairing_id)
        assert story_length(session, pairing_id=pairing_id) == 6
        assert told(story(session, pairing_id=pairing_id, limit=1, offset=5), "title") == [("Paired",)]

    assert told(found, "on", "kind", "title", "detail") == [
        (date(2026, 3, 1), "state", "Ended early", "no time; Sorry.; by Zoe"),
        (date(2026, 2, 20), "missed", "Missed a meeting", ""),
        (
            date(2026, 2, 13),
            "check_in",
            "Baseline check-in by Ben Ode",
            "confidence 2 of 5; with a confidential comment",
        ),
        (
            date(2026, 2, 12),
            "check_in",
            "First meeting check-in by Ana Ruiz",
            "relationship 4 of 5; a good fit; “Kind and curious.”",
        ),
        (date(2026, 2, 10), "meeting", "Met", "45 minutes; video; Goals"),
        (date(2026, 2, 2), "state", "Paired", "Both run.; by Zoe"),
    ]


def test_story_tells_every_change_of_state(cohort):
    with writing("Zoe", "Test") as session:
        pairing_id = make_pair(session, cohort)
    for service in (pause, resume):
        with writing("Zoe", "Changed") as session:
            service(session, pairing_id=pairing_id)
    with writing("Zoe", "Ended") as session:
        end_early(session, pairing_id=pairing_id, ended_on=date(2026, 3, 1), end_reason="no_reply")
    with writing("Zoe", "Reopened") as session:
        reopen(session, pairing_id=pairing_id)
    with writing("Zoe", "Corrected") as session:
        correct(session, pairing_id=pairing_id, started_on=date(2026, 1, 12), rationale=None)

    with reading() as session:
        found = story(session, pairing_id=pairing_id)
        assert session.get_one(Pairing, pairing_id).status == "active"

    assert sorted(told(found, "title", "detail")) == [
        ("Corrected", "start is 12 Jan 2026; by Zoe"),
        ("Ended early", "no reply; by Zoe"),
        ("Paired", "by Zoe"),
        ("Paused", "by Zoe"),
        ("Reopened", "by Zoe"),
        ("Resumed", "by Zoe"),
    ]


def test_story_after_a_move_tells_from_whom_and_why(cohort):
    with writing("Zoe", "Test") as session:
        ben, cleo = make_mentor(session, cohort, "Ben Ode"), make_mentor(session, cohort, "Cleo Park", capacity=2)
        old = make_pairing(session, ben, make_mentee(session, cohort, "Ana Ruiz"))
        make_pairing(session, cleo, make_mentee(session, cohort, "Dee Lam"))
    with writing("Zoe", "Moved") as session:
        on = date(2026, 3, 1)
        new = move_mentee(session, pairing_id=old, mentor_id=cleo, on=on, reason="not_a_fit", note="Asked.")

    with reading() as session:
        assert told(story(session, pairing_id=new), "on", "title", "detail") == [
            (on, "Paired", "moved from Ben Ode: not a good fit; by Zoe")
        ]
        assert sorted(told(story(session, pairing_id=old), "title", "detail")) == [
            ("Ended early", "not a good fit; Asked.; by Zoe"),
            ("Paired", "by Zoe"),
        ]


def test_the_story_of_a_draft_begins_when_it_is_published(database):
    desk = set_up()
    pair = {"mentor_id": desk["ben"], "mentee_id": desk["ana"]}
    draft_id = do(draft_pair, plan_id=desk["plan"], rationale="Both love maps.", **pair)
    do(unlock_drafts, plan_id=desk["plan"])
    do(move_draft, draft_id=draft_id, mentor_id=desk["cleo"])

    with reading() as session:
        assert told(story(session, pairing_id=draft_id), "title", "detail") == [("Drafted", "Both love maps.; by Ana")]
    do(publish, plan_id=desk["plan"], started_on=ON)
    with reading() as session:
        published = (ON, "Paired", "Both love maps.; by Ana")
        assert told(story(session, pairing_id=draft_id), "on", "title", "detail") == [published]
    take_back()
    with reading() as session:
        assert told(story(session, pairing_id=draft_id), "title") == [("Drafted",)]
    take_back()
    with reading() as session:
        assert told(story(session, pairing_id=draft_id), "on", "title", "detail") == [published]


def test_the_story_of_a_pairing_that_was_taken_back_and_brought_back_begins_once(cohort):
    with writing("Zoe", "Set up") as session:
        mentor, mentee = make_mentor(session, cohort, "Ben Ode"), make_mentee(session, cohort, "Ana Ruiz")
    pairing_id = do(pair, mentor_id=mentor, mentee_id=mentee, started_on=date(2026, 2, 2))
    do(pause, pairing_id=pairing_id)
    do(remove_pairing, pairing_id=pairing_id)
    take_back()

    with reading() as session:
        assert sorted(told(story(session, pairing_id=pairing_id), "title")) == [("Paired",), ("Paused",)]


def test_drafts_are_in_their_plans_and_in_no_list_of_pairings(database):
    desk = set_up()
    do(draft_pair, plan_id=desk["plan"], mentor_id=desk["ben"], mentee_id=desk["ana"])
    with writing("Ana", "Paired") as session:
        make_pairing(session, desk["ben"], desk["bo"])

    with reading() as session:
        assert told(pairings_page(session, cohort_id=desk["cohort"]), "mentee") == [("Bo Li",)]
        assert pairing_count(session, cohort_id=desk["cohort"]) == 1
        assert status_counts(session, cohort_id=desk["cohort"]) == {"active": 1}
