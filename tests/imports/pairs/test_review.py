"""A file of pairs against a program: whom each row means, what it changes, and why it can't go in."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from dashboard.database import reading, writing
from dashboard.imports.kinds import KINDS, is_known_anywhere, likeliest
from dashboard.imports.mapping import map_columns
from dashboard.imports.pairs.choices import COUNTS
from dashboard.imports.review import Review, State
from dashboard.imports.tables import read_table
from models import Separation
from tests.factories import (
    make_check_in,
    make_cohort,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
)
from tests.imports.rosters import told

pytestmark = pytest.mark.usefixtures("sqlite_database")

PAIRS = KINDS["pairs"]
HEADER = "Mentor Email Address,Mentee Email Address,Start,End,Status,Reason\n"


def program(**more: Any) -> int:
    """Spring: Ana (2 places) and Leo mentor, Ben and Chi are mentees; Ana is paired with Ben."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=2, external_id="007")
        make_mentor(session, cohort_id, "Leo Park", email="leo@example.org")
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_mentee(session, cohort_id, "Chi Lam", email="chi@example.org")
        make_mentee(session, make_cohort(session, "Other"), "Dee Far", email="dee@example.org")
        make_pairing(session, ana, ben, started_on=date(2026, 2, 2), **more)
    return cohort_id


def review(content: str, cohort_id: int, *, today: date = date(2026, 6, 15), **said: Any) -> Review:
    table = read_table(content.encode(), is_known=is_known_anywhere)
    with reading() as session:
        return PAIRS.review(
            table,
            map_columns(table, PAIRS.kind),
            PAIRS.picture(session, cohort_id=cohort_id),
            options=said.get("options", {}),
            edits=said.get("edits", {}),
            decisions=said.get("decisions", {}),
            today=today,
        )


def troubles(content: str, cohort_id: int, **said: Any) -> list[tuple[int, list[str]]]:
    found = review(content, cohort_id, **said)
    return [(line.number, [one.sentence for one in line.troubles]) for line in found.in_state(State.TROUBLE)]


def change(made: Any) -> None:
    with writing("Ana", "Change") as session:
        made(session)


def test_a_pair_that_is_stored_is_unchanged_and_another_one_is_new():
    found = review(
        f"{HEADER}ana@example.org,BEN@example.org,2026-02-02,,,\nleo@example.org,chi@example.org,,,,\n", program()
    )

    assert told(found) == [
        (2, "unchanged", "Ben Ode with Ana Ruiz", []),
        (3, "new", "Chi Lam with Leo Park", []),
    ]
    assert found.lines[1].brings == ("Status: active", "Start: 5 Jan 2026")
    assert (found.plan.added, found.plan.changed, found.plan.joins, found.untouched) == (1, 0, False, ())


def test_pairings_that_the_file_does_not_mention_stay_and_are_listed():
    found = review(f"{HEADER}leo@example.org,chi@example.org,,,,\n", program())

    assert found.untouched == ("Ben Ode with Ana Ruiz",)
    assert (found.plan.added, found.plan.changed) == (1, 0)


@pytest.mark.parametrize(
    "row",
    [
        "007,,,Ben Ode,,",
        ",Ana Ruiz <ana@example.org>,,,ben@example.org,",
        ",,ruiz ANA,Ben Ode,,",
        "007,ana@example.org,Ana Ruiz,Ben Ode,ben@example.org,",
    ],
)
def test_the_two_are_found_by_id_by_address_and_by_name(row):
    header = "Mentor ID,Mentor email,Mentor name,Mentee name,Mentee email,Mentee ID\n"

    assert told(review(header + row + "\n", program())) == [(2, "unchanged", "Ben Ode with Ana Ruiz", [])]


def test_one_column_a_side_may_hold_names():
    assert told(review("Mentor,Mentee\nAna Ruiz,Ben Ode\n", program())) == [
        (2, "unchanged", "Ben Ode with Ana Ruiz", [])
    ]


def test_an_end_in_the_past_ends_the_pairing_and_frees_the_mentee_for_a_row_further_up():
    found = review(
        f"{HEADER}leo@example.org,ben@example.org,2026-05-02,,,\n"
        "ana@example.org,ben@example.org,,2026-05-01,,no time\n",
        program(),
    )

    assert told(found) == [
        (2, "new", "Ben Ode with Leo Park", []),
        (
            3,
            "changed",
            "Ben Ode with Ana Ruiz",
            [
                "End: nothing \u2192 1 May 2026",
                "Status: active \u2192 ended early",
                "Reason for the end: nothing \u2192 no time",
            ],
        ),
    ]


@pytest.mark.parametrize(
    ("cells", "after"),
    [
        ("2026-01-05,2026-03-01,,", ("completed", date(2026, 3, 1), None, None)),
        ("2026-01-05,2026-03-01,Completed,", ("completed", date(2026, 3, 1), None, None)),
        ("2026-01-05,2026-03-01,closed,Not a good fit", ("ended_early", date(2026, 3, 1), "not_a_fit", None)),
        (
            "2026-01-05,2026-03-01,Terminated,",
            ("ended_early", date(2026, 3, 1), "other", "The file gives no reason."),
        ),
        ("2026-01-05,2026-03-01,,Bored", ("ended_early", date(2026, 3, 1), "other", "Bored")),
        ("2026-01-05,2026-12-18,,", ("active", None, None, None)),
        ("2026-01-05,,on hold,", ("paused", None, None, None)),
        ("2026-01-05,2026-03-01,,goal achieved", ("completed", date(2026, 3, 1), "goal_met", None)),
    ],
)
def test_how_a_new_pairing_stands_is_told_by_status_end_and_reason(cells, after):
    found = review(f"{HEADER}leo@example.org,chi@example.org,{cells}\n", program())

    (new,) = found.plan.pairings  # type: ignore[attr-defined]
    assert (new["status"], new["ended_on"], new["end_reason"], new["end_note"]) == after


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            "leo@example.org,ben@example.org,,,,",
            "Ben Ode is paired with Ana Ruiz already. Move or end that pairing first.",
        ),
        (
            "leo@example.org,chi@example.org,2025-01-01,,,",
            "1 Jan 2025 does not fit Spring, which runs from 5 Jan 2026 to 18 Dec 2026. "
            "A pairing may start up to 180 days before its cohort: choose a start between 9 Jul 2025 and 18 Dec 2026.",
        ),
        (
            "leo@example.org,chi@example.org,2026-03-03,2026-02-02,,",
            "The start, 3 Mar 2026, is after the end, 2 Feb 2026. Correct one of the two.",
        ),
        ("leo@example.org,chi@example.org,,,completed,", "An end needs a date. Choose one."),
        (
            "leo@example.org,chi@example.org,,2026-12-01,completed,",
            "It is over, but its end, 1 Dec 2026, is still to come. Correct one of the two.",
        ),
        (
            "leo@example.org,chi@example.org,,2026-03-01,active,",
            "The status is active, but the end is 1 Mar 2026. Correct one of the two.",
        ),
        (
            "leo@example.org,chi@example.org,,,married,",
            '"married" is no state of a pairing. Write active, paused, completed or ended early.',
        ),
        (
            "leo@example.org,chi@example.org,,,proposed,",
            "A draft is no pairing yet. Write active when the two are paired, or leave the row out.",
        ),
        ("leo@example.org,,,,,", "Nothing tells who the mentee is. Fill in an e-mail address, an ID or a name."),
        (
            "leo@example.org,nobody@example.org,,,,",
            "nobody@example.org is nobody in your program. Correct it, or upload a file of people first.",
        ),
        (
            "leo@example.org,dee@example.org,,,,",
            "Dee Far is not in Spring. Correct it, or decide to add them as a mentee.",
        ),
        (
            "leo@example.org,ana@example.org,,,,",
            "Ana Ruiz is in Spring as a mentor, not as a mentee. Correct it, or decide to add them as a mentee, too.",
        ),
    ],
)
def test_a_row_that_breaks_a_rule_says_which(row, sentence):
    assert troubles(f"{HEADER}{row}\n", program()) == [(2, [sentence])]


def test_a_name_that_is_not_of_the_address_is_pointed_at():
    content = "Mentor email,Mentor name,Mentee email\nana@example.org,Leo Park,chi@example.org\n"

    assert troubles(content, program()) == [
        (2, ["ana@example.org belongs to Ana Ruiz, not to Leo Park. Correct one of the two."])
    ]


def test_two_people_of_one_name_are_not_guessed():
    cohort_id = program()
    change(lambda session: [make_mentee(session, cohort_id, "Eva Wu", email=f"eva{n}@example.org") for n in (1, 2)])

    assert troubles("Mentor,Mentee\nLeo Park,Eva Wu\n", cohort_id) == [
        (
            2,
            [
                "2 people are called Eva Wu, so it is not clear who this is. "
                "Write an e-mail address or an ID of one alone."
            ],
        )
    ]


def test_rules_about_two_people_are_the_services_own():
    cohort_id = program()

    def make(session: Session) -> None:
        make_mentee(session, cohort_id, "Fay", email="fay@example.org", manager_email="leo@example.org")
        make_mentor(session, cohort_id, "Gus", email="gus@example.org", manager_email="chi@example.org")
        one = make_person(session, "Hal", email="hal@example.org")
        make_mentor(session, cohort_id, person_id=one)
        two = make_person(session, "Ida", email="ida@example.org")
        make_mentee(session, cohort_id, person_id=two)
        session.add(Separation(person_a_id=one, person_b_id=two, reason="siblings"))
        make_mentee(session, cohort_id, "Jo", email="jo@example.org", status="waitlisted")

    change(make)
    rows = (
        "leo@example.org,fay@example.org\ngus@example.org,chi@example.org\n"
        "hal@example.org,ida@example.org\nleo@example.org,jo@example.org\n"
    )

    assert troubles(f"Mentor Email,Mentee Email\n{rows}", cohort_id) == [
        (2, ["Leo Park is Fay's manager. Choose another mentor."]),
        (3, ["Gus reports to Chi Lam. Choose another mentor."]),
        (
            4,
            ["Ida and Hal are kept apart: siblings. Choose another mentor, or allow the two again in People."],
        ),
        (5, ["Jo is waitlisted. Reactivate Jo first."]),
    ]


def test_nobody_is_their_own_mentor():
    cohort_id = program()
    change(lambda session: make_mentee(session, cohort_id, person_id=1))

    assert troubles("Mentor ID,Mentee email\n007,ana@example.org\n", cohort_id) == [
        (2, ["Ana Ruiz can't be both the mentor and the mentee of a pairing. Choose another mentor."])
    ]


def test_two_rows_that_overfill_one_mentor_and_a_mentee_given_twice():
    content = (
        "Mentor Email,Mentee Email\nleo@example.org,chi@example.org\n"
        "ana@example.org,chi@example.org\nleo@example.org,eva@example.org\n"
    )
    cohort_id = program()
    change(lambda session: make_mentee(session, cohort_id, "Eva Wu", email="eva@example.org"))

    assert troubles(content, cohort_id) == [
        (3, ["Chi Lam is paired with Leo Park already. Move or end that pairing first."]),
        (4, ["Leo Park is full: 1 of 1 place taken. Raise the capacity or choose another mentor."]),
    ]


def test_the_same_pair_twice_is_one_and_a_contradiction_is_a_decision():
    content = (
        f"{HEADER}leo@example.org,chi@example.org,2026-02-01,,,\nleo@example.org,chi@example.org,2026-02-01,,,\n"
        "leo@example.org,chi@example.org,2026-03-01,,,\n"
    )
    cohort_id = program()

    assert told(review(content, cohort_id))[1:] == [
        (3, "unchanged", "Chi Lam with Leo Park", ["The same pairing as in row 2."]),
        (
            4,
            "trouble",
            "Chi Lam with Leo Park",
            [
                'Row 2 is the same pairing and says "1 Feb 2026" for Start, this row "1 Mar 2026". '
                "Delete one of the two, or decide that this row counts."
            ],
        ),
    ]
    decided = review(content, cohort_id, decisions={4: COUNTS})
    assert [one["started_on"] for one in decided.plan.pairings] == [date(2026, 3, 1)]  # type: ignore[attr-defined]


def test_two_who_were_paired_before_are_paired_anew():
    cohort_id = program(status="completed", ended_on=date(2026, 3, 1))

    found = review(f"{HEADER}ana@example.org,ben@example.org,2026-04-01,,,\n", cohort_id)

    assert [(line.state, line.who) for line in found.lines] == [(State.NEW, "Ben Ode with Ana Ruiz")]
    assert found.untouched == ("Ben Ode with Ana Ruiz",)


def test_a_row_without_dates_leaves_an_ended_pairing_ended_unless_it_says_active():
    cohort_id = program(status="completed", ended_on=date(2026, 3, 1))

    assert told(review(f"{HEADER}ana@example.org,ben@example.org,,,,\n", cohort_id))[0][1] == "unchanged"
    assert told(review(f"{HEADER}ana@example.org,ben@example.org,,,active,\n", cohort_id)) == [
        (
            2,
            "changed",
            "Ben Ode with Ana Ruiz",
            ["Status: completed \u2192 active", "End: 1 Mar 2026 \u2192 nothing"],
        )
    ]


def test_what_is_recorded_stays_inside_the_pairing():
    cohort_id = program()

    def record(session: Session) -> None:
        make_meeting(session, 1, date(2026, 2, 9))
        make_check_in(session, 1, "mentee", "pulse", answered_on=date(2026, 5, 5))

    change(record)

    rows = "ana@example.org,ben@example.org,2026-02-10,,,\nana@example.org,ben@example.org,,2026-05-04,,\n"
    assert troubles(HEADER + rows.split("\n")[0] + "\n", cohort_id) == [
        (2, ["The two met on 9 Feb 2026 already. Choose that day or an earlier one."])
    ]
    assert troubles(HEADER + rows.split("\n")[1] + "\n", cohort_id) == [
        (
            2,
            [
                "Ben Ode answered a check-in on 5 May 2026. "
                "Choose that day or a later one, or correct the check-in first."
            ],
        )
    ]


def test_strangers_join_one_by_one_or_all():
    content = "Mentor name,Mentor email,Mentee name\nNew Guy,new@example.org,Chi Lam\nNew Guy,new@example.org,Dee Far\n"
    cohort_id = program()
    assert troubles(content, cohort_id) == [
        (2, ["New Guy is nobody in your program. Correct it, or decide to add them as a mentor."]),
        (
            3,
            [
                "Dee Far is not in Spring. Correct it, or decide to add them as a mentee.",
                "New Guy is nobody in your program. Correct it, or decide to add them as a mentor.",
            ],
        ),
    ]

    one = review(content, cohort_id, decisions={2: "add"})
    every = review(content, cohort_id, options={"strangers": "add"})

    assert (one.counts[State.NEW], one.counts[State.TROUBLE], one.plan.joins) == (1, 1, True)
    assert one.lines[0].brings[0] == "New Guy joins as a mentor, 1 place"
    assert every.lines[0].brings[0] == "New Guy joins as a mentor, 2 places"
    assert every.plan.people == ({"name": "New Guy", "email": "new@example.org", "external_id": None},)  # type: ignore[attr-defined]
    assert [(part["role"], part["capacity"]) for part in every.plan.participants] == [("mentor", 2), ("mentee", None)]  # type: ignore[attr-defined]


def test_a_start_that_was_cleared_is_asked_for():
    content = "Mentor email,Mentee email\nleo@example.org,chi@example.org\nana@example.org,ben@example.org\n"

    assert troubles(content, program(), options={"start": ""}) == [
        (2, ["The file does not tell when this pairing began. Fill in its start, or say one for all such rows."])
    ]


@pytest.mark.parametrize(
    "row", ["Zed Zo,zed@example.org,Zed Zo,zed@example.org", "Zed Zo,,Zed Zo,zed@example.org", "Zed Zo,,Zed Zo,"]
)
def test_a_stranger_is_no_mentor_of_their_own(row):
    content = f"Mentor name,Mentor email,Mentee name,Mentee email\n{row}\n"

    found = review(content, program(), options={"strangers": "add"})

    assert told(found) == [
        (
            2,
            "trouble",
            "Zed Zo with Zed Zo",
            ["Zed Zo can't be both the mentor and the mentee of a pairing. Choose another mentor."],
        )
    ]
    assert found.plan.is_empty


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("Mentor email,Team", "No column tells who the mentee of a pair is."),
        ("Team,Mentee email", "No column tells who the mentor of a pair is."),
    ],
)
def test_a_file_without_one_side_says_so(header, sentence):
    assert review(f"{header}\nx@example.org,y@example.org\n", program()).problem.startswith(sentence)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("export.csv", "Mentor Email Address,Mentee Email Address\na@example.org,b@example.org\n", "pairs"),
        ("export.csv", "Mentor,Mentee,Matched on\nAna,Ben,2026-01-01\n", "pairs"),
        ("export.csv", "Name,Email,Role\nAna,ana@example.org,mentor\n", "people"),
        ("mentees.csv", "Name,Email,Department,Skills\nBen,ben@example.org,Law,SQL\n", "people"),
        ("nothing.csv", "Foo,Bar\n1,2\n", "people"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_columns(name, content, kind):
    assert likeliest(name, read_table(content.encode(), is_known=is_known_anywhere)) == kind


def test_an_empty_program_takes_a_whole_file_of_pairs_when_told_so():
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")

    found = review(
        "Mentor,Mentor email,Mentee,Mentee email\nAna,ana@example.org,Ben,ben@example.org\n",
        cohort_id,
        options={"strangers": "add"},
    )

    assert (found.plan.added, len(found.plan.people), found.untouched) == (1, 2, ())  # type: ignore[attr-defined]


def test_dates_that_may_mean_two_days_are_read_alike_in_the_whole_column():
    content = f"{HEADER}leo@example.org,chi@example.org,05-02-2026,,,\nana@example.org,ben@example.org,13-02-2026,,,\n"

    found = review(content, program())

    assert found.lines[0].brings == ("Status: active", "Start: 5 Feb 2026")
    assert told(found)[1][3] == ["Start: 2 Feb 2026 \u2192 13 Feb 2026"]
