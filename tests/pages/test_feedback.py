"""Recording check-ins, reading them, and keeping what is confidential out of every list."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.services.check_ins import remove_check_in
from dashboard.ui.parts import plain
from models import Action, CheckIn, CheckInSchedule
from tests.factories import make_check_in, make_cohort, make_meeting, make_mentee, make_mentor, make_pairing
from tests.visits import run, visit

PAGE = "pages/feedback.py"
TODAY = date.today()
SECRET = "Mia talks about my salary"
VIEWS = ["Record", "Several at once", "All check-ins", "Who owes one"]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def spring(sqlite_database) -> dict[str, int]:
    """A cohort with Ben with Mia, in the 70th day: the pulse is due since 10 days, and Ben answered the baseline."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring", starts_on=ago(100), ends_on=ago(-200))
        for wave, days in {"baseline": 7, "first_meeting": 30, "pulse": 60, "midpoint": 90, "final": 180}.items():
            session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=days))
        mia, ben = make_mentor(session, cohort_id, "Mia Ruiz"), make_mentee(session, cohort_id, "Ben Ode")
        pairing_id = make_pairing(session, mia, ben, started_on=ago(70))
        make_meeting(session, pairing_id, ago(5))
        baseline = make_check_in(session, pairing_id, wave="baseline", confidence=2, answered_on=ago(60))
    return {"cohort": cohort_id, "pairing": pairing_id, "mentor": mia, "mentee": ben, "baseline": baseline}


@pytest.fixture
def secret(spring) -> dict[str, int]:
    """The same with a confidential comment of Ben and an open one of Mia."""
    with writing("Ana", "Set up") as session:
        told = {"relationship": 2, "answered_on": ago(1), "comment": SECRET, "confidential": True}
        check_in_id = make_check_in(session, spring["pairing"], wave="pulse", **told)
        make_check_in(session, spring["pairing"], "mentor", "pulse", comment="All is open", answered_on=ago(2))
    return {**spring, "check_in": check_in_id}


def check_ins() -> list[CheckIn]:
    with reading() as session:
        return list(session.exec(select(CheckIn).order_by(CheckIn.id)))


def labeled(elements, label):
    return next(element for element in elements if element.proto.label == label)


def starting(elements, words):
    return next(element for element in elements if element.proto.label.startswith(plain(words)))


def told(page) -> str:
    places = (page.markdown, page.caption, page.info, page.warning, page.error, page.subheader, page.header)
    return "\n".join(element.value for place in places for element in place)


def everything(page) -> str:
    """Whatever was sent to the browser, tables and charts included."""
    return "\n".join(str(node.proto) for block in page._tree.children.values() for node in block if node.proto)


def submit(page, label):
    labeled(page.button, label).click()
    return run(page)


def test_a_cohort_without_pairings_says_what_to_do_first(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Spring")

    assert "Nobody is paired in this cohort yet" in told(visit(PAGE))


def test_what_is_due_is_suggested_and_recorded(spring):
    page = visit(PAGE, pairing=spring["pairing"])
    assert labeled(page.button_group, "Who answered").value == "mentee"
    assert labeled(page.button_group, "Check-in").value == "pulse"
    assert "The pulse check-in is due since" in told(page)
    starting(page.button_group, "How well do you and your mentor get along?").set_value(4)
    page.text_area[0].set_value("More time, please.")
    labeled(page.checkbox, "The comment is confidential").check()
    submit(page, "Record check-in")

    made = check_ins()[-1]
    assert (made.participant_id, made.wave, made.answered_on) == (spring["mentee"], "pulse", TODAY)
    assert (made.relationship, made.progress, made.comment, made.confidential) == (4, None, "More time, please.", True)
    with reading() as session:
        assert list(session.exec(select(Action.summary)))[-1] == "Recorded the pulse check-in of Ben Ode"


def test_each_wave_asks_its_own_questions_of_each_role(spring):
    page = visit(PAGE, pairing=spring["pairing"])
    labeled(page.button_group, "Who answered").set_value("mentor")
    run(page)
    labeled(page.button_group, "Check-in").set_value("final")
    run(page)

    questions = [group.proto.label.split("  \n")[0] for group in page.button_group][2:]
    assert questions == [
        plain(words)
        for words in (
            "How confident are you in your part as a mentor?",
            "How well do you and your mentee get along?",
            "How far has your mentee come towards their goals?",
            "How likely are you to recommend mentoring here to a colleague or friend?",
            "Would you mentor somebody again?",
        )
    ]


def test_a_wave_that_was_answered_is_told_with_its_day_and_can_be_edited(spring):
    page = visit(PAGE, pairing=spring["pairing"])
    labeled(page.button_group, "Check-in").set_value("baseline")
    run(page)
    assert "answered the baseline check" in told(page)
    submit(page, "Edit the answers")
    starting(page.button_group, "How confident are you that you will").set_value(5)
    submit(page, "Save")

    assert [row.confidence for row in check_ins()] == [5]


def test_what_cannot_be_is_told_and_what_was_typed_stays(spring):
    page = visit(PAGE, pairing=spring["pairing"])
    submit(page, "Record check-in")
    assert page.error[0].value.startswith(plain("Nothing was answered."))

    page.text_area[0].set_value("Kept")
    labeled(page.date_input, "Answered on").set_value(ago(-1))
    submit(page, "Record check-in")
    assert plain("is still to come") in page.error[0].value
    assert page.text_area[0].value == "Kept"

    labeled(page.date_input, "Answered on").set_value(ago(71))
    submit(page, "Record check-in")
    assert plain("Choose that day or a later one.") in page.error[0].value
    assert len(check_ins()) == 1


@pytest.mark.parametrize("pairing", ["999", "nonsense"])
def test_a_pairing_that_is_gone_is_told(spring, pairing):
    assert "This pairing is not here any more" in told(visit(PAGE, pairing=pairing))


def test_several_are_recorded_at_once_in_one_action(spring):
    page = visit(PAGE, view="Several at once")
    assert labeled(page.button, "Record check-ins").disabled
    changes = {0: {"relationship": 4, "comment": "Fine"}, 1: {"progress": 2, "confidential": True}}
    page.session_state[page.dataframe[0].key] = {"edited_rows": changes, "added_rows": [], "deleted_rows": []}
    run(page)
    submit(page, "Record 2 check-ins")

    made = {row.participant_id: (row.wave, row.relationship, row.progress, row.comment) for row in check_ins()[1:]}
    assert made == {
        spring["mentee"]: ("pulse", 4, None, "Fine"),
        spring["mentor"]: ("pulse", None, 2, None),
    }
    assert "Nobody owes a check-in today" in told(page)


def test_what_was_filled_in_is_recorded_whoever_else_writes_meanwhile(spring):
    page = visit(PAGE, view="Several at once")
    changes = {1: {"relationship": 4, "comment": "Fine"}}
    page.session_state[page.dataframe[0].key] = {"edited_rows": changes, "added_rows": [], "deleted_rows": []}
    run(page)
    with writing("Dev", "Recorded in another tab") as session:
        make_check_in(session, spring["pairing"], wave="pulse", relationship=2, answered_on=TODAY)
    run(page)
    assert list(page.dataframe[0].value["name"]) == ["Ben Ode", "Mia Ruiz"]
    submit(page, "Record 1 check-in")

    made = check_ins()[-1]
    assert (made.participant_id, made.relationship, made.comment) == (spring["mentor"], 4, "Fine")
    assert "Nobody owes a check-in today" in told(page)


def test_what_was_filled_in_and_recorded_meanwhile_is_told_by_its_row(spring):
    page = visit(PAGE, view="Several at once")
    changes = {0: {"relationship": 4}}
    page.session_state[page.dataframe[0].key] = {"edited_rows": changes, "added_rows": [], "deleted_rows": []}
    run(page)
    with writing("Dev", "Recorded in another tab") as session:
        make_check_in(session, spring["pairing"], wave="pulse", relationship=2, answered_on=TODAY)
        make_check_in(session, spring["pairing"], "mentor", wave="pulse", relationship=2, answered_on=TODAY)
    submit(page, "Record 1 check-in")

    assert plain("Row 1: Ben Ode answered a pulse on") in page.error[0].value
    assert len(check_ins()) == 3


def test_a_trouble_in_one_row_is_told_with_its_number_and_nothing_is_saved(spring):
    page = visit(PAGE, view="Several at once")
    changes = {0: {"relationship": 4}, 1: {"relationship": 9}}
    page.session_state[page.dataframe[0].key] = {"edited_rows": changes, "added_rows": [], "deleted_rows": []}
    run(page)
    submit(page, "Record 2 check-ins")

    assert plain("Row 2: Relationship is a whole number from 1 to 5.") in page.error[0].value
    assert len(check_ins()) == 1


def test_who_owes_a_check_in_stands_with_the_response(spring):
    page = visit(PAGE, view="Who owes one")

    frame = page.dataframe[0].value
    assert list(frame["name"]) == ["Ben Ode, mentee", "Mia Ruiz, mentor"]
    assert list(frame["about"]) == ["Mia Ruiz", "Ben Ode"]
    assert [list(state) for state in frame["late"]] == [["▲ Overdue"], ["▲ Overdue"]]
    assert list(frame["due_on"]) == [ago(10), ago(10)]
    # baseline, first meeting and pulse of both were asked; one was answered
    assert page.metric[0].value == "17 %"
    assert "1 answered" in page.metric[0].proto.help
    assert "6 asked for" in page.metric[0].proto.help


def test_whoever_owes_a_check_in_is_one_click_from_the_form(spring):
    page = visit(PAGE, view="Who owes one")
    key = next(box.key for box in page.selectbox if box.proto.label == "Who")
    page.selectbox(key).set_value(1)
    run(page)
    submit(page, "Record it")

    assert labeled(page.button, "Record check-in")


def test_the_list_filters_by_wave_role_and_name(secret):
    def who(**query):
        frames = visit(PAGE, view="All check-ins", **query).dataframe
        return list(frames[0].value["who"]) if frames else []

    assert who() == ["Ben Ode", "Mia Ruiz", "Ben Ode"]
    assert who(wave="Baseline") == ["Ben Ode"]
    assert who(by="By mentors") == ["Mia Ruiz"]
    assert who(find="nobody") == []
    assert who(pairing=secret["pairing"]) == ["Ben Ode", "Mia Ruiz", "Ben Ode"]


def chosen(page, check_in_id):
    page.session_state["check-in"] = check_in_id
    return run(page)


@pytest.mark.parametrize("view", VIEWS)
def test_a_confidential_comment_is_in_no_view(secret, view):
    page = visit(PAGE, view=view, pairing=secret["pairing"])

    assert SECRET not in everything(page)
    if view == "All check-ins":
        assert "All is open" in everything(page)
        assert page.dataframe[0].value["comment"].iloc[0] == "Confidential"
        assert SECRET not in everything(chosen(page, secret["check_in"]))


@pytest.mark.parametrize("name", ["overview", "cohorts", "people", "pairings", "meetings", "history", "upload"])
def test_a_confidential_comment_is_on_no_other_page(secret, name):
    assert SECRET not in everything(visit(f"pages/{name}.py", pairing=secret["pairing"], person=2, action=2))


def test_a_confidential_comment_is_read_on_request_alone(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Read the comment")

    assert SECRET in told(page)
    assert SECRET not in str(page.session_state)


def test_editing_keeps_a_confidential_comment_unseen_and_as_it_is(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Edit")
    assert SECRET not in everything(page)
    starting(page.button_group, "How well do you and your mentor get along?").set_value(3)
    submit(page, "Save")

    row = check_ins()[1]
    assert (row.relationship, row.comment, row.confidential) == (3, SECRET, True)


def test_a_confidential_comment_is_removed_unseen(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Edit")
    labeled(page.checkbox, "Remove the comment").check()
    submit(page, "Save")

    row = check_ins()[1]
    assert (row.relationship, row.comment, row.confidential) == (2, None, True)
    assert SECRET not in everything(page)


def test_a_confidential_comment_is_opened_only_by_who_has_seen_it(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Edit")
    labeled(page.checkbox, "The comment is confidential").uncheck()
    submit(page, "Save")
    assert plain("Show the comment before you open it") in page.error[0].value
    assert (check_ins()[1].comment, check_ins()[1].confidential) == (SECRET, True)

    labeled(page.toggle, "Show the confidential comment").set_value(True)
    run(page)
    assert SECRET in [area.value for area in page.text_area]
    submit(page, "Save")
    assert (check_ins()[1].comment, check_ins()[1].confidential) == (SECRET, False)


def test_a_comment_that_replaces_an_unseen_one_may_be_open(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Edit")
    page.text_area[0].set_value("All is well")
    labeled(page.checkbox, "The comment is confidential").uncheck()
    submit(page, "Save")

    assert (check_ins()[1].comment, check_ins()[1].confidential) == ("All is well", False)


def test_a_check_in_is_removed_and_that_can_be_undone(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Remove")
    assert len(check_ins()) == 2

    submit(page, "Undo")
    assert check_ins()[1].comment == SECRET


def test_a_check_in_removed_in_another_tab_is_a_sentence(secret):
    page = chosen(visit(PAGE, view="All check-ins"), secret["check_in"])
    submit(page, "Edit")
    with writing("Ana", "Removed in another tab") as session:
        remove_check_in(session, check_in_id=secret["check_in"])
    submit(page, "Save")

    assert "This check-in is not here any more" in told(page)


def test_a_cohort_that_asks_for_nothing_says_so(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        pairing_id = make_pairing(session, make_mentor(session, cohort_id), make_mentee(session, cohort_id))

    page = visit(PAGE, view="Who owes one")
    assert page.metric[0].value == "No data"
    assert "No check-in has fallen due yet." in told(page)
    assert "Nobody owes a check-in today." in told(page)
    assert "Nobody owes a check-in today." in told(visit(PAGE, view="Several at once"))
    assert "No check-in fits." in told(visit(PAGE, view="All check-ins"))
    assert "None yet: record the first one here." in told(visit(PAGE, pairing=pairing_id))
