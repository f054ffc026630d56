"""The sample program: believable, the same for the same seed, within every rule, and gone without a trace."""

import unicodedata
from collections import Counter
from datetime import date, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import InvalidError
from dashboard.questions import QUESTIONS
from dashboard.sample import DEFAULT_PEOPLE, DEFAULT_SEED, invent
from dashboard.sample.casting import RUNNING, UPCOMING, invent_cohorts
from dashboard.sample.program import FEWEST
from dashboard.services.person_fields import CLEANERS, clean_person
from models import OPEN

TODAY = date(2026, 6, 15)

sizes = st.integers(FEWEST, 260)
seeds = st.integers(0, 2**32)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def rows(program, table):
    columns = program[table]
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


@pytest.fixture(scope="module")
def program():
    return invent(people=400, seed=1, today=TODAY)


def test_the_same_seed_invents_the_same_program():
    assert invent(people=60, seed=3, today=TODAY) == invent(people=60, seed=3, today=TODAY)


def test_another_seed_invents_another_program():
    one, other = (invent(people=60, seed=seed, today=TODAY) for seed in (3, 4))

    assert [table for table in one if one[table] == other[table]] == ["cohort", "check_in_schedule", "skill"]


@pytest.mark.parametrize(("people", "seed"), [(0, 1), (1, 1), (FEWEST - 1, 1), (10**9, 1), (60, -1)])
def test_a_size_or_seed_that_cannot_be_is_refused_in_a_sentence(people, seed):
    with pytest.raises(
        InvalidError, match=r"^(A sample program has 20 to 200,000 people|The seed of a sample program)"
    ):
        invent(people=people, seed=seed, today=TODAY)


@settings(max_examples=40)
@given(sizes, seeds, days)
def test_everything_happens_within_its_time(people, seed, today):
    program = invent(people=people, seed=seed, today=today)
    cohorts, pairings = rows(program, "cohort"), rows(program, "pairing")

    assert len(program["person"]["name"]) == people
    for pairing in pairings:
        cohort = cohorts[pairing["cohort_id"]]
        last = min(pairing["ended_on"] or today, today)
        assert cohort["starts_on"] <= pairing["started_on"] <= last <= cohort["ends_on"]
    for table, day in (("meeting", "held_on"), ("check_in", "answered_on")):
        for row in rows(program, table):
            pairing = pairings[row["pairing_id"]]
            assert pairing["started_on"] <= row[day] <= (pairing["ended_on"] or today)
    assert max(program["participant"]["joined_on"]) <= today
    assert len({(row["pairing_id"], row["held_on"]) for row in rows(program, "meeting")}) == len(
        rows(program, "meeting")
    )


@settings(max_examples=40)
@given(sizes, seeds)
def test_no_pairing_breaks_a_rule(people, seed):
    program = invent(people=people, seed=seed, today=TODAY)
    persons, participants = rows(program, "person"), rows(program, "participant")
    apart = {frozenset((row["person_a_id"], row["person_b_id"])) for row in rows(program, "separation")}
    taken, paired = Counter(), Counter()

    for pairing in rows(program, "pairing"):
        mentor, mentee = participants[pairing["mentor_id"]], participants[pairing["mentee_id"]]
        one, other = persons[mentor["person_id"]], persons[mentee["person_id"]]
        assert (mentor["role"], mentee["role"]) == ("mentor", "mentee")
        assert mentor["cohort_id"] == mentee["cohort_id"] == pairing["cohort_id"]
        assert mentor["person_id"] != mentee["person_id"]
        assert frozenset((mentor["person_id"], mentee["person_id"])) not in apart
        assert one["email_key"] is None or other["manager_email"] != one["email_key"]
        assert other["email_key"] is None or one["manager_email"] != other["email_key"]
        if pairing["status"] in OPEN:
            taken[pairing["mentor_id"]] += 1
            paired[pairing["mentee_id"]] += 1
            assert (mentor["status"], mentee["status"]) == ("active", "active")
    assert all(count <= participants[mentor]["capacity"] for mentor, count in taken.items())
    assert set(paired.values()) <= {1}


@settings(max_examples=25)
@given(sizes, seeds)
def test_some_mentees_of_the_first_cohort_mentor_in_the_third(people, seed):
    participants = rows(invent(people=people, seed=seed, today=TODAY), "participant")
    mentees = {row["person_id"] for row in participants if (row["cohort_id"], row["role"]) == (0, "mentee")}
    mentors = {row["person_id"] for row in participants if (row["cohort_id"], row["role"]) == (RUNNING, "mentor")}

    assert mentees & mentors


def test_every_person_is_one_that_could_be_typed_by_hand(program):
    persons = [{name: row[name] for name in CLEANERS} for row in rows(program, "person")]
    expected = [{name: row[name] for name in (*CLEANERS, "email_key", "name_key")} for row in rows(program, "person")]

    assert [clean_person(person) for person in persons] == expected
    assert set(program["person"]["time_zone"]) <= available_timezones()


def test_names_come_from_many_cultures_and_scripts():
    names = invent(people=3000, seed=1, today=TODAY)["person"]["name"]

    assert len(set(names)) > 2700
    assert {len(name.split()) for name in names} >= {1, 2, 3, 4}
    assert max(map(len, names)) > 28
    assert min(map(len, names)) < 8
    assert sum(not name.isascii() for name in names) > 700
    scripts = {unicodedata.name(letter).split()[0] for name in names for letter in name}
    assert scripts >= {"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "DEVANAGARI", "CJK", "HANGUL", "GEORGIAN"}


def test_emails_are_all_different_and_of_the_domains_kept_for_examples(program):
    emails = [email for email in program["person"]["email_key"] if email]

    assert len(set(emails)) == len(emails)
    assert {email.split("@")[1] for email in emails} == {"example.org", "example.net", "example.com"}
    assert 0 < len(program["person"]["email"]) - len(emails) < 20


def test_the_default_program_has_something_in_every_state():
    program = invent(people=DEFAULT_PEOPLE, seed=DEFAULT_SEED, today=TODAY)
    pairings, participants = rows(program, "pairing"), rows(program, "participant")
    running = Counter(row["status"] for row in pairings if row["cohort_id"] == RUNNING)

    assert 40 <= running.total() <= 60
    assert set(running) == {"active", "paused", "completed", "ended_early"}
    assert not [row for row in pairings if row["cohort_id"] == UPCOMING]
    assert Counter(row["status"] for row in participants if row["cohort_id"] == UPCOMING)["waitlisted"] > 0
    assert {row["status"] for row in participants} == {"active", "waitlisted", "withdrawn"}
    paired = {row["mentee_id"] for row in pairings}
    waiting = [at for at, row in enumerate(participants) if row["cohort_id"] == RUNNING and row["role"] == "mentee"]
    assert set(waiting) - paired


def test_the_four_cohorts_are_two_past_one_running_and_one_to_come(program):
    spans = [(row["starts_on"], row["ends_on"]) for row in rows(program, "cohort")]

    assert [(start <= TODAY, end < TODAY) for start, end in spans] == [
        (True, True),
        (True, True),
        (True, False),
        (False, False),
    ]
    assert [row["name"] for row in rows(program, "cohort")] == ["Fall 2023", "Fall 2024", "Fall 2025", "Summer 2026"]


def test_response_rates_fall_with_every_wave(program):
    answered = Counter(row["wave"] for row in rows(program, "check_in") if row["wave"] != "pulse")

    assert [wave for wave, _ in answered.most_common()] == ["baseline", "first_meeting", "midpoint", "final"]


def test_confidence_mostly_rises_and_sometimes_falls(program):
    first, last = {}, {}
    for row in rows(program, "check_in"):
        if row["confidence"] is None:
            continue
        first.setdefault((row["pairing_id"], row["participant_id"]), row["confidence"])
        last[row["pairing_id"], row["participant_id"]] = row["confidence"]
    moves = Counter((last[key] > first[key]) - (last[key] < first[key]) for key in first)

    assert moves[1] > moves[-1] > 0


def test_everybody_answers_only_what_their_wave_asks(program):
    for row in rows(program, "check_in"):
        asked = {question.key for question in QUESTIONS if row["wave"] in question.waves}
        given = {key for key in ("confidence", "relationship", "progress", "fit", "recommend") if row[key] is not None}
        assert given <= asked


def test_check_ins_say_good_and_bad_things_and_a_few_in_confidence(program):
    check_ins = rows(program, "check_in")

    assert {row["relationship"] for row in check_ins} == {None, 1, 2, 3, 4, 5}
    assert {row["fit"] for row in check_ins} == {None, "good", "deciding", "not_a_fit"}
    assert 0 < sum(row["confidential"] for row in check_ins) < len(check_ins) / 10
    assert all(row["comment"] for row in check_ins if row["confidential"])
    sides = {row["participant_id"] for row in check_ins}
    assert {program["participant"]["role"][side] for side in sides} == {"mentor", "mentee"}


def test_pairings_are_made_mostly_by_the_skills_sought_and_offered(program):
    skills = {}
    for row in rows(program, "participant_skill"):
        skills.setdefault(row["participant_id"], set()).add(row["skill_id"])
    shared = [bool(skills[row["mentor_id"]] & skills[row["mentee_id"]]) for row in rows(program, "pairing")]

    assert 0.7 < sum(shared) / len(shared) < 1


def test_meetings_are_held_unevenly(program):
    held = Counter(row["pairing_id"] for row in rows(program, "meeting") if not row["missed"])
    past = [at for at, row in enumerate(rows(program, "pairing")) if row["started_on"] < TODAY - timedelta(days=90)]
    counts = [held[at] for at in past]

    assert min(counts) <= 2 < 18 < max(counts)
    assert 7 < len(program["meeting"]["held_on"]) / 400 < 12
    assert 0.03 < sum(program["meeting"]["missed"]) / len(program["meeting"]["missed"]) < 0.15
    assert set(program["meeting"]["format"]) == {"in_person", "video", "phone", "chat", "other"}


def test_no_two_cohorts_have_one_name_on_any_day():
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(30 * 366)]

    assert [day for day in days if len(set(invent_cohorts(day)["name"])) < 4] == []
