"""Who a row is about: by its ID, its address, its name, and by what other rows say of the same people."""

import sys

import pytest

from dashboard.imports.people.choices import ADD, APART, LATEST, SAME
from dashboard.imports.people.keys import STAYS
from dashboard.imports.review import State
from tests.imports.people.programs import with_plan
from tests.imports.people.test_review import ANA, EMPTY, chosen, mentor, person, stored
from tests.imports.rosters import participants, people, review, told

STRANGER = (
    "Dia is nobody in your program, and has neither an e-mail address nor an ID here. Fill in one of them, or decide "
    "to add them without."
)


def troubles(found) -> list[tuple[int, list[str]]]:
    return [(line.number, [one.sentence for one in line.troubles]) for line in found.lines if line.troubles]


def test_two_known_ids_change_places_without_a_question():
    known = stored(
        person(1, "Ana Ruiz", email="a@example.org", external_id="71"),
        person(2, "Ben Ode", email="b@example.org", external_id="45"),
        participants=[mentor(11, 1), mentor(12, 2)],
    )
    content = "ID,Name,Email,Role\n71,Ana Ruiz,b@example.org,mentor\n45,Ben Ode,a@example.org,mentor\n"

    found = review(content, known)

    assert chosen(found) == []
    assert found.plan.changed_people == ((1, {"email": "b@example.org"}), (2, {"email": "a@example.org"}))


def test_whoever_has_to_stay_keeps_an_address_that_another_wants():
    known = stored(
        person(1, "Ana Ruiz", email="a@example.org", external_id="71"),
        person(2, "Ben Ode", email="b@example.org", external_id="45"),
        person(3, "Not In The File", email="c@example.org"),
    )
    content = "ID,Name,Email,Role\n71,Ana Ruiz,b@example.org,mentor\n45,Ben Ode,c@example.org,mentor\n"

    found = review(content, known)

    assert chosen(found) == [
        (2, "taken", "b@example.org is the e-mail of Ben Ode.", "keep"),
        (3, "taken", "c@example.org is the e-mail of Not In The File.", "keep"),
    ]
    assert found.plan.changed_people == ()


def test_an_id_and_an_address_of_the_same_person_in_two_rows_are_one_person():
    known = stored(person(1, "Ana Ruiz", email="ana@example.org", external_id="71"))
    content = "ID,Name,Email,Role,City\n71,Ana Ruiz,,mentor,\n,Ana Ruiz,ana@example.org,mentor,Lima\n"

    found = review(content, known)

    assert (chosen(found), people(found)) == ([], [])
    assert found.plan.changed_people == ((1, {"location": "Lima"}),)
    assert found.lines[1].remarks == ("The same person as in row 2.",)


def test_what_is_known_stays_unless_somebody_says_that_the_other_row_is_right():
    known = stored(ANA, participants=[mentor(11, 1)])
    content = "Name,Email,Role\nAna Ruiz Vega,ana@example.org,mentor\nAna Ruiz,ana@example.org,mentor\n"

    assert review(content, known).plan.changed_people == ()
    latest = review(content.replace("Ana Ruiz,", "Ana Ruiz Vega Paz,"), known, options={"renamed": LATEST})
    assert latest.plan.changed_people == ((1, {"name": "Ana Ruiz Vega Paz"}),)


def test_of_two_people_with_one_name_and_address_a_row_without_an_id_is_neither():
    known = stored(*(person(at, "Ana Ruiz", email="ana@example.org") for at in (1, 2)))
    content = "Name,Email,Role\nAna Ruiz,ana@example.org,mentor\n"

    assert troubles(review(content, known)) == [
        (2, ["2 people are called Ana Ruiz and have ana@example.org. Write the ID, too."])
    ]


def test_an_address_alone_is_nobody_s_where_two_have_it_in_the_end():
    content = "Name,Email,Role\n,ana@example.org,mentor\nLuz Paz,ana@example.org,mentor\n"

    assert troubles(review(content, stored(ANA))) == [
        (2, ["Luz Paz and Ana Ruiz share ana@example.org. Write the name, so that it is clear who this is."])
    ]
    one = review(content, stored(ANA), options={"shared": SAME})
    assert (troubles(one), people(one)) == ([], [])


HERE = stored(
    person(1, "Dia", location="Lima"),
    person(2, "Dia", email="dia@example.org"),
    person(3, "Eva Wu"),
    participants=[mentor(11, 1)],
)


@pytest.mark.parametrize(("name", "person_id"), [("dia", 1), ("Wu, Eva", 3)])
def test_a_name_alone_is_the_one_of_this_name_in_the_cohort_or_else_in_the_program(name, person_id):
    found = review(f'Name,Role,City\n"{name}",mentor,Oslo\n', HERE)

    assert [one for one, _ in found.plan.changed_people] == [person_id]
    assert (people(found), troubles(found)) == ([], [])


def test_a_name_alone_that_is_two_people_s_waits():
    twins = stored(person(1, "Dia"), person(2, "Dia"), participants=[mentor(11, 1), mentor(12, 2)])

    found = review("Name,Email,Role\nDia,,mentor\n", twins)

    assert troubles(found) == [
        (
            2,
            [
                "2 people are called Dia, so it is not clear who this is. Write an e-mail address or an ID. "
                "Whoever has neither gets one on their own page."
            ],
        )
    ]


def test_a_name_alone_beside_a_row_that_has_an_address_is_the_same_person():
    found = review("Name,Email,Role,City\nDia,,mentor,Lima\nDia,dia@example.org,,\n", EMPTY)

    assert people(found) == [{"name": "Dia", "email": "dia@example.org", "location": "Lima"}]
    assert [line.state for line in found.lines] == [State.NEW, State.UNCHANGED]


def test_a_stranger_with_a_name_alone_comes_in_only_when_somebody_says_so():
    content = "Name,Role\nDia,mentor\ndia,mentee\nEva,mentee\n"

    found = review(content, EMPTY)
    assert troubles(found)[0] == (2, [STRANGER])
    assert (found.plan.is_empty, {line.decision for line in found.lines}) == (True, {ADD})
    assert [one["name"] for one in people(review(content, EMPTY, decisions={3: ADD}))] == ["Dia"]
    everybody = review(content, EMPTY, options={"names_alone": ADD})
    assert ([one["name"] for one in people(everybody)], len(participants(everybody))) == (["Dia", "Eva"], 3)


def test_nothing_at_all_about_who_it_is():
    assert told(review("Name,Email,Role\n,,mentor\n", EMPTY)) == [
        (2, "trouble", "", ["Nothing tells who this is. Fill in an e-mail address, an ID or a name."])
    ]


def work(content: str, **said) -> int:
    """How many calls a review takes."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        review(content, EMPTY, **said)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "row",
    [
        "Test User,t{}@example.org,,mentor",
        "P{0} Ruiz{0},info@example.org,,mentor",
        "N{0} Ruiz,t{0}@example.org,7,mentor",
    ],
    ids=["one name", "one address", "one ID"],
)
@pytest.mark.parametrize("answer", [SAME, APART])
def test_twice_as_many_rows_of_one_kind_are_twice_the_work(row, answer):
    options = dict.fromkeys(("namesake", "nearly", "shared"), answer)
    few, many = (
        work("Name,Email,ID,Role\n" + "".join(f"{row.format(at)}\n" for at in range(rows)), options=options)
        for rows in (300, 600)
    )

    assert many < 2.2 * few


def test_a_row_is_who_the_program_knows_by_just_this_name_and_address_before_anybody_else():
    known = stored(
        person(1, "Ana Ruiz", external_id="45"), person(2, "Ana Ruiz", email="ana@example.org", external_id="71")
    )
    content = (
        "ID,Name,Email,Role,City\n45,,ana@example.org,mentor,\n,Ana Ruiz,ana@example.org,mentor,Lima\n71,,,mentor,\n"
    )

    found = review(content, known)

    assert (troubles(found), chosen(found)) == ([], [])
    assert found.plan.changed_people == ((2, {"location": "Lima"}),)
    assert found.lines[0].remarks == (STAYS,)


def again(content: str, known, **said):
    """What a file comes to, and what it comes to once it is in."""
    found = review(content, known, **said)
    return found, review(content, with_plan(known, found.plan), **said)


def test_a_row_that_two_new_ids_of_the_file_are_called_like_waits_the_second_time_too():
    content = (
        'ID,Name,Email,Role\n71,"Ruiz, Ana",ana@example.org,mentor\n,Ana Ruiz,ana@example.org,mentor\n'
        "45,Ana Ruiz,ana@example.org,mentor\n"
    )

    first, second = again(content, EMPTY)

    sentence = "Ruiz, Ana (ID 71) and Ana Ruiz (ID 45) have this name and ana@example.org. Write the ID, too."
    assert troubles(first) == troubles(second) == [(3, [sentence])]
    assert ([one["external_id"] for one in people(first)], second.plan.is_empty) == (["71", "45"], True)


def test_an_address_that_an_id_may_not_take_is_asked_about_at_the_same_row_again():
    known = stored(person(1, "Ana Ruiz Vega", external_id="3"), person(2, "Ana Ruiz", email="ana@example.org"))
    content = "ID,Name,Email,Role\n3,,ana@example.org,mentor\n3,Ana Ruiz,ana@example.org,mentor\n"

    first, second = again(content, known, decisions={3: APART})

    assert first.plan.changed_people == ((1, {"name": "Ana Ruiz"}),)
    asked = [(2, "taken", "ana@example.org is the e-mail of Ana Ruiz.", "keep")]
    assert (chosen(first), chosen(second), second.plan.is_empty) == (asked, asked, True)


def test_somebody_called_like_an_id_gets_none_by_a_name_that_is_nearly_theirs():
    known = stored(
        person(1, "Ana Ruiz", email="ana@example.org", external_id="71"),
        person(2, "ANA RUIZ", email="ana@example.org"),
    )
    content = (
        "ID,Name,Email,Role\n71,,,mentor\n,ANA RUIZ,ana@example.org,mentor\n45,Ana Ruiz Vega,ana@example.org,mentor\n"
    )

    first, second = again(content, known)

    assert (troubles(first), first.plan.changed_people) == ([], ())
    assert [(one["name"], one["external_id"]) for one in people(first)] == [("Ana Ruiz Vega", "45")]
    assert (troubles(second), second.plan.is_empty) == ([], True)


def test_somebody_whom_a_row_names_in_full_gets_no_id_by_a_guess():
    known = stored(
        person(1, "Ana Ruiz", email="ana@example.org"),
        person(2, "Ana Ruiz", email="ana@example.org", external_id="71"),
    )
    content = (
        "ID,Name,Email,Role\n45,Ana Ruiz Vega,ana@example.org,mentor\n"
        ',"Ruiz, Ana",ana@example.org,mentor\n71,,,mentor\n'
    )

    first, second = again(content, known)

    assert [one["name"] for one in people(first)] == ["Ana Ruiz Vega"]
    assert "external_id" not in {key for _, changes in first.plan.changed_people for key in changes}
    assert (troubles(second), second.plan.is_empty) == (troubles(first), True)


def test_who_is_told_from_another_by_the_spelling_alone_keeps_it():
    known = stored(
        person(1, "Ana Ruiz", email="ana@example.org"),
        person(2, "Ruiz, Ana", email="ana@example.org"),
    )
    content = "Name,Email,Role\nAna Ruiz,ana@example.org,mentor\nAna Ruiz Vega,ana@example.org,mentor\n"

    first, second = again(content, known)

    assert (troubles(first), first.plan.changed_people) == ([], ())
    assert (troubles(second), second.plan.is_empty) == ([], True)
