import pytest

from dashboard.errors import InvalidError
from dashboard.services.cohort_rules import checked_rules
from dashboard.services.participant_rules import checked_capacity
from dashboard.services.texts import whole_number

NAN, INFINITY = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("value", "number"),
    [(1, 1), (5.0, 5), ("3", 3), (" 3.0 ", 3), (None, None), ("", None), (NAN, None), ("nan", None)],
)
def test_a_whole_number_is_read_however_it_is_spelled(value, number):
    assert whole_number(value, 1, 5, "From 1 to 5.") == number


@pytest.mark.parametrize("value", [0, 6, 2.5, INFINITY, -INFINITY, "inf", "1e999", "many", 10**400, [1], object()])
def test_what_is_no_whole_number_in_the_range_is_a_sentence(value):
    with pytest.raises(InvalidError, match="From 1 to 5"):
        whole_number(value, 1, 5, "From 1 to 5.")


@pytest.mark.parametrize("value", [INFINITY, NAN, "many", 1.5, 10**400])
def test_a_rule_of_a_cohort_that_is_no_number_is_a_sentence(value):
    with pytest.raises(InvalidError, match="Days without a meeting must be a whole number from 1 to 365"):
        checked_rules({"quiet_days": value})


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (NAN, "Capacity is at least 1"),
        (INFINITY, "Capacity is a whole number from 1 to 100"),
        ("many", "Capacity is a whole number from 1 to 100"),
        (101, "Capacity is at most 100"),
    ],
)
def test_a_capacity_that_is_no_number_is_a_sentence(value, sentence):
    with pytest.raises(InvalidError, match=sentence):
        checked_capacity(value, "mentor")
