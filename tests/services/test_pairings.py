from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, InvalidError, MentorboardError, NotFoundError, RuleError
from dashboard.services import history
from dashboard.services.pairings import (
    complete,
    correct,
    end_early,
    move_mentee,
    pair,
    pause,
    remove_pairing,
    reopen,
    resume,
)
from models import Action, Cohort, Pairing, Participant, Person, Separation
from tests.factories import (
    make_check_in,
    make_cohort,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
    make_person,
)

ON = date(2026, 3, 2)
LATER = date(2026, 6, 1)


def pairings():
    """Every pairing as it is stored, without its id."""
    with reading() as session:
        return [row.model_dump(exclude={"id"}) for row in session.exec(select(Pairing).order_by(Pairing.id))]


def refused(service, **arguments):
    """What the service says; nothing may have changed."""
    before = pairings()
    with pytest.raises(MentorboardError) as refusal, writing("Ana", "Tried") as session:
        service(session, **arguments)
    assert pairings() == before
    return type(refusal.value), str(refusal.value)


@pytest.fixture
def party(database):
    """A cohort with the mentor Ben Ode (two places), the mentor Cleo Park and the mentee Ana Ruiz."""
    with writing("Ana", "Test") as session:
        cohort = make_cohort(session, "Spring 2026")
        return {
            "cohort": cohort,
            "ben": make_mentor(session, cohort, "Ben Ode", capacity=2, email="ben@example.org"),
            "cleo": make_mentor(session, cohort, "Cleo Park", email="cleo@example.org"),
            "ana": make_mentee(session, cohort, "Ana Ruiz", email="ana@example.org"),
        }


@pytest.fixture
def paired(party):
    """The same, with Ana Ruiz paired with Ben Ode; the id of the pairing."""
    with writing("Ana", "Test") as session:
        return make_pairing(session, party["ben"], party["ana"], started_on=ON)


def demand(cohort, **rules):
    with writing("Ana", "Test") as session:
        for name, value in rules.items():
            setattr(session.get_one(Cohort, cohort), name, value)


def describe(participant_id, **fields):
    with writing("Ana", "Test") as session:
        person_id = session.get_one(Participant, participant_id).person_id
        for name, value in fields.items():
            setattr(session.get_one(Person, person_id), name, value)


@pytest.mark.parametrize(
    ("rule", "mentor", "mentee", "sentence"),
    [
        (
            {"field_rule": "same"},
            {"department": "Sales"},
            {"department": "Legal"},
            "Ana Ruiz and Ben Ode are from two departments, and Spring 2026 pairs within one.",
        ),
        (
            {"field_rule": "other"},
            {"department": "Sales"},
            {"department": " sales"},
            "Ana Ruiz and Ben Ode are both in Sales, and Spring 2026 pairs across departments.",
        ),
        (
            {"has_common_language": True},
            {"languages": "Norsk, English"},
            {"languages": "Spanish"},
            "Ana Ruiz and Ben Ode have no language in common, and Spring 2026 asks for one.",
        ),
        (
            {"most_hours_apart": 5},
            {"time_zone": "Europe/Oslo"},
            {"time_zone": "America/Lima"},
            "Ana Ruiz and Ben Ode are more than 5 hours apart, the most that Spring 2026 allows.",
        ),
    ],
)
def test_pair_refuses_what_the_cohort_does_not_allow(party, rule, mentor, mentee, sentence):
    ids = {"mentor_id": party["ben"], "mentee_id": party["ana"], "started_on": ON}
    demand(party["cohort"], **rule)
    describe(party["ben"], **mentor)
    describe(party["ana"], **mentee)

    said = refused(pair, **ids)
    assert said == (RuleError, f"{sentence} Choose another mentor, or change the rule in Cohorts.")

    describe(party["ana"], **dict.fromkeys(mentee))
    with writing("Ana", "Test") as session:
        pair(session, **ids)
    assert len(pairings()) == 1, "what is not on record refuses nobody"


def test_pairing_that_stands_is_left_alone_by_a_new_demand(party, paired):
    describe(party["ben"], languages="Norsk")
    describe(party["ana"], languages="Spanish")
    demand(party["cohort"], has_common_language=True)

    with writing("Ana", "Test") as session:
        pause(session, pairing_id=paired)
        resume(session, pairing_id=paired)
        correct(session, pairing_id=paired, started_on=LATER)
        complete(session, pairing_id=paired, ended_on=LATER)
    with writing("Ana", "Test") as session:
        reopen(session, pairing_id=paired)
    assert [(row["status"], row["started_on"]) for row in pairings()] == [("active", LATER)]


def change(people, **fields):
    with writing("Ana", "Test") as session:
        for participant_id in people:
            participant = session.get_one(Participant, participant_id)
            for name, value in fields.items():
                setattr(participant, name, value)


def test_pair_starts_an_active_pairing(party):
    with writing("Ana", "Paired") as session:
        pair(session, mentor_id=party["ben"], mentee_id=party["ana"], started_on=ON, rationale="  Both love maps.  ")

    assert pairings() == [
        {
            "cohort_id": party["cohort"],
            "mentor_id": party["ben"],
            "mentee_id": party["ana"],
            "status": "active",
            "started_on": ON,
            "ended_on": None,
            "end_reason": None,
            "end_note": None,
            "rationale": "Both love maps.",
            "plan_id": None,
            "is_locked": False,
        }
    ]


def test_pair_refuses_a_full_mentor(party):
    with writing("Ana", "Test") as session:
        for status in ("active", "paused"):
            make_pairing(session, party["ben"], make_mentee(session, party["cohort"]), status=status)
        make_pairing(session, party["ben"], make_mentee(session, party["cohort"]), status="completed", ended_on=LATER)

    assert refused(pair, mentor_id=party["ben"], mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        "Ben Ode is full: 2 of 2 places taken. Raise the capacity or choose another mentor.",
    )


def test_pair_refuses_a_mentee_who_is_paired(party, paired):
    assert refused(pair, mentor_id=party["cleo"], mentee_id=party["ana"], started_on=ON) == (
        ConflictError,
        "Ana Ruiz is paired with Ben Ode already. Move or end that pairing first.",
    )


@pytest.mark.parametrize("who", ["ana", "ben"])
@pytest.mark.parametrize("status", ["waitlisted", "withdrawn"])
def test_pair_refuses_somebody_who_is_not_active(party, who, status):
    change([party[who]], status=status)

    name = {"ana": "Ana Ruiz", "ben": "Ben Ode"}[who]
    assert refused(pair, mentor_id=party["ben"], mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        f"{name} is {status}. Reactivate {name} first.",
    )


def test_pair_refuses_the_same_person(party):
    with writing("Ana", "Test") as session:
        person_id = session.get_one(Participant, party["ana"]).person_id
        herself = make_mentor(session, party["cohort"], person_id=person_id)

    assert refused(pair, mentor_id=herself, mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        "Ana Ruiz can't be both the mentor and the mentee of a pairing. Choose another mentor.",
    )


def test_pair_refuses_the_own_manager_and_the_own_report(party):
    with writing("Ana", "Test") as session:
        led = make_mentee(session, party["cohort"], "Dee Lam", manager_email="ben@example.org")
        leading = make_mentor(session, party["cohort"], "Eva Sol", manager_email="ana@example.org")

    assert refused(pair, mentor_id=party["ben"], mentee_id=led, started_on=ON) == (
        RuleError,
        "Ben Ode is Dee Lam's manager. Choose another mentor.",
    )
    assert refused(pair, mentor_id=leading, mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        "Eva Sol reports to Ana Ruiz. Choose another mentor.",
    )


def test_pair_refuses_two_who_are_kept_apart(party):
    with writing("Ana", "Test") as session:
        people = sorted(session.get_one(Participant, party[who]).person_id for who in ("ana", "ben"))
        session.add(Separation(person_a_id=people[0], person_b_id=people[1], reason="cousins"))

    assert refused(pair, mentor_id=party["ben"], mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        "Ana Ruiz and Ben Ode are kept apart: cousins. Choose another mentor, or allow the two again in People.",
    )


def test_pair_refuses_two_cohorts_and_swapped_roles(party):
    with writing("Ana", "Test") as session:
        stranger = make_mentor(session, make_cohort(session, "Autumn 2026"), "Fay Roy")

    assert refused(pair, mentor_id=stranger, mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        "Ana Ruiz and Fay Roy are in different cohorts. Choose two of the same cohort.",
    )
    assert refused(pair, mentor_id=party["ana"], mentee_id=party["ben"], started_on=ON) == (
        RuleError,
        "Ana Ruiz is here as a mentee, not as a mentor. Choose a mentor.",
    )


def test_pair_refuses_people_who_are_gone(party):
    assert refused(pair, mentor_id=999, mentee_id=party["ana"], started_on=ON) == (
        NotFoundError,
        "This mentor is not in the cohort any more: somebody removed them. Choose another mentor.",
    )
    assert refused(pair, mentor_id=party["ben"], mentee_id=999, started_on=ON)[0] is NotFoundError


def test_pair_refuses_an_archived_cohort(party):
    with writing("Ana", "Test") as session:
        session.get_one(Cohort, party["cohort"]).archived_at = datetime(2026, 6, 1, tzinfo=UTC)

    assert refused(pair, mentor_id=party["ben"], mentee_id=party["ana"], started_on=ON) == (
        RuleError,
        "Spring 2026 is archived. Restore it first, then pair.",
    )


@pytest.mark.parametrize("started_on", [date(2025, 7, 8), date(2026, 12, 19), date(1, 1, 1), date(9999, 12, 31)])
def test_pair_refuses_a_start_outside_the_cohort(party, started_on):
    said = refused(pair, mentor_id=party["ben"], mentee_id=party["ana"], started_on=started_on)

    assert said[0] is InvalidError
    assert said[1].endswith(
        "does not fit Spring 2026, which runs from 5 Jan 2026 to 18 Dec 2026. "
        "A pairing may start up to 180 days before its cohort: choose a start between 9 Jul 2025 and 18 Dec 2026."
    )


def test_pair_refuses_a_missing_start(party):
    assert refused(pair, mentor_id=party["ben"], mentee_id=party["ana"], started_on=None) == (
        InvalidError,
        "A pairing needs a start. Choose a date.",
    )


def test_pairing_goes_through_its_states(paired):
    def state():
        row = pairings()[0]
        return row["status"], row["ended_on"], row["end_reason"], row["end_note"]

    with writing("Ana", "Paused") as session:
        pause(session, pairing_id=paired)
    assert state() == ("paused", None, None, None)
    with writing("Ana", "Resumed") as session:
        resume(session, pairing_id=paired)
    assert state() == ("active", None, None, None)
    with writing("Ana", "Ended") as session:
        end_early(session, pairing_id=paired, ended_on=LATER, end_reason="no_time", end_note=" Too busy. ")
    assert state() == ("ended_early", LATER, "no_time", "Too busy.")
    with writing("Ana", "Reopened") as session:
        reopen(session, pairing_id=paired)
    assert state() == ("active", None, None, None)
    with writing("Ana", "Completed") as session:
        complete(session, pairing_id=paired, ended_on=LATER)
    assert state() == ("completed", LATER, None, None)


@pytest.mark.parametrize(
    ("status", "service", "word"),
    [
        ("paused", pause, "paused by now, so it can't be paused"),
        ("completed", pause, "completed by now, so it can't be paused"),
        ("active", resume, "active by now, so it can't be resumed"),
        ("ended_early", resume, "ended by now, so it can't be resumed"),
        ("active", reopen, "active by now, so it can't be reopened"),
        ("completed", complete, "completed by now, so it can't be completed"),
        ("ended_early", end_early, "ended by now, so it can't be ended"),
        ("draft", pause, "a draft by now, so it can't be paused"),
    ],
)
def test_second_of_two_tabs_is_told_how_the_pairing_stands(party, status, service, word):
    ended = {"ended_on": LATER, "end_reason": "no_time"} if status in ("completed", "ended_early") else {}
    with writing("Ana", "Test") as session:
        pairing_id = make_pairing(session, party["ben"], party["ana"], status=status, **ended)
    options = {complete: {"ended_on": LATER}, end_early: {"ended_on": LATER, "end_reason": "no_time"}}

    assert refused(service, pairing_id=pairing_id, **options.get(service, {})) == (
        ConflictError,
        f"Ana Ruiz with Ben Ode is {word}. Look at it again before you go on.",
    )


@pytest.mark.parametrize("service", [pause, resume, reopen, remove_pairing])
def test_pairing_that_is_gone_is_a_sentence(party, service):
    assert refused(service, pairing_id=999) == (
        NotFoundError,
        "This pairing is not here any more: somebody removed it. Look at the list again.",
    )


@pytest.mark.parametrize(
    ("ended_on", "sentence"),
    [
        (None, "An end needs a date. Choose one."),
        (date(2026, 6, 16), "16 Jun 2026 is still to come. Choose today or an earlier day."),
        (date(2026, 3, 1), "This pairing started on 2 Mar 2026. Choose that day or a later one."),
        (
            date(2026, 4, 9),
            "The two met on 10 Apr 2026. Choose that day or a later one, or correct the meeting first.",
        ),
    ],
)
def test_end_refuses_a_day_that_cannot_be(paired, today, ended_on, sentence):
    with writing("Ana", "Test") as session:
        make_meeting(session, paired, held_on=date(2026, 4, 10))

    assert refused(complete, pairing_id=paired, ended_on=ended_on, today=today) == (InvalidError, sentence)
    assert refused(end_early, pairing_id=paired, ended_on=ended_on, end_reason="no_time", today=today) == (
        InvalidError,
        sentence,
    )


def test_end_refuses_a_day_before_an_answer_but_not_before_the_last_questions(paired):
    with writing("Ana", "Test") as session:
        make_meeting(session, paired, held_on=date(2026, 4, 10))
        make_check_in(session, paired, "mentor", "pulse", answered_on=date(2026, 5, 4))
        make_check_in(session, paired, "mentee", "final", answered_on=LATER)

    assert refused(complete, pairing_id=paired, ended_on=date(2026, 5, 3)) == (
        InvalidError,
        "Ben Ode answered a check-in on 4 May 2026. Choose that day or a later one, or correct the check-in first.",
    )

    with writing("Ana", "Completed") as session:
        complete(session, pairing_id=paired, ended_on=date(2026, 5, 4))

    assert pairings()[0]["ended_on"] == date(2026, 5, 4)


@pytest.mark.parametrize("reason", [None, "", "bored"])
def test_end_early_needs_a_reason(paired, reason):
    assert refused(end_early, pairing_id=paired, ended_on=LATER, end_reason=reason) == (
        InvalidError,
        "An early end needs a reason. Choose one.",
    )


def test_other_reason_needs_a_note(paired):
    assert refused(end_early, pairing_id=paired, ended_on=LATER, end_reason="other", end_note=" ") == (
        InvalidError,
        "Say in the note what the other reason is.",
    )


def test_reopen_refuses_when_the_place_is_taken_or_the_mentee_is_paired(party):
    with writing("Ana", "Test") as session:
        ended = {"status": "completed", "ended_on": LATER}
        with_cleo = make_pairing(session, party["cleo"], party["ana"], **ended)
        make_pairing(session, party["cleo"], make_mentee(session, party["cohort"]))

    assert refused(reopen, pairing_id=with_cleo)[1].startswith("Cleo Park is full: 1 of 1 place taken.")

    with writing("Ana", "Test") as session:
        make_pairing(session, party["ben"], party["ana"])

    assert refused(reopen, pairing_id=with_cleo)[1].startswith("Ana Ruiz is paired with Ben Ode already.")


def test_move_ends_the_old_pairing_and_starts_the_new_one(party, paired, today):
    with writing("Ana", "Moved") as session:
        move_mentee(
            session,
            pairing_id=paired,
            mentor_id=party["cleo"],
            on=LATER,
            reason="not_a_fit",
            note="Asked.",
            today=today,
        )

    old, new = pairings()
    assert (old["status"], old["ended_on"], old["end_reason"], old["end_note"]) == (
        "ended_early",
        LATER,
        "not_a_fit",
        "Asked.",
    )
    assert (new["mentor_id"], new["mentee_id"], new["status"], new["started_on"]) == (
        party["cleo"],
        party["ana"],
        "active",
        LATER,
    )


def test_move_is_one_step_of_undo(party, paired):
    before = pairings()
    with writing("Ana", "Moved Ana") as session:
        move_mentee(session, pairing_id=paired, mentor_id=party["cleo"], on=LATER, reason="not_a_fit")

    with writing("Ana", "Undo", kind="undo") as session:
        action_id = session.exec(select(Action.id).where(Action.summary == "Moved Ana")).one()
        history.undo(session, action_id=action_id)

    assert pairings() == before


def test_move_refuses_and_leaves_the_old_pairing_open(party, paired):
    with writing("Ana", "Test") as session:
        make_pairing(session, party["cleo"], make_mentee(session, party["cohort"]))

    move = {"pairing_id": paired, "on": LATER, "reason": "not_a_fit"}
    assert refused(move_mentee, mentor_id=party["cleo"], **move)[1].startswith("Cleo Park is full: 1 of 1 place taken.")
    assert refused(move_mentee, mentor_id=party["ben"], **move) == (
        RuleError,
        "Ana Ruiz is with Ben Ode already. Choose another mentor.",
    )
    assert refused(move_mentee, mentor_id=party["cleo"], **{**move, "reason": None})[0] is InvalidError


def test_correct_changes_the_start_and_the_rationale(paired):
    with writing("Ana", "Corrected") as session:
        correct(session, pairing_id=paired, started_on=date(2026, 3, 9), rationale="")

    assert (pairings()[0]["started_on"], pairings()[0]["rationale"]) == (date(2026, 3, 9), None)


def test_correct_leaves_alone_what_is_not_given(paired):
    with writing("Ana", "Corrected") as session:
        correct(session, pairing_id=paired, started_on=date(2026, 3, 9), rationale="Both run.")
    with writing("Ana", "Corrected the words") as session:
        correct(session, pairing_id=paired, rationale="Both row.")
    with writing("Ana", "Corrected the start") as session:
        correct(session, pairing_id=paired, started_on=date(2026, 3, 10))
    with writing("Ana", "Corrected nothing") as session:
        correct(session, pairing_id=paired)

    assert (pairings()[0]["started_on"], pairings()[0]["rationale"]) == (date(2026, 3, 10), "Both row.")
    assert refused(correct, pairing_id=paired, started_on=None)[1] == "A pairing needs a start. Choose a date."


def test_correct_refuses_a_start_after_what_happened(paired):
    with writing("Ana", "Test") as session:
        make_meeting(session, paired, held_on=date(2026, 4, 10))

    assert refused(correct, pairing_id=paired, started_on=date(2026, 4, 11), rationale=None) == (
        InvalidError,
        "The two met on 10 Apr 2026 already. Choose that day or an earlier one.",
    )

    with writing("Ana", "Completed") as session:
        complete(session, pairing_id=paired, ended_on=LATER)

    assert refused(correct, pairing_id=paired, started_on=date(2026, 6, 2), rationale=None) == (
        InvalidError,
        "This pairing ended on 1 Jun 2026. Choose that day or an earlier one.",
    )


def test_correct_refuses_a_start_after_an_answer(paired):
    with writing("Ana", "Test") as session:
        make_check_in(session, paired, answered_on=date(2026, 4, 6))
        make_meeting(session, paired, held_on=date(2026, 4, 10))

    assert refused(correct, pairing_id=paired, started_on=date(2026, 4, 7), rationale=None) == (
        InvalidError,
        "Ana Ruiz answered a check-in on 6 Apr 2026 already. Choose that day or an earlier one.",
    )

    with writing("Ana", "Corrected") as session:
        correct(session, pairing_id=paired, started_on=date(2026, 4, 6), rationale=None)

    assert pairings()[0]["started_on"] == date(2026, 4, 6)


def test_remove_takes_a_mistake_away(party, paired):
    with writing("Ana", "Test") as session:
        make_pair(session, party["cohort"])
    with writing("Ana", "Removed") as session:
        remove_pairing(session, pairing_id=paired)

    assert [row["mentor_id"] for row in pairings()] != []
    assert party["ben"] not in [row["mentor_id"] for row in pairings()]


def test_remove_refuses_what_something_stands_on(paired):
    with writing("Ana", "Test") as session:
        make_meeting(session, paired, held_on=LATER)
        make_meeting(session, paired, held_on=LATER, missed=True)
        make_check_in(session, paired, answered_on=LATER)

    assert refused(remove_pairing, pairing_id=paired) == (
        RuleError,
        "Ana Ruiz with Ben Ode has 2 meetings and 1 check-in on record. End it instead; so nothing is lost.",
    )


@pytest.mark.parametrize("rule", ["full", "twice", "herself", "manager", "report", "apart", "cohort", "roles"])
def test_database_refuses_what_bypasses_the_services(party, rule):
    """The same rules, written straight into the table."""
    mentor_id, mentee_id, status = party["ben"], party["ana"], "active"
    with writing("Ana", "Test") as session:
        person_id = session.get_one(Participant, mentee_id).person_id
        if rule == "full":
            for _ in range(2):
                make_pairing(session, mentor_id, make_mentee(session, party["cohort"]))
            status = "paused"
        elif rule == "twice":
            make_pairing(session, party["cleo"], mentee_id)
        elif rule == "herself":
            mentor_id = make_mentor(session, party["cohort"], person_id=person_id)
        elif rule == "manager":
            mentee_id = make_mentee(session, party["cohort"], manager_email="ben@example.org")
        elif rule == "report":
            mentor_id = make_mentor(session, party["cohort"], manager_email="ana@example.org")
        elif rule == "apart":
            other = make_person(session)
            session.add(Separation(person_a_id=person_id, person_b_id=other))
            mentor_id = make_mentor(session, party["cohort"], person_id=other)
        elif rule == "cohort":
            mentor_id = make_mentor(session, make_cohort(session))
        elif rule == "roles":
            mentor_id, mentee_id = mentee_id, mentor_id
    before = pairings()

    with pytest.raises(MentorboardError), writing("Ana", "Bypassed") as session:
        session.add(
            Pairing(cohort_id=party["cohort"], mentor_id=mentor_id, mentee_id=mentee_id, status=status, started_on=ON)
        )

    assert pairings() == before
    assert refused(pair, mentor_id=mentor_id, mentee_id=mentee_id, started_on=ON)


def test_long_names_stay_whole_in_a_refusal(party, paired):
    long = "Wolfeschlegelsteinhausenbergerdorff " * 5
    with writing("Ana", "Test") as session:
        mentor = make_mentor(session, party["cohort"], long.strip(), status="withdrawn")
        free = make_mentee(session, party["cohort"])

    assert refused(pair, mentor_id=mentor, mentee_id=free, started_on=ON)[1].startswith(f"{long.strip()} is withdrawn.")


steps = st.sampled_from(["pause", "resume", "complete", "end", "reopen", "move", "remove", "pair"])


@settings(max_examples=25)
@given(st.lists(st.tuples(steps, st.integers(0, 2), st.integers(0, 1)), max_size=14))
def test_no_order_of_steps_breaks_a_rule(party, taken):
    """In whatever order: a mentee has one open pairing at most, a mentor no more than their places."""
    with writing("Ana", "Test") as session:
        for row in session.exec(select(Pairing)).all():
            session.delete(row)
        mentees = [party["ana"], *(make_mentee(session, party["cohort"]) for _ in range(2))]
    mentors = [party["ben"], party["cleo"]]

    for step, mentee, mentor in taken:
        try:
            with writing("Ana", step) as session:
                _take(session, step, mentees[mentee], mentors[mentor])
        except MentorboardError:
            continue

    with reading() as session:
        open_now = session.exec(select(Pairing).where(Pairing.ended_on == None)).all()  # noqa: E711
        held = [row.mentor_id for row in open_now]
        assert len({row.mentee_id for row in open_now}) == len(open_now)
        assert held.count(party["ben"]) <= 2
        assert held.count(party["cleo"]) <= 1


def _take(session, step, mentee_id, mentor_id):
    latest = session.exec(select(Pairing.id).where(Pairing.mentee_id == mentee_id).order_by(Pairing.id.desc())).first()
    pairing = {"pairing_id": latest or 0}
    match step:
        case "pair":
            pair(session, mentor_id=mentor_id, mentee_id=mentee_id, started_on=ON)
        case "move":
            move_mentee(session, **pairing, mentor_id=mentor_id, on=LATER, reason="dates")
        case "complete":
            complete(session, **pairing, ended_on=LATER)
        case "end":
            end_early(session, **pairing, ended_on=LATER, end_reason="no_reply")
        case _:
            {"pause": pause, "resume": resume, "reopen": reopen, "remove": remove_pairing}[step](session, **pairing)
