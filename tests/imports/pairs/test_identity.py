"""Whom a row of a file of pairs means where what it says is new, or at odds with the program or with itself."""

from typing import Any

import pytest

from dashboard.database import writing
from dashboard.imports.pairs.choices import ADD, AT_ODDS, NAMESAKE, NEW, SHARED
from dashboard.imports.people.choices import SAME
from dashboard.imports.review import Review, State
from tests.factories import make_cohort, make_mentee, make_mentor, make_person
from tests.imports.rosters import told
from tests.imports.uploads import Upload

pytestmark = pytest.mark.usefixtures("sqlite_database")
BOTH = "Mentor,Mentor email,Mentor ID,Mentee,Mentee email\n"
AS_NAMED = {"Mentor": "mentor", "Mentor email": "mentor_email", "Mentor ID": "mentor_id"}
BEN = "Ben Ode,ben@example.org"


def program() -> int:
    """Spring: Ana and Leo mentor, Ben, Chi and the Pazes, who share an address, are mentees; Dee is elsewhere."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_mentor(session, cohort_id, "Ana Ruiz", email="Ana@example.org", capacity=9, external_id="007")
        make_mentor(session, cohort_id, "Leo Park", email="leo@example.org")
        make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_mentee(session, cohort_id, "Chi Lam", email="chi@example.org")
        make_mentee(session, cohort_id, "Luz Paz", email="family@example.org")
        make_mentee(session, cohort_id, "Max Paz", email="family@example.org")
        make_person(session, "Dee Far", email="dee@example.org")
    return cohort_id


def review(content: str, **said: Any) -> Review:
    return Upload("pairs", content, program(), **said).review()


def asked(found: Review) -> list[tuple[int, str, str, str]]:
    """What is open: row, matter, sentence, and the answer in force."""
    return [
        (line.number, line.choice.matter.key, line.choice.sentence, line.choice.taken)
        for line in found.lines
        if line.choice
    ]


def joining(found: Review) -> list[tuple[str, str | None]]:
    """Who is new to the program."""
    return [(one["name"], one["email"]) for one in found.plan.people]  # type: ignore[attr-defined]


def why(found: Review) -> list[str]:
    return [trouble.sentence for line in found.lines for trouble in line.troubles]


@pytest.mark.parametrize("strangers", ["ask", "add"])
def test_a_known_name_under_another_address_is_who_is_known_and_is_shown(strangers):
    found = review(f"{BOTH}ruiz ANA,ana@work.example,,{BEN}\n", options={"strangers": strangers})

    assert told(found) == [(2, "new", "Ben Ode with Ana Ruiz", [])]
    assert asked(found) == [(2, NAMESAKE.key, "Ana Ruiz is there already, under Ana@example.org.", SAME)]
    assert (joining(found), found.plan.joins) == ([], False)


@pytest.mark.parametrize("said", [{"decisions": {2: NEW}}, {"options": {"namesake": NEW}}])
def test_somebody_of_a_known_name_is_another_person_once_that_is_decided(said):
    found = review(f"{BOTH}Ana Ruiz,ana@work.example,,{BEN}\n", **said)

    assert joining(found) == [("Ana Ruiz", "ana@work.example")]
    assert asked(found) == [(2, NAMESAKE.key, "Ana Ruiz is there already, under Ana@example.org.", NEW)]


def test_two_strangers_of_one_name_are_one_person_until_somebody_says_two():
    rows = f"{BOTH}New Guy,new@example.org,,{BEN}\nNew Guy,guy@example.org,,Chi Lam,chi@example.org\n"
    every = {"options": {"strangers": ADD}}

    one, two = review(rows, **every), Upload("pairs", rows, 1, decisions={3: NEW}, **every).review()

    assert asked(one) == [(3, NAMESAKE.key, "New Guy is there already, under new@example.org.", SAME)]
    assert joining(one) == [("New Guy", "new@example.org")]
    assert one.lines[0].brings[0] == "New Guy joins as a mentor, 2 places"
    # Who is another person for sure is known first, whichever row is further up.
    assert asked(two) == [(2, NAMESAKE.key, "New Guy is there already, under guy@example.org.", SAME)]
    assert asked(Upload("pairs", rows, 1, options={"strangers": ADD, "namesake": NEW}).review()) == [
        (3, NAMESAKE.key, "New Guy is there already, under new@example.org.", NEW)
    ]


def test_a_namesake_outside_the_cohort_joins_or_another_one_does_but_neither_silently():
    row = f"{BOTH}Leo Park,,,Dee Far,dee@home.example\n"

    asks = review(row)
    joins = [
        Upload("pairs", row, 1, **said).review()
        for said in ({"decisions": {2: ADD}}, {"decisions": {2: SAME}}, {"options": {"strangers": ADD}})
    ]
    other = Upload("pairs", row, 1, decisions={2: NEW}).review()

    assert asks.lines[0].decision == ADD
    assert why(asks) == [
        "Dee Far is there already, under dee@example.org, and not a mentee in Spring. "
        "Correct it, or decide to add them as a mentee."
    ]
    for found in joins:
        assert (joining(found), found.lines[0].brings[0]) == ([], "Dee Far joins as a mentee")
        assert asked(found) == [(2, NAMESAKE.key, "Dee Far is there already, under dee@example.org.", SAME)]
    assert joining(other) == [("Dee Far", "dee@home.example")]


def test_of_several_namesakes_none_is_guessed():
    cohort_id = program()
    with writing("Ana", "More") as session:
        make_person(session, "Ana Ruiz", email="ana@home.example")

    row = f"{BOTH}Ana Ruiz,ana@work.example,,{BEN}\n"
    found = Upload("pairs", row, cohort_id, options={"strangers": ADD}).review()

    assert why(found) == [
        "Ana Ruiz is there already, under Ana@example.org and ana@home.example. "
        "Write what only one of them has, or decide to add another one."
    ]
    assert joining(Upload("pairs", row, cohort_id, decisions={2: NEW}).review()) == [("Ana Ruiz", "ana@work.example")]


def test_two_ids_are_two_people_of_one_name():
    found = review(f"{BOTH}Ana Ruiz,ana@work.example,008,{BEN}\n", options={"strangers": ADD})

    assert (joining(found), asked(found)) == ([("Ana Ruiz", "ana@work.example")], [])


@pytest.mark.parametrize(
    ("mentor", "sentence"),
    [
        (",leo@example.org,007", "007 belongs to Ana Ruiz, but leo@example.org to Leo Park. Correct one of the two."),
        ("Leo Park,,007", "007 belongs to Ana Ruiz, not to Leo Park. Correct one of the two."),
        ("Leo Park,ana@example.org,", "ana@example.org belongs to Ana Ruiz, not to Leo Park. Correct one of the two."),
        (
            "ana@example.org,leo@example.org,",
            "The row has ana@example.org and leo@example.org for one person. Correct one of the two.",
        ),
        ("Leo Park,ana.example.org,", "An email address must have an @-sign. Correct it or leave it empty."),
        (",Nobody Known,", "An email address must have an @-sign. Correct it or leave it empty."),
        ("ana@example.org; leo@example.org,,", "The row names 2 mentors. Write a row for each of them."),
    ],
)
def test_a_row_that_contradicts_itself_says_so(mentor, sentence):
    (said,) = why(review(f"{BOTH}{mentor},{BEN}\n", options={"strangers": ADD}, choices=AS_NAMED))

    assert said.endswith(sentence[3:])


@pytest.mark.parametrize(
    ("mentor", "sentence"),
    [
        (",new@example.org,007", "007 belongs to Ana Ruiz, whose e-mail is Ana@example.org, not new@example.org."),
        ("Ana Ruiz,ana@example.org,9", "ana@example.org belongs to Ana Ruiz, whose ID is 007, not 9."),
    ],
)
def test_an_id_and_an_address_that_do_not_agree_are_asked_about(mentor, sentence):
    row = f"{BOTH}{mentor},{BEN}\n"

    found, out = review(row), Upload("pairs", row, 1, decisions={2: "out"}).review()

    assert told(found) == [(2, "new", "Ben Ode with Ana Ruiz", [])]
    assert asked(found) == [(2, AT_ODDS.key, sentence, SAME)]
    assert why(out) == [f"{sentence} Correct one of the two."]


@pytest.mark.parametrize(
    ("mentor", "remarks"),
    [
        (",ANA@EXAMPLE.ORG,", []),
        ('"Ruiz, Ana",,', []),
        (",Ana Ruiz <ana@example.org>,", []),
        ("Ana Ruiz <ana@example.org>,,", []),
        ("ana@example.org,,", []),
        (",,ana@example.org", []),
        (",Ana Ruiz,", ['"Ana Ruiz" is no e-mail address, and was looked up as a name.']),
        ("Ana Ruiz,Ana Ruiz,", ['"Ana Ruiz" is no e-mail address, and was looked up as a name.']),
        (",007,", ['"007" is no e-mail address, and was looked up as an ID.']),
        ("Ana,007,", ['"007" is no e-mail address, and was looked up as an ID.']),
    ],
)
def test_what_stands_in_the_wrong_column_is_found_all_the_same(mentor, remarks):
    rows = f"{BOTH}{mentor},{BEN}\nLeo Park,leo@example.org,1,Chi Lam,chi@example.org\n"

    assert told(review(rows, choices=AS_NAMED))[0] == (2, "new", "Ben Ode with Ana Ruiz", remarks)


def test_one_address_of_two_people_is_told_apart_by_the_name():
    rows = (
        f"{BOTH}Ana Ruiz,,,Max Paz,family@example.org\nAna Ruiz,,,,family@example.org\n"
        "Ana Ruiz,,,Kid Paz,family@example.org\n"
    )

    found = review(rows)
    added = Upload("pairs", rows, 1, decisions={4: ADD}).review()
    every = Upload("pairs", rows, 1, options={"strangers": ADD}).review()

    assert told(found)[0] == (2, "new", "Max Paz with Ana Ruiz", [])
    assert why(found) == [
        "Luz Paz and Max Paz share family@example.org, so it is not clear who this is. "
        "Write an e-mail address or an ID of one alone.",
        "family@example.org belongs to Luz Paz and Max Paz. Kid Paz is nobody in your program. "
        "Correct it, or decide to add them as a mentee.",
    ]
    for one in (added, every):
        assert joining(one) == [("Kid Paz", "family@example.org")]
        assert asked(one) == [(4, SHARED.key, "family@example.org belongs to Luz Paz and Max Paz.", NEW)]


def test_whoever_is_decided_to_join_by_one_row_is_there_for_every_other():
    rows = f"{BOTH},new@example.org,,{BEN}\nNew Guy,new@example.org,,Chi Lam,chi@example.org\n"

    found = review(rows, decisions={3: ADD})

    assert told(found) == [(2, "new", "Ben Ode with New Guy", []), (3, "new", "Chi Lam with New Guy", [])]


def test_what_is_open_about_both_is_asked_at_once_and_a_second_matter_is_told():
    rows = f"{BOTH}Ana Ruiz,ana@work.example,,Ben Ode,ben@work.example\n,new@example.org,007,Chi Lam,c@work.example\n"

    found = review(rows)

    assert asked(found) == [
        (
            2,
            NAMESAKE.key,
            "Ben Ode is there already, under ben@example.org. Ana Ruiz is there already, under Ana@example.org.",
            SAME,
        ),
        (3, NAMESAKE.key, "Chi Lam is there already, under chi@example.org.", SAME),
    ]
    assert found.lines[1].remarks == (
        "007 belongs to Ana Ruiz, whose e-mail is Ana@example.org, not new@example.org. The one who is known.",
    )


def test_a_namesake_whose_row_breaks_a_rule_can_still_be_another_person():
    rows = f"{BOTH}Leo Park,,,{BEN}\nLeo Park,leo@work.example,,Chi Lam,chi@example.org\n"

    found = review(rows)

    assert why(found) == [
        "Leo Park is there already, under leo@example.org. "
        "Leo Park is full: 1 of 1 place taken. Raise the capacity or choose another mentor."
    ]
    assert found.in_state(State.TROUBLE)[0].decision == NEW


@pytest.mark.parametrize(
    "row", ["Ana Ruiz,,007,Ana Ruiz,ana@example.org", "Ben Ode,,,Ben Ode,ben@example.org", "Zed,z@x.example,,Zed,"]
)
def test_nobody_is_on_both_sides_and_nothing_is_to_decide(row):
    found = review(f"{BOTH}{row}\n")

    name = row.partition(",")[0]
    assert why(found) == [f"{name} can't be both the mentor and the mentee of a pairing. Choose another mentor."]
    assert found.lines[0].decision == ""
