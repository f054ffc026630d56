import re
from datetime import date, timedelta
from urllib.parse import parse_qs

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.services.pairings import correct, end_early, pause, remove_pairing
from dashboard.services.participants import edit_participant, withdraw
from dashboard.services.people import separate
from dashboard.ui.pairings.desk.costs import MINUS
from dashboard.ui.text import plain
from models import Action, Cohort, Pairing, Participant
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing
from tests.pages.desks import button, candidates_of, press, said
from tests.visits import run, visit

TODAY = date.today()
PAGE = "pages/pairings.py"


@pytest.fixture
def cohort(sqlite_database):
    """A cohort that runs now, with two mentors and the mentee Ana Ruiz."""
    with writing("Ana", "Test") as session:
        dates = {"starts_on": TODAY - timedelta(days=60), "ends_on": TODAY + timedelta(days=120)}
        cohort = make_cohort(session, "Spring", **dates)
        make_mentor(session, cohort, "Ben Ode", capacity=2, skills=("SQL",), languages="English")
        make_mentor(session, cohort, "Cleo Park", skills=("hiring",), languages="Norsk")
        make_mentee(session, cohort, "Ana Ruiz", skills=("SQL",), languages="English")
        return cohort


def open_pairing(cohort, **fields):
    """Pair Ana Ruiz with Ben Ode; returns the id."""
    with writing("Ana", "Test") as session:
        people = session.exec(select(Participant.id).where(Participant.cohort_id == cohort).order_by(Participant.id))
        ben, _, ana = people.all()
        return make_pairing(session, ben, ana, **{"started_on": TODAY - timedelta(days=30), **fields})


def stored(pairing_id):
    with reading() as session:
        return session.get(Pairing, pairing_id)


def test_page_without_people_shows_the_way_on(sqlite_database):
    with writing("Ana", "Test") as session:
        make_cohort(session, "Spring")

    assert "This cohort has no mentors and mentees yet" in [header.value for header in visit(PAGE, cohort=1).header]


COST = re.compile(r":small\[:\w+\[:material/\w+: (.*)]]")


def test_desk_ranks_the_mentors_for_the_first_mentee(cohort):
    app = visit(PAGE, cohort=cohort)

    assert app.radio[0].options == ["Ana Ruiz"]
    assert [one.label for one in app.button if one.label.startswith("Pair")] == ["Pair", "Pair"]
    ranked = [part.value for part in app.markdown if "place" in part.value and "left" in part.value]
    assert [row.split("**")[1] for row in ranked] == ["Ben Ode", "Cleo Park"]
    assert "offers&nbsp;what&nbsp;is&nbsp;sought" in ranked[0]
    assert "does&nbsp;not&nbsp;offer&nbsp;SQL" in ranked[1]


def waiting(app):
    """What the list of those who wait says below each name, without for how long they do."""
    return [caption.split(" · ")[0] for caption in app.radio[0].proto.captions]


def test_desk_marks_what_is_offered_and_what_is_missing(cohort):
    with writing("Ana", "Test") as session:
        eva = make_mentee(session, cohort, "Eva Sol", skills=("SQL", "hiring"), languages="Norsk")

    ranked = [part.value for part in visit(PAGE, cohort=cohort, mentee=eva).markdown if "left]" in part.value]

    cleo = next(row for row in ranked if "Cleo Park" in row).replace(" ", "&nbsp;")
    assert ":green[✓]&nbsp;offers&nbsp;1&nbsp;of&nbsp;2&nbsp;skills&nbsp;sought:&nbsp;hiring" in cleo
    assert ":gray[○]&nbsp;not&nbsp;offered:&nbsp;SQL" in cleo
    assert "✕" not in "".join(ranked)


def costs(app):
    """What each candidate in sight costs the others, in order."""
    told = [COST.fullmatch(part.value) for part in app.markdown]
    return [found[1] for found in told if found]


def test_desk_says_what_each_choice_costs_the_others(cohort):
    with writing("Ana", "Test") as session:
        eva = make_mentee(session, cohort, "Eva Sol", skills=("SQL",), languages="English")
        make_pairing(session, 1, make_mentee(session, cohort))

    app = visit(PAGE, cohort=cohort, mentee=eva)

    assert costs(app) == ["best for all", "best for all"], "the two are alike: one of them has to do without SQL"
    with writing("Ana", "Test") as session:
        cleo, ana = (session.get_one(Participant, who).person_id for who in (2, 3))
        separate(session, person_id=ana, other_id=cleo)
    assert costs(run(app)) == ["1 person could no longer be placed: Ana Ruiz", "best for all"]


def test_desk_ranks_by_what_is_best_for_all(cohort):
    with writing("Ana", "Test") as session:
        for number in range(2):
            make_mentee(session, cohort, f"Eva {number}", skills=("SQL",), languages="English")
        zoe = make_mentee(session, cohort, "Zoe Lam", skills=("SQL", "hiring"), languages="English")

    app = visit(PAGE, cohort=cohort, mentee=zoe)
    assert candidates_of(app) == ["Ben Ode", "Cleo Park"]
    by_fit = dict(zip(candidates_of(app), costs(app), strict=True))
    app.segmented_control(key="ranked").set_value("By what is best for all")

    app = run(app)

    assert candidates_of(app) == ["Cleo Park", "Ben Ode"]
    assert by_fit == {
        "Cleo Park": "best for all",
        "Ben Ode": "Ana Ruiz could then not be placed, but Eva 1 could",
    }


def test_matrix_without_anybody_who_waits_says_so(cohort):
    open_pairing(cohort)

    assert [one.value for one in visit(PAGE, cohort=cohort, view="Matrix").header] == ["Nobody waits for a mentor"]


def test_matrix_opens_a_pair_that_is_chosen_with_the_keyboard_and_pairs_it(cohort):
    app = visit(PAGE, cohort=cohort, view="Matrix")
    assert button(app, "Open").disabled

    app.selectbox(key="matrix-mentee").select(3)
    app.selectbox(key="matrix-mentor").select(2)
    app = press(run(app), "Open")

    assert "does&nbsp;not&nbsp;offer&nbsp;SQL" in said(app)
    assert ":gray[:material/trending_down: costs " in said(app)
    assert {"**Ana Ruiz**", "**Cleo Park**"} <= {part.value.split(" &ensp;")[0] for part in app.markdown}
    app = press(app, "Pair")
    assert (stored(1).mentor_id, stored(1).mentee_id) == (2, 3)
    assert not [one for one in app.button if one.label == "Pair"], "the dialog is closed"


def test_matrix_says_which_rule_stands_between_two(cohort):
    keep_apart(3, 1)
    app = visit(PAGE, cohort=cohort, view="Matrix")

    app.selectbox(key="matrix-mentee").select(3)
    app.selectbox(key="matrix-mentor").select(1)
    app = press(run(app), "Open")

    assert ":orange[:material/block: kept apart]" in said(app)
    assert button(app, "Pair").disabled


WHY_NOT = {"view": "Why not?"}


def keep_apart(mentee, *mentors):
    with writing("Ana", "Test") as session:
        person = session.get_one(Participant, mentee).person_id
        for mentor in mentors:
            separate(session, person_id=person, other_id=session.get_one(Participant, mentor).person_id)


def test_why_not_says_when_everybody_can_be_placed(cohort):
    headers = [one.value for one in visit(PAGE, cohort=cohort, **WHY_NOT).header]
    assert headers == ["Everybody can be placed"]

    open_pairing(cohort)
    assert [one.value for one in visit(PAGE, cohort=cohort, **WHY_NOT).header] == ["Nobody waits"]


def test_why_not_is_followed_by_the_suggested_relaxation(cohort):
    keep_apart(3, 1, 2)

    app = visit(PAGE, cohort=cohort, **WHY_NOT)

    assert "The best plan places **0 of 1** who wait. No other plan can place more." in said(app)
    assert "Allow **Ana Ruiz** and **Ben Ode** to be paired" in said(app)
    assert "**Ana Ruiz**  \n:small[:gray[2 kept apart]]" in said(app)
    app = press(press(app, "Allow them"), "Keep as it is")
    assert "**0 of 1**" in said(app)
    app = press(app, "Allow them")
    app.button(key="allow-again-yes").click()
    app = run(app)
    assert "The best plan places **1 of 1** who wait." in said(app), "Cleo Park may still take nobody"
    assert "**Cleo Park**  \n:small[:gray[1 kept apart]]" in said(app)
    app = press(app, "Undo")
    assert "**0 of 1**" in said(app)


def test_why_not_adds_a_place_that_can_be_taken_back(cohort):
    with writing("Ana", "Test") as session:
        for number in range(3):
            make_mentee(session, cohort, f"Eva {number}", skills=("SQL",), languages="English")

    app = visit(PAGE, cohort=cohort, **WHY_NOT)

    assert "**3 of 4**" in said(app)
    assert "Left without a place" in [one.value for one in app.header]
    app = press(app, "Add a place")
    assert [one.value for one in app.header] == ["Everybody can be placed"]
    with reading() as session:
        assert session.exec(select(Action.summary).order_by(Action.id)).all()[-1] == "Gave Ben Ode one more place"
    assert "**3 of 4**" in said(press(app, "Undo"))


def test_why_not_leads_to_the_rule_of_the_cohort_that_keeps_people_apart(cohort):
    with writing("Ana", "Test") as session:
        session.get_one(Cohort, cohort).has_common_language = True
        make_mentee(session, cohort, "Eva Sol", languages="Deutsch")

    app = visit(PAGE, cohort=cohort, **WHY_NOT)

    assert "**Eva Sol**  \n:small[:gray[2 without a common language]]" in said(app)
    assert "Let people without a common language be paired" in said(app)
    link = next(link for link in app.get("page_link") if link.label == "Change the rule")
    assert (link.page, parse_qs(link.proto.query_string)) == ("cohorts", {"cohort": [str(cohort)], "edit": ["Rules"]})


def test_why_not_leads_to_those_who_were_paired_before(cohort):
    keep_apart(3, 2)
    open_pairing(cohort, status="completed", ended_on=TODAY)
    with writing("Ana", "Test") as session:
        make_pairing(session, 1, 3, started_on=TODAY, status="active")
        pairing = make_pairing(session, 2, make_mentee(session, cohort, "Eva Sol"))
        end_early(session, pairing_id=pairing, ended_on=TODAY, end_reason="no_time")
        keep = session.get_one(Participant, 4).person_id
        separate(session, person_id=keep, other_id=session.get_one(Participant, 1).person_id)

    app = visit(PAGE, cohort=cohort, **WHY_NOT)
    assert "Pair **Eva Sol** and **Cleo Park** again" in said(app)
    app = press(app, "See them")

    assert app.session_state["view"] == "Desk"
    assert button(app, "Pair again")
    assert app.dataframe[0].value.to_numpy().tolist() == [["Ben Ode", "kept apart"]]


def test_desk_says_why_nobody_may_take_a_mentee_and_what_would_help(cohort):
    keep_apart(3, 1, 2)

    app = visit(PAGE, cohort=cohort)

    assert "**Nobody may take Ana Ruiz now:** 2 kept apart." in said(app)
    assert [one.label for one in app.button if one.label == "Allow them"] == ["Allow them", "Allow them"]
    assert app.dataframe[0].value.to_numpy().tolist() == [["Ben Ode", "kept apart"], ["Cleo Park", "kept apart"]]


def test_desk_says_what_a_mentee_has_to_choose_from(cohort):
    assert waiting(visit(PAGE, cohort=cohort)) == ["1 of 2 free mentors offers a skill sought"]
    with writing("Ana", "Test") as session:
        make_pairing(session, 1, make_mentee(session, cohort))
        make_pairing(session, 1, make_mentee(session, cohort))
    assert waiting(visit(PAGE, cohort=cohort)) == ["the one free mentor offers no skill sought"]
    with writing("Ana", "Test") as session:
        people = session.exec(select(Participant.person_id).where(Participant.id.in_((2, 3)))).all()
        separate(session, person_id=people[0], other_id=people[1], reason="cousins")
    assert waiting(visit(PAGE, cohort=cohort)) == ["every free mentor is ruled out"]
    with writing("Ana", "Test") as session:
        make_pairing(session, 2, make_mentee(session, cohort))
    assert waiting(visit(PAGE, cohort=cohort)) == ["no mentor is free"]


def test_years_of_experience_are_counted(cohort):
    with writing("Ana", "Test") as session:
        eva = make_mentee(session, cohort, "Eva Sol", years_experience=1)
        fay = make_mentee(session, cohort, "Fay Roy", years_experience=12)

    assert "1 year of experience" in said(visit(PAGE, cohort=cohort, mentee=eva))
    assert "12 years of experience" in said(visit(PAGE, cohort=cohort, mentee=fay))


def test_whole_life_of_a_pairing(cohort):
    app = press(visit(PAGE, cohort=cohort), "Pair")

    assert "Everybody has a mentor" in [header.value for header in app.header]
    row = stored(1)
    assert (row.status, row.started_on, row.rationale) == (
        "active",
        TODAY,
        "offers what is sought: SQL; both speak English",
    )

    app = visit(PAGE, cohort=cohort, pairing=1)
    assert app.title[0].value == "Ana Ruiz with Ben Ode"
    app = press(app, "Pause")
    assert stored(1).status == "paused"
    app = press(app, "Resume")
    assert stored(1).status == "active"

    app = press(app, "Move")
    assert ":small[:gray[Fit:] Ana Ruiz 85 → 15 &ensp; :gray[:material/trending_down: costs 70 points in all]]" in said(
        app
    )
    app.selectbox(key="pairing-move-1-reason").select("not_a_fit")
    app = press(app, "Move to the new mentor")
    assert (stored(1).status, stored(1).end_reason, stored(2).status) == ("ended_early", "not_a_fit", "active")
    assert app.title[0].value == "Ana Ruiz with Cleo Park"

    app = press(app, "End early")
    app.selectbox(key="pairing-end-2-reason").select("no_time")
    app.text_area(key="pairing-end-2-note").input("Busy season.")
    app = press(app, "End it")
    assert (stored(2).status, stored(2).ended_on, stored(2).end_note) == ("ended_early", TODAY, "Busy season.")

    app = press(app, "Reopen")
    assert (stored(2).status, stored(2).ended_on) == ("active", None)

    app = press(app, "Correct")
    app.date_input(key="pairing-correct-2-on").set_value(TODAY - timedelta(days=3))
    app = press(app, "Save")
    assert stored(2).started_on == TODAY - timedelta(days=3)

    app = press(app, "Complete")
    app = press(app, "Complete it")
    assert stored(2).status == "completed"

    app = press(app, "Remove")
    app = press(app, "Remove it")
    assert stored(2) is None
    assert app.title[0].value == "Pairings"
    with reading() as session:
        assert session.exec(select(Action.summary).order_by(Action.id)).all()[-8:] == [
            "Paused Ana Ruiz with Ben Ode",
            "Resumed Ana Ruiz with Ben Ode",
            "Moved Ana Ruiz from Ben Ode to Cleo Park",
            "Ended Ana Ruiz with Cleo Park",
            "Reopened Ana Ruiz with Cleo Park",
            "Corrected Ana Ruiz with Cleo Park",
            "Completed Ana Ruiz with Cleo Park",
            "Removed the pairing of Ana Ruiz with Cleo Park",
        ]


def test_early_end_without_a_reason_says_so_and_keeps_the_dialog(cohort):
    pairing_id = open_pairing(cohort)
    app = press(visit(PAGE, cohort=cohort, pairing=pairing_id), "End early")

    app = press(app, "End it")

    assert [error.value for error in app.error] == ["An early end needs a reason. Choose one."]
    assert button(app, "End it")
    assert stored(pairing_id).status == "active"


def test_second_tab_is_told_what_the_first_one_did(cohort):
    pairing_id = open_pairing(cohort)
    app = visit(PAGE, cohort=cohort, pairing=pairing_id)
    with writing("Ana", "In another tab") as session:
        pause(session, pairing_id=pairing_id)

    app = press(app, "Pause")

    assert [error.value for error in app.error] == [
        "Ana Ruiz with Ben Ode is paused by now, so it can't be paused. Look at it again before you go on."
    ]
    assert button(app, "Resume")


def test_correction_sends_only_what_was_changed(cohort):
    pairing_id = open_pairing(cohort, rationale="Both run.")
    app = press(visit(PAGE, cohort=cohort, pairing=pairing_id), "Correct")
    with writing("Ben", "Corrected the start in another tab") as session:
        correct(session, pairing_id=pairing_id, started_on=TODAY - timedelta(days=9))

    app.text_area(key=f"pairing-correct-{pairing_id}-why").input("Both row.")
    press(app, "Save")

    row = stored(pairing_id)
    assert (row.started_on, row.rationale) == (TODAY - timedelta(days=9), "Both row.")


def test_mentor_who_filled_up_meanwhile_is_refused_by_name(cohort):
    app = visit(PAGE, cohort=cohort)
    with writing("Ana", "In another tab") as session:
        ben = session.exec(select(Participant).where(Participant.capacity == 2)).one()
        for _ in range(2):
            make_pairing(session, ben.id, make_mentee(session, cohort))

    app = press(app, "Pair")

    assert [error.value for error in app.error] == [
        "Ben Ode is full: 2 of 2 places taken. Raise the capacity or choose another mentor."
    ]
    assert stored(3) is None


def test_mentee_who_left_meanwhile_is_not_paired(cohort):
    app = visit(PAGE, cohort=cohort)
    with writing("Ana", "In another tab") as session:
        ana = session.exec(select(Participant.id).where(Participant.role == "mentee")).one()
        withdraw(session, participant_id=ana, today=TODAY)

    app = press(app, "Pair")

    assert [error.value for error in app.error] == ["Ana Ruiz is withdrawn. Reactivate Ana Ruiz first."]
    assert stored(1) is None


def test_double_click_pairs_once(cohort):
    app = visit(PAGE, cohort=cohort)
    with writing("Ana", "Test") as session:
        make_mentee(session, cohort, "Zoe Easy")

    press(app, "Pair")
    button(app, "Pair").click()
    app.run()

    with reading() as session:
        assert len(session.exec(select(Pairing).where(Pairing.mentee_id == 3)).all()) == 1


@pytest.mark.parametrize("number", ["999", "abc", "-1", "9" * 40, "1 OR 1"])
def test_link_to_a_pairing_that_is_not_here_is_a_sentence(cohort, number):
    app = visit(PAGE, cohort=cohort, pairing=number)

    assert [info.value for info in app.info] == [
        "This pairing is not here any more: somebody removed it, or the link is wrong."
    ]
    assert press(app, "See all pairings").title[0].value == "Pairings"


def test_link_to_a_pairing_that_was_removed_is_a_sentence(cohort):
    pairing_id = open_pairing(cohort)
    app = visit(PAGE, cohort=cohort, pairing=pairing_id)
    with writing("Ana", "In another tab") as session:
        remove_pairing(session, pairing_id=pairing_id)

    app = press(app, "Complete")

    assert "somebody removed it" in app.info[0].value


def test_link_to_a_pairing_of_another_cohort_offers_both_ways(cohort):
    pairing_id = open_pairing(cohort)
    with writing("Ana", "Test") as session:
        other = make_cohort(session, "Autumn")

    app = visit(PAGE, cohort=other, pairing=pairing_id)

    assert [info.value for info in app.info] == ["Ana Ruiz with Ben Ode is a pairing of another cohort."]
    assert press(app, "Open it there").title[0].value == "Ana Ruiz with Ben Ode"


@pytest.mark.parametrize(
    ("mentee", "sentence"),
    [
        ("999", "This mentee is not in the cohort any more"),
        ("abc", "This mentee is not in the cohort any more"),
        ("1", "This mentee is not in the cohort any more"),
        ("4", "Dee Lam is paired with Cleo Park now"),
        ("5", "Eva Sol is waitlisted"),
    ],
)
def test_link_to_a_mentee_who_does_not_wait_is_a_sentence(cohort, mentee, sentence):
    with writing("Ana", "Test") as session:
        make_pairing(session, 2, make_mentee(session, cohort, "Dee Lam"))
        make_mentee(session, cohort, "Eva Sol", status="waitlisted")

    app = visit(PAGE, cohort=cohort, mentee=mentee)

    assert app.info[0].value.startswith(sentence)
    assert app.radio[0].options == ["Ana Ruiz"]


def test_link_to_a_mentee_chooses_them(cohort):
    with writing("Ana", "Test") as session:
        easy = make_mentee(session, cohort, "Zoe Easy", skills=("SQL", "hiring"))

    app = visit(PAGE, cohort=cohort, mentee=easy)

    assert app.radio[0].value == easy
    assert "**Zoe Easy**" in said(app)
    app.radio[0].set_value(3)
    assert run(app).radio[0].value == 3


def test_blocked_mentors_stand_behind_one_click(cohort):
    with writing("Ana", "Test") as session:
        make_mentor(session, cohort, "Fay Roy", status="withdrawn")
        ended = {"status": "completed", "ended_on": TODAY, "started_on": TODAY - timedelta(days=9)}
        make_pairing(session, 2, 3, **ended)

    app = visit(PAGE, cohort=cohort, mentee=3)
    assert "Pair again" not in [one.label for one in app.button]
    app.session_state["blocked-3"] = True
    app = run(app)

    assert app.dataframe[0].value.to_numpy().tolist() == [["Fay Roy", "Fay Roy is withdrawn"]]
    app = press(app, "Pair again")
    assert stored(2).mentor_id == 2


def test_mentors_are_found_by_name(cohort):
    app = visit(PAGE, cohort=cohort)

    app.text_input(key="mentors").set_value("PARK")
    app = run(app)

    assert [one.label for one in app.button if one.label == "Pair"] == ["Pair"]
    assert "Cleo Park" in said(app)
    app.text_input(key="mentors").set_value("nobody *at* all")
    assert r"No mentor with a free place is called “nobody \*at\* all”" in said(run(app))


def test_list_shows_filters_and_opens_pairings(cohort):
    pairing_id = open_pairing(cohort)
    with writing("Ana", "Test") as session:
        make_pairing(session, 2, make_mentee(session, cohort, "Dee Lam"), status="paused")

    app = visit(PAGE, cohort=cohort, view="All pairings")
    assert app.dataframe[0].value[["Mentee", "Mentor", "State"]].to_numpy().tolist() == [
        ["Ana Ruiz", "Ben Ode", "● Active"],
        ["Dee Lam", "Cleo Park", "‖ Paused"],
    ]
    assert not app.radio, "the desk is not computed while its tab is closed"

    app = visit(PAGE, cohort=cohort, view="All pairings", state="paused")
    assert app.dataframe[0].value["Mentee"].tolist() == ["Dee Lam"]

    app = visit(PAGE, cohort=cohort, view="All pairings", find="ana ode")
    assert app.dataframe[0].value["Mentee"].tolist() == ["Ana Ruiz"]

    app.selectbox(key="pairing-opening").select(pairing_id)
    app = run(app)
    assert app.title[0].value == "Ana Ruiz with Ben Ode"
    assert press(app, "All pairings").title[0].value == "Pairings"


@pytest.mark.parametrize(
    ("doing", "submit"), [("pairing-move", "Move to the new mentor"), ("pairing-swap", "Swap the two")]
)
def test_list_leads_straight_to_a_move_and_a_swap(cohort, doing, submit):
    ended = open_pairing(cohort, status="completed", ended_on=TODAY)
    pairing_id = open_pairing(cohort)
    with writing("Ana", "Test") as session:
        make_pairing(session, 2, make_mentee(session, cohort, "Eva Sol"), started_on=TODAY - timedelta(days=9))
        make_mentor(session, cohort, "Dan Voss")
    app = visit(PAGE, cohort=cohort, view="All pairings")

    app.segmented_control(key="list-doing").set_value(doing)
    run(app).selectbox(key="pairing-opening").select(pairing_id)
    app = run(app)
    assert app.title[0].value == "Ana Ruiz with Ben Ode"
    assert button(app, submit)

    app = visit(PAGE, cohort=cohort, view="All pairings")
    app.segmented_control(key="list-doing").set_value(doing)
    run(app).selectbox(key="pairing-opening").select(ended)
    assert submit not in [one.label for one in run(app).button]


def test_list_without_pairings_says_what_to_do(cohort):
    app = visit(PAGE, cohort=cohort, view="All pairings")

    assert "Nobody is paired yet" in [header.value for header in app.header]


def test_state_that_nobody_is_in_falls_back_to_all(cohort):
    open_pairing(cohort)

    assert len(visit(PAGE, cohort=cohort, view="All pairings", state="paused").dataframe) == 1


def test_long_and_hostile_names_are_names(cohort):
    name = "**Bold** <b>x</b> [link](http://x.org) :material/home: $x$ " + "Wolfeschlegelstein" * 7
    with writing("Ana", "Test") as session:
        ben = make_mentor(session, cohort, name)
        pairing_id = make_pairing(session, ben, make_mentee(session, cohort, name, hopes=name, bio=name))

    app = visit(PAGE, cohort=cohort, pairing=pairing_id)

    assert app.title[0].value == f"{plain(name)} with {plain(name)}"
    assert "[link](" not in said(app)
    visit(PAGE, cohort=cohort)
    visit(PAGE, cohort=cohort, view="All pairings")


def test_unknown_cohort_falls_back_with_a_sentence(cohort):
    app = visit(PAGE, cohort=999)

    assert "999" in app.warning[0].value
    assert app.radio[0].options == ["Ana Ruiz"]


@pytest.mark.parametrize("status", ["active", "paused"])
def test_two_pairings_exchange_their_mentors_in_one_step(cohort, status):
    pairing_id = open_pairing(cohort)
    began = {"started_on": TODAY - timedelta(days=9)}
    with writing("Ana", "Test") as session:
        session.get_one(Pairing, pairing_id).status = status
        other = make_pairing(session, 2, make_mentee(session, cohort, "Eva Sol"), status=status, **began)

    app = press(visit(PAGE, cohort=cohort, pairing=pairing_id), "Swap")
    assert app.selectbox(key=f"pairing-swap-{pairing_id}-other").options == [
        f"Eva Sol with Cleo Park · {MINUS}70 in all"
    ]
    assert (
        ":small[:gray[Fit:] Ana Ruiz 85 → 15 · Eva Sol 50 → 50 &ensp; "
        ":gray[:material/trending_down: costs 70 points in all]]"
    ) in said(app)
    app = press(app, "Swap the two")
    assert [error.value for error in app.error] == ["An early end needs a reason. Choose one."]
    app.selectbox(key=f"pairing-swap-{pairing_id}-reason").select("not_a_fit")
    app = press(app, "Swap the two")

    assert (stored(pairing_id).status, stored(other).status) == ("ended_early", "ended_early")
    assert [(stored(new).mentor_id, stored(new).mentee_id) for new in (3, 4)] == [(2, 3), (1, 4)]
    assert app.title[0].value == "Ana Ruiz with Cleo Park"
    press(app, "Undo")
    assert (stored(pairing_id).status, stored(other).status, stored(3)) == (status, status, None)


def test_pairing_without_another_to_swap_with_says_so(cohort):
    app = press(visit(PAGE, cohort=cohort, pairing=open_pairing(cohort)), "Swap")

    assert [info.value for info in app.info] == ["No other open pairing to swap with is called so."]


def test_swap_never_takes_another_pairing_than_the_chosen_one(cohort):
    pairing_id = open_pairing(cohort)
    began = {"started_on": TODAY - timedelta(days=30)}
    with writing("Ana", "Test") as session:
        first, second = (make_mentor(session, cohort, name) for name in ("Dan Voss", "Gil Orr"))
        make_pairing(session, first, make_mentee(session, cohort, "Eva Sol"), **began)
        chosen = make_pairing(session, second, make_mentee(session, cohort, "Fay Roy"), **began)
    app = press(visit(PAGE, cohort=cohort, pairing=pairing_id), "Swap")
    app.selectbox(key=f"pairing-swap-{pairing_id}-other").select(chosen)
    app.selectbox(key=f"pairing-swap-{pairing_id}-reason").select_index(0)
    with writing("Ben", "In another tab") as session:
        remove_pairing(session, pairing_id=chosen)

    app = press(app, "Swap the two")

    assert app.error[0].value == "This pairing is not here any more: somebody removed it. Look at the list again."
    assert stored(pairing_id).status == "active"
    assert app.selectbox(key=f"pairing-swap-{pairing_id}-other").value is None
    assert press(app, "Swap the two").warning[0].value == "Choose the pairing to swap with."


def test_mentee_never_moves_to_another_mentor_than_the_chosen_one(cohort):
    pairing_id = open_pairing(cohort)
    with writing("Ana", "Test") as session:
        dan = make_mentor(session, cohort, "Dan Voss")
        eva = make_mentee(session, cohort, "Eva Sol")
    app = press(visit(PAGE, cohort=cohort, pairing=pairing_id), "Move")
    app.selectbox(key=f"pairing-move-{pairing_id}-mentor").select(dan)
    app.selectbox(key=f"pairing-move-{pairing_id}-reason").select_index(0)
    with writing("Ben", "In another tab") as session:
        make_pairing(session, dan, eva)

    app = press(app, "Move to the new mentor")

    assert "Dan Voss" in app.error[0].value
    assert stored(pairing_id).status == "active"
    chosen = app.selectbox(key=f"pairing-move-{pairing_id}-mentor")
    assert (chosen.value, chosen.options[-1]) == (dan, "Dan Voss · not possible now")
    assert ":small[:orange[:material/block: Dan Voss is full: 1 of 1 place taken]]" in said(app)


def test_place_is_added_to_what_is_stored(cohort):
    with writing("Ana", "Test") as session:
        for number in range(6):
            make_mentee(session, cohort, f"Eva {number}", skills=("SQL",), languages="English")
    app = visit(PAGE, cohort=cohort, **WHY_NOT)
    with writing("Ben", "In another tab") as session:
        edit_participant(session, participant_id=1, capacity=5)
    press(app, "Add a place")

    with reading() as session:
        assert session.get_one(Participant, 1).capacity == 6


def test_matrix_pairs_again_as_the_desk_does(cohort):
    with writing("Ana", "Test") as session:
        eva = make_mentee(session, cohort, "Eva Sol")
        make_pairing(session, 1, eva, status="ended_early", started_on=TODAY, ended_on=TODAY, end_reason="no_time")
    app = visit(PAGE, cohort=cohort, view="Matrix")
    app.selectbox(key="matrix-mentee").select(eva)
    app.selectbox(key="matrix-mentor").select(1)
    app = press(run(app), "Open")

    press(app, "Pair again")

    with reading() as session:
        assert session.exec(select(Pairing.mentee_id).where(Pairing.status == "active")).all() == [eva]


def test_why_not_tells_of_everybody_who_is_left_out(cohort):
    with writing("Ana", "Test") as session:
        for number in range(24):
            make_mentee(session, cohort, f"Eva {number:02}", skills=("SQL",), languages="English")

    app = visit(PAGE, cohort=cohort, **WHY_NOT)

    assert "1-20 of 22 people" in said(app)
    assert len([one for one in app.button if one.label == "See each"]) == 20
    button(app, "See each").click()
    assert run(app).query_params["mentee"] in {str(number) for number in range(3, 28)}
