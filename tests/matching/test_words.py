import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.matching.fit import COMPONENTS, Weights
from tests.matching.parties import meet, somebody, weights


def told(mentee, mentor, **options):
    return meet(mentee, mentor, **options)[2][0]


def test_reasons_read_as_a_sentence():
    mentee = {
        "skills": ["negotiation", "hiring", "SQL"],
        "location": "Lima",
        "years_experience": 3,
        "languages": "English",
    }
    mentor = {"skills": ["SQL", "negotiation"], "location": "lima", "years_experience": 12, "languages": "Norsk"}

    assert told(mentee, mentor).sentence == (
        "offers 2 of 3 skills sought: negotiation, SQL; 9 years ahead; both in lima; no language in common"
    )


def test_what_is_not_known_is_said_and_whose_it_is():
    mentee = {"skills": ["SQL"], "years_experience": 3, "languages": "English"}

    assert told(mentee, {}).unknown == (
        "skills offered",
        "mentor's years of experience",
        "time zone",
        "mentor's languages",
    )
    assert told({}, {"years_experience": 3}).unknown == (
        "skills sought",
        "mentee's years of experience",
        "time zone",
        "languages",
    )
    assert told({}, {}).sentence == "not known: skills sought, years of experience, time zone, languages"


def test_skills_are_worded_by_how_many_are_found():
    two, one = {"skills": ["SQL", "hiring"]}, {"skills": ["SQL"]}

    assert told(two, {"skills": ["hiring", "SQL"]}).pro == ("offers all 2 skills sought: SQL, hiring",)
    assert told(two, {"skills": ["Rust"]}).con == ("offers none of the 2 skills sought",)
    assert told(one, {"skills": ["SQL"]}).pro == ("offers what is sought: SQL",)
    assert told(one, {"skills": ["Rust"]}).con == ("does not offer SQL",)


def test_what_is_offered_is_never_held_against_a_pair():
    mentee = {"skills": ["SQL", "hiring"], "years_experience": 3}
    first, second = told(mentee, {"skills": ["SQL"]}), told(mentee, {"skills": ["hiring"], "years_experience": 9})

    assert (first.pro, first.con) == (("offers 1 of 2 skills sought: SQL",), ())
    assert second.pro == ("6 years ahead", "offers 1 of 2 skills sought: hiring")
    assert second.con == ("not offered: SQL",)


def test_many_other_skills_are_mentioned():
    mentor = {"skills": ["SQL", "hiring", "Rust", "writing", "budgets", "speaking", "research"]}

    assert told({"skills": ["SQL"]}, mentor).pro == ("offers what is sought: SQL (and 6 other skills)",)


def test_years_are_worded_by_their_direction():
    def years(mentee, mentor):
        reasons = told({"years_experience": mentee}, {"years_experience": mentor})
        return [*reasons.pro, *reasons.con]

    assert years(3, 12) == ["9 years ahead"]
    assert years(3, 4) == ["only 1 year ahead"]
    assert years(3, 8.5) == ["5.5 years ahead"]
    assert years(3, 3) == ["the same years of experience"]
    assert years(12, 3) == ["9 years behind"]
    assert years(3, 40) == ["37 years ahead, a wide gap"]


def test_places_are_worded_by_clock():
    def place(mentee, mentor):
        reasons = told({"time_zone": mentee}, {"time_zone": mentor})
        return [*reasons.pro, *reasons.con]

    assert place("Europe/Oslo", "Europe/Rome") == ["same time of day"]
    assert place("Europe/Oslo", "Europe/London") == ["1 hour apart"]
    assert place("Europe/Oslo", "Asia/Kolkata") == ["3.5 hours apart"]
    assert place("Europe/Oslo", "America/Lima") == ["7 hours apart"]


def test_languages_are_named_as_the_mentee_spells_them():
    assert told({"languages": "English, Español"}, {"languages": "español, english"}).pro == (
        "both speak English and Español",
    )


def test_department_speaks_for_a_pair_or_against_it_as_the_cohort_wishes():
    mentee, same, other = {"department": "Sales"}, {"department": "sales "}, {"department": "Legal"}
    alike, mixed = Weights(0, 0, 0, 0, 1), Weights(0, 0, 0, 0, 1, field_differs=True)

    assert told(mentee, same, weights=alike).pro == told(mentee, same, weights=mixed).con == ("both in sales",)
    assert told(mentee, other, weights=mixed).pro == ("another department: Legal",)
    assert told(mentee, other, weights=alike).con == ("another department: Legal",)
    assert told(mentee, {}, weights=alike).unknown == ("mentor's department",)


def test_component_without_weight_is_not_mentioned():
    mentee, mentor = {"languages": "English", "years_experience": 3}, {"languages": "Norsk", "years_experience": 9}

    assert told(mentee, mentor, weights=Weights(0, 5, 0, 0)).sentence == "6 years ahead"


@given(mentee=somebody, mentor=somebody, weights=weights)
def test_words_agree_with_the_numbers(mentee, mentor, weights):
    """Whatever speaks for a pair lifts its score above neutral, or is offered; whatever speaks against it lowers it."""
    facts, fit, [reasons] = meet(mentee, mentor, weights=weights)

    shares = {name: weights.share(name) for name in fit.components}
    pulls = [shares[name] * (float(worth[0, 0]) - 0.5) for name, worth in fit.components.items() if shares[name]]
    partly = sum(phrase.startswith("not offered: ") for phrase in reasons.con)  # then what is offered is told as well
    assert len(reasons.pro) == sum(pull >= 0 for pull in pulls) + partly
    assert len(reasons.con) == sum(pull < 0 for pull in pulls)
    assert len(reasons.unknown) == sum(np.isnan(pull) for pull in pulls)
    ahead = float(facts.years_ahead[0, 0])
    if shares["experience"] and not np.isnan(ahead):
        said = reasons.sentence
        assert ("ahead" in said, "behind" in said, "same years" in said) == (ahead > 0, ahead < 0, ahead == 0)


@given(mentee=somebody, mentor=somebody)
def test_sentence_names_the_shared_skills_exactly(mentee, mentor):
    _, _, [reasons] = meet(mentee, mentor)

    shared = [name for name in mentee["skills"] if name in mentor["skills"]]
    phrase = next(
        (phrase for phrase in [*reasons.pro, *reasons.con] if phrase.startswith("offers") and ": " in phrase), None
    )
    if not shared:
        assert phrase is None
        return
    listed = phrase.split(": ")[1].split(" (and")[0]
    rest = len(shared) - 5
    assert listed == ", ".join(shared[:5]) + (f" and {rest} more" if rest > 0 else "")
    if len(mentee["skills"]) > 1:
        count = "all" if len(shared) == len(mentee["skills"]) else f"{len(shared)} of"
        assert phrase.startswith(f"offers {count} {len(mentee['skills'])} skills sought")


@given(mentee=somebody, mentor=somebody, weights=weights)
def test_first_reason_is_the_one_that_moves_the_score_most(mentee, mentor, weights):
    _, fit, [reasons] = meet(mentee, mentor, weights=weights)

    pull = {
        name: weights.share(name) * (float(worth[0, 0]) - 0.5)
        for name, worth in fit.components.items()
        if weights.share(name) and not np.isnan(worth[0, 0])
    }
    if reasons.pro and max(pull.values()) >= 0:
        assert _component_of(reasons.pro[0]) in [name for name in pull if pull[name] == max(pull.values())]
    if reasons.con:
        assert _component_of(reasons.con[0]) in [name for name in pull if pull[name] == min(pull.values())]


def _component_of(phrase):
    if phrase.endswith("department") or phrase.startswith("another department") or phrase in IN_ONE_DEPARTMENT:
        return "field"
    if "offer" in phrase or "skills" in phrase:
        return "skills"
    if "years" in phrase or "year " in phrase:
        return "experience"
    return "language" if "speak" in phrase or "language" in phrase else "place"


IN_ONE_DEPARTMENT = ("both in Sales", "both in sales", "both in Legal")
OF_COMPONENT = {
    "skills": ("skills",),
    "experience": ("years_experience",),
    "place": ("location", "time_zone"),
    "language": ("languages",),
    "field": ("department",),
}


@pytest.mark.parametrize("component", COMPONENTS)
@settings(max_examples=40)
@given(mentee=somebody, mentor=somebody, other=somebody, weights=weights)
def test_of_two_mentors_who_differ_in_one_thing_the_better_one_never_scores_less(
    component, mentee, mentor, other, weights
):
    """Through the real facts: nothing but that component moves, and the words of nothing else change."""
    changed = {**mentor, **{name: other[name] for name in OF_COMPONENT[component]}}

    _, fit, (one, two) = meet(mentee, mentor, changed, weights=weights)

    worth = np.nan_to_num(fit.components[component][0], nan=0.5)
    better, worse = (0, 1) if worth[0] >= worth[1] else (1, 0)
    assert fit.score[0, better] >= fit.score[0, worse] - 1e-4
    same = [name for name in COMPONENTS if name != component]
    assert all(np.array_equal(*fit.components[name][0], equal_nan=True) for name in same)
    said = [{*reasons.pro, *reasons.con, *reasons.unknown} for reasons in (one, two)]
    assert {_component_of(phrase) for phrase in said[0] ^ said[1]} <= {component}


@given(mentee=somebody, mentor=somebody, differs=st.booleans())
def test_every_phrase_says_what_is_true(mentee, mentor, differs):
    facts, fit, [reasons] = meet(mentee, mentor, weights=Weights(1, 1, 1, 1, 1, differs))
    said = {_component_of(phrase): phrase for phrase in [*reasons.con, *reasons.pro]}
    coverage, hours, field = (float(fact[0, 0]) for fact in (facts.coverage, facts.hours_apart, facts.same_field))

    known = {name for name, worth in fit.components.items() if not np.isnan(worth[0, 0])}
    assert set(said) == known
    assert {_component_of(phrase) for phrase in reasons.unknown} == set(COMPONENTS) - known
    if "skills" in said:
        none = said["skills"].startswith(("offers none", "does not offer"))
        every = said["skills"].startswith(("offers all", "offers what is sought"))
        assert (none, every) == (coverage == 0, coverage == pytest.approx(1))
    if "place" in said:
        told = "both in" if facts.same_place[0, 0] else f"{hours:g} hour" if hours else "same time of day"
        assert said["place"].startswith(told)
    if "language" in said:
        assert said["language"].startswith("both speak" if facts.share_language[0, 0] else "no language in common")
    if "field" in said:
        assert said["field"].startswith("both in" if field else "another department")
        assert (said["field"] in reasons.pro) == (bool(field) != differs)
