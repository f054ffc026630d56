"""Exports as form tools write them, with invented answers, go in whole: exact check-ins are stored."""

from datetime import date

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.imports.review import State
from dashboard.questions import ANSWERS
from models import CheckIn, CheckInSchedule
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing
from tests.imports.uploads import Upload

GOOGLE = (
    '"Timestamp","Email Address","How confident are you that you will reach your goals?",'
    '"How would you rate the following? [Your relationship with your mentor]",'
    '"How would you rate the following? [Your progress towards your goals]","What went well?","Any other comments?"\n'
    '"2026/03/24 5:01:22 PM GMT+1","Ben@Example.org","4","Very good","Fair","We agreed on three goals.","None"\n'
    '"2026/03/24 5:09:02 PM GMT+1","flo@example.org","5","Good","Excellent","","More time, please.\nAnd a plan."\n'
)
SURVEYMONKEY = (
    "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
    "How satisfied are you with the work with your mentor?,,,"
    "How likely is it that you would recommend this program to a friend or colleague?,Do you have any other comments?\n"
    ",,,,,,,,,Trust,Openness,Time,Response,Open-Ended Response\n"
    "118400000001,440001,03/24/2026 05:01:22 PM,03/24/2026 05:06:10 PM,192.0.2.7,ben@example.org,Ben,Ode,,"
    "Very satisfied,Satisfied,Neither satisfied nor dissatisfied,9,Thank you for asking\n"
    "118400000002,440001,03/25/2026 09:15:00 AM,03/25/2026 09:20:10 AM,192.0.2.8,flo@example.org,Flo,Am,,"
    "Dissatisfied,Very dissatisfied,N/A,10,\n"
)
MICROSOFT = (
    "ID;Start time;Completion time;Email;Name;Last modified time;I am a;"
    "Ich fühle mich zuversichtlich, meine Ziele zu erreichen;Wie zufrieden sind Sie mit der Beziehung zu Ihrem Mentor?;"
    "Was möchten Sie uns vertraulich sagen?\n"
    "1;24.03.2026 17:01:22;24.03.2026 17:05:00;ben@example.org;Ben Ode;;Mentee;Stimme eher zu;4,5;"
    "Er ist oft zu spät\n"
    "2;25.03.2026 09:15:00;25.03.2026 09:16:11;ana@example.org;Ana Ruiz;;Mentor;Stimme voll und ganz zu;5;k. A.\n"
    "3;25.03.2026 09:20:00;25.03.2026 09:21:00;flo@example.org;Flo Am;;Mentee;keine Angabe;3;\n"
)
TYPEFORM = (
    "#,What's your email address?,How are things going with your mentor? Rate it with stars,"
    "How far have you come towards your goals (in %)?,Would you like to be a mentor one day?,"
    "Start Date (UTC),Submit Date (UTC),Network ID,Tags\n"
    "8f2k1x0q,ben@example.org,★★★★☆,80%,1,2026-03-24 17:01:22,2026-03-24 17:05:00,5d3c,\n"
    "9a1c7y2w,flo@example.org,★★☆☆☆,15%,0,2026-03-25 09:15:00,2026-03-25 09:16:11,77aa,\n"
)


@pytest.fixture
def spring(database) -> int:
    """Ana mentors Ben, and Eve mentors Flo, since 5 January."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        session.add(CheckInSchedule(cohort_id=cohort_id, wave="midpoint", due_days=60))
        for mentor, mentee in (("Ana Ruiz", "Ben Ode"), ("Eve Lin", "Flo Am")):
            pair = [
                make(session, cohort_id, name, email=f"{name.split()[0].lower()}@example.org")
                for make, name in ((make_mentor, mentor), (make_mentee, mentee))
            ]
            make_pairing(session, *pair)
    return cohort_id


def stored() -> list[tuple]:
    """Who answered, on which day, and what; nothing where nobody answered."""
    with reading() as session:
        found = session.exec(select(CheckIn).order_by(col(CheckIn.pairing_id), col(CheckIn.participant_id)))
        return [
            (
                one.participant_id,
                one.answered_on,
                {key: value for key in ANSWERS if (value := getattr(one, key)) is not None},
                one.confidential,
            )
            for one in found
        ]


def put_in(content: str, cohort_id: int) -> None:
    """All rows go in, and a second time nothing changes."""
    upload = Upload("check_ins", content, cohort_id)
    review = upload.review()
    assert [line.troubles for line in review.lines] == [()] * len(review.lines)
    upload.apply(review)
    assert {line.state for line in upload.review().lines} == {State.UNCHANGED}


def test_a_google_form_with_a_linear_scale_and_a_grid(spring):
    put_in(GOOGLE, spring)

    assert stored() == [
        (
            2,
            date(2026, 3, 24),
            {
                "confidence": 4,
                "relationship": 5,
                "progress": 3,
                "comment": "What went well? We agreed on three goals.",
            },
            False,
        ),
        (
            4,
            date(2026, 3, 24),
            {
                "confidence": 5,
                "relationship": 4,
                "progress": 5,
                "comment": "Any other comments? More time, please.\nAnd a plan.",
            },
            False,
        ),
    ]


def test_a_surveymonkey_export_with_two_header_rows_and_a_matrix(spring):
    put_in(SURVEYMONKEY, spring)

    assert stored() == [
        (
            2,
            date(2026, 3, 24),
            {
                "relationship": 4,
                "recommend": 9,
                "comment": "Do you have any other comments? Thank you for asking",
            },
            False,
        ),
        (4, date(2026, 3, 25), {"relationship": 2, "recommend": 10}, False),
    ]


def test_a_german_microsoft_form(spring):
    put_in(MICROSOFT, spring)

    assert stored() == [
        (1, date(2026, 3, 25), {"confidence": 5, "relationship": 5}, False),
        (
            2,
            date(2026, 3, 24),
            {
                "confidence": 4,
                "relationship": 5,
                "comment": "Was möchten Sie uns vertraulich sagen? Er ist oft zu spät",
            },
            True,
        ),
        (4, date(2026, 3, 25), {"relationship": 3}, False),
    ]


def test_a_typeform_with_stars_and_per_cents(spring):
    put_in(TYPEFORM, spring)

    assert stored() == [
        (2, date(2026, 3, 24), {"relationship": 4, "progress": 4, "would_mentor": True}, False),
        (4, date(2026, 3, 25), {"relationship": 2, "progress": 2, "would_mentor": False}, False),
    ]
