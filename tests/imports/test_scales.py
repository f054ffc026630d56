"""Answers on other scales become ours: order is kept, ends meet ends, and nothing is clipped in silence."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import InvalidError
from dashboard.imports.blanks import NO_RATING, says_nothing
from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_ways import scale_ways
from dashboard.imports.scale_words import positions
from dashboard.imports.scales import on_scale, read_answer
from dashboard.imports.ways import Way, Ways
from dashboard.questions import RANGES, Scale

RATING, SCORE, FIT, YES_NO = Scale.RATING, Scale.SCORE, Scale.FIT, Scale.YES_NO


def read(cells: list[str], scale: Scale = RATING, name: str = "Q") -> tuple[str, bool, list]:
    """On which scale the column is taken to stand, whether that is sure, and its answers on ours."""
    found = scale_ways(name, cells, scale)
    answers = [cell for cell in cells if not says_nothing(cell, NO_RATING)]
    return found.likeliest, found.is_sure, [read_answer(cell, found.likeliest, scale) for cell in answers]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1", "3", "5"], ("1-5", True, [1, 3, 5])),
        (["1", "4", "7"], ("1-7", True, [1, 3, 5])),
        (["0", "5", "10"], ("0-10", True, [1, 3, 5])),
        (["20%", "80 %", "100%"], ("0-100", True, [2, 4, 5])),
        (["★★★★", "★★★★☆", "⭐"], ("1-5", True, [4, 4, 1])),
        (["4/7", "7/7"], ("1-7", True, [3, 5])),
        (["4 out of 4", "1 of 4"], ("1-4", True, [5, 1])),
        (["5 - Very good", "1 (Very poor)", "3"], ("1-5", True, [5, 1, 3])),
        (["1 - Strongly agree", "5 - Strongly disagree", "2"], ("5-1", True, [5, 1, 4])),
        (["５", "٣"], ("1-5", True, [5, 3])),  # noqa: RUF001  (digits of other scripts are meant)
        (["Agree", "Strongly agree", "Disagree", "N/A"], ("agree", True, [4, 5, 2])),
        (["agree", "Somewhat agree", "strongly disagree"], ("agree7", True, [4, 4, 1])),
        (["Very satisfied", "dissatisfied"], ("satisfied", True, [5, 2])),
        (["Very confident", "Confident", "Somewhat confident", "Not at all confident"], ("degree", True, [5, 4, 3, 1])),
        (["Extremely confident", "very confident"], ("degree5", True, [5, 4])),
        (["Trifft voll und ganz zu", "Trifft eher nicht zu"], ("agree", True, [5, 2])),
        (["Tout à fait d’accord", "Plutôt pas d'accord"], ("agree", True, [5, 2])),  # noqa: RUF001
        (["Muy de acuerdo", "Ni de acuerdo ni en desacuerdo"], ("agree", True, [5, 3])),
        (["Siempre", "a veces"], ("often", True, [5, 3])),
        (["Yes", "No", "Maybe"], ("yes", True, [5, 1, 3])),
        (["4.5", "3,5", "2.4", "5"], ("1-5", False, [5, 4, 2, 5])),
        (["4.5/5", "3 / 5"], ("1-5", True, [5, 3])),
        (["★★★½", "★★★★☆"], ("1-5", True, [4, 4])),
        (["4 stars", "1 star"], ("1-5", False, [4, 1])),
        (["0.8", "1", "0.25"], ("0-1", True, [4, 5, 2])),
        (["4", "80 %", "5", "2"], ("1-5", True, [4, 4, 5, 2])),
        (["4/5", "8/10", "6 of 7"], ("1-10", False, [4, 4, 4])),
        (["4", "N/A", "-", "prefer not to say", "k.A.", "5", "Weiß nicht"], ("1-5", True, [4, 5])),
        (["Stimme eher zu", "Teils, teils", "Stimme überhaupt nicht zu"], ("agree", True, [4, 3, 1])),
        (["Zdecydowanie się zgadzam", "Raczej się nie zgadzam"], ("agree", True, [5, 2])),
        (["매우 그렇다", "보통이다", "전혀 그렇지 않다"], ("agree", True, [5, 3, 1])),
        (["とても満足", "満足", "不満"], ("satisfied", True, [5, 4, 2])),
        (["Instämmer helt", "Instämmer inte alls"], ("agree", True, [5, 1])),
        (["Sehr wahrscheinlich", "Unwahrscheinlich", "vielleicht"], ("likely", True, [5, 2, 3])),
        (["Muy satisfecha", "Insatisfecho"], ("satisfied", True, [5, 2])),
        (["Очень доволен", "недоволен"], ("satisfied", True, [5, 2])),
        (["1 = sehr gut", "5 = sehr schlecht", "2 = gut"], ("5-1", True, [5, 1, 4])),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_rating_is_brought_to_one_to_five(cells, expected):
    assert read(cells) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1", "3", "4"], ("1-5", False, [1, 3, 4])),
        (["2", "7", "10"], ("1-10", False, [1, 4, 5])),
        (["0", "3", "5"], ("0-5", False, [1, 3, 5])),
        (["1", "6"], ("1-7", False, [1, 4])),
        (["Good", "Excellent", "Poor"], ("quality", False, [4, 5, 2])),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_scale_that_is_only_likely_is_worth_a_look(cells, expected):
    assert read(cells) == expected


@pytest.mark.parametrize(
    ("name", "way", "answers"),
    [
        ("Progress (1-4)", "1-4", [1, 4, 5]),
        ("On a scale of 1 to 10, how well do you get along?", "1-10", [1, 2, 2]),
        ("Auf einer Skala von 0 bis 10", "0-10", [1, 2, 3]),
        ("How confident are you (1 = not at all confident, 7 = very confident)?", "1-7", [1, 2, 3]),
        ("How confident are you? 7 (very) - 1 (not at all)", "1-7", [1, 2, 3]),
        ("How well do you get along (1 = best, 6 = worst)?", "6-1", [5, 3, 3]),
        ("Zusammenarbeit in Schulnoten 1-6", "6-1", [5, 3, 3]),
        ("In the last 1 to 3 months", "1-5", [1, 3, 4]),
    ],
)
def test_a_question_that_names_its_scale_is_believed(name, way, answers):
    assert read(["1", "3", "4"], name=name) == (way, way != "1-5", answers)


def test_what_is_rounded_is_shown():
    found = scale_ways("Q", ["4.5", "3.25", "5"], RATING)

    assert found.offered[0] == Way("1-5", "1 to 5", "kept as they are, 3.25 → 3, 4.5 → 5")


def test_words_can_be_turned_where_agreeing_is_bad():
    found = scale_ways("I feel left alone", ["Agree", "Strongly disagree"], RATING)

    assert found.offered[-1] == Way("turned agree", "Disagree to agree, turned", "strongly disagree → 5, agree → 2")
    assert [read_answer(cell, "turned agree", RATING) for cell in ("Agree", "Neutral", "4")] == [2, 3, 4]


def test_the_way_a_scale_is_read_is_shown_with_examples():
    found = scale_ways("Q", ["7", "4"], RATING)

    assert found.offered[0] == Way(
        "1-7", "1 to 7, rescaled to 1 to 5", "7 → 5, 6 → 4, 5 → 4, 4 → 3, 3 → 2, 2 → 2, 1 → 1"
    )
    assert [way.key for way in found.offered] == ["1-7", "0-10", "1-10", "0-100", "7-1"]
    assert scale_ways("Q", ["5"], RATING).offered[0] == Way("1-5", "1 to 5", "kept as they are")


def test_other_scales():
    assert read(["9", "0", "10"], SCORE) == ("0-10", True, [9, 0, 10])
    assert read(["1", "3", "5", "5", "4"], SCORE) == ("1-5", False, [0, 5, 10, 10, 8])
    assert read(["10 - Extremely likely", "0 - Not at all likely"], SCORE) == ("0-10", True, [10, 0])
    assert read(["Very likely", "Unlikely"], SCORE) == ("likely", True, [10, 3])
    assert read(["A good fit", "Still deciding", "Not a fit"], FIT) == ("fit", True, ["good", "deciding", "not_a_fit"])
    assert read(["Yes", "No", "Not sure"], FIT) == ("yes", True, ["good", "not_a_fit", "deciding"])
    assert read(["5", "3", "1"], FIT) == ("1-5", True, ["good", "deciding", "not_a_fit"])
    assert read(["Oui", "Nein", "maybe"], YES_NO) == ("yes", True, [True, False, None])
    assert read(["1", "0"], YES_NO) == ("0-1", True, [True, False])


@pytest.mark.parametrize("cells", [[], ["", " "], ["banana", "a long answer in words"]])
def test_a_column_without_answers_offers_no_way(cells):
    assert scale_ways("Q", cells, RATING) == Ways()


NOT_ON_IT = "is not an answer on this scale. Write"
ELSE = "or choose another scale for the column."


@pytest.mark.parametrize(
    ("cell", "way", "sentence"),
    [
        ("9", "1-7", '"9" lies outside 1 to 7. Correct it, or choose another scale for the column.'),
        ("0", "1-5", '"0" lies outside 1 to 5. Correct it, or choose another scale for the column.'),
        ("5.5", "1-5", '"5.5" lies outside 1 to 5. Correct it, or choose another scale for the column.'),
        ("120 %", "1-5", '"120 %" lies outside 0 to 100. Correct it, or choose another scale for the column.'),
        ("6/5", "1-10", '"6/5" lies outside 1 to 5. Correct it, or choose another scale for the column.'),
        (
            "Banana",
            "agree",
            f'"Banana" {NOT_ON_IT} strongly disagree, disagree, neutral, agree, strongly agree, '
            f"or a number from 1 to 5, {ELSE}",
        ),
        ("Banana", "1-7", f'"Banana" {NOT_ON_IT} a number from 1 to 7, {ELSE}'),
        ("Banana", "", f'"Banana" {NOT_ON_IT} a number from 1 to 5, {ELSE}'),
        ("9", "agree", '"9" lies outside 1 to 5. Correct it, or choose another scale for the column.'),
    ],
)
def test_what_is_not_on_the_scale_is_refused_never_clipped(cell, way, sentence):
    with pytest.raises(InvalidError) as refused:
        read_answer(cell, way, RATING)

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("scale", "way", "sentence"),
    [
        (FIT, "fit", f'"Banana" {NOT_ON_IT} not a fit, still deciding, a good fit, {ELSE}'),
        (FIT, "", f'"Banana" {NOT_ON_IT} not a fit, still deciding, a good fit, {ELSE}'),
        (YES_NO, "", f'"Banana" {NOT_ON_IT} no, maybe, yes, {ELSE}'),
        (
            SCORE,
            "likely",
            f'"Banana" {NOT_ON_IT} very unlikely, unlikely, neutral, likely, very likely, '
            f"or a number from 0 to 10, {ELSE}",
        ),
    ],
)
def test_what_may_be_written_is_said(scale, way, sentence):
    with pytest.raises(InvalidError) as refused:
        read_answer("Banana", way, scale)

    assert str(refused.value) == sentence


def test_a_number_among_words_is_on_our_own_range():
    assert [read_answer(cell, "agree", RATING) for cell in ("4", "Agree", "2 - Strongly agree")] == [4, 4, 5]
    assert [read_answer(cell, "likely", SCORE) for cell in ("7", "Very likely")] == [7, 10]
    assert (read_answer("4", "", RATING), read_answer("A good fit", "", FIT)) == (4, "good")


ranges = st.tuples(st.integers(0, 1), st.integers(3, 100)).map(lambda ends: f"{ends[0]}-{ends[1]}")


@given(ranges, st.data(), st.sampled_from(sorted(RANGES)))
def test_order_is_kept_and_ends_meet_ends(way, data, scale):
    low, high = map(int, way.split("-"))
    numbers = sorted(data.draw(st.lists(st.integers(low, high), min_size=2)))

    ours = [read_answer(str(number), way, scale) for number in numbers]

    assert ours == sorted(ours)
    assert (read_answer(str(low), way, scale), read_answer(str(high), way, scale)) == RANGES[scale]


@given(ranges, st.data())
def test_a_scale_that_is_turned_turns_the_order(way, data):
    low, high = map(int, way.split("-"))
    number = data.draw(st.integers(low, high))

    assert read_answer(str(number), f"{high}-{low}", RATING) == on_scale(Fraction(high - number, high - low), RATING)


@pytest.mark.parametrize("family", FAMILIES)
def test_words_stand_in_order_from_end_to_end(family):
    steps = [step.split(", ")[0] for step in FAMILIES[family][1:]]

    at = [positions(family)[step] for step in steps]

    assert at == sorted(set(at))
    assert (at[0], at[-1]) == (0, 1)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=20), st.sampled_from([RATING, SCORE]))
def test_a_column_of_numbers_is_never_out_of_order_on_the_scale_it_is_taken_for(numbers, scale):
    cells = [str(number) for number in sorted(numbers)]
    way = scale_ways("Q", cells, scale).likeliest

    ours = [answer for cell in cells if (answer := read_or_refused(cell, way, scale)) is not None]

    assert ours == sorted(ours)
    assert len(ours) >= len(cells) - max(len(cells) // 10, 1)


def read_or_refused(cell: str, way: str, scale: Scale) -> object:
    """The answer; nothing for one that is refused."""
    try:
        return read_answer(cell, way, scale)
    except InvalidError:
        return None


@pytest.mark.parametrize(
    ("cells", "scale", "way"),
    [
        (["9", "11", "10", "8"], SCORE, "0-10"),
        ([*"123451234512345", "55"], RATING, "1-5"),
        ([*"123451234512345", "9"], RATING, "1-5"),
        ([*"123451234512345", "7"], RATING, "1-7"),
        (["14", "16", "12", "9"], RATING, "0-20"),
        (["20", "60", "100"], RATING, "0-100"),
    ],
)
def test_a_slip_is_in_trouble_and_does_not_bend_the_scale_of_the_others(cells, scale, way):
    assert scale_ways("Q", cells, scale).likeliest == way
