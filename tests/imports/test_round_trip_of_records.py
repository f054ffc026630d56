"""Meetings and check-ins go out with everything but what is confidential, and come in again as they are."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.database import reading, writing
from models import MeetingSkill
from tests.factories import (
    make_check_in,
    make_cohort,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
    make_skill,
)
from tests.imports.test_round_trip import SPOILED, SPOILED_SKILLS, returned, sent, states

MOVED_ON = date(2026, 3, 2)


def program() -> int:
    """Two who began anew on the day on which they ended; and two of whom nothing but a name with a number is known."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", external_id="007")
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_pairing(session, ana, ben, status="completed", ended_on=MOVED_ON)
        make_pairing(session, ana, ben, started_on=MOVED_ON)
        make_pair(session, cohort_id, "Person 1", "Person 2")
        make_pair(session, make_cohort(session), "Not Here", "Nor Here")
    return cohort_id


def test_meetings_go_out_with_their_skills_and_notes(database):
    cohort_id = program()
    with writing("Ana", "Meetings") as session:
        first = make_meeting(session, 1, date(2026, 2, 3), format="in_person", notes='=1+1\n"so", they said')
        session.add(MeetingSkill(meeting_id=first, skill_id=make_skill(session, "C, C++")))
        session.add(MeetingSkill(meeting_id=first, skill_id=make_skill(session, "=SQL")))
        make_meeting(session, 1, MOVED_ON, minutes=None)
        make_meeting(session, 3, date(2026, 2, 3), missed=True)
        make_meeting(session, 3, date(2026, 2, 3), minutes=30)
        make_meeting(session, 4, date(2026, 2, 3), notes="Elsewhere")

    with reading() as session:
        data = sent(session, "meetings", cohort_id)
        found = returned(session, "meetings", cohort_id, data)

    ana = "Ana Ruiz,ana@example.org,007,Ben Ode,ben@example.org,"
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Mentor,Mentor's e-mail,Mentor's ID,Mentee,Mentee's e-mail,Mentee's ID,Date,Minutes,Format,Missed,"
        "Skills practised,Notes",
        f'{ana},2026-02-03,45,in person,no,"C, C++; \'=SQL","\'=1+1\n""so"", they said"',
        "Person 1,,,Person 2,,,2026-02-03,,video,yes,,",
        "Person 1,,,Person 2,,,2026-02-03,30,video,no,,",
        f"{ana},2026-03-02,,video,no,,",
        "",
    ]
    assert states(found) == {"unchanged": 4}


def test_check_ins_go_out_without_a_confidential_comment(database):
    cohort_id = program()
    with writing("Ana", "Check-ins") as session:
        every = {"relationship": 4, "progress": 3, "confidence": 5, "recommend": 9, "would_mentor": True, "fit": "good"}
        make_check_in(session, 1, wave="final", answered_on=MOVED_ON, comment="-fine\nreally", **every)
        make_check_in(session, 2, wave="final", by="mentor", answered_on=MOVED_ON, comment="Secret", confidential=True)
        make_check_in(session, 3, wave="pulse", fit="deciding", confidential=True)
        make_check_in(session, 4, wave="pulse", comment="Elsewhere")

    with reading() as session:
        data = sent(session, "check_ins", cohort_id)
        found = returned(session, "check_ins", cohort_id, data)

    ana = "Ana Ruiz,ana@example.org,007,Ben Ode,ben@example.org,"
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Mentor,Mentor's e-mail,Mentor's ID,Mentee,Mentee's e-mail,Mentee's ID,Answered by (mentor or mentee),Wave,"
        "Answered on,Confidence (1-5),Fit,Relationship (1-5),Progress (1-5),Recommend (0-10),Would mentor,Comment,"
        "Confidential",
        "Person 1,,,Person 2,,,mentee,Pulse,2026-02-09,,Still deciding,,,,,,yes",
        f'{ana},mentee,Final,2026-03-02,5,A good fit,4,3,9,yes,"\'-fine\nreally",no',
        f"{ana},mentor,Final,2026-03-02,,,,,,,,yes",
        "",
    ]
    assert states(found) == {"unchanged": 3}


notes = SPOILED | st.text(st.sampled_from("aB1 '\"=+-@\t,;\n"), max_size=8).map(
    lambda text: "\n".join(line.rstrip() for line in text.splitlines()).strip() or None
)
meetings = st.tuples(st.integers(1, 28), st.none() | st.integers(1, 720), notes, SPOILED_SKILLS)


@settings(max_examples=25)
@given(st.lists(meetings, min_size=1, max_size=5))
def test_any_meetings_come_in_as_they_went_out(sqlite_database, log):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        pairing_id = make_pair(session, cohort_id, "Ana Ruiz", "Ben Ode")
        for day, minutes, note, skills in log:
            meeting_id = make_meeting(session, pairing_id, date(2026, 2, day), minutes=minutes, notes=note)
            for name in skills:
                session.add(MeetingSkill(meeting_id=meeting_id, skill_id=make_skill(session, name)))

    with reading() as session:
        found = returned(session, "meetings", cohort_id, sent(session, "meetings", cohort_id))

    assert states(found) == {"unchanged": len(log)}


@settings(max_examples=25)
@given(SPOILED, st.sampled_from(["good", "deciding", None]), st.none() | st.booleans())
def test_any_check_in_comes_in_as_it_went_out(sqlite_database, comment, fit, would_mentor):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        pairing_id = make_pair(session, cohort_id, "Ana Ruiz", "Ben Ode")
        make_check_in(
            session, pairing_id, wave="final", comment=comment, fit=fit, would_mentor=would_mentor, progress=1
        )

    with reading() as session:
        found = returned(session, "check_ins", cohort_id, sent(session, "check_ins", cohort_id))

    assert states(found) == {"unchanged": 1}
