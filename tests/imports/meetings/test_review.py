"""A file of meetings: every row finds its pairing and its meeting, or says what to do."""

from datetime import date

import pytest

from dashboard.database import writing
from dashboard.imports.review import State
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pairing
from tests.imports.rosters import told
from tests.imports.uploads import Upload

HEADER = "Mentor,Mentee,Date,Minutes,Format,Missed,Skills practised,Notes\n"


@pytest.fixture
def spring(sqlite_database) -> int:
    """Ana mentors Ben since 5 January; Eve mentors Flo and Gus; Hal's pairing with Ida ended on 31 March."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", external_id="M1")
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_pairing(session, ana, ben)
        eve = make_mentor(session, cohort_id, "Eve Lin", email="eve@example.org", capacity=2)
        for name in ("Flo Am", "Gus Po"):
            make_pairing(session, eve, make_mentee(session, cohort_id, name))
        hal = make_mentor(session, cohort_id, "Hal Om")
        ended = {"status": "completed", "ended_on": date(2026, 3, 31)}
        make_pairing(session, hal, make_mentee(session, cohort_id, "Ida Ek"), **ended)
        make_mentee(session, cohort_id, "Jo Free")
    return cohort_id


def look(content: str, cohort_id: int, **said) -> list[tuple]:
    return told(Upload("meetings", content, cohort_id, **said).review())


def test_a_row_of_everything_becomes_a_meeting(spring):
    content = HEADER + "Ana Ruiz,Ben Ode,2026-02-03,1h 30,Zoom,,SQL; Excel,Went well\n"

    plan = Upload("meetings", content, spring).review().plan

    assert [{**one, "pairing_id": 0} for one in plan.meetings] == [
        {
            "pairing_id": 0,
            "held_on": date(2026, 2, 3),
            "minutes": 90,
            "format": "video",
            "missed": False,
            "notes": "Went well",
            "skills": ["SQL", "Excel"],
        }
    ]
    assert look(content, spring) == [(2, "new", "Ben Ode with Ana Ruiz", [])]


@pytest.mark.parametrize(
    "row",
    [
        "Email,Date\nana@example.org,2026-02-03\n",
        "Email,Date\nBEN@example.org,2026-02-03\n",
        "Mentor ID,Date\nM1,2026-02-03\n",
        'Name,Date\n"Ruiz, Ana",2026-02-03\n',
        "Mentor Email Address,Mentee Email Address,Date\nana@example.org,ben@example.org,2026-02-03\n",
        "Who is your mentor?,Your name,When did you meet?\nAna Ruiz,Ben Ode,3 Feb 2026\n",
        "Timestamp,Email Address\n2/3/2026 17:01:00,ben@example.org\n2/24/2026 17:01:00,ben@example.org\n",
    ],
)
def test_the_pairing_is_found_by_whom_the_row_names(spring, row):
    review = Upload("meetings", row, spring).review()

    assert review.lines[0].who == "Ben Ode with Ana Ruiz"
    assert review.plan.meetings[0]["held_on"] == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Zoe,,2026-02-03", "Zoe is nobody in your program. Correct it, or upload a file of people first."),
        ("Ben Ode,,2026-02-03", "Ben Ode is not in Spring as a mentor. Correct it, or choose another cohort."),
        (",Jo Free,2026-02-03", "Jo Free has no pairing in Spring. Correct it, or pair them first."),
        (
            "Ana Ruiz,Flo Am,2026-02-03",
            "Flo Am and Ana Ruiz are not paired in Spring. Correct one of them, or pair the two first.",
        ),
        (",,2026-02-03", "Nothing tells whose this is. Fill in an e-mail address, an ID or a name of one of the two."),
        ("Ana Ruiz,,", "Nothing tells when they met. Fill in the date, or a month and how many meetings it had."),
        ("Ana Ruiz,,2026-06-16", "16 Jun 2026 is still to come. Choose today or an earlier day."),
        (
            "Ana Ruiz,,2025-12-24",
            "Ben Ode with Ana Ruiz started on 5 Jan 2026. Choose that day or a later one.",
        ),
        (
            "Hal Om,,2026-04-01",
            "Ida Ek with Hal Om ended on 31 Mar 2026. Choose that day or an earlier one, or reopen the pairing.",
        ),
        ("Ana Ruiz,,2026-02-30", '"2026-02-30" is not a day of the calendar. Correct it, like 2026-01-21.'),
        ("Ana Ruiz,,2026-02-03,800", "Minutes are a whole number from 1 to 720. Correct them, or leave them empty."),
        ("Ana Ruiz,,2026-02-03,a while", '"a while" is not a length. Write the minutes, such as 45.'),
        (
            "Ana Ruiz,,2026-02-03,45,smoke signals",
            '"smoke signals" is not a format of a meeting. Choose one of: in person, video, phone, chat, other.',
        ),
    ],
)
def test_a_row_in_trouble_says_what_to_do(spring, row, sentence):
    cells = row + "," * (HEADER.count(",") - row.count(","))

    ((_, state, _, said),) = look(HEADER + cells + "\n", spring)

    assert (state, said) == ("trouble", [sentence])


def test_a_mentor_of_two_takes_a_decision(spring):
    content = "Mentor,Date\nEve Lin,2026-02-03\n"
    ((_, state, who, said),) = look(content, spring)
    decided = Upload("meetings", content, spring, decisions={2: "each"}).review()

    assert (state, who, said) == (
        "trouble",
        "Eve Lin",
        [
            "Eve Lin is paired with Flo Am and Gus Po on 3 Feb 2026, so it is not clear which pairing this is about. "
            "Fill in the other one, or decide that it is about each of them."
        ],
    )
    assert (decided.lines[0].who, decided.plan.added) == ("Flo Am with Eve Lin; Gus Po with Eve Lin", 2)


def test_a_stored_meeting_of_that_day_is_unchanged_or_changed(spring):
    with writing("Ana", "Before") as session:
        make_meeting(session, 1, date(2026, 2, 3), minutes=45, notes="Old")
        make_meeting(session, 1, date(2026, 2, 10), minutes=30)
        make_meeting(session, 2, date(2026, 2, 3))
    rows = "Ana Ruiz,,2026-02-03,,,,SQL,New\nAna Ruiz,,2026-02-10,30,video,no,,\nAna Ruiz,,2026-02-17,,,no-show,,\n"

    review = Upload("meetings", HEADER + rows, spring).review()

    assert told(review) == [
        (2, "changed", "Ben Ode with Ana Ruiz", ["Notes: Old → New", "Skills practised: nothing → SQL"]),
        (3, "unchanged", "Ben Ode with Ana Ruiz", []),
        (4, "new", "Ben Ode with Ana Ruiz", []),
    ]
    assert review.plan.changed_meetings == ((1, {"notes": "New", "skills": ["SQL"]}),)
    assert review.lines[2].brings == ("17 Feb 2026: missed, video",)


def test_a_missed_meeting_loses_its_minutes(spring):
    with writing("Ana", "Before") as session:
        make_meeting(session, 1, date(2026, 2, 3), minutes=45)

    review = Upload("meetings", HEADER + "Ana Ruiz,,2026-02-03,,,yes,,\n", spring).review()

    assert [str(one) for one in review.lines[0].differences] == ["Minutes: 45 → nothing", "Missed: no → yes"]


def test_two_rows_of_one_day(spring):
    rows = "Ana Ruiz,,2026-02-03,45,,,,\nAna Ruiz,,2026-02-03,45,,,,\nAna Ruiz,,2026-02-03,30,,,,\n"
    decided = Upload("meetings", HEADER + rows, spring, decisions={4: "second"}).review()

    assert look(HEADER + rows, spring) == [
        (2, "new", "Ben Ode with Ana Ruiz", []),
        (3, "unchanged", "Ben Ode with Ana Ruiz", ["The same meeting as in row 2."]),
        (
            4,
            "trouble",
            "Ben Ode with Ana Ruiz",
            [
                "Ben Ode with Ana Ruiz has a meeting on 3 Feb 2026 already. "
                "Choose another day, or say that it is a second one."
            ],
        ),
    ]
    assert [one["minutes"] for one in decided.plan.meetings] == [45, 30]


def test_rows_find_their_own_of_two_stored_meetings_of_a_day(spring):
    with writing("Ana", "Before") as session:
        for minutes in (45, 30):
            make_meeting(session, 1, date(2026, 2, 3), minutes=minutes)

    rows = "Ana Ruiz,,2026-02-03,30,,,,Added\nAna Ruiz,,2026-02-03,30,,,,\n"
    review = Upload("meetings", HEADER + rows, spring).review()

    assert told(review) == [
        (2, "changed", "Ben Ode with Ana Ruiz", ["Minutes: 45 → 30", "Notes: nothing → Added"]),
        (3, "unchanged", "Ben Ode with Ana Ruiz", []),
    ]


def test_several_columns_of_free_text_are_all_kept(spring):
    content = "Mentor,Date,What did you discuss?,Next steps\nAna Ruiz,2026-02-03,Careers,Write a plan\n"

    (meeting,) = Upload("meetings", content, spring).review().plan.meetings

    assert meeting["notes"] == "What did you discuss? Careers\n\nNext steps: Write a plan"


def test_start_and_end_make_the_minutes_and_attended_no_is_missed(spring):
    content = (
        "Mentor,Date,Start time,End time,Attended\n"
        "Ana Ruiz,2026-02-03,2:30 PM,3:15 PM,yes\nAna Ruiz,2026-02-04,,,No-show\n"
    )

    plan = Upload("meetings", content, spring).review().plan

    assert [(one["minutes"], one["missed"]) for one in plan.meetings] == [(45, False), (None, True)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("Date,Minutes\n2026-02-03,45\n", "No column tells whose meetings these are."),
        ("Mentor,Minutes\nAna Ruiz,45\n", "No column tells when they met."),
    ],
)
def test_a_file_that_names_nobody_or_no_day_can_not_be_reviewed(spring, content, problem):
    review = Upload("meetings", content, spring).review()

    assert (review.lines, review.problem.startswith(problem)) == ([], True)


def test_blank_rows_are_counted(spring):
    review = Upload("meetings", HEADER + ",,,,,,,\n" + "Ana Ruiz,,2026-02-03,,,,,\n", spring).review()

    assert [(line.number, line.state) for line in review.lines] == [(2, State.BLANK), (3, State.NEW)]


def test_a_missed_meeting_leaves_out_how_long_it_was_to_last(spring):
    rows = "Ana Ruiz,2026-02-03,0.75,in person,no-show\nAna Ruiz,2026-02-10,1,Zoom,held\n"
    content = f"Mentor,Date,Duration (h),Type,Status\n{rows}"

    review = Upload("meetings", content, spring).review()

    assert [(one["missed"], one["minutes"], one["format"]) for one in review.plan.meetings] == [
        (True, None, "in_person"),
        (False, 60, "video"),
    ]
    assert [line.remarks for line in review.lines] == [
        ("They missed each other, so its length of 45 minutes is left out.",),
        (),
    ]
