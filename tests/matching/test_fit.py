import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.fit import COMPONENTS, Weights, measure, score
from tests.matching.parties import ON, SKILLS, meet, people, skills, somebody, weights

worth = st.none() | st.floats(0, 1, width=32)


def scores(mentee, *mentors, **options):
    return meet(mentee, *mentors, **options)[1].score[0].astype(float).round(1).tolist()


def component(name, mentee, *mentors, **options):
    return meet(mentee, *mentors, **options)[1].components[name][0].astype(float).round(3).tolist()


def test_fit_is_neutral_where_nothing_is_known():
    assert scores({}, {}) == [50.0]


def test_fit_is_whole_where_everything_is_right():
    mentee = {"location": "Lima", "languages": "English", "years_experience": 2, "skills": ["SQL"]}
    mentor = {"location": "LIMA ", "languages": "Spanish, english", "years_experience": 12, "skills": ["SQL"]}

    assert scores(mentee, mentor) == [100.0]


def test_fit_is_nothing_where_everything_is_wrong():
    mentee = {"time_zone": "Africa/Accra", "languages": "Norsk", "years_experience": 9, "skills": ["SQL"]}
    mentor = {"time_zone": "Pacific/Auckland", "languages": "English", "years_experience": 9, "skills": ["Rust"]}

    assert scores(mentee, mentor) == [0.0]


def test_first_choice_of_a_mentee_counts_more_than_the_second():
    mentee = {"skills": ["SQL", "writing", "hiring"]}

    assert component("skills", mentee, {"skills": ["SQL"]}, {"skills": ["writing"]}, {"skills": ["hiring"]}) == [
        0.462,
        0.308,
        0.231,
    ]


def test_offering_more_of_what_is_sought_is_worth_more():
    mentee = {"skills": ["SQL", "writing", "hiring"]}

    found = component(
        "skills", mentee, {"skills": ["SQL"]}, {"skills": ["SQL", "hiring"]}, {"skills": ["SQL", "writing"]}
    )

    assert found == sorted(found)


def test_ticking_every_box_wins_nothing():
    mentee = {"skills": ["SQL", "writing", "hiring"]}
    ticks_all, says_nothing, specialist = {"skills": SKILLS}, {}, {"skills": ["SQL", "writing"]}

    assert scores(mentee, ticks_all) == scores(mentee, says_nothing)
    assert scores(mentee, specialist) > scores(mentee, ticks_all)


def test_mentee_who_ticks_every_box_wins_nothing():
    mentor = {"skills": ["SQL", "writing"]}

    assert scores({"skills": SKILLS}, mentor) < scores({"skills": ["SQL", "writing"]}, mentor)


def test_experience_grows_to_eight_years_ahead_and_forgives_a_wide_gap():
    mentors = [{"years_experience": years} for years in (0, 2, 6, 10, 27, 47)]

    assert component("experience", {"years_experience": 2}, *mentors) == [0.0, 0.0, 0.5, 1.0, 1.0, 0.8]


def test_place_is_the_same_town_or_else_the_hours_between_two_clocks():
    mentee = {"location": "Oslo", "time_zone": "Europe/Oslo"}
    mentors = [
        {"location": "oslo"},
        {"location": "Rome", "time_zone": "Europe/Rome"},
        {"location": "Accra", "time_zone": "Africa/Accra"},
        {"location": "Lima", "time_zone": "America/Lima"},
        {"location": "Rome"},
    ]

    found = component("place", mentee, *mentors)

    assert found[:4] == [1.0, 0.9, 0.767, 0.3]
    assert np.isnan(found[4])


def test_clocks_are_compared_the_short_way_round():
    facts, _, _ = meet({"time_zone": "Pacific/Auckland"}, {"time_zone": "Pacific/Honolulu"})

    assert facts.hours_apart.tolist() == [[2.0]]  # 22 hours on the calendar


def test_language_is_one_in_common():
    mentors = [{"languages": "english"}, {"languages": "Norsk"}, {"languages": None}]

    assert component("language", {"languages": "Spanish, English"}, *mentors)[:2] == [1.0, 0.0]


def test_field_is_the_same_department_or_another_one_as_the_cohort_wishes():
    mentors = [{"department": "SALES "}, {"department": "Legal"}, {}]
    same, other = Weights(field=1), Weights(field=1, field_differs=True)

    assert component("field", {"department": "Sales"}, *mentors, weights=same)[:2] == [1.0, 0.0]
    assert component("field", {"department": "Sales"}, *mentors, weights=other)[:2] == [0.0, 1.0]
    assert np.isnan(component("field", {"department": "Sales"}, *mentors, weights=other)[2])
    assert scores({"department": "Sales"}, *mentors) == [50.0, 50.0, 50.0], "which does not matter unless it is wished"


def test_weights_count_by_their_proportions_alone():
    mentee, mentor = {"years_experience": 2, "languages": "English"}, {"years_experience": 12, "languages": "Norsk"}

    assert scores(mentee, mentor, weights=Weights(6, 2, 1, 1)) == scores(
        mentee, mentor, weights=Weights(60, 20, 10, 10)
    )
    assert scores(mentee, mentor, weights=Weights(0, 1, 0, 0)) == [100.0]
    assert scores(mentee, mentor, weights=Weights(0, 0, 0, 0)) == [50.0]


@given(before=st.tuples(*[worth] * len(COMPONENTS)), raised=st.sampled_from(COMPONENTS), to=worth, weights=weights)
def test_raising_a_component_never_lowers_the_score(before, raised, to, weights):
    old = {
        name: np.array([[np.nan if value is None else value]]) for name, value in zip(COMPONENTS, before, strict=True)
    }
    new = {**old, raised: np.array([[np.nan if to is None else to]])}
    higher = np.nan_to_num(new[raised], nan=0.5) >= np.nan_to_num(old[raised], nan=0.5)

    better, worse = (new, old) if higher else (old, new)

    assert score(better, weights) >= score(worse, weights)


@given(mentee=somebody, mentors=st.lists(somebody, min_size=1, max_size=4), weights=weights)
def test_score_and_components_stay_in_range(mentee, mentors, weights):
    _, fit, _ = meet(mentee, *mentors, weights=weights)

    assert ((fit.score >= 0) & (fit.score <= 100)).all()
    for worth in fit.components.values():
        assert (np.isnan(worth) | ((worth >= 0) & (worth <= 1))).all()


@given(mentee=somebody, mentor=somebody, skill=st.sampled_from(SKILLS))
def test_offering_one_more_skill_that_is_sought_never_lowers_the_score(mentee, mentor, skill):
    mentee = {**mentee, "skills": list(dict.fromkeys([*mentee["skills"], skill]))}
    mentor = {**mentor, "skills": mentor["skills"] or ["Rust" if skill != "Rust" else "SQL"]}
    more = {**mentor, "skills": list(dict.fromkeys([*mentor["skills"], skill]))}

    without, with_it = meet(mentee, mentor, more)[1].score[0]

    assert with_it >= without - 1e-4


@given(mentee=somebody, mentor=somebody, skill=st.sampled_from(SKILLS))
def test_offering_one_more_skill_that_is_not_sought_never_raises_the_score(mentee, mentor, skill):
    mentee = {**mentee, "skills": [name for name in mentee["skills"] if name != skill]}
    mentor = {**mentor, "skills": mentor["skills"] or ["Rust" if skill != "Rust" else "SQL"]}
    more = {**mentor, "skills": list(dict.fromkeys([*mentor["skills"], skill]))}

    without, with_it = meet(mentee, mentor, more)[1].score[0]

    assert with_it <= without + 1e-4


@settings(max_examples=40)
@given(mentees=st.lists(somebody, min_size=1, max_size=4), mentors=st.lists(somebody, min_size=1, max_size=4))
def test_whole_cohort_is_measured_as_each_pair_alone(mentees, mentors):
    own = people(*({key: row[key] for key in row if key != "skills"} for row in mentees))
    others = people(*({key: row[key] for key in row if key != "skills"} for row in mentors), first_id=100)
    sought = skills(own, [row["skills"] for row in mentees])
    offered = skills(others, [row["skills"] for row in mentors])

    whole = measure(own, others, sought=sought, offered=offered, catalog=len(SKILLS), weights=Weights(), on=ON)

    alone = [[meet(mentee, mentor)[1].score[0, 0] for mentor in mentors] for mentee in mentees]
    assert whole.score == pytest.approx(np.array(alone), abs=1e-3)


def test_nobody_fits_nobody():
    nobody = people({}).iloc[:0]

    found = measure(
        nobody, nobody, sought=skills(nobody, []), offered=skills(nobody, []), catalog=0, weights=Weights(), on=ON
    )

    assert found.score.shape == (0, 0)
