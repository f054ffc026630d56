"""The history on the screen: what was done, what it changed, and the way back."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.ui.text import plain
from models import Action, ActionKind, CheckIn, Cohort, Import, Person
from tests.factories import make_check_in, make_cohort, make_pair, make_person
from tests.visits import run, visit

PAGE = "pages/history.py"


@pytest.fixture
def history(sqlite_database):
    """Three actions: a cohort, a pair in it, and a person from a file by somebody else."""
    with writing("Ana", "Created Spring") as session:
        cohort_id = make_cohort(session, "Spring")
    with writing("Ana", "Paired Ines with Omar") as session:
        make_pair(session, cohort_id, "Ines", "Omar")
    with writing("Ben", "Uploaded 1 person", kind=ActionKind.IMPORT) as session:
        make_person(session, "Chi", job_title="Welder")


def table(app):
    return app.dataframe[0].value


def summaries(app):
    return table(app)["What"].tolist()


def stored(model, column="name"):
    with reading() as session:
        return list(session.exec(select(getattr(model, column)).order_by(model.id)))


def words(app):
    return "\n".join(element.value for element in app.markdown)


def test_an_empty_history_says_what_will_be_here(sqlite_database):
    app = visit(PAGE)

    assert [title.value for title in app.title] == ["History"]
    assert [heading.value for heading in app.header] == ["Nothing was done yet"]


def test_actions_are_listed_newest_first(history):
    told = table(visit(PAGE))

    assert told[["Who", "What", "How", "Rows", "State"]].values.tolist() == [
        ["Ben", "Uploaded 1 person", "Upload", 1, ""],
        ["Ana", "Paired Ines with Omar", "By hand", 5, ""],
        ["Ana", "Created Spring", "By hand", 1, ""],
    ]


def test_times_are_those_of_the_reader(history):
    with writing("Ana", "Moved") as session:
        for action in session.exec(select(Action)):
            action.at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    app = visit(PAGE)
    app.context["timezone"] = "America/Bogota"
    run(app)
    assert set(table(app)["When"]) == {"1 Mar 2026, 18:30"}

    app.context["timezone"] = "Asia/Tokyo"
    run(app)
    assert set(table(app)["When"]) == {"2 Mar 2026, 08:30"}


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ({"what": "PAIRED"}, ["Paired Ines with Omar"]),
        ({"by": "Ben"}, ["Uploaded 1 person"]),
        ({"how": "Upload"}, ["Uploaded 1 person"]),
        ({"what": "e", "by": "Ana", "how": "By hand"}, ["Paired Ines with Omar", "Created Spring"]),
    ],
)
def test_a_link_holds_what_is_looked_for(history, looked_for, found):
    assert summaries(visit(PAGE, **looked_for)) == found


def test_days_are_those_of_the_reader(history):
    with writing("Ana", "Moved") as session:
        first, *_ = session.exec(select(Action).order_by(Action.id))
        first.at = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    app = visit(PAGE)
    app.context["timezone"] = "America/Bogota"  # where it was still the first of March
    app.date_input(key="until").set_value(datetime(2026, 3, 1).date())
    run(app)
    assert summaries(app) == ["Created Spring"]

    app.date_input(key="until").set_value(None)
    app.date_input(key="from").set_value(datetime(2026, 3, 2).date())
    run(app)
    assert summaries(app) == ["Uploaded 1 person", "Paired Ines with Omar"]


def test_days_in_the_wrong_order_find_nothing_and_say_so(history):
    app = visit(PAGE, **{"from": "2026-05-02", "until": "2026-05-01"})

    assert [heading.value for heading in app.header] == ["Nothing like that was done"]


def test_choosing_a_line_shows_what_it_changed(history):
    app = visit(PAGE)
    app.session_state["history-0"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    run(app)

    assert app.query_params["action"] == "2"
    assert [heading.value for heading in app.header] == ["Paired Ines with Omar"]
    assert ":material/add: **Added** Pairing: Ines with Omar" in words(app)
    assert "- Status: Active" in words(app)


def test_a_change_is_told_from_old_to_new(history):
    with writing("Ana", "Chi has a new job") as session:
        person = session.exec(select(Person).where(Person.name == "Chi")).one()
        person.job_title, person.location = "Foreman", "Lima"

    told = words(visit(PAGE, action=4))

    assert (
        ":material/edit: **Changed** Person: Chi\n\n- Job title: Welder → Foreman\n- Location: nothing → Lima" in told
    )


def test_what_was_written_outside_is_no_markup(history):
    with writing("Ana", "Named **somebody** :red[x]") as session:
        make_person(session, "*Eve* <b>x</b>")

    app = visit(PAGE, action=4)

    assert [heading.value for heading in app.header] == ["Named \\*\\*somebody\\*\\* :\u2060red\\[x\\]"]
    assert "- Name: \\*Eve\\* \\<b\\>x\\</b\\>" in words(app)


def test_a_confidential_comment_is_not_told(history):
    with writing("Ana", "Recorded") as session:
        pairing_id = make_pair(session, make_cohort(session), "Lea", "Tom")
        make_check_in(session, pairing_id, comment="Between us", confidential=True)

    told = words(visit(PAGE, action=4))

    assert "Between us" not in told
    assert "- Comment: Confidential" in told
    assert stored(CheckIn, "comment") == ["Between us"]


def test_an_upload_names_its_file(history):
    with writing("Ana", "Uploaded", kind=ActionKind.IMPORT) as session:
        make_person(session, "Dov")

        def keep(action):
            session.add(
                Import(action_id=action.id, file_name="roster.csv", sha256="x", kind="roster", mapping={}, counts={})
            )

        session.info["with_action"].append(keep)

    captions = [caption.value for caption in visit(PAGE, action=4).caption]

    assert any(caption.endswith("Upload from roster.csv.") for caption in captions)


def press(app, key):
    print([(b.key, b.label) for b in app.button], app.query_params)
    app.button(key).click()
    return run(app)


def test_an_action_is_undone_and_brought_back(history):
    app = press(visit(PAGE, action=3), "undo-action")

    assert stored(Person) == ["Ines", "Omar"]
    assert summaries(app)[0] == "Undid: Uploaded 1 person"
    assert table(app)["State"].tolist() == ["", "Undone", "", ""]
    assert "action" not in app.query_params

    app = visit(PAGE, action=3)
    assert "This was undone." in words(app)
    press(app, "show-undoing")
    assert [heading.value for heading in app.header] == ["Undid: Uploaded 1 person"]
    press(app, "undo-action")

    assert stored(Person) == ["Ines", "Omar", "Chi"]


def test_an_undo_that_is_in_the_way_says_why_and_nothing_changes(history):
    app = visit(PAGE, action=1)

    assert app.button("undo-action").disabled
    assert "“Created Spring” can't be undone yet: “Paired Ines with Omar” came later" in "".join(
        told.value for told in app.caption
    )
    assert stored(Cohort) == ["Spring"]
    assert [heading.value for heading in app.header] == ["Created Spring"], "the drawer stays"


@pytest.mark.parametrize("asked", ["99", "x", "-1", "9" * 30])
def test_an_action_that_is_not_there_is_a_sentence(history, asked):
    app = visit(PAGE, action=asked)

    assert [warning.value for warning in app.warning] == [f"There is no action {plain(asked)} in the history."]


def test_a_long_history_comes_in_pages(sqlite_database):
    for number in range(60):
        with writing("Ana", f"Added person {number}") as session:
            make_person(session)

    assert summaries(visit(PAGE))[0] == "Added person 59"
    second = visit(PAGE, **{"actions-page": 2})
    assert summaries(second) == [f"Added person {number}" for number in range(9, -1, -1)]
    assert [caption.value for caption in second.caption][1:] == ["51-60 of 60 actions"]


def test_a_large_action_is_told_in_pages(sqlite_database):
    with writing("Ana", "Added many") as session:
        for number in range(40):
            make_person(session, f"Person {number}")

    told = words(visit(PAGE, action=1))

    assert told.count("**Added**") == 15
