"""The pairing desk with a plan open: drafting, filling in, locking, swapping, publishing."""

from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.services.drafts import lock_drafts
from dashboard.services.people import separate
from models import Action, Pairing, Participant, Plan
from tests.factories import make_cohort, make_draft, make_mentee, make_mentor, make_pairing, make_plan
from tests.pages.desks import button, candidates_of, press, said
from tests.visits import run, visit

TODAY = date.today()
PAGE = "pages/pairings.py"


@pytest.fixture
def cohort(sqlite_database):
    """Ben with two places and Cleo with one; Ana, Eva and Fay wait."""
    with writing("Ana", "Test") as session:
        dates = {"starts_on": TODAY - timedelta(days=60), "ends_on": TODAY + timedelta(days=120)}
        cohort = make_cohort(session, "Spring", **dates)
        make_mentor(session, cohort, "Ben Ode", capacity=2, skills=("SQL",))
        make_mentor(session, cohort, "Cleo Park", skills=("hiring",))
        for name, skill in (("Ana Ruiz", "SQL"), ("Eva Sol", "SQL"), ("Fay Roy", "hiring")):
            make_mentee(session, cohort, name, skills=(skill,))
        return cohort


BEN, CLEO, ANA, EVA, FAY = 1, 2, 3, 4, 5


def drafted(*pairs, **fields):
    """A plan with these drafts; returns its id."""
    with writing("Ana", "Test") as session:
        plan_id = make_plan(session, 1, "First")
        for mentor_id, mentee_id in pairs:
            make_draft(session, mentor_id, mentee_id, plan_id=plan_id, **fields)
        return plan_id


def stored():
    """Mentee -> mentor and whether it is locked, of the drafts."""
    with reading() as session:
        rows = session.exec(select(Pairing).where(Pairing.status == "draft").order_by(col(Pairing.mentee_id)))
        return {row.mentee_id: (row.mentor_id, row.is_locked) for row in rows}


def last_action():
    with reading() as session:
        return session.exec(select(Action.summary).order_by(col(Action.id).desc())).first()


def gauge(app):
    return next(bar.text for bar in app.get("progress"))


def test_plan_is_started_and_drafted_in(cohort):
    app = press(visit(PAGE, cohort=cohort, mentee=ANA), "Start a plan")
    assert app.text_input(key="plan-new-name").value == "Plan A"
    app = press(app, "Start it")

    assert "**Plan A**" in said(app)
    assert button(app, "Publish").disabled
    assert [one.label for one in app.button if one.label in ("Pair", "Draft")] == ["Draft", "Draft"]
    app = press(app, "Draft")
    assert stored() == {ANA: (BEN, True)}
    assert app.radio[0].options == ["Eva Sol", "Fay Roy"]
    assert [metric.value for metric in app.metric] == ["2", "2"]
    assert last_action() == "Drafted Ana Ruiz with Ben Ode in Plan A"
    press(app, "Undo")
    assert stored() == {}


def test_plan_that_is_gone_is_a_sentence_and_the_desk_goes_on(cohort):
    app = visit(PAGE, cohort=cohort, plan=99)

    assert app.info[0].value == "This plan is not here any more: it was published or discarded."
    assert button(app, "Pair")


def test_plan_of_another_cohort_is_not_opened(cohort):
    plan_id = drafted((BEN, ANA))
    with writing("Ana", "Test") as session:
        other = make_cohort(session, "Autumn")
        make_mentor(session, other)
        make_mentee(session, other)

    assert button(visit(PAGE, cohort=other, plan=plan_id), "Pair")


def test_open_plans_are_offered(cohort):
    drafted((BEN, ANA))

    app = press(visit(PAGE, cohort=cohort), "Open First")

    assert "**First**" in said(app)
    assert "**First**" not in said(press(app, "Close"))


def test_rest_is_filled_in_around_what_is_locked(cohort):
    plan_id = drafted((CLEO, ANA), is_locked=True)

    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")
    assert gauge(app).startswith("**1 of 3** drafted · the best plan places 3")
    assert "what is locked costs" in gauge(app)
    app = press(app, "Fill in the rest")

    assert stored() == {ANA: (CLEO, True), EVA: (BEN, False), FAY: (BEN, False)}
    assert last_action().startswith("Filled in First: 3 people placed, total fit ")
    assert last_action().endswith(", proven optimal")
    assert gauge(app).startswith("**3 of 3** drafted · as many as possible, ")
    assert app.dataframe[0].value[["Mentee", "Mentor", "Kept"]].to_numpy().tolist() == [
        ["Ana Ruiz", "Cleo Park", "■ Locked"],
        ["Eva Sol", "Ben Ode", "□ Open"],
        ["Fay Roy", "Ben Ode", "□ Open"],
    ]


def test_best_plan_says_that_none_is_better(cohort):
    plan_id = drafted((BEN, ANA), (BEN, EVA), (CLEO, FAY))

    assert "proven: no plan is better" in gauge(visit(PAGE, cohort=cohort, plan=plan_id))


def test_drafts_are_locked_unlocked_and_removed(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")
    assert all(button(app, label).disabled for label in ("Lock", "Unlock", "Swap the two", "Move", "Remove"))

    app.multiselect(key="drafts-chosen").select(1).select(2)
    app = press(run(app), "Lock")
    assert stored() == {ANA: (BEN, True), FAY: (CLEO, True)}
    app.multiselect(key="drafts-chosen").select(1)
    app = press(run(app), "Unlock")
    assert stored() == {ANA: (BEN, False), FAY: (CLEO, True)}
    app.multiselect(key="drafts-chosen").select(1)
    press(run(app), "Remove")
    assert stored() == {FAY: (CLEO, True)}


def test_two_drafts_exchange_their_mentors(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")

    app.multiselect(key="drafts-chosen").select(1).select(2)
    app = run(app)
    assert ":gray[If they swap:] :gray[Fit:] Ana Ruiz " in said(app)
    press(app, "Swap the two")

    assert {who: mentor for who, (mentor, _) in stored().items()} == {ANA: CLEO, FAY: BEN}
    assert last_action() == "Swapped mentors: Ana Ruiz now with Cleo Park, Fay Roy with Ben Ode in First"


def test_draft_moves_to_another_mentor(cohort):
    plan_id = drafted((CLEO, ANA))
    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")

    app.multiselect(key="drafts-chosen").select(1)
    app = press(run(app), "Move")
    assert [option.split(" · ")[0] for option in app.selectbox(key="draft-move-to-1").options] == ["Ben Ode"]
    app.button(key="draft-move-to-yes").click()
    run(app)

    assert stored()[ANA][0] == BEN


def test_draft_that_became_impossible_is_told_and_removed_in_one_step(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    with writing("Ana", "In another tab") as session:
        ana, ben = (session.get_one(Participant, who).person_id for who in (ANA, BEN))
        separate(session, person_id=ana, other_id=ben)

    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")

    assert app.warning[0].value == "Not possible any more: Ana Ruiz with Ben Ode (kept apart)."
    press(app, "Remove them")
    assert stored().keys() == {FAY}


def test_what_is_not_locked_is_removed_in_one_step(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, EVA))
    with writing("Ana", "Test") as session:
        lock_drafts(session, plan_id=plan_id, draft_ids=[1])

    app = press(visit(PAGE, cohort=cohort, plan=plan_id), "Remove what is not locked")

    assert stored() == {ANA: (BEN, True)}
    assert last_action() == "Removed from First, not locked: Eva Sol with Cleo Park"
    assert app.button(key="plan-clear").disabled


def test_plan_is_published_with_a_start_and_taken_back(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    app = press(visit(PAGE, cohort=cohort, plan=plan_id), "Publish")
    assert "Makes **2 pairings** of the drafts in First, in one step." in said(app)

    app = press(app, "Publish it")

    with reading() as session:
        rows = session.exec(select(Pairing).order_by(col(Pairing.id))).all()
        assert [(row.mentee_id, row.status, row.started_on) for row in rows] == [
            (ANA, "active", TODAY),
            (FAY, "active", TODAY),
        ]
        assert session.exec(select(Plan)).all() == []
    assert app.radio[0].options == ["Eva Sol"]
    press(app, "Undo")
    assert stored() == {ANA: (BEN, False), FAY: (CLEO, False)}


def test_publishing_refuses_with_names_what_changed_meanwhile(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    app = press(visit(PAGE, cohort=cohort, plan=plan_id), "Publish")
    with writing("Ben", "In another tab") as session:
        make_pairing(session, BEN, ANA)

    app = press(app, "Publish it")

    assert "Ana Ruiz with Ben Ode" in app.error[0].value
    assert stored().keys() == {ANA, FAY}
    assert "Makes **1 pairing** of the drafts in First, in one step." in said(app)
    assert (
        app.warning[0].value
        == "Not possible any more, and left in the plan: Ana Ruiz with Ben Ode (Ana Ruiz is paired with Ben Ode now)."
    )
    app = press(app, "Publish it")
    assert stored().keys() == {ANA}
    assert "Published First: 1 pairing. In First, 1 draft is not possible any more" in said(app)
    assert "**First**" in said(app)


def test_publishing_makes_what_its_dialog_told_and_nothing_else(cohort):
    plan_id = drafted((BEN, ANA))
    app = press(visit(PAGE, cohort=cohort, plan=plan_id), "Publish")
    assert "Makes **1 pairing**" in said(app)
    with writing("Ben", "In another tab") as session:
        session.delete(session.exec(select(Pairing)).one())
        session.flush()
        make_draft(session, BEN, EVA, plan_id=plan_id)
        make_draft(session, CLEO, FAY, plan_id=plan_id)

    app = press(app, "Publish it")

    assert "Ana Ruiz with Ben Ode (not in the plan any more)" in app.error[0].value
    assert stored().keys() == {EVA, FAY}


def test_draft_never_moves_to_another_mentor_than_the_chosen_one(cohort):
    with writing("Ana", "Test") as session:
        dan = make_mentor(session, cohort, "Dan Voss")
    plan_id = drafted((CLEO, ANA))
    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")
    app.multiselect(key="drafts-chosen").select(1)
    app = press(run(app), "Move")
    app.selectbox(key="draft-move-to-1").select(dan)
    app = run(app)
    with writing("Ben", "In another tab") as session:
        make_pairing(session, dan, EVA)

    app.button(key="draft-move-to-yes").click()
    app = run(app)

    assert "Dan Voss" in app.error[0].value
    assert stored()[ANA][0] == CLEO


def test_name_of_a_plan_is_told_without_its_blanks(cohort):
    app = press(visit(PAGE, cohort=cohort), "Start a plan")
    app.text_input(key="plan-new-name").set_value("  Spring    plan ")
    press(app, "Start it")

    assert last_action() == "Started the plan Spring plan"


def test_plan_is_copied_renamed_and_discarded(cohort):
    plan_id = drafted((BEN, ANA))
    app = press(visit(PAGE, cohort=cohort, plan=plan_id), "Copy")
    app = press(app, "Start it")
    assert "**Plan A**" in said(app)
    app = press(app, "Rename")
    app.text_input(key="plan-rename-name").set_value("First")
    app = press(app, "Save")
    assert app.error[0].value == "There is a plan named “First” already. Choose another name."
    app.text_input(key="plan-rename-name").set_value("Second")
    app = press(app, "Save")
    assert "**Second**" in said(app)
    app = press(app, "Discard")
    app = press(app, "Discard it")
    with reading() as session:
        assert session.exec(select(Plan.name)).all() == ["First"]
    assert button(app, "Pair")


def test_matrix_in_a_plan_holds_those_who_are_drafted_too(cohort):
    plan_id = drafted((CLEO, ANA))

    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Matrix")

    assert app.selectbox(key="matrix-mentee").options == ["Ana Ruiz", "Eva Sol", "Fay Roy"]


def test_desk_in_a_plan_offers_only_the_places_that_are_left(cohort):
    plan_id = drafted((CLEO, FAY), is_locked=True)

    app = visit(PAGE, cohort=cohort, plan=plan_id, mentee=ANA)

    assert candidates_of(app) == ["Ben Ode"]
    app.session_state[f"blocked-{ANA}"] = True
    assert run(app).dataframe[0].value.to_numpy().tolist() == [["Cleo Park", "Cleo Park is full: 1 of 1 place taken"]]


def test_place_of_a_draft_that_is_not_possible_is_not_offered(cohort):
    plan_id = drafted((CLEO, FAY), is_locked=True)
    with writing("Ana", "Left") as session:
        session.get_one(Participant, FAY).status = "withdrawn"

    app = visit(PAGE, cohort=cohort, plan=plan_id, mentee=ANA)

    assert [one.value for one in app.metric] == ["2", "2"]
    assert candidates_of(app) == ["Ben Ode"]
    app.session_state[f"blocked-{ANA}"] = True
    full, held = "Cleo Park is full: 1 of 1 place taken", "the draft of Fay Roy, which is not possible any more, holds"
    assert run(app).dataframe[0].value.to_numpy().tolist() == [["Cleo Park", f"{full}; {held} a place"]]
    assert visit(PAGE, cohort=cohort, plan=plan_id, side="By mentor").radio[0].options == ["Ben Ode"]


def test_two_plans_stand_side_by_side(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    with writing("Ana", "Test") as session:
        other = make_plan(session, cohort, "Second")
        make_draft(session, BEN, ANA, plan_id=other)
        make_draft(session, CLEO, EVA, plan_id=other)

    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")
    app.selectbox(key="plan-other").select(other)
    app = run(app)

    assert "**First** &ensp; 2 placed · total fit " in said(app)
    assert "1 pair is the same in both" in said(app)
    assert "Second places as many, for " in said(app)
    assert app.dataframe[1].value[["Mentee", "one", "other"]].to_numpy().tolist() == [
        ["Eva Sol", "nobody", "Cleo Park"],
        ["Fay Roy", "Cleo Park", "nobody"],
    ]


def test_fairness_of_a_plan_is_told_at_a_glance(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, EVA))

    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Fairness")

    assert [one.value for one in app.header] == ["Waiting longest", "Departments", "Lowest fits"]
    waiting, departments, lowest = (frame.value for frame in app.dataframe)
    assert waiting["Mentee"].tolist() == ["Fay Roy"]
    assert departments[["Department", "Wait", "Placed"]].to_numpy().tolist() == [["Not on record", 3, 67]]
    assert lowest[["Mentee", "Mentor"]].to_numpy().tolist() == [["Eva Sol", "Cleo Park"], ["Ana Ruiz", "Ben Ode"]]


def test_fairness_without_a_plan_tells_who_waits_longest(cohort):
    with writing("Ana", "Test") as session:
        make_mentee(session, cohort, "Early Bird", joined_on=TODAY - timedelta(days=40))
        make_mentee(session, cohort, "New Comer", joined_on=TODAY + timedelta(days=20))

    app = visit(PAGE, cohort=cohort, view="Fairness")

    assert app.dataframe[0].value["Mentee"].tolist()[-2:] == ["Early Bird", "New Comer"]
    assert app.dataframe[0].value["Days"].tolist()[-2:] == [40, 0]
    assert "Open a plan to see its lowest fits" in said(app)


def test_fairness_of_an_empty_cohort_says_so(sqlite_database):
    with writing("Ana", "Test") as session:
        make_cohort(session, "Spring")

    assert "Nobody waits." in said(visit(PAGE, cohort=1, view="Fairness"))


def test_group_is_drafted_in_one_action(cohort):
    plan_id = drafted()
    app = visit(PAGE, cohort=cohort, plan=plan_id, side="By mentor")
    assert app.radio[0].options == ["Ben Ode", "Cleo Park"]
    assert "Ben Ode has 2 places left. Tick who is to have them." in said(app)

    for mentee in (ANA, EVA):
        app.checkbox(key=f"group-{BEN}-{mentee}").check()
    app = press(run(app), "Draft 2 mentees")

    assert stored() == {ANA: (BEN, True), EVA: (BEN, True)}
    assert last_action() == "Drafted Ana Ruiz and Eva Sol with Ben Ode in First"
    assert app.radio[0].options == ["Cleo Park"]


def test_group_larger_than_its_places_is_not_made(cohort):
    app = visit(PAGE, cohort=cohort, side="By mentor")

    for mentee in (ANA, EVA, FAY):
        app.checkbox(key=f"group-{BEN}-{mentee}").check()
    app = run(app)

    assert "2 places left, 3 ticked" in said(app)
    assert button(app, "Pair 3 mentees").disabled
    app.checkbox(key=f"group-{BEN}-{EVA}").uncheck()
    app = run(app)
    assert "could then not be placed" in said(app) or "costs " in said(app)
    press(app, "Pair 2 mentees")
    with reading() as session:
        rows = session.exec(select(Pairing.mentee_id, Pairing.started_on).order_by(col(Pairing.mentee_id)))
        assert rows.all() == [(ANA, TODAY), (FAY, TODAY)]


def test_mentors_without_a_place_make_no_group(cohort):
    with writing("Ana", "Test") as session:
        for mentor_id, times in ((BEN, 2), (CLEO, 1)):
            for _ in range(times):
                make_pairing(session, mentor_id, make_mentee(session, cohort))

    assert "No mentor has a place left." in said(visit(PAGE, cohort=cohort, side="By mentor"))


def test_several_drafts_are_removed_in_one_action(cohort):
    plan_id = drafted((BEN, ANA), (CLEO, FAY))
    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Plan")

    app.multiselect(key="drafts-chosen").select(1).select(2)
    press(run(app), "Remove")

    assert stored() == {}
    assert last_action() == "Removed from First: Ana Ruiz with Ben Ode and Fay Roy with Cleo Park"


def test_everybody_drafted_leads_to_publishing(cohort):
    plan_id = drafted((BEN, ANA), (BEN, EVA), (CLEO, FAY))

    app = visit(PAGE, cohort=cohort, plan=plan_id)

    assert "Everybody is paired or drafted" in [one.value for one in app.header]
    assert "that no open pairing takes, nor a draft of this plan." in app.metric[1].help
    assert "Makes **3 pairings**" in said(press(app, "Publish the plan"))


def test_link_to_somebody_who_is_drafted_offers_to_move_them(cohort):
    plan_id = drafted((CLEO, ANA))

    app = visit(PAGE, cohort=cohort, plan=plan_id, mentee=ANA)

    assert app.info[0].value == (
        "Ana Ruiz is drafted with Cleo Park in this plan. Move the draft, or choose somebody else."
    )
    assert [one.label for one in app.button if one.label == "Draft"] == []
    app = press(app, "Move")
    app.button(key="draft-move-to-yes").click()
    run(app)
    assert stored()[ANA][0] == BEN


def test_matrix_offers_to_move_somebody_who_is_drafted(cohort):
    plan_id = drafted((CLEO, ANA))
    app = visit(PAGE, cohort=cohort, plan=plan_id, view="Matrix")
    app.selectbox(key="matrix-mentee").select(ANA)
    app.selectbox(key="matrix-mentor").select(BEN)

    app = press(run(app), "Open")

    assert ":gray[:material/edit_note: drafted with Cleo Park]" in said(app)
    assert [one.label for one in app.button if one.label == "Draft"] == []
    assert press(app, "Move").selectbox(key="draft-move-to-1").options[0].startswith("Ben Ode")


def test_link_to_a_draft_leads_to_its_plan(cohort):
    drafted((CLEO, ANA))

    app = visit(PAGE, cohort=cohort, pairing=1)

    assert app.info[0].value == "Ana Ruiz with Cleo Park is a draft, and no pairing before its plan is published."
    assert [one.label for one in app.button if one.label in ("Correct", "Remove")] == []
    app = press(app, "Open the plan")
    assert "**First**" in said(app)
    assert app.multiselect(key="drafts-chosen").options == ["Ana Ruiz with Cleo Park"]


def test_what_is_ticked_stays_when_a_search_finds_nobody(cohort):
    app = visit(PAGE, cohort=cohort, side="By mentor")
    app.checkbox(key=f"group-{BEN}-{ANA}").check()
    app = run(app)
    app.text_input(key="mentees").set_value("Zoe")

    app = run(app)

    assert "Nobody who may be paired with them is called “Zoe”." in said(app)
    assert button(app, "Pair 1 mentee")
