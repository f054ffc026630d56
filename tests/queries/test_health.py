"""How pairings are doing: the rules by hand, and against a plain reading of them in Python."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.database import reading, writing
from dashboard.queries.health import contact_today, health_counts, pairing_health, pairing_health_count
from models import CheckInSchedule
from tests.factories import make_check_in, make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing

TODAY = date(2026, 6, 15)
USUAL = {"baseline": 7, "first_meeting": 30, "pulse": 60, "midpoint": 90, "final": 180}
STATES = ("check_in", "no_data", "too_early", "on_track", "paused")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def scheduled(session, cohort_id, schedule):
    for wave, days in schedule.items():
        session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=days))
    session.flush()


def health(cohort_id, **options):
    with reading() as session:
        return pairing_health(session, cohort_id=cohort_id, today=TODAY, **options)


def told(cohort_id, **options):
    frame = health(cohort_id, **options)
    return list(zip(frame.mentee, frame.state, frame.reasons, strict=True))


def test_a_pairing_is_too_early_until_the_days_of_the_first_meeting_are_over(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, first_meeting_days=14)
        make_pair(session, cohort_id, mentee="Last day", started_on=ago(14))
        make_pair(session, cohort_id, mentee="A day late", started_on=ago(15))
        make_pair(session, cohort_id, mentee="Not begun", started_on=ago(-3))

    assert told(cohort_id) == [
        ("A day late", "no_data", "Nothing recorded in the 15 days since the start"),
        ("Last day", "too_early", ""),
        ("Not begun", "too_early", ""),
    ]


def test_a_missed_meeting_is_something_recorded_but_not_a_meeting(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        pairing_id = make_pair(session, cohort_id, mentee="Ben", started_on=ago(20))
        make_meeting(session, pairing_id, ago(5), missed=True)

    assert told(cohort_id) == [("Ben", "check_in", "No meeting yet, 20 days after the start")]


def test_a_pairing_is_quiet_only_after_the_days_that_the_cohort_allows(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, quiet_days=35)
        for mentee, days in (("On the day", 35), ("A day over", 36)):
            make_meeting(session, make_pair(session, cohort_id, mentee=mentee, started_on=ago(90)), ago(days))

    assert told(cohort_id) == [
        ("A day over", "check_in", "No meeting for 36 days"),
        ("On the day", "on_track", ""),
    ]


def test_the_latest_answers_of_each_of_the_two_count(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        better = make_pair(session, cohort_id, "Mia", "Better", started_on=ago(40))
        worse = make_pair(session, cohort_id, "Leo", "Worse", started_on=ago(40))
        for pairing_id in (better, worse):
            make_meeting(session, pairing_id, ago(3))
        make_check_in(session, better, wave="first_meeting", fit="not_a_fit", relationship=1, answered_on=ago(30))
        make_check_in(session, better, wave="pulse", relationship=3, progress=5, answered_on=ago(10))
        # A check-in that says nothing about how it goes does not hide one that does.
        make_check_in(session, better, wave="baseline", confidence=1, answered_on=ago(5))
        make_check_in(session, worse, wave="pulse", relationship=2, progress=1, answered_on=ago(9))
        make_check_in(session, worse, by="mentor", wave="pulse", relationship=5, fit="not_a_fit", answered_on=ago(8))

    assert told(cohort_id) == [
        (
            "Worse",
            "check_in",
            "Leo said on 7 Jun 2026 that it is not a fit; "
            "Worse rated the relationship 2 of 5 and progress 1 of 5 on 6 Jun 2026",
        ),
        ("Better", "on_track", ""),
    ]


@pytest.mark.parametrize(
    ("age", "reasons"),
    [
        (6, ""),
        (14, ""),
        (15, "Ben owes the baseline check-in since 7 Jun 2026"),
        (37, ""),
        (38, "Ben owes the first meeting check-in since 7 Jun 2026"),
        (67, ""),
        (68, "Ben owes the pulse check-in since 7 Jun 2026"),
        (98, "Ben owes the midpoint check-in since 7 Jun 2026"),
        (128, ""),  # the second pulse: answered 20 days ago, on day 108, which is nearer to day 120 than to day 60
        (200, "Ben owes the final check-in since 26 May 2026"),
    ],
)
def test_a_check_in_is_overdue_a_week_after_its_day_until_the_next_one_falls_due(database, age, reasons):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        scheduled(session, cohort_id, USUAL)
        pairing_id = make_pair(session, cohort_id, "Mia", "Ben", started_on=ago(age))
        make_meeting(session, pairing_id, ago(2))
        for wave in USUAL:
            make_check_in(session, pairing_id, by="mentor", wave=wave, confidence=4, answered_on=ago(1))
        if age == 128:
            make_check_in(session, pairing_id, wave="pulse", confidence=4, answered_on=ago(20))

    assert told(cohort_id) == [("Ben", "check_in" if reasons else "on_track", reasons)]


def test_nobody_is_asked_about_a_first_meeting_that_was_not_held(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        scheduled(session, cohort_id, {"first_meeting": 7})
        pairing_id = make_pair(session, cohort_id, mentee="Ben", started_on=ago(40))
        make_meeting(session, pairing_id, ago(30), missed=True)

    assert told(cohort_id) == [("Ben", "check_in", "No meeting yet, 40 days after the start")]


def test_paused_pairings_expect_nothing_and_others_have_no_state(database):
    with writing("Ana", "Set up") as session:
        cohort_id, other_id = make_cohort(session), make_cohort(session)
        paused = make_pair(session, cohort_id, mentee="Paused", status="paused")
        make_check_in(session, paused, fit="not_a_fit")
        make_pair(session, cohort_id, mentee="Draft", status="draft", started_on=None)
        make_pair(session, cohort_id, mentee="Done", status="completed", ended_on=ago(3))
        make_pair(session, cohort_id, mentee="Over", status="ended_early", ended_on=ago(3), end_reason="no_time")
        make_pair(session, other_id, mentee="Elsewhere")

    assert told(cohort_id) == [("Paused", "paused", "")]


def test_the_row_tells_all_about_the_pairing(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, meetings_per_month=2, ends_on=date(2026, 5, 6))
        mentor_id, mentee_id = make_mentor(session, cohort_id, "Mia"), make_mentee(session, cohort_id, "Ben")
        pairing_id = make_pairing(session, mentor_id, mentee_id, started_on=date(2026, 1, 6))
        make_meeting(session, pairing_id, date(2026, 2, 1))
        make_meeting(session, pairing_id, date(2026, 6, 5))
        make_meeting(session, pairing_id, date(2026, 6, 9), missed=True)
        make_meeting(session, pairing_id, date(2026, 6, 20))  # later than the day that is asked about

    (row,) = health(cohort_id).to_dict("records")
    assert row == {
        "pairing_id": pairing_id,
        "mentor": "Mia",
        "mentee": "Ben",
        "mentor_id": mentor_id,
        "mentee_id": mentee_id,
        "mentor_person_id": 1,
        "mentee_person_id": 2,
        "status": "active",
        "state": "on_track",
        "reasons": "",
        "started_on": date(2026, 1, 6),
        "last_meeting_on": date(2026, 6, 5),
        "days_quiet": 10,
        "held": 2,
        "missed": 1,
        "expected": 7,  # 120 days until the end of the cohort are 3.95 months
    }


def several(session):
    cohort_id = make_cohort(session)
    for mentee, days in (("Ben", 40), ("Bea 100%", 60), ("Cy", 50)):
        pairing_id = make_pair(session, cohort_id, f"Mentor of {mentee}", mentee, started_on=ago(100))
        make_meeting(session, pairing_id, ago(days))
    make_pair(session, cohort_id, "Mo", "New", started_on=ago(1))
    make_pair(session, make_cohort(session), "Mo", "Ben")
    return cohort_id


def test_health_is_paged_searched_and_filtered_by_state(database):
    with writing("Ana", "Set up") as session:
        cohort_id = several(session)

    def names(**options):
        return list(health(cohort_id, **options).mentee)

    assert names() == ["Bea 100%", "Cy", "Ben", "New"]
    assert names(limit=2, offset=1) == ["Cy", "Ben"]
    assert names(state="too_early") == ["New"]
    assert names(search="BE") == ["Bea 100%", "Ben"]
    assert names(search="new mo") == ["New"]
    assert names(search="0%") == ["Bea 100%"]
    assert names(search="_") == []
    with reading() as session:
        options = {"cohort_id": cohort_id, "today": TODAY}
        assert pairing_health_count(session, **options) == 4
        assert pairing_health_count(session, **options, search="be", state="check_in") == 2


def test_every_state_is_counted(database):
    with writing("Ana", "Set up") as session:
        cohort_id = several(session)

    with reading() as session:
        counts = health_counts(session, cohort_id=cohort_id, today=TODAY)
    assert counts == {"check_in": 3, "no_data": 0, "too_early": 1, "on_track": 0, "paused": 0}


def test_contact_today_says_who_why_and_what(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        scheduled(session, cohort_id, {"baseline": 7})
        quiet = make_pair(session, cohort_id, "Mia", "Ben", started_on=ago(90))
        make_meeting(session, quiet, ago(41))
        make_check_in(session, quiet, by="mentor", answered_on=ago(80))
        silent = make_pair(session, cohort_id, "Leo", "Cy", started_on=ago(30))
        owing = make_pair(session, cohort_id, "Ida", "Dev", started_on=ago(30))
        make_meeting(session, owing, ago(2))
        make_check_in(session, owing, answered_on=ago(20))
        make_pair(session, cohort_id, "New", "Comer", started_on=ago(1))

    with reading() as session:
        frame = contact_today(session, cohort_id=cohort_id, today=TODAY)
    assert frame.to_dict("records") == [
        {
            "pairing_id": silent,
            "mentor": "Leo",
            "mentee": "Cy",
            "state": "no_data",
            "who": "Cy and Leo",
            "why": "Nothing recorded in the 30 days since the start",
            "what": "Ask Cy and Leo whether they have met, and log it.",
            "days_quiet": 30,
        },
        {
            "pairing_id": quiet,
            "mentor": "Mia",
            "mentee": "Ben",
            "state": "check_in",
            "who": "Ben and Mia",
            "why": "No meeting for 41 days; Ben owes the baseline check-in since 24 Mar 2026",
            "what": "Ask Ben and Mia how it goes, and for the next date.",
            "days_quiet": 41,
        },
        {
            "pairing_id": owing,
            "mentor": "Ida",
            "mentee": "Dev",
            "state": "check_in",
            "who": "Ida",
            "why": "Ida owes the baseline check-in since 23 May 2026",
            "what": "Ask Ida for the answers, or record them together.",
            "days_quiet": 2,
        },
    ]


def test_nothing_there_keeps_the_columns(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)

    for asked in (cohort_id, 999):
        frame = health(asked)
        assert (len(frame), list(frame.columns)[:3]) == (0, ["pairing_id", "mentor", "mentee"])
        with reading() as session:
            options = {"cohort_id": asked, "today": TODAY}
            assert list(contact_today(session, **options).columns)[-3:] == ["why", "what", "days_quiet"]
            assert health_counts(session, **options) == dict.fromkeys(STATES, 0)
            assert pairing_health_count(session, **options) == 0


# The same rules, read aloud in plain Python, against the SQL on programs that nobody would think of.

DAYS = st.integers(-5, 130)
ANSWERS = st.fixed_dictionaries(
    {
        "by": st.sampled_from(["mentor", "mentee"]),
        "wave": st.sampled_from(list(USUAL)),
        "days_ago": DAYS,
        "relationship": st.none() | st.integers(1, 5),
        "progress": st.none() | st.integers(1, 5),
        "fit": st.sampled_from([None, None, "good", "not_a_fit"]),
    }
)
PAIRINGS = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["active", "active", "active", "paused"]),
        "age": DAYS,
        "meetings": st.lists(st.tuples(DAYS, st.booleans()), max_size=4),
        "answers": st.lists(ANSWERS, max_size=5, unique_by=lambda a: (a["by"], a["wave"])),
        "pulses": st.lists(st.tuples(DAYS, st.sampled_from(["mentor", "mentee"])), max_size=3, unique=True),
    }
)
PROGRAMS = st.fixed_dictionaries(
    {
        "first_meeting_days": st.integers(1, 40),
        "quiet_days": st.integers(1, 60),
        "schedule": st.dictionaries(st.sampled_from(list(USUAL)), st.integers(1, 80)),
        "pairings": st.lists(PAIRINGS, min_size=1, max_size=4),
    }
)


def check_ins(pairing):
    pulses = [{"by": by, "wave": "pulse", "days_ago": days} for days, by in pairing["pulses"]]
    return [answer for answer in pairing["answers"] if answer["wave"] != "pulse"] + pulses


def due(program, age):
    """The wave that is due at this age of a pairing, since when, and which pulse it is."""
    schedule, days = program["schedule"], (date(2026, 12, 18) - date(2026, 1, 5)).days
    asked = [(day, wave, 0) for wave, day in schedule.items() if wave != "pulse"]
    if every := schedule.get("pulse"):
        pulses = range(every, schedule.get("final", days + 1), every)
        asked += [(day, "pulse", number) for number, day in enumerate(pulses[:60], start=1)]
    order = list(USUAL)
    past = [entry for entry in asked if entry[0] <= age]
    return max(past, key=lambda entry: (entry[0], order.index(entry[1])), default=None), sum(
        wave == "pulse" for _, wave, _ in asked
    )


def owes(program, pairing, by):
    found, pulses = due(program, pairing["age"])
    met = any(not missed and days >= 0 for days, missed in pairing["meetings"])
    if found is None or (found[1] == "first_meeting" and not met):
        return False
    day, wave, number = found
    for answer in check_ins(pairing):
        if (answer["by"], answer["wave"]) != (by, wave) or answer["days_ago"] < 0:
            continue
        every, given = program["schedule"][wave], pairing["age"] - answer["days_ago"]
        nearest = min(range(1, pulses + 1), key=lambda n: (abs(n * every - given), -n)) if wave == "pulse" else 0
        if nearest == number:
            return False
    return pairing["age"] - day > 7


def said(pairing, by):
    spoken = [
        answer
        for answer in check_ins(pairing)
        if answer["by"] == by
        and answer["days_ago"] >= 0
        and any(answer.get(name) for name in ("relationship", "progress", "fit"))
    ]
    return min(enumerate(spoken), key=lambda entry: (entry[1]["days_ago"], -entry[0]))[1] if spoken else {}


WEIGHTS = (16, 8, 4, 2, 1)


def state(program, pairing):
    """The state, and how urgent it is."""
    held = [days for days, missed in pairing["meetings"] if not missed and days >= 0]
    latest = [said(pairing, by) for by in ("mentor", "mentee")]
    late = pairing["age"] > program["first_meeting_days"]
    everything = [days for days, _ in pairing["meetings"]] + [answer["days_ago"] for answer in check_ins(pairing)]
    flags = [
        any(answer.get("fit") == "not_a_fit" for answer in latest),
        any((answer.get(name) or 5) <= 2 for answer in latest for name in ("relationship", "progress")),
        not held and late,
        bool(held) and min(held) > program["quiet_days"],
        owes(program, pairing, "mentor") or owes(program, pairing, "mentee"),
    ]
    urgency = sum(weight for weight, flag in zip(WEIGHTS, flags, strict=True) if flag)
    if pairing["status"] == "paused":
        return "paused", 0
    if late and not any(days >= 0 for days in everything):
        return "no_data", urgency
    if any(flags):
        return "check_in", urgency
    return ("on_track" if held else "too_early"), 0


def within_its_life(pairing):
    """The pairing without what would lie before its start, which the database refuses."""
    age = pairing["age"]
    return {
        **pairing,
        "meetings": [meeting for meeting in pairing["meetings"] if meeting[0] <= age],
        "answers": [answer for answer in pairing["answers"] if answer["days_ago"] <= age],
        "pulses": [pulse for pulse in pairing["pulses"] if pulse[0] <= age],
    }


@settings(max_examples=60)
@given(PROGRAMS)
def test_states_are_those_of_a_plain_reading_of_the_rules(database, program):
    with writing("Ana", "Set up") as session:
        thresholds = {name: program[name] for name in ("first_meeting_days", "quiet_days")}
        cohort_id = make_cohort(session, **thresholds)
        scheduled(session, cohort_id, program["schedule"])
        expected = {}
        for pairing in map(within_its_life, program["pairings"]):
            pairing_id = make_pair(session, cohort_id, status=pairing["status"], started_on=ago(pairing["age"]))
            expected[pairing_id] = state(program, pairing)
            for days, missed in pairing["meetings"]:
                make_meeting(session, pairing_id, ago(days), missed=missed)
            for answer in check_ins(pairing):
                row = {name: value for name, value in answer.items() if name != "days_ago"}
                make_check_in(session, pairing_id, **row, answered_on=ago(answer["days_ago"]))

    frame = health(cohort_id)
    states = {pairing_id: state for pairing_id, (state, _) in expected.items()}
    assert dict(zip(frame.pairing_id, frame.state, strict=True)) == states
    # Nothing recorded stands among the reasons to check in, by the flags of both.
    places = [(max(1, STATES.index(expected[id][0])), -expected[id][1]) for id in frame.pairing_id]
    assert places == sorted(places)
    with reading() as session:
        counts = health_counts(session, cohort_id=cohort_id, today=TODAY)
    assert counts == {name: list(states.values()).count(name) for name in STATES}
