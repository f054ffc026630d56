from datetime import date

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.services.people import remove_person, separate
from models import Person, Separation
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
from tests.visits import run, visit

PAGE = "pages/people.py"


@pytest.fixture
def ids(sqlite_database) -> dict[str, int]:
    """Ana was mentored by Bo and mentors Ines; José is in no cohort."""
    with writing("Ana", "Set up") as session:
        old, new = make_cohort(session, "Old", starts_on=date(2025, 1, 1)), make_cohort(session, "New")
        made = {"Ana": make_person(session, "Ana Ruiz", email="ana@example.org", job_title="Analyst")}
        made["José"] = make_person(session, "José O'Neil")
        bo = make_mentor(session, old, "Bo Ode")
        first = make_pairing(
            session,
            bo,
            make_mentee(session, old, person_id=made["Ana"], skills=("SQL",)),
            status="ended_early",
            started_on=date(2025, 2, 1),
            ended_on=date(2025, 6, 1),
            end_reason="no_time",
        )
        ines = make_mentee(session, new, "Ines Vega")
        second = make_pairing(session, make_mentor(session, new, person_id=made["Ana"]), ines)
        make_meeting(session, second, notes="Talked about *plans*")
        make_check_in(session, first, answered_on=date(2025, 3, 1), confidence=2)
        make_check_in(session, second, by="mentor", confidence=4, comment="A secret", confidential=True)
        make_pair(session, new, "Spurious", "Also spurious")
    return made


def click(page, key: str):
    page.button(key=key).click()
    return run(page)


def errors(page) -> list[str]:
    return [error.value for error in page.error]


def said(page) -> str:
    """Everything that the page says in Markdown."""
    return "\n".join(part.value for part in [*page.title, *page.markdown, *page.caption])


def stored(person_id: int) -> Person | None:
    with reading() as session:
        return session.get(Person, person_id)


def test_people_page_without_anybody_says_how_people_come(sqlite_database):
    page = visit(PAGE)

    assert [header.value for header in page.header] == ["Nobody here yet"]
    assert "Add a person" in [button.label for button in page.button]


def test_people_page_lists_everybody_in_every_cohort(ids):
    page = visit(PAGE)

    assert page.dataframe[0].value[["name", "cohorts"]].to_dict("split")["data"] == [
        ["Also spurious", "mentee in New"],
        ["Ana Ruiz", "mentor in New, mentee in Old"],
        ["Bo Ode", "mentor in Old"],
        ["Ines Vega", "mentee in New"],
        ["José O'Neil", ""],
        ["Spurious", "mentor in New"],
    ]


def test_anybody_is_found_while_typing(ids):
    page = visit(PAGE)
    page.text_input(key="q").set_value("jose oneil")
    run(page)

    assert list(page.dataframe[0].value["name"]) == ["José O'Neil"]


def test_a_search_that_finds_nobody_says_what_to_do(ids):
    page = visit(PAGE, q="zzz%")

    assert [info.value for info in page.info] == ["Nobody has this in their name or e-mail. Try a shorter part of it."]


def test_choosing_somebody_opens_their_page(ids):
    page = visit(PAGE)
    page.selectbox(key="person-chosen").set_value(ids["Ana"])
    run(page)

    assert [title.value for title in page.title] == ["Ana Ruiz"]


def test_a_person_s_page_tells_their_whole_story(ids):
    page = visit(PAGE, person=ids["Ana"])

    assert [title.value for title in page.title] == ["Ana Ruiz"]
    assert [header.value for header in page.header] == ["Takes part", "Pairings", "Timeline", "Growth", "Lineage"]
    words = said(page)
    for told in (
        "**Mentor** in New",
        "Seeks SQL",
        "their mentor in Old · 1 Feb 2025 to 1 Jun 2025 · no meeting",
        "Became mentor of Ines Vega",
        "The pairing with Bo Ode ended: no time",
        "Met Ines Vega · video · 45 minutes",
        r"Talked about \*plans\*",
        "From 2 to 4 of 5, over 2 check-ins.",
        "Mentors, Old",
        "Mentees, New",
    ):
        assert told in words
    assert "secret" not in words
    assert "purious" not in words


@pytest.mark.parametrize("person", [999, "0", "-1", "abc", "9" * 30, "²"])
def test_a_person_who_is_not_there_is_a_sentence_and_the_list(ids, person):
    page = visit(PAGE, person=person)

    assert [warning.value for warning in page.warning] == [
        "This person is not here any more: somebody removed them. Find somebody else below."
    ]
    assert len(page.dataframe) == 1


def test_a_person_is_added_and_opened(ids):
    page = click(visit(PAGE), "person-add-open")
    page.text_input(key="person-add-name").set_value("Wei Chen")
    page.text_input(key="person-add-external_id").set_value("007")
    page = click(page, "person-add-send")

    assert errors(page) == []
    assert [title.value for title in page.title] == ["Wei Chen"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "A person needs a name. Type the name they go by."),
        (
            "manager_email",
            "boss",
            '"boss" is not an e-mail address: an email address must have an @-sign. Correct it or leave it empty.',
        ),
    ],
)
def test_a_person_edited_with_a_mistake_keeps_what_was_typed(ids, field, value, sentence):
    page = click(visit(PAGE, person=ids["Ana"]), "person-edit-open")
    key = f"person-edit-{ids['Ana']}"
    page.text_input(key=f"{key}-location").set_value("Bogotá")
    page.text_input(key=f"{key}-{field}").set_value(value)
    page = click(page, "person-edit-send")

    assert errors(page) == [sentence]
    assert page.text_input(key=f"{key}-location").value == "Bogotá"
    assert stored(ids["Ana"]).location is None


def test_editing_a_person_sends_only_what_was_changed(ids):
    page = click(visit(PAGE, person=ids["Ana"]), "person-edit-open")
    with writing("Ben", "Changed Ana in another tab") as session:
        session.get_one(Person, ids["Ana"]).job_title = "Lead"
    page.text_input(key=f"person-edit-{ids['Ana']}-location").set_value("Bogotá")
    page = click(page, "person-edit-send")

    assert errors(page) == []
    ana = stored(ids["Ana"])
    assert (ana.location, ana.job_title, ana.bio) == ("Bogotá", "Lead", None)


def test_a_person_who_was_removed_while_their_form_was_open_is_a_sentence(ids):
    page = click(visit(PAGE, person=ids["José"]), "person-edit-open")
    with writing("Ben", "Removed José in another tab") as session:
        remove_person(session, person_id=ids["José"])
    page.text_input(key=f"person-edit-{ids['José']}-location").set_value("Bogotá")
    page = click(page, "person-edit-send")

    assert errors(page) == [
        "This person is not here any more: somebody removed them. Close this and look for them in People."
    ]


def test_two_people_are_kept_apart_and_allowed_again(ids):
    page = click(visit(PAGE, person=ids["Ana"]), "person-separate-open")
    page = click(page, "person-separate-send")
    assert errors(page) == ["Choose somebody first: type a part of their name, then choose them in the list."]

    page.text_input(key="person-separate-find").set_value("jose")
    run(page)
    page.text_area(key="person-separate-why").set_value("Family")
    page = click(page, "person-separate-send")
    assert errors(page) == []
    assert "Family" in said(page)

    click(page, f"allow-{ids['José']}")
    with reading() as session:
        assert session.exec(select(Separation)).all() == []


def test_two_who_are_paired_are_not_kept_apart(ids):
    page = click(visit(PAGE, person=ids["Ana"]), "person-separate-open")
    page.text_input(key="person-separate-find").set_value("ines")
    run(page)
    page = click(page, "person-separate-send")

    assert errors(page) == ["Ana Ruiz and Ines Vega are paired now. End their pairing first, then keep them apart."]


def test_only_somebody_in_no_cohort_can_be_removed(ids):
    assert "person-remove-open" not in [button.key for button in visit(PAGE, person=ids["Ana"]).button]

    page = click(visit(PAGE, person=ids["José"]), "person-remove-open")
    page = click(page, "person-remove-yes")
    assert stored(ids["José"]) is None


def test_names_are_never_markup(sqlite_database):
    with writing("Ana", "Added") as session:
        odd = make_person(session, "*Bold* :smile: " + "Wolfeschlegelsteinhausenbergerdorff " * 5)
        separate(session, person_id=odd, other_id=make_person(session, "[link](x)"), reason="# No")

    page = visit(PAGE, person=odd)

    assert page.title[0].value.startswith(r"\*Bold\*")
    assert r"\[link\](x)" in [link.proto.label for link in page.get("page_link")]
