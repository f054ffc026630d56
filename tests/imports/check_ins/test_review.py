"""A form export of check-ins: every question finds its place and every respondent their pairing."""

from datetime import date

import pytest

from dashboard.database import writing
from dashboard.imports.review import State
from models import CheckInSchedule
from tests.factories import make_check_in, make_cohort, make_meeting, make_mentee, make_mentor, make_pairing
from tests.imports.rosters import told
from tests.imports.uploads import Upload

FORM = (
    "Timestamp,Email,How confident do you feel about reaching your goals? (1-7),"
    "My mentor and I have a good working relationship,How would you rate your progress so far?,"
    "How likely are you to recommend this program?,Would you like to be a mentor one day?,"
    "What went well?,What could be better?,Please confirm your e-mail address,Favorite color\n"
    "2/24/2026 17:01:22,anonymous,7,Strongly agree,4,9,Maybe,"
    "We talk every week and it helps a lot,More time would be nice to have,BEN@example.org,blue\n"
    "2/25/2026 9:15:00,anonymous,4,Disagree,2,10,Yes,,,flo@example.org,\n"
)


@pytest.fixture
def spring(sqlite_database) -> int:
    """Ana mentors Ben since 5 January; Eve mentors Flo and Gus; Hal's pairing with Ida was completed on 31 March."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        for wave, due in {"baseline": 7, "first_meeting": 30, "pulse": 40, "midpoint": 90, "final": 150}.items():
            session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=due))
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", external_id="M1")
        make_pairing(session, ana, make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org"))
        eve = make_mentor(session, cohort_id, "Eve Lin", email="eve@example.org", capacity=2)
        for name in ("Flo", "Gus"):
            make_pairing(session, eve, make_mentee(session, cohort_id, name, email=f"{name.lower()}@example.org"))
        hal = make_mentor(session, cohort_id, "Hal Om", email="hal@example.org")
        ended = {"status": "completed", "ended_on": date(2026, 3, 31)}
        make_pairing(session, hal, make_mentee(session, cohort_id, "Ida Ek"), **ended)
    return cohort_id


def upload(content: str, cohort_id: int, **said) -> Upload:
    return Upload("check_ins", content, cohort_id, **said)


def answers(content: str, cohort_id: int, **said) -> list[dict]:
    """The new check-ins, without what nobody answered."""
    plan = upload(content, cohort_id, **said).review().plan
    return [{key: value for key, value in one.items() if value is not None} for one in plan.check_ins]


def test_a_messy_form_export_goes_in_whole(spring):
    look = upload(FORM, spring, options={"wave": "midpoint"})

    assert look.meanings() == {
        "Timestamp": "answered_on",
        "Email": None,
        "How confident do you feel about reaching your goals? (1-7)": "confidence",
        "My mentor and I have a good working relationship": "relationship",
        "How would you rate your progress so far?": "progress",
        "How likely are you to recommend this program?": "recommend",
        "Would you like to be a mentor one day?": "would_mentor",
        "What went well?": "comment",
        "What could be better?": "comment",
        "Please confirm your e-mail address": "email",
        "Favorite color": None,
    }
    ben, flo = answers(FORM, spring, options={"wave": "midpoint"})
    assert ben == {
        "pairing_id": 1,
        "participant_id": 2,
        "wave": "midpoint",
        "answered_on": date(2026, 2, 24),
        "confidence": 5,
        "relationship": 5,
        "progress": 4,
        "recommend": 9,
        "comment": (
            "What went well? We talk every week and it helps a lot\n\n"
            "What could be better? More time would be nice to have\n\n"
            "Would you like to be a mentor one day? Maybe"
        ),
        "confidential": False,
    }
    assert (flo["confidence"], flo["relationship"], flo["would_mentor"]) == (3, 2, True)


def test_the_usual_wave_is_that_of_the_day_whatever_a_form_asks(spring):
    assert "recommend" in answers(FORM, spring)[0]
    assert upload(FORM, spring).review().plan.check_ins[0]["wave"] == "pulse"
    fit = "Timestamp,Email address,Is your mentor a good fit for you?\n2026-02-24,ben@example.org,Still deciding\n"
    assert answers(fit, spring)[0] | {"pairing_id": 0} == {
        "pairing_id": 0,
        "participant_id": 2,
        "wave": "pulse",
        "answered_on": date(2026, 2, 24),
        "fit": "deciding",
        "confidential": False,
    }


@pytest.mark.parametrize(
    ("day", "has_met", "wave"),
    [
        ("2026-01-06", False, "baseline"),
        ("2026-01-20", False, "baseline"),
        ("2026-02-05", True, "first_meeting"),
        ("2026-02-05", False, "baseline"),
        ("2026-02-20", True, "pulse"),
        ("2026-04-06", True, "midpoint"),
        ("2026-06-10", True, "final"),
    ],
)
def test_a_day_tells_the_wave_that_was_due(spring, day, has_met, wave):
    if has_met:
        with writing("Ana", "Met") as session:
            make_meeting(session, 1, date(2026, 1, 12))

    ((_, given),) = [
        (one["participant_id"], one["wave"])
        for one in answers(f"Email,Date,Progress\nben@example.org,{day},4\n", spring)
    ]

    assert given == wave


def test_the_final_check_in_may_come_when_all_is_over(spring):
    (hal,) = answers("Email,Date,Progress\nhal@example.org,2026-04-10,4\n", spring)

    assert (hal["wave"], hal["participant_id"]) == ("final", 6)


@pytest.mark.parametrize(
    ("content", "options", "who"),
    [
        ("Name,Date,Progress\nBen Ode,2026-02-20,4\n", {}, "Ben Ode, about Ben Ode with Ana Ruiz"),
        ("Employee ID,Date,Progress\nM1,2026-02-20,4\n", {}, "Ana Ruiz, about Ben Ode with Ana Ruiz"),
        (
            "Your e-mail,Who is your mentor?,Date,Progress\nflo@example.org,Eve Lin,2026-02-20,4\n",
            {},
            "Flo, about Flo with Eve Lin",
        ),
        ("Mentor,Date,Progress\nAna Ruiz,2026-02-20,4\n", {}, "Ana Ruiz, about Ben Ode with Ana Ruiz"),
        (
            "E-mail,Your name,Your mentor's name,Date,Progress\nben@example.org,Benjamin Ode,Ana,2026-02-20,4\n",
            {},
            "Ben Ode, about Ben Ode with Ana Ruiz",
        ),
        (
            "E-mail,Your mentee's name,Date,Progress\neve@example.org,Gus,2026-02-20,4\n",
            {},
            "Eve Lin, about Gus with Eve Lin",
        ),
        (
            "Mentor,Mentee,Date,Progress\nEve Lin,Gus,2026-02-20,4\n",
            {"by": "mentor"},
            "Eve Lin, about Gus with Eve Lin",
        ),
        ("Mentor,Mentee,Role,Date,Progress\nEve Lin,Gus,Mentee,2026-02-20,4\n", {}, "Gus, about Gus with Eve Lin"),
    ],
)
def test_whoever_answered_is_found(spring, content, options, who):
    review = upload(content, spring, options=options).review()

    assert (review.lines[0].who, review.lines[0].state) == (who, State.NEW)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "Email,Date,Progress\neve@example.org,2026-02-20,4\n",
            "Eve Lin is paired with Flo and Gus on 20 Feb 2026, so it is not clear which pairing this is about. "
            "Fill in the other one, or decide that it is about each of them.",
        ),
        (
            "Mentor,Mentee,Date,Progress\nEve Lin,Gus,2026-02-20,4\n",
            "Both the mentor and the mentee are named, so it is not clear who answered. "
            "Say it for the whole file, or add a column for the role.",
        ),
        (
            "Email,Date,Progress\nben@example.org,2026-02-20,\n",
            "Nothing was answered. Give at least one answer of Ben Ode, or a comment.",
        ),
        ("Email,Date,Progress\nben@example.org,,4\n", "A check-in needs a day. Choose one."),
        (
            "Email,Date,Progress\nben@example.org,2026-07-01,4\n",
            "1 Jul 2026 is still to come. Choose today or an earlier day.",
        ),
        (
            "Email,Date,Progress (1-5)\nben@example.org,2026-02-20,9\n",
            '"9" lies outside 1 to 5. Correct it, or choose another scale for the column.',
        ),
        (
            "Email,Your name,Date,Progress\nben@example.org,Zoe Po,2026-02-20,4\n",
            "ben@example.org belongs to Ben Ode, not to Zoe Po. Correct one of the two.",
        ),
        (
            "Email,Your mentor's name,Date,Progress\nben@example.org,Zoe,2026-02-20,4\n",
            "Zoe is nobody in your program. Correct it, or upload a file of people first.",
        ),
        (
            "Email,Wave,Date,Progress\nben@example.org,someday,2026-02-20,4\n",
            '"someday" is not a wave. Write one of: Baseline, First meeting, Pulse, Midpoint, Final.',
        ),
        (
            "Email,Wave,Date,Progress\nhal@example.org,pulse,2026-04-20,4\n",
            "Ida Ek with Hal Om ended on 31 Mar 2026. Choose that day or an earlier one, or reopen the pairing.",
        ),
    ],
)
def test_a_row_in_trouble_says_what_to_do(spring, content, sentence):
    said = told(upload(content, spring).review())

    assert (said[0][1], said[0][3]) == ("trouble", [sentence])


def test_a_mentor_of_two_may_answer_about_each(spring):
    content = "Email,Date,Progress\neve@example.org,2026-02-20,4\n"

    assert [one["pairing_id"] for one in answers(content, spring, decisions={2: "each"})] == [2, 3]


def test_a_stored_check_in_with_other_answers_is_changed_and_a_blank_cell_says_nothing(spring):
    with writing("Ana", "Before") as session:
        kept = {"answered_on": date(2026, 2, 20), "comment": "Fine", "confidence": 3}
        make_check_in(session, 1, wave="midpoint", progress=3, **kept)
        make_check_in(session, 2, wave="midpoint", progress=1, answered_on=date(2026, 2, 20))

    content = (
        "Email,Wave,Date,Progress (1-5),Confidence (1-5),Comment\n"
        "ben@example.org,Midpoint,2026-02-21,4,,\n"
        "flo@example.org,Midpoint,2026-02-20,,,\n"
    )
    review = upload(content, spring).review()

    assert told(review) == [
        (
            2,
            "changed",
            "Ben Ode, about Ben Ode with Ana Ruiz",
            ["Answered on: 20 Feb 2026 → 21 Feb 2026", "Progress: 3 → 4"],
        ),
        (3, "unchanged", "Flo, about Flo with Eve Lin", []),
    ]


def test_a_confidential_comment_is_compared_and_never_shown(spring):
    with writing("Ana", "Before") as session:
        secret = {"answered_on": date(2026, 2, 20), "comment": "A secret", "confidential": True}
        make_check_in(session, 1, wave="midpoint", **secret)
        make_check_in(session, 2, wave="midpoint", **secret)

    content = (
        "Email,Wave,Date,Confidential comment\n"
        "ben@example.org,Midpoint,2026-02-20,A secret\nflo@example.org,Midpoint,2026-02-20,Another\n"
        "gus@example.org,Midpoint,2026-02-20,Mine\n"
    )
    review = upload(content, spring).review()

    assert told(review)[:2] == [
        (2, "unchanged", "Ben Ode, about Ben Ode with Ana Ruiz", []),
        (3, "changed", "Flo, about Flo with Eve Lin", ["Comment: confidential → another confidential one"]),
    ]
    assert review.lines[2].brings == ("Midpoint, 20 Feb 2026", "a confidential comment")
    assert review.plan.check_ins[0]["confidential"] is True
    assert dict(review.plan.changed_check_ins) == {2: {"comment": "Another"}}


def test_the_same_person_twice_in_a_wave_takes_a_decision(spring):
    content = (
        "Email,Wave,Date,Progress\n"
        "ben@example.org,Final,2026-06-01,4\nben@example.org,Final,2026-06-01,4\nben@example.org,Final,2026-06-02,5\n"
    )

    assert told(upload(content, spring).review())[1:] == [
        (3, "unchanged", "Ben Ode, about Ben Ode with Ana Ruiz", ["The same check-in as in row 2."]),
        (
            4,
            "trouble",
            "Ben Ode, about Ben Ode with Ana Ruiz",
            [
                "Row 2 is the same person's final check-in, on another day or with other answers. "
                "Delete one of the two, or decide that this row counts."
            ],
        ),
    ]
    assert [one["progress"] for one in answers(content, spring, decisions={4: "same"})] == [5]


def test_several_items_on_one_scale_are_averaged_and_it_is_said(spring):
    content = (
        "Email,Date,We get along,My mentor listens to me\n"
        "ben@example.org,2026-02-20,5,4\nflo@example.org,2026-02-20,,2\ngus@example.org,2026-02-20,,\n"
    )
    choices = {"We get along": "relationship", "My mentor listens to me": "relationship"}

    review = upload(content, spring, choices=choices).review()

    assert [(line.state, line.remarks) for line in review.lines[:2]] == [
        ("new", ("Relationship: 5 is the average of 5 (We get along), 4 (My mentor listens to me).",)),
        ("new", ()),
    ]
    assert [one["relationship"] for one in review.plan.check_ins] == [5, 2]
    assert review.lines[2].state == State.TROUBLE


def test_a_pulse_comes_back_on_another_day(spring):
    content = "Email,Wave,Date,Progress\nben@example.org,Pulse,2026-02-20,4\nben@example.org,Pulse,2026-03-20,4\n"

    assert len(answers(content, spring)) == 2


def test_a_file_without_a_day_is_asked_for_one(spring):
    content = "Email,Progress\nben@example.org,4\n"

    assert answers(content, spring)[0]["answered_on"] == date(2026, 6, 15)
    assert answers(content, spring, options={"answered_on": "2026-01-20"})[0]["wave"] == "baseline"


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("How confident are you that you will reach what you set out to do?", "confidence"),
        ("¿Qué tan segura te sientes? Nivel de confianza", "confidence"),
        ("Wie zuversichtlich bist du?", "confidence"),
        ("Is your mentor a good fit?", "fit"),
        ("How well do you and your mentor get along?", "relationship"),
        ("Wie ist die Beziehung zu deinem Mentor?", "relationship"),
        ("How satisfied are you with your mentor?", "relationship"),
        ("How far have you come towards your goals?", "progress"),
        ("Avance hacia tus objetivos", "progress"),
        ("How likely is it that you would recommend us?", "recommend"),
        ("Recommanderiez-vous ce programme ?", "recommend"),
        ("NPS", "recommend"),
        ("Would you mentor again?", "would_mentor"),
    ],
)
def test_questions_are_known_in_many_words(spring, question, field):
    cells = {"fit": "Still deciding", "would_mentor": "Yes"}

    look = upload(f'Email,Date,"{question}"\nben@example.org,2026-02-20,{cells.get(field, 4)}\n', spring)

    assert look.meanings()[question] == field


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("Date,Progress\n2026-02-20,4\n", "No column tells who answered."),
        ("Email,Date\nben@example.org,2026-02-20\n", "No column holds an answer"),
    ],
)
def test_a_file_without_respondents_or_answers_can_not_be_reviewed(spring, content, problem):
    review = upload(content, spring).review()

    assert (review.lines, review.problem.startswith(problem)) == ([], True)
