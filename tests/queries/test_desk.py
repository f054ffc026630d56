from datetime import date

import pandas as pd
import pytest

from dashboard.database import reading, writing
from dashboard.queries.candidates import CANDIDATES, candidates
from dashboard.queries.desk import Places, places
from dashboard.queries.shortlists import Candidate, Ranking, ranking, ruled_out, shortlist
from dashboard.queries.waiting import UNPAIRED, Waiting, unpaired_count, unpaired_mentees, waiting_page
from models import Cohort, Participant, Separation
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_person

TODAY = date(2026, 6, 15)


def rows(frame, *columns):
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame[list(columns)].to_numpy()]


@pytest.fixture
def cohort(database):
    with writing("Ana", "Test") as session:
        make_mentee(session, make_cohort(session, "Another"), "Stranger")
        return make_cohort(session, "Spring 2026")


def test_desk_of_an_empty_cohort_is_empty(cohort):
    with reading() as session:
        waiting = unpaired_mentees(session, cohort_id=cohort, today=TODAY)
        nobody = candidates(session, cohort_id=cohort, mentee_id=999, today=TODAY)

        assert (waiting.dtypes.astype("str").to_dict(), len(waiting)) == (UNPAIRED, 0)
        assert (nobody.dtypes.astype("str").to_dict(), len(nobody)) == (CANDIDATES, 0)
        assert unpaired_count(session, cohort_id=cohort) == 0
        assert places(session, cohort_id=cohort) == Places(mentees=0, unpaired=0, mentors=0, places=0, taken=0)


def test_places_count_active_people_and_open_pairings(cohort):
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, capacity=3)
        make_mentor(session, cohort, capacity=2)
        make_mentor(session, cohort, capacity=9, status="withdrawn")
        make_pairing(session, ben, make_mentee(session, cohort), status="paused")
        make_pairing(session, ben, make_mentee(session, cohort), status="completed", ended_on=TODAY)
        left_early = {"status": "ended_early", "ended_on": TODAY, "end_reason": "no_time"}
        make_pairing(session, ben, make_mentee(session, cohort), **left_early)
        make_mentee(session, cohort, status="waitlisted")

    with reading() as session:
        assert places(session, cohort_id=cohort) == Places(mentees=3, unpaired=1, mentors=2, places=5, taken=1)


def test_unpaired_mentees_come_hardest_to_place_first(cohort):
    with writing("Ana", "Test") as session:
        make_mentor(session, cohort, "Ben", skills=("SQL", "hiring"), email="ben@example.org")
        make_mentor(session, cohort, "Cleo", skills=("SQL",))
        make_mentor(session, cohort, "Gone", skills=("Rust",), status="withdrawn")
        full = make_mentor(session, cohort, "Full", skills=("Rust",))
        make_pairing(session, full, make_mentee(session, cohort, "Paired"))
        make_mentee(session, cohort, "Easy", skills=("SQL",))
        make_mentee(session, cohort, "Easygoing", joined_on=date(2026, 1, 1))
        make_mentee(session, cohort, "Hard", skills=("Rust",))
        make_mentee(session, cohort, "Led", skills=("hiring",), manager_email="ben@example.org")
        make_mentee(session, cohort, "Picky", skills=("hiring",))
        make_mentee(session, cohort, "Waiting", status="waitlisted")

    with reading() as session:
        found = unpaired_mentees(session, cohort_id=cohort, today=TODAY)

    assert rows(found, "name", "free", "offering") == [
        ("Led", 1, 0),
        ("Hard", 2, 0),
        ("Picky", 2, 1),
        ("Easygoing", 2, None),
        ("Easy", 2, 2),
    ]


def test_waiting_counts_from_joining_or_from_the_last_end(cohort):
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, "Ben", capacity=5)
        make_mentee(session, cohort, "New", joined_on=date(2026, 5, 1))
        again = make_mentee(session, cohort, "Again", joined_on=date(2026, 1, 5))
        for ended_on in (date(2026, 4, 1), date(2026, 3, 1)):
            make_pairing(session, ben, again, status="ended_early", end_reason="no_time", ended_on=ended_on)

    with reading() as session:
        found = unpaired_mentees(session, cohort_id=cohort, today=TODAY)

    assert rows(found, "name", "waiting_since", "free") == [
        ("Again", date(2026, 4, 1), 0),  # Ben was their mentor before
        ("New", date(2026, 5, 1), 1),
    ]


def test_somebody_who_completed_a_pairing_waits_no_more_and_is_found_by_name(cohort):
    with writing("Ana", "Test") as session:
        done = make_mentee(session, cohort, "Done")
        make_pairing(session, make_mentor(session, cohort), done, status="completed", ended_on=TODAY)

    with reading() as session:
        assert rows(unpaired_mentees(session, cohort_id=cohort, today=TODAY), "name") == []
        assert unpaired_count(session, cohort_id=cohort) == 0
        assert rows(unpaired_mentees(session, cohort_id=cohort, today=TODAY, search="done"), "name") == [("Done",)]
        assert unpaired_count(session, cohort_id=cohort, search="done") == 1


def test_unpaired_mentees_are_searched_and_paged(cohort):
    with writing("Ana", "Test") as session:
        for name in ("Ana 100%", "Ana 1000", "Bea"):
            make_mentee(session, cohort, name)

    with reading() as session:
        assert rows(unpaired_mentees(session, cohort_id=cohort, today=TODAY, search="aNA 100%"), "name") == [
            ("Ana 100%",)
        ]
        assert unpaired_count(session, cohort_id=cohort, search="ana") == 2
        assert rows(unpaired_mentees(session, cohort_id=cohort, today=TODAY, limit=1, offset=2), "name") == [("Bea",)]


def test_candidates_are_ranked_with_their_reasons(cohort):
    with writing("Ana", "Test") as session:
        ana = make_mentee(
            session, cohort, "Ana", skills=("negotiation", "hiring", "SQL"), location="Lima", years_experience=3
        )
        make_mentor(session, cohort, "Weak", skills=("Rust",), years_experience=3)
        make_mentor(
            session, cohort, "Strong", skills=("SQL", "negotiation"), location="lima", years_experience=12, capacity=2
        )

    with reading() as session:
        found = candidates(session, cohort_id=cohort, mentee_id=ana, today=TODAY)

    assert rows(found, "name", "fit", "capacity", "taken", "rule", "pro", "con", "unknown") == [
        (
            "Strong",
            76.5,
            2,
            0,
            0,
            "offers 2 of 3 skills sought: negotiation, SQL\n9 years ahead\nboth in lima",
            "",
            "languages",
        ),
        (
            "Weak",
            10.0,
            1,
            0,
            0,
            "",
            "offers none of the 3 skills sought\nthe same years of experience",
            "time zone\nlanguages",
        ),
    ]


def test_blocked_mentors_follow_with_their_rule(cohort):
    with writing("Ana", "Test") as session:
        person = make_person(session, "Ana", email="ana@example.org", manager_email="boss@example.org")
        ana = make_mentee(session, cohort, person_id=person)
        make_mentor(session, cohort, person_id=person)
        make_mentor(session, cohort, "Boss", email="boss@example.org")
        make_mentor(session, cohort, "Report", manager_email="ana@example.org")
        cousin = make_mentor(session, cohort, "Cousin")
        cousin_id = session.get_one(Participant, cousin).person_id
        session.add(Separation(person_a_id=person, person_b_id=cousin_id, reason="cousins"))
        make_mentor(session, cohort, "Waiting", status="waitlisted")
        make_pairing(session, make_mentor(session, cohort, "Busy"), make_mentee(session, cohort))
        before = make_mentor(session, cohort, "Zoe before")
        make_pairing(session, before, ana, status="ended_early", end_reason="no_time", ended_on=date(2026, 3, 3))
        make_mentor(session, cohort, "Zoe free")

    with reading() as session:
        found = candidates(session, cohort_id=cohort, mentee_id=ana, today=TODAY)

    assert rows(found, "name", "blocked") == [
        ("Zoe free", ""),
        ("Zoe before", "paired before, until 3 Mar 2026: no time"),
        ("Ana", "the same person"),
        ("Boss", "Boss is Ana's manager"),
        ("Busy", "Busy is full: 1 of 1 place taken"),
        ("Cousin", "kept apart: cousins"),
        ("Report", "Report reports to Ana"),
        ("Waiting", "Waiting is waitlisted"),
    ]


def test_past_partners_of_another_cohort_are_known(cohort):
    with writing("Ana", "Test") as session:
        ana, ben = make_person(session, "Ana"), make_person(session, "Ben")
        earlier = make_cohort(session, "Earlier")
        make_pairing(
            session,
            make_mentor(session, earlier, person_id=ben),
            make_mentee(session, earlier, person_id=ana),
            status="completed",
            ended_on=date(2025, 12, 1),
            started_on=date(2025, 2, 1),
        )
        mentee = make_mentee(session, cohort, person_id=ana)
        make_mentor(session, cohort, person_id=ben)

    with reading() as session:
        found = candidates(session, cohort_id=cohort, mentee_id=mentee, today=TODAY)

    assert rows(found, "name", "blocked") == [("Ben", "paired before, until 1 Dec 2025")]


def test_candidates_follow_the_weights_of_the_cohort(cohort):
    with writing("Ana", "Test") as session:
        session.get_one(Cohort, cohort).skills_weight = 0
        ana = make_mentee(session, cohort, "Ana", skills=("SQL",), years_experience=1)
        make_mentor(session, cohort, "Senior", skills=("Rust",), years_experience=20)
        make_mentor(session, cohort, "Skilled", skills=("SQL",), years_experience=1)

    with reading() as session:
        found = candidates(session, cohort_id=cohort, mentee_id=ana, today=TODAY)

    assert rows(found, "name", "fit", "pro", "con") == [
        ("Senior", 75.0, "19 years ahead", ""),
        ("Skilled", 25.0, "", "the same years of experience"),
    ]


def test_shortlist_words_the_mentors_of_the_ranking_in_its_order(cohort):
    with writing("Ana", "Test") as session:
        ana = make_mentee(session, cohort, "Ana", skills=("SQL", "hiring"), years_experience=1)
        weak = make_mentor(session, cohort, "Weak", skills=("Rust",))
        gone = make_mentor(session, cohort, "Gone", status="withdrawn")
        before = make_mentor(session, cohort, "Before", skills=("SQL",), job_title="Lead", location="Lima", capacity=2)
        strong = make_mentor(session, cohort, "Strong", skills=("SQL",), years_experience=9)
        make_pairing(session, before, ana, status="completed", ended_on=date(2026, 3, 3))
    asked = {"cohort_id": cohort, "mentee_id": ana, "today": TODAY}

    with reading() as session:
        assert ranking(session, **asked) == Ranking(free=(strong, weak), again=(before,), ruled_out=1)
        assert ranking(session, **asked, search="WEAK") == Ranking(free=(weak,))
        assert ranking(session, **asked, search="nobody") == Ranking()
        assert ranking(session, **{**asked, "mentee_id": 999}) == Ranking()
        found = shortlist(session, **asked, mentor_ids=(strong, weak, before))
        assert shortlist(session, **asked, mentor_ids=(weak, strong)) == [found[1], found[0]]
        whole = candidates(session, **asked)
        assert rows(ruled_out(session, **asked), "name", "blocked") == [("Gone", "Gone is withdrawn")]
        assert rows(ruled_out(session, **asked, search="strong"), "name", "blocked") == []

    assert [one.mentor_id for one in found] == [strong, weak, before]
    assert [(one.fit, "\n".join(one.pro)) for one in found] == rows(whole[whole["mentor_id"] != gone], "fit", "pro")
    assert found[2] == Candidate(
        mentor_id=before,
        name="Before",
        work=("Lead", "Lima"),
        capacity=2,
        taken=0,
        fit=found[2].fit,
        pro=("offers 1 of 2 skills sought: SQL",),
        con=(),
        unknown=("mentor's years of experience", "time zone", "languages"),
        blocked="paired before, until 3 Mar 2026",
    )


def test_waiting_page_tells_what_the_desk_lists(cohort):
    with writing("Ana", "Test") as session:
        make_mentor(session, cohort, skills=("SQL",))
        keen = make_mentee(session, cohort, "Keen", skills=("SQL",), joined_on=TODAY)
        easy = make_mentee(session, cohort, "Easy", joined_on=TODAY)

    with reading() as session:
        found = waiting_page(session, cohort_id=cohort, today=TODAY, search="", limit=9, offset=0)

    assert found == [Waiting(easy, "Easy", TODAY, 1, None), Waiting(keen, "Keen", TODAY, 1, 1)]
