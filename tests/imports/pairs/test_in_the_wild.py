"""Files of pairs as coordinators and tools keep them: words for how a pairing stands, odd dates, and half a name."""

from datetime import date
from typing import Any

import pytest

from dashboard.database import writing
from dashboard.imports.pairs.choices import ADD, NEW
from dashboard.imports.pairs.values import read_reason, read_status
from dashboard.imports.review import Review
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing
from tests.imports.rosters import told
from tests.imports.uploads import Upload

LEO = "Leo Park,Chi Lam"


@pytest.fixture(autouse=True)
def program(sqlite_database) -> None:
    """Spring: Ana, Leo and Mía mentor, Ben, Chi, Eva and Fay are mentees; Ana is paired with Ben."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=3)
        make_mentor(session, cohort_id, "Leo Park", email="leo@example.org", capacity=2)
        make_mentor(session, cohort_id, "Mía Torres", email="mia@example.org")
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        for name in ("Chi Lam", "Eva Wu", "Fay Oh"):
            make_mentee(session, cohort_id, name, email=f"{name[:3].lower()}@example.org")
        make_pairing(session, ana, ben, started_on=date(2026, 2, 2))


def review(content: str, **said: Any) -> Review:
    return Upload("pairs", content, 1, **said).review()


def said(found: Review) -> list[tuple[int, str, list[str]]]:
    """Each row: its number, its state, and all that it brings or why it can't."""
    return [
        (line.number, line.state.value, [*line.brings, *(one.sentence for one in line.troubles), *line.remarks])
        for line in found.lines
    ]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("ACTIVE", "active"),
        ("In progress", "active"),
        ("matched \u2713", "active"),
        ("Yes", "active"),
        ("en pausa", "paused"),
        ("on-hold", "paused"),
        ("abgeschlossen", "completed"),
        ("Ended early", "ended_early"),
        ("Cancelado", "ended_early"),
        ("terminado", "ended"),
        ("beendet", "ended"),
        ("No", "ended"),
        ("已结束", "ended"),
    ],
)
def test_a_status_is_known_in_many_words(cell, status):
    assert read_status(cell) == status


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Goals achieved", "goal_met"),
        ("Mentee unresponsive", "no_reply"),
        ("Mentee left the company", "changed_job"),
        ("They are too busy", "no_time"),
        ("keine Zeit", "no_time"),
        ("se mudó", "moved"),
        ("poor match", "not_a_fit"),
        ("Not goals achieved", "other"),
        ("Lack of time and trust", "other"),
    ],
)
def test_a_reason_is_known_in_many_words_and_else_kept_as_it_is(cell, reason):
    assert read_reason(cell) == (reason, cell if reason == "other" else None)


def test_words_and_dates_of_every_kind_stand_side_by_side():
    found = review(
        "Mentor,Mentee,Start,End,Status,Closure reason,Closure note\n"
        "Ana Ruiz,Ben Ode,2 Feb 2026,ongoing,Active,,\n"
        "Leo Park,Chi Lam,13/02/2026,30/04/2026,Closed,keine Zeit,\n"
        "Leo Park,Eva Wu,46062,n/a,On hold,,Back in May\n"
        "Mia Torres,Fay Oh,09-Feb-26,1 May 26,Closed,,\n"
    )

    assert said(found) == [
        (2, "unchanged", []),
        (3, "new", ["Status: ended early", "Start: 13 Feb 2026", "End: 30 Apr 2026", "Reason for the end: no time"]),
        (
            4,
            "new",
            [
                "Status: paused",
                "Start: 9 Feb 2026",
                "The note on the end is left out, because the pairing is open.",
            ],
        ),
        (5, "new", ["Status: completed", "Start: 9 Feb 2026", "End: 1 May 2026"]),
    ]


def test_dates_and_words_that_do_not_go_together_are_pointed_at():
    found = review(
        "Mentor,Mentee,Active,Start,End,Reason\n"
        f"{LEO},Yes,2026-05-01,2026-02-01,\n{LEO},No,2026-02-01,,\n{LEO},No,2026-02-01,2026-12-01,\n"
        f"{LEO},Yes,2026-02-01,2026-03-01,\n{LEO},Yes,2026-02-01,,no time\n{LEO},Yes,2026-02-01,2026-12-01,\n"
    )

    assert said(found) == [
        (2, "trouble", ["The start, 1 May 2026, is after the end, 1 Feb 2026. Correct one of the two."]),
        (3, "trouble", ["An end needs a date. Choose one."]),
        (4, "trouble", ["It is over, but its end, 1 Dec 2026, is still to come. Correct one of the two."]),
        (5, "trouble", ["The status is active, but the end is 1 Mar 2026. Correct one of the two."]),
        (6, "trouble", ['The status is active, but "no time" is a reason for the end. Correct one of the two.']),
        (
            7,
            "new",
            [
                "Status: active",
                "Start: 1 Feb 2026",
                "The end, 1 Dec 2026, is still to come, so the pairing is open until then.",
            ],
        ),
    ]


def test_first_and_last_names_stand_apart_in_the_export_of_a_tool():
    upload = Upload(
        "pairs",
        "Relationship ID,Mentor First Name,Mentor Last Name,Mentor Email,Mentee First Name,Mentee Last Name,Closed\n"
        "17,New,Guy,new@example.org,Eva,Wu,2026-05-01T10:00:00Z\n",
        1,
        options={"strangers": ADD},
    )
    found = upload.review()

    assert upload.meanings()["Relationship ID"] is None
    assert told(found) == [(2, "new", "Eva Wu with New Guy", [])]
    assert found.plan.people == ({"name": "New Guy", "email": "new@example.org", "external_id": None},)  # type: ignore[attr-defined]


@pytest.mark.parametrize("strangers", ["ask", ADD])
def test_half_a_name_or_a_slip_of_one_makes_nobody_new(strangers):
    found = review(
        "Mentor,Mentee\nDr. Leo Park,Chi Lam\nMia Tores,Eva Wu\nUnassigned,Fay Oh\n", options={"strangers": strangers}
    )

    assert said(found) == [
        (
            2,
            "trouble",
            [
                "Dr. Leo Park is nobody in your program; Leo Park may be meant. "
                "Correct it, or decide to add them as a mentor."
            ],
        ),
        (
            3,
            "trouble",
            [
                "Mia Tores is nobody in your program; Mía Torres may be meant. "
                "Correct it, or decide to add them as a mentor."
            ],
        ),
        (4, "trouble", ["Nothing tells who the mentor is. Fill in an e-mail address, an ID or a name."]),
    ]
    assert [line.decision for line in found.lines] == [NEW, NEW, ""]
    assert review("Mentor,Mentee\nDr. Leo Park,Chi Lam\n", decisions={2: NEW}).plan.added == 1


def test_two_who_stand_on_each_others_side_are_told_to_be_swapped():
    found = review("Mentee,Mentor\nAna Ruiz,Chi Lam\n")

    assert [(line.troubles[0].sentence, line.decision) for line in found.lines] == [
        (
            "Ana Ruiz is a mentor in Spring, and Chi Lam a mentee. Swap the two, or the meanings of their columns.",
            "",
        )
    ]
