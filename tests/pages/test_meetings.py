"""Logging meetings as a coordinator does, and who is behind."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.services.meetings import log_meeting, remove_meeting
from dashboard.services.pairings import remove_pairing
from dashboard.ui.parts import plain
from dashboard.words import day
from models import Action, Meeting, MeetingSkill
from tests.factories import make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing
from tests.visits import run, visit

PAGE = "pages/meetings.py"
TODAY = date.today()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def spring(sqlite_database) -> dict[str, int]:
    """A cohort with Ben with Mia, who have not met for long, and Cy with Leo, who are new."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring", starts_on=ago(100), ends_on=ago(-200))
        mia, ben = (
            make_mentor(session, cohort_id, "Mia Ruiz"),
            make_mentee(session, cohort_id, "Ben Ode", skills=("SQL",)),
        )
        first = make_pairing(session, mia, ben, started_on=ago(90))
        make_meeting(session, first, ago(60), notes="Got to know each other")
        second = make_pair(session, cohort_id, "Leo Tan", "Cy Bo", started_on=ago(3))
    return {"cohort": cohort_id, "ben": first, "cy": second}


def meetings() -> list[Meeting]:
    with reading() as session:
        return list(session.exec(select(Meeting).order_by(Meeting.id)))


def labeled(elements, label):
    return next(element for element in elements if element.proto.label == label)


def told(page) -> str:
    """All words of the page."""
    places = (page.markdown, page.caption, page.info, page.warning, page.error, page.subheader, page.header)
    return "\n".join(element.value for place in places for element in place)


def submit(page, label):
    labeled(page.button, label).click()
    return run(page)


def test_a_cohort_without_pairings_says_what_to_do_first(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Spring")

    assert "Nobody is paired in this cohort yet" in told(visit(PAGE))


def test_a_part_of_a_name_is_enough_to_find_the_pairing_and_log_a_meeting(spring):
    page = visit(PAGE)
    labeled(page.text_input, "Who").set_value("ruiz")
    run(page)
    labeled(page.button_group, "Minutes").set_value(45)
    labeled(page.text_input, "Note").set_value("Offers")
    labeled(page.multiselect, "Skills practised").set_value(["SQL"])
    submit(page, "Log meeting")

    (_, made) = meetings()
    assert (made.pairing_id, made.held_on, made.minutes, made.format) == (spring["ben"], TODAY, 45, "video")
    assert (made.notes, made.missed) == ("Offers", False)
    with reading() as session:
        assert len(session.exec(select(MeetingSkill)).all()) == 1
        last = list(session.exec(select(Action.summary)))[-1]
    assert last.startswith("Logged a meeting of Ben Ode with Mia Ruiz on ")
    assert labeled(page.text_input, "Who").value == ""


def test_the_next_one_begins_with_the_same_day_and_length(spring):
    page = visit(PAGE, pairing=spring["ben"])
    labeled(page.date_input, "Day").set_value(ago(2))
    run(page)
    labeled(page.button_group, "Minutes").set_value(30)
    submit(page, "Log meeting")
    labeled(page.text_input, "Who").set_value("cy")
    run(page)

    assert labeled(page.date_input, "Day").value == ago(2)
    assert labeled(page.button_group, "Minutes").value == 30


def test_a_pairing_is_chosen_from_those_that_a_name_finds(spring):
    page = visit(PAGE)
    choice = page.radio[0]
    assert choice.options == [plain("Ben Ode with Mia Ruiz"), plain("Cy Bo with Leo Tan")]
    choice.set_value(spring["cy"])
    run(page)
    submit(page, "Log meeting")

    assert meetings()[-1].pairing_id == spring["cy"]


def test_a_missed_meeting_asks_for_no_minutes(spring):
    page = visit(PAGE, pairing=spring["ben"])
    labeled(page.toggle, "It was missed").set_value(True)
    run(page)
    assert [group for group in page.button_group if group.proto.label == "Minutes"] == []
    submit(page, "Log meeting")

    assert (meetings()[-1].missed, meetings()[-1].minutes) == (True, None)


@pytest.mark.parametrize(
    ("day", "minutes", "sentence"),
    [
        (ago(-1), None, "is still to come. Choose today or an earlier day."),
        (ago(91), None, "Choose that day or a later one."),
        (None, None, "A meeting needs a day. Choose one."),
        (TODAY, 0, "Minutes are a whole number from 1 to 720."),
        (TODAY, 1000, "Minutes are a whole number from 1 to 720."),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(spring, day, minutes, sentence):
    page = visit(PAGE, pairing=spring["ben"])
    labeled(page.date_input, "Day").set_value(day)
    run(page)
    labeled(page.number_input, "Or another length").set_value(minutes)
    labeled(page.text_input, "Note").set_value("Kept")
    submit(page, "Log meeting")

    assert len(page.error) == 1
    assert plain(sentence) in page.error[0].value
    assert labeled(page.text_input, "Note").value == "Kept"
    assert len(meetings()) == 1


def test_a_second_meeting_on_a_day_is_asked_about(spring):
    page = visit(PAGE, pairing=spring["ben"])
    labeled(page.date_input, "Day").set_value(ago(60))
    run(page)
    submit(page, "Log meeting")
    assert plain("say that it is a second one") in page.error[0].value

    page.checkbox[0].check()
    submit(page, "Log meeting")
    assert len(meetings()) == 2


@pytest.mark.parametrize("pairing", ["999", "nonsense", "-1", "9" * 30])
def test_a_pairing_that_is_gone_is_told_and_another_one_can_be_chosen(spring, pairing):
    page = visit(PAGE, pairing=pairing)

    assert [warning.value for warning in page.warning] == [
        "This pairing is not here any more: somebody removed it. Choose another one."
    ]
    assert labeled(page.text_input, "Who").value == ""


def test_a_pairing_of_another_cohort_and_a_draft_are_told(spring):
    with writing("Ana", "Set up") as session:
        other = make_pair(session, make_cohort(session, "Fall", starts_on=ago(500)), "Ida", "Dev")
        draft = make_pair(session, spring["cohort"], "Eva", "Fay", status="draft", started_on=None)

    page = visit(PAGE, cohort=spring["cohort"], pairing=other)
    assert plain("Dev with Ida belongs to Fall") in page.warning[0].value
    page = visit(PAGE, cohort=spring["cohort"], pairing=draft)
    assert plain("Fay with Eva") + " is still a draft" in page.warning[0].value


def test_a_pairing_removed_in_another_tab_is_a_sentence(spring):
    page = visit(PAGE, pairing=spring["cy"])
    with writing("Ana", "Removed in another tab") as session:
        remove_pairing(session, pairing_id=spring["cy"])
    submit(page, "Log meeting")

    assert "This pairing is not here any more" in told(page)
    assert len(meetings()) == 1


def edit_grid(page, changes):
    page.session_state[page.dataframe[0].key] = {"edited_rows": changes, "added_rows": [], "deleted_rows": []}
    return run(page)


def test_several_are_logged_at_once_in_one_action(spring):
    page = visit(PAGE, view="Several at once")
    assert labeled(page.button, "Log meetings").disabled
    edit_grid(page, {0: {"met": True}, 1: {"met": True, "missed": True, "notes": "Forgot"}})
    submit(page, "Log 2 meetings")

    made = meetings()[1:]
    assert [(row.pairing_id, row.minutes, row.missed, row.notes) for row in made] == [
        (spring["ben"], 60, False, None),
        (spring["cy"], None, True, "Forgot"),
    ]
    with reading() as session:
        assert list(session.exec(select(Action.summary)))[-1] == "Logged 2 meetings"


def test_what_was_ticked_is_logged_whoever_else_writes_meanwhile(spring):
    page = visit(PAGE, view="Several at once")
    edit_grid(page, {0: {"met": True, "notes": "Offers"}})
    with writing("Dev", "Logged in another tab") as session:
        log_meeting(session, pairing_id=spring["ben"], held_on=ago(1), today=TODAY)
        eva = make_pair(session, spring["cohort"], "Ida", "Eva", started_on=ago(90))
    run(page)
    assert list(page.dataframe[0].value["mentee"]) == ["Ben Ode", "Cy Bo"]
    submit(page, "Log 1 meeting")

    assert (meetings()[-1].pairing_id, meetings()[-1].notes, len(meetings())) == (spring["ben"], "Offers", 3)
    assert list(page.dataframe[0].value["mentee"]) == ["Eva", "Cy Bo", "Ben Ode"]
    assert eva not in [row.pairing_id for row in meetings()]


def test_what_was_ticked_stands_on_top_of_the_next_search(spring):
    page = visit(PAGE, view="Several at once")
    edit_grid(page, {0: {"met": True, "minutes": 30, "held_on": ago(2).isoformat()}})
    for words in ("cy", "nobody", "cy"):
        labeled(page.text_input, "Find pairings").set_value(words)
        run(page)
        assert next(iter(page.dataframe[0].value["mentee"])) == "Ben Ode"
    edit_grid(page, {1: {"met": True}})
    submit(page, "Log 2 meetings")

    assert [(row.pairing_id, row.minutes, row.held_on) for row in meetings()[1:]] == [
        (spring["ben"], 30, ago(2)),
        (spring["cy"], 60, TODAY),
    ]


def test_a_ticked_pairing_that_was_removed_meanwhile_is_told_by_its_row(spring):
    page = visit(PAGE, view="Several at once")
    edit_grid(page, {1: {"met": True}})
    with writing("Dev", "Removed in another tab") as session:
        remove_pairing(session, pairing_id=spring["cy"])
    submit(page, "Log 1 meeting")

    assert plain("Row 2: This pairing is not here any more") in page.error[0].value
    assert len(meetings()) == 1


def test_a_trouble_in_one_row_is_told_with_its_number_and_nothing_is_saved(spring):
    page = visit(PAGE, view="Several at once")
    edit_grid(page, {0: {"met": True}, 1: {"met": True, "held_on": ago(50).isoformat()}})
    submit(page, "Log 2 meetings")

    assert (
        plain("Nothing was saved: 1 row needs a correction. Row 2: Cy Bo with Leo Tan started on")
        in page.error[0].value
    )
    assert len(meetings()) == 1


def test_the_list_tells_what_was_logged_and_filters_it(spring):
    with writing("Ana", "Set up") as session:
        make_meeting(session, spring["cy"], ago(1), missed=True)

    frame = visit(PAGE, view="All meetings").dataframe[0].value
    assert list(frame["mentee"]) == ["Cy Bo", "Ben Ode"]
    assert list(frame["how"]) == ["✕ Missed", "45 min, video"]
    assert list(visit(PAGE, view="All meetings", held="Missed").dataframe[0].value["mentee"]) == ["Cy Bo"]
    assert list(visit(PAGE, view="All meetings", find="RUIZ").dataframe[0].value["mentee"]) == ["Ben Ode"]
    assert list(visit(PAGE, view="All meetings", pairing=spring["ben"]).dataframe[0].value["mentee"]) == ["Ben Ode"]
    assert "No meeting fits" in told(visit(PAGE, view="All meetings", find="nobody"))


def chosen(page, meeting_id):
    page.session_state["meeting"] = meeting_id
    return run(page)


def test_a_meeting_is_edited(spring):
    page = chosen(visit(PAGE, view="All meetings"), 1)
    submit(page, "Edit")
    labeled(page.text_input, "Note").set_value("Corrected")
    submit(page, "Save")

    assert [(row.notes, row.minutes, row.held_on) for row in meetings()] == [("Corrected", 45, ago(60))]
    assert labeled(page.button, "Edit")


def test_a_meeting_whose_day_was_edited_stays_chosen_in_its_new_words(spring):
    page = chosen(visit(PAGE, view="All meetings"), 1)
    submit(page, "Edit")
    labeled(page.date_input, "Day").set_value(ago(50))
    run(page)
    submit(page, "Save")

    choice = labeled(page.selectbox, "Meeting")
    assert meetings()[0].held_on == ago(50)
    assert choice.value == 1
    assert (choice.proto.set_value, choice.proto.raw_value) == (True, f"{day(ago(50))}, Ben Ode with Mia Ruiz")
    submit(page, "Remove")
    assert meetings() == []


def test_two_meetings_on_one_day_are_told_apart_in_the_list(spring):
    with writing("Ana", "Set up") as session:
        make_meeting(session, spring["ben"], ago(60))

    told_apart = labeled(visit(PAGE, view="All meetings").selectbox, "Meeting").options
    assert len(set(told_apart)) == 2
    assert told_apart[1] == f"{told_apart[0]} (2)"


def test_removing_a_chosen_meeting_that_is_gone_is_a_sentence(spring):
    with writing("Ana", "Set up") as session:
        make_meeting(session, spring["cy"], ago(1))
    page = chosen(visit(PAGE, view="All meetings"), 1)
    with writing("Ana", "Removed") as session:
        remove_meeting(session, meeting_id=1)
    submit(page, "Remove")

    assert "This meeting is not here any more" in told(page)


def test_a_meeting_is_removed_and_that_can_be_undone(spring):
    page = chosen(visit(PAGE, view="All meetings"), 1)
    submit(page, "Remove")
    assert meetings() == []

    submit(page, "Undo")
    assert len(meetings()) == 1


def test_a_meeting_removed_in_another_tab_is_a_sentence(spring):
    page = chosen(visit(PAGE, view="All meetings"), 1)
    submit(page, "Edit")
    with writing("Ana", "Logged and removed") as session:
        log_meeting(session, pairing_id=spring["cy"], held_on=ago(1), today=TODAY)
        remove_meeting(session, meeting_id=1)
    submit(page, "Save")

    assert "This meeting is not here any more" in told(page)


def test_who_is_behind_is_told_in_word_and_shape_with_the_reasons(spring):
    frame = visit(PAGE, view="Who is behind").dataframe[0].value

    assert [list(state) for state in frame["state"]] == [["▲ Check in"], ["◔ Too early"]]
    assert list(frame["reasons"]) == ["No meeting for 60 days", ""]
    assert list(frame["met"]) == ["1 of 5", "0 of 0"]
    only = visit(PAGE, view="Who is behind", state="too_early").dataframe[0].value
    assert list(only["mentee"]) == ["Cy Bo"]


def test_from_who_is_behind_a_meeting_is_logged(spring):
    page = visit(PAGE, view="Who is behind")
    page.session_state["behind"] = spring["ben"]
    run(page)
    submit(page, "Log a meeting")
    submit(page, "Log meeting")

    assert meetings()[-1].pairing_id == spring["ben"]


def test_before_the_first_meeting_every_view_says_what_to_do(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring", starts_on=ago(10), ends_on=ago(-200))
        make_pair(session, cohort_id, status="completed", started_on=ago(9), ended_on=ago(1))

    assert "None yet: log the first one here." in told(visit(PAGE))
    assert "No open pairing fits." in told(visit(PAGE, view="Several at once"))
    assert "No meeting fits. Log one" in told(visit(PAGE, view="All meetings"))
    assert "No pairing is open in this cohort." in told(visit(PAGE, view="Who is behind"))


@pytest.mark.parametrize("query", [{"view": "Nonsense"}, {"state": "nonsense"}, {"held": "x"}, {"from": "never"}])
def test_a_link_that_makes_no_sense_still_opens(spring, query):
    for view in ("All meetings", "Who is behind"):
        assert visit(PAGE, **{"view": view, **query}).title[0].value == "Meetings"
