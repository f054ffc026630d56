"""The overview at a glance: what it counts, whom it names, where it leads."""

import json
from datetime import date, timedelta

from dashboard.database import writing
from dashboard.sample import load_sample
from dashboard.ui.text import plain
from models import ActionKind, CheckInSchedule
from tests.factories import make_check_in, make_cohort, make_meeting, make_mentee, make_mentor, make_pair, make_pairing
from tests.visits import run, visit

TODAY = date.today()
NAMES = [
    "Mentees paired now",
    "Active pairings",
    "Meetings on pace",
    "Relationship",
    "Confidence growth",
    "Check-ins answered",
    "Mentor places used",
    "Would mentor again",
]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def numbers(app):
    return {metric.label: metric.value for metric in app.metric}


def words(app):
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.header, *app.warning])


def links(app):
    return [(link.proto.label, link.proto.page, link.proto.query_string) for link in app.get("page_link")]


def titles(app):
    """The titles of the charts that are drawn."""
    return [json.loads(chart.proto.spec)["title"]["text"] for chart in app.get("vega_lite_chart")]


def test_a_new_program_is_welcomed(sqlite_database):
    app = visit()

    assert [title.value for title in app.title] == ["Welcome to Mentorboard"]
    assert numbers(app) == {}


def test_a_cohort_without_people_says_how_they_come_in(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Spring", starts_on=ago(30), ends_on=ago(-30))

    app = visit(cohort=1)

    assert numbers(app) == {}
    assert [header.value for header in app.header] == ["Nobody is in this cohort yet"]
    assert [(label, page) for label, page, _ in links(app)] == [
        ("Upload a roster", "upload"),
        ("Add people by hand", "cohorts"),
    ]


def test_a_cohort_without_pairings_leads_to_the_desk(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(40), ends_on=ago(-40))
        make_mentor(session, cohort_id, "Mia", capacity=2)
        make_mentee(session, cohort_id, "Ben")

    app = visit(cohort=1)

    assert numbers(app) == dict.fromkeys(NAMES, "No data") | {
        "Mentees paired now": "0 %",
        "Active pairings": "0",
        "Mentor places used": "0 %",
    }
    assert "No pairing is open." in words(app)
    assert ("Pair mentees", "pairings", "cohort=1") in links(app)
    assert titles(app) == ["Meetings held each week", "Mentees each mentor has"]


def test_numbers_are_those_counted_by_hand(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring", starts_on=ago(60), ends_on=ago(-60), meetings_per_month=2)
        for wave, due_days in {"baseline": 7, "midpoint": 30}.items():
            session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=due_days))
        mia = make_mentor(session, cohort_id, "Mia", capacity=3)
        met = make_pairing(session, mia, make_mentee(session, cohort_id, "Ben"), started_on=ago(46))  # 3 meetings
        make_pairing(session, mia, make_mentee(session, cohort_id, "Ida"), started_on=ago(5))  # too early for any
        make_mentee(session, cohort_id, "Leo")
        make_meeting(session, met, ago(30))
        make_meeting(session, met, ago(3))
        make_check_in(session, met, "mentee", "baseline", answered_on=ago(39), confidence=2)
        make_check_in(session, met, "mentee", "midpoint", answered_on=ago(9), confidence=4, relationship=5)
        make_check_in(session, met, "mentor", "midpoint", answered_on=ago(9), relationship=4, would_mentor=True)
        make_check_in(session, make_pair(session, make_cohort(session, "Other")), relationship=1, would_mentor=False)

    app = visit(cohort=1)

    assert numbers(app) == {
        "Mentees paired now": "67 %",
        "Active pairings": "2",
        "Meetings on pace": "67 %",
        "Relationship": "4.5",
        "Confidence growth": "+2.0",
        "Check-ins answered": "75 %",
        "Mentor places used": "67 %",
        "Would mentor again": "100 %",
    }
    assert {metric.label: metric.delta for metric in app.metric}["Active pairings"] == "+1"
    explained = next(metric.help for metric in app.metric if metric.label == "Meetings on pace")
    assert "Counted: 2 meetings held" in explained
    assert "Out of: 3 meetings due" in explained
    assert "n: 2 pairings" in explained


def test_who_needs_a_call_is_named_with_the_reason_and_the_way_there(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring", starts_on=ago(60), ends_on=ago(-60))
        well = make_pair(session, cohort_id, "Mia", "Ben", started_on=ago(40))
        make_meeting(session, well, ago(3))
        unwell = make_pair(session, cohort_id, "Leo", "Ida", started_on=ago(40))
        make_meeting(session, unwell, ago(3))
        make_check_in(session, unwell, "mentee", "pulse", answered_on=ago(2), relationship=2)

    app = visit(cohort=1)

    assert links(app)[:2] == [
        ("**Ida** with Leo", "pairings", f"cohort=1&pairing={unwell}"),
        ("Log a meeting", "meetings", f"cohort=1&pairing={unwell}"),
    ]
    assert "Ida rated the relationship 2 of 5" in words(app)
    assert "Ask Ida what would help" in words(app)
    assert not [label for label, *_ in links(app) if "Ben" in label]


def test_nobody_to_call_is_good_news(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(10), ends_on=ago(-60))
        make_pair(session, cohort_id, started_on=ago(1))

    assert "Nobody needs a call today" in words(visit(cohort=1))


def test_the_rest_of_a_long_list_is_one_click_away(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(60), ends_on=ago(-60))
        for _ in range(7):
            make_pair(session, cohort_id, started_on=ago(50))

    app = visit(cohort=1)

    assert len([label for label, *_ in links(app) if label == "Log a meeting"]) == 5
    assert [label for label, *_ in links(app) if label.startswith("All")] == ["All 7 to contact"]


def test_a_row_of_the_map_opens_its_pairing(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(20), ends_on=ago(-60))
        pairing_id = make_pair(session, cohort_id, "Mia", "Ben", started_on=ago(10))

    app = visit(cohort=1)
    app.session_state["map"] = {"selection": {"opened": [{"pairing_id": pairing_id}]}}
    run(app)

    assert app.query_params["pairing"] == str(pairing_id)
    assert [title.value for title in app.title] != ["Overview"]


def test_the_pairings_of_the_map_can_be_reached_without_it(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_pair(session, make_cohort(session, starts_on=ago(20), ends_on=ago(-60)), started_on=ago(10))

    assert ("The same pairings in words, and all others", "pairings", "cohort=1&view=All+pairings") in links(
        visit(cohort=1)
    )


def test_a_cohort_before_its_beginning_and_one_after_its_end(sqlite_database):
    with writing("Ana", "Set up") as session:
        early = make_cohort(session, "Next", starts_on=ago(-10), ends_on=ago(-90))
        late = make_cohort(session, "Last", starts_on=ago(90), ends_on=ago(10))
        make_mentee(session, early, "Ben")
        make_pair(session, late, started_on=ago(80), status="completed", ended_on=ago(12))

    assert "Next, which begins on" in words(visit(cohort=early))
    over = words(visit(cohort=late))
    assert "Last, which ended on" in over
    assert "the cohort has ended" in over


def test_names_are_names_however_long_and_whatever_is_in_them(sqlite_database):
    long, tricky = "Maximiliana " * 20 + "Ode", "**Bo** [x](http://x) :material/home: <b> $1$"
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, starts_on=ago(60), ends_on=ago(-60))
        make_pair(session, cohort_id, long, tricky, started_on=ago(50))

    app = visit(cohort=1)

    assert links(app)[0][0] == f"**{plain(tricky)}** with {plain(long)}"


def test_an_unknown_cohort_is_a_sentence(sqlite_database):
    with writing("Ana", "Set up") as session:
        make_pair(session, make_cohort(session, "Spring", starts_on=ago(20), ends_on=ago(-20)))

    app = visit(cohort=999)

    assert "There is no cohort 999." in words(app)
    assert numbers(app)["Active pairings"] == "1"


def test_a_whole_program_is_drawn(sqlite_database):
    with writing("Ana", "Sample", kind=ActionKind.SAMPLE) as session:
        load_sample(session, people=120, seed=7, today=TODAY)

    app = visit(cohort=3)

    assert list(numbers(app)) == NAMES
    assert titles(app) == [
        "Meetings held each week",
        "Mentors by mentees they have now",
        "Who met when",
        "Confidence of mentees",
        "How well they get along",
    ]
