from datetime import date

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.services.participants import remove_participant
from models import Action, Cohort, Pairing, Participant, Person
from tests.factories import STARTS_ON, make_cohort, make_mentee, make_mentor, make_pair, make_pairing, make_person
from tests.visits import run, visit

PAGE = "pages/cohorts.py"


@pytest.fixture
def spring(sqlite_database) -> int:
    """A cohort with Bo, who mentors Ines and has a place left, and Omar without a mentor."""
    with writing("Ana", "Set up") as session:
        cohort = make_cohort(session, "Spring")
        bo = make_mentor(session, cohort, "Bo", capacity=2, skills=("SQL",))
        make_pairing(session, bo, make_mentee(session, cohort, "Ines"))
        make_mentee(session, cohort, "Omar", skills=("Sales",))
    return cohort


def errors(page) -> list[str]:
    return [error.value for error in page.error]


def click(page, key: str):
    page.button(key=key).click()
    return run(page)


def rows(model) -> list:
    with reading() as session:
        return list(session.exec(select(model).order_by(model.id)))


def the(model, **wanted):
    return next(row for row in rows(model) if all(getattr(row, name) == value for name, value in wanted.items()))


def participant_of(name: str) -> Participant:
    return the(Participant, person_id=the(Person, name=name).id)


def choose(page, name: str):
    page.selectbox(key="participant").set_value(participant_of(name).id)
    return run(page)


def submit(page, label: str):
    (button,) = [button for button in page.button if button.label == label]
    button.click()
    return run(page)


def test_cohorts_page_offers_a_first_cohort_where_there_is_none(sqlite_database):
    page = visit(PAGE)

    assert [header.value for header in page.header] == ["No cohort yet"]
    assert "New cohort" in [button.label for button in page.button]


def test_a_cohort_can_be_set_up(sqlite_database):
    page = click(visit(PAGE), "cohort-new-open")
    page.text_input(key="cohort-new-name").set_value("Spring 2027")
    page.date_input(key="cohort-new-starts").set_value(date(2027, 3, 1))
    page.date_input(key="cohort-new-ends").set_value(date(2027, 9, 1))
    page.number_input(key="cohort-new-quiet_days").set_value(21)
    page = submit(page, "Set up the cohort")

    assert errors(page) == []
    assert [(row.name, row.starts_on, row.quiet_days) for row in rows(Cohort)] == [
        ("Spring 2027", date(2027, 3, 1), 21)
    ]
    assert "Spring 2027" in [header.value for header in page.header]
    assert "Nobody is in this cohort yet" in [header.value for header in page.header]


@pytest.mark.parametrize(
    ("name", "ends_on", "sentence"),
    [
        (" ", date(2027, 9, 1), 'A cohort needs a name. Type one such as "Spring 2027".'),
        (
            "Fall",
            date(2027, 2, 1),
            "The cohort would end on 1 Feb 2027, but it starts on 1 Mar 2027. Choose an end after the start.",
        ),
        ("SPRING", date(2027, 9, 1), 'There is already a cohort named "Spring". Choose another name.'),
    ],
)
def test_a_cohort_that_cannot_be_is_told_in_a_sentence(spring, name, ends_on, sentence):
    page = click(visit(PAGE), "cohort-new-open")
    page.text_input(key="cohort-new-name").set_value(name)
    page.date_input(key="cohort-new-starts").set_value(date(2027, 3, 1))
    page.date_input(key="cohort-new-ends").set_value(ends_on)
    page = submit(page, "Set up the cohort")

    assert errors(page) == [sentence]
    assert page.text_input(key="cohort-new-name").value == name
    assert len(rows(Cohort)) == 1


def test_a_form_that_is_sent_twice_sets_up_one_cohort(sqlite_database):
    page = click(visit(PAGE), "cohort-new-open")
    page.text_input(key="cohort-new-name").set_value("Spring 2027")
    (button,) = [button for button in page.button if button.label == "Set up the cohort"]
    opened = page.session_state["dialog"]
    button.click()
    run(page)
    page.session_state["dialog"] = opened
    run(page)
    page.text_input(key="cohort-new-name").set_value("Spring 2027")
    page = submit(page, "Set up the cohort")

    assert len(rows(Cohort)) == 1


def test_a_link_opens_the_form_of_the_cohort_at_its_rules_once(spring):
    page = visit(PAGE, cohort=spring, edit="Rules")

    assert page.toggle(key=f"cohort-edit-{spring}-has_common_language")
    (tabs,) = page.get("tab_container")
    assert tabs.children[tabs.proto.tab_container.default_tab_index].label == "Rules"
    assert "edit" not in page.query_params
    assert "cohort-edit-open" in [button.key for button in visit(PAGE, cohort=spring, edit="Nonsense").button]


def test_editing_a_cohort_sends_only_what_was_changed(spring):
    page = click(visit(PAGE, cohort=spring), "cohort-edit-open")
    with writing("Ben", "Changed the same cohort in another tab") as session:
        session.get_one(Cohort, spring).quiet_days = 20
    key = f"cohort-edit-{spring}"
    page.text_input(key=f"{key}-name").set_value("Spring 2026")
    page = submit(page, "Save")

    assert errors(page) == []
    cohort = the(Cohort, id=spring)
    assert (cohort.name, cohort.quiet_days) == ("Spring 2026", 20)


def test_the_fit_and_the_rules_of_a_cohort_are_edited(spring):
    page = click(visit(PAGE, cohort=spring), "cohort-edit-open")
    key = f"cohort-edit-{spring}"
    page.button_group(key=f"{key}-field-wish").set_value("other")
    page.slider(key=f"{key}-field_weight").set_value(4)
    page.button_group(key=f"{key}-field-rule").set_value("other")
    page.toggle(key=f"{key}-has_common_language").set_value(True)
    page.number_input(key=f"{key}-most_hours_apart").set_value(3)
    page = submit(page, "Save")

    assert errors(page) == []
    found = the(Cohort, id=spring)
    assert (found.field_wish, found.field_weight, found.skills_weight) == ("other", 4, 6)
    assert (found.field_rule, found.has_common_language, found.most_hours_apart) == ("other", True, 3)


def test_the_effect_of_weights_is_seen_before_they_are_saved(spring):
    with writing("Ana", "Two to choose from") as session:
        make_mentor(session, spring, "Senior", skills=("Rust",), years_experience=20)
        make_mentor(session, spring, "Seller", skills=("Sales",), years_experience=0)
    with writing("Ana", "Omar begins") as session:
        session.get_one(Person, participant_of("Omar").person_id).years_experience = 0
    page = click(visit(PAGE, cohort=spring), "cohort-edit-open")
    key = f"cohort-edit-{spring}"

    page = submit(page, "See who would be paired otherwise")
    assert [told.value for told in page.info] == [
        "With these weights and rules nothing changes for the 1 mentee who waits."
    ]

    page.slider(key=f"{key}-skills_weight").set_value(1)
    page.slider(key=f"{key}-experience_weight").set_value(10)
    page = submit(page, "See who would be paired otherwise")

    assert [told.value for told in page.info] == [
        "With these weights and rules 1 of 1 mentee who waits would be paired otherwise in the best plan. It places 1, "
        "as now, at an average fit of 85 instead of 70; another mentor heads the list of 1."
    ]
    assert page.dataframe[-1].value.to_dict("split")["data"] == [["Omar", "Seller", "Senior"]]
    assert the(Cohort, id=spring).skills_weight == 6, "nothing is saved yet"

    page = submit(page, "Save")
    assert the(Cohort, id=spring).skills_weight == 1


def test_the_effect_of_no_weight_at_all_is_a_sentence(spring):
    page = click(visit(PAGE, cohort=spring), "cohort-edit-open")
    for name in ("skills", "experience", "place", "language"):
        page.slider(key=f"cohort-edit-{spring}-{name}_weight").set_value(0)
    page = submit(page, "See who would be paired otherwise")

    assert errors(page) == ["With every weight at 0 nobody would fit anybody. Raise at least one of them."]


def test_the_set_up_can_be_copied(spring):
    page = click(visit(PAGE, cohort=spring), "cohort-copy-open")
    page.text_input(key="cohort-copy-name").set_value("Fall")
    page = submit(page, "Set up the copy")

    assert errors(page) == []
    assert [row.name for row in rows(Cohort)] == ["Spring", "Fall"]


def test_a_cohort_is_archived_after_a_question_and_restored(spring):
    page = click(visit(PAGE, cohort=spring), "cohort-archive-open")
    assert "1 pairing is still open and will stay so." in " ".join(text.value for text in page.markdown)

    page = click(page, "cohort-archive-yes")
    assert the(Cohort, id=spring).archived_at is not None

    click(page, "cohort-restore")
    assert the(Cohort, id=spring).archived_at is None


def test_only_an_empty_cohort_can_be_removed(spring):
    with writing("Ana", "Set up") as session:
        empty = make_cohort(session, "Empty")

    assert "cohort-remove-open" not in [button.key for button in visit(PAGE, cohort=spring).button]
    page = click(visit(PAGE, cohort=empty), "cohort-remove-open")
    click(page, "cohort-remove-yes")
    assert [row.name for row in rows(Cohort)] == ["Spring"]


def test_a_cohort_that_is_not_there_is_a_sentence_and_another_cohort(spring):
    page = visit(PAGE, cohort=999)

    assert [warning.value.startswith("There is no cohort 999") for warning in page.warning] == [True]
    assert "Spring" in [header.value for header in page.header]


def test_participants_stand_in_a_table(spring):
    with writing("Ana", "Another cohort") as session:
        make_pair(session, make_cohort(session, "Fall", starts_on=date(2025, 1, 1)), "Spurious", "Also spurious")

    page = visit(PAGE, cohort=spring)

    assert page.dataframe[1].value.to_dict("split")["data"] == [
        ["Bo", "Mentor", "● Active", "1 of 2", "Ines", "SQL"],
        ["Ines", "Mentee", "● Active", "", "Bo", ""],
        ["Omar", "Mentee", "● Active", "", "", "Sales"],
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"find": "in"}, ["Ines"]),
        ({"role": "Mentees"}, ["Ines", "Omar"]),
        ({"paired": "Unpaired"}, ["Omar"]),
        ({"skill": "SQL"}, ["Bo"]),
        ({"role": "nonsense"}, ["Bo", "Ines", "Omar"]),
    ],
)
def test_participants_are_filtered_by_the_address(spring, query, names):
    assert list(visit(PAGE, cohort=spring, **query).dataframe[0].value["name"]) == names


def test_a_search_that_finds_nobody_says_what_to_do(spring):
    page = visit(PAGE, cohort=spring, find="zzz")

    assert [info.value for info in page.info] == ["Nobody here fits this search. Clear a filter to see more."]


def test_somebody_new_joins_in_one_form(spring):
    page = click(visit(PAGE, cohort=spring), "participant-add-open")
    page.segmented_control(key="participant-add-role").set_value("mentor")
    run(page)
    page.text_input(key="participant-add-name").set_value("Wei Chen")
    page.text_input(key="participant-add-email").set_value("wei@example.org")
    page.number_input(key="participant-add-capacity").set_value(3)
    page.multiselect(key="participant-add-skills").set_value(["SQL"])
    page = click(page, "participant-add-send")

    assert errors(page) == []
    wei = participant_of("Wei Chen")
    assert (wei.role, wei.capacity, wei.cohort_id) == ("mentor", 3, spring)
    assert [row.summary for row in rows(Action)][-1] == "Added Wei Chen to Spring as a mentor"


@pytest.mark.parametrize(
    ("name", "email", "capacity", "sentence"),
    [
        (" ", "", 1, "A person needs a name. Type the name they go by."),
        ("Wei", "", 0, "Capacity is at least 1. To stop new pairings, waitlist or withdraw the mentor."),
        (
            "Wei",
            "wei",
            1,
            '"wei" is not an e-mail address: an email address must have an @-sign. Correct it or leave it empty.',
        ),
    ],
)
def test_somebody_new_with_a_mistake_is_a_sentence_and_nobody_is_added(spring, name, email, capacity, sentence):
    page = click(visit(PAGE, cohort=spring), "participant-add-open")
    page.segmented_control(key="participant-add-role").set_value("mentor")
    run(page)
    page.text_input(key="participant-add-name").set_value(name)
    page.text_input(key="participant-add-email").set_value(email)
    page.number_input(key="participant-add-capacity").set_value(capacity)
    page = click(page, "participant-add-send")

    assert errors(page) == [sentence]
    assert (len(rows(Person)), len(rows(Participant))) == (3, 3)


def test_somebody_counts_from_the_start_of_a_cohort_until_its_first_pairing(spring):
    with writing("Ana", "Set up") as session:
        autumn = make_cohort(session, "Autumn")

    assert [
        click(visit(PAGE, cohort=cohort), "participant-add-open").date_input(key="participant-add-since").value
        for cohort in (autumn, spring)
    ] == [STARTS_ON, date.today()]


def test_an_address_that_somebody_has_is_asked_about(spring):
    with writing("Ana", "Added") as session:
        make_person(session, "Wei Chen", email="wei@example.org")

    page = click(visit(PAGE, cohort=spring), "participant-add-open")
    page.text_input(key="participant-add-name").set_value("Wen Chen")
    page.text_input(key="participant-add-email").set_value("wei@example.org")
    run(page)
    page = click(page, "participant-add-send")
    assert errors(page)[0].startswith("wei@example.org is the e-mail of Wei Chen already.")

    page.checkbox(key="participant-add-shared").check()
    run(page)
    page = click(page, "participant-add-send")
    assert errors(page) == []
    assert participant_of("Wen Chen").role == "mentee"


def test_somebody_known_joins_by_search(spring):
    with writing("Ana", "Added") as session:
        wei = make_person(session, "Wei Chen")

    page = click(visit(PAGE, cohort=spring), "participant-add-open")
    page.segmented_control(key="participant-add-who").set_value("Somebody you have")
    run(page)
    page = click(page, "participant-add-send")
    assert errors(page) == ["Choose a person first: type a part of their name, then choose them in the list."]

    page.text_input(key="participant-add-find").set_value("chen")
    run(page)
    assert page.selectbox(key="participant-add-person").value == wei
    click(page, "participant-add-send")
    assert participant_of("Wei Chen").role == "mentee"


def test_a_participation_is_edited(spring):
    page = click(choose(visit(PAGE, cohort=spring), "Bo"), "participant-edit-open")
    bo = participant_of("Bo").id
    key = f"participant-edit-{bo}"
    page.number_input(key=f"{key}-capacity").set_value(0)
    page = submit(page, "Save")
    assert errors(page) == ["Capacity is at least 1. To stop new pairings, waitlist or withdraw the mentor."]

    page.number_input(key=f"{key}-capacity").set_value(5)
    page.text_area(key=f"{key}-hopes").set_value("Fresh eyes")
    page = submit(page, "Save")
    assert errors(page) == []
    assert (participant_of("Bo").capacity, participant_of("Bo").hopes) == (5, "Fresh eyes")


def test_withdrawing_asks_first_and_ends_the_pairing(spring):
    page = click(choose(visit(PAGE, cohort=spring), "Ines"), "participant-withdraw-open")
    assert "The pairing with Bo ends today, or on the first day where that is still to come." in " ".join(
        text.value for text in page.markdown
    )

    click(page, "participant-withdraw-yes")
    assert participant_of("Ines").status == "withdrawn"
    (pairing,) = rows(Pairing)
    assert (pairing.status, pairing.end_reason, pairing.ended_on) == ("ended_early", "left_program", date.today())


def test_waitlist_and_reactivate_take_one_click(spring):
    page = choose(visit(PAGE, cohort=spring), "Omar")
    page = click(page, "participant-waitlist")
    assert participant_of("Omar").status == "waitlisted"

    click(page, "participant-reactivate")
    assert participant_of("Omar").status == "active"


def test_only_who_was_never_paired_can_be_removed(spring):
    page = choose(visit(PAGE, cohort=spring), "Ines")
    assert "participant-remove-open" not in [button.key for button in page.button]

    page = click(choose(page, "Omar"), "participant-remove-open")
    click(page, "participant-remove-yes")
    assert len(rows(Participant)) == 2
    assert len(rows(Person)) == 3


def test_a_participant_who_was_removed_meanwhile_is_a_sentence(spring):
    page = click(choose(visit(PAGE, cohort=spring), "Omar"), "participant-withdraw-open")
    with writing("Ben", "Removed Omar in another tab") as session:
        remove_participant(session, participant_id=participant_of("Omar").id)

    page = click(page, "participant-withdraw-yes")
    assert errors(page) == ["This participant is not here any more: somebody removed them. Look at the list again."]


def test_very_long_names_are_no_trouble(spring):
    with writing("Ana", "Added") as session:
        make_mentee(session, spring, "Wolfeschlegelsteinhausenbergerdorff " * 5, skills=("skill " * 30,))

    page = choose(visit(PAGE, cohort=spring), "Wolfeschlegelsteinhausenbergerdorff " * 5)
    assert len(page.dataframe[0].value) == 4
