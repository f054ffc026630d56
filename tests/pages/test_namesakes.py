"""Two people of one name: whoever is chosen is the one that is acted on, the first of the two as well."""

from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from models import Pairing
from tests.factories import make_cohort, make_draft, make_mentee, make_mentor, make_pairing, make_plan
from tests.pages.desks import press
from tests.visits import run, visit

TODAY = date.today()
PAGE = "pages/pairings.py"


@pytest.fixture
def program(sqlite_database):
    """The mentors Ben Ode (1, 2), each with two places, and the mentees Ana Ruiz (3, 4)."""
    with writing("Ana", "Test") as session:
        dates = {"starts_on": TODAY - timedelta(days=60), "ends_on": TODAY + timedelta(days=120)}
        cohort = make_cohort(session, "Spring", **dates)
        for _ in range(2):
            make_mentor(session, cohort, "Ben Ode", capacity=2)
        for _ in range(2):
            make_mentee(session, cohort, "Ana Ruiz")
        return cohort


def pairs(status):
    """Mentee and mentor of the pairings in a state."""
    with reading() as session:
        rows = select(Pairing.mentee_id, Pairing.mentor_id).where(Pairing.status == status)
        return session.exec(rows.order_by(col(Pairing.mentee_id))).all()


def test_mentee_of_the_desk(program):
    app = visit(PAGE, cohort=program, mentee=4)
    assert app.radio[0].options == ["Ana Ruiz", "Ana Ruiz (2)"]

    app.radio[0].set_value(3)
    assert run(app).query_params["mentee"] == "3"


def test_mentor_of_the_desk(program):
    app = visit(PAGE, cohort=program, mentor=2, side="By mentor")

    app.radio[0].set_value(1)
    assert run(app).query_params["mentor"] == "1"


def drafts(session, cohort):
    plan = make_plan(session, cohort, "First")
    return plan, [make_draft(session, 1, mentee, plan_id=plan) for mentee in (3, 4)]


def test_draft_of_a_plan(program):
    with writing("Ana", "Test") as session:
        plan, ids = drafts(session, program)
    app = visit(PAGE, cohort=program, plan=plan, view="Plan")

    app.multiselect(key="drafts-chosen").select(ids[1])
    press(run(app), "Remove")

    assert pairs("draft") == [(3, 1)]


def test_mentor_whom_a_draft_moves_to(program):
    with writing("Ana", "Test") as session:
        plan, ids = drafts(session, program)
        make_mentor(session, program, "Ben Ode", capacity=2)
    app = visit(PAGE, cohort=program, plan=plan, view="Plan")

    app.multiselect(key="drafts-chosen").select(ids[0])
    app = press(run(app), "Move")
    app.selectbox(key=f"draft-move-to-{ids[0]}").select(2)
    run(app).button(key="draft-move-to-yes").click()
    run(app)

    assert pairs("draft") == [(3, 2), (4, 1)]


def test_mentor_whom_a_mentee_moves_to(program):
    with writing("Ana", "Test") as session:
        make_mentor(session, program, "Ben Ode", capacity=2)
        pairing = make_pairing(session, 1, 3, started_on=TODAY - timedelta(days=30))
    app = press(visit(PAGE, cohort=program, pairing=pairing), "Move")

    app.selectbox(key=f"pairing-move-{pairing}-mentor").select(2)
    app.selectbox(key=f"pairing-move-{pairing}-reason").select_index(0)
    press(app, "Move to the new mentor")

    assert pairs("active") == [(3, 2)]


def test_pairing_to_swap_with(program):
    with writing("Ana", "Test") as session:
        third = make_mentee(session, program, "Eva Sol")
        started = {"started_on": TODAY - timedelta(days=30)}
        pairing = make_pairing(session, 1, third, **started)
        ids = [make_pairing(session, 2, mentee, **started) for mentee in (3, 4)]
    app = press(visit(PAGE, cohort=program, pairing=pairing), "Swap")

    app.selectbox(key=f"pairing-swap-{pairing}-other").select(ids[1])
    app.selectbox(key=f"pairing-swap-{pairing}-reason").select_index(0)
    press(app, "Swap the two")

    assert pairs("active") == [(3, 2), (4, 1), (third, 2)]


def test_pairing_that_a_meeting_is_logged_for(program):
    with writing("Ana", "Test") as session:
        ids = [make_pairing(session, 1, mentee, started_on=TODAY) for mentee in (3, 4)]
    app = visit("pages/meetings.py", cohort=program)

    app.radio[0].set_value(ids[1])
    assert run(app).query_params["pairing"] == str(ids[1])
