"""Headline numbers: what they are worth, how they are read, and that nothing known is never taken for nothing."""

import pytest

from dashboard.metrics import (
    ACTIVE_PAIRINGS,
    GROWTH,
    METRICS,
    ON_PACE,
    PAIRED,
    RATING,
    RESPONSE,
    Tally,
    Unit,
)
from dashboard.readings import Reading, readings, written, written_change, written_target

NOTHING = {metric.key: Tally(0, 0, 0) for metric in METRICS}


def test_every_number_is_declared_whole_and_once():
    assert len({metric.key for metric in METRICS}) == len(METRICS) == 8
    for metric in METRICS:
        assert metric.definition.endswith(".")
        assert metric.label
        assert metric.numerator
        assert bool(metric.denominator) == (metric.unit != Unit.COUNT)
        assert len(metric.counted) == 2


def test_the_share_of_mentees_says_that_it_is_now():
    assert "now" in PAIRED.label


def test_no_data_is_no_number():
    values = {reading.metric.key: reading.value for reading in readings(NOTHING, NOTHING)}

    assert values == {metric.key: None for metric in METRICS} | {ACTIVE_PAIRINGS.key: 0}


def test_nothing_of_something_is_zero():
    assert Reading(PAIRED, Tally(0, 7, 7)).value == 0


def test_a_change_needs_both_numbers():
    assert Reading(RATING, Tally(9, 2, 2), before=4.0).change == 0.5
    assert Reading(RATING, Tally(9, 2, 2)).change is None
    assert Reading(RATING, Tally(0, 0, 0), before=4.0).change is None


def test_readings_compare_with_a_month_ago():
    now = NOTHING | {PAIRED.key: Tally(3, 4, 4)}
    before = NOTHING | {PAIRED.key: Tally(1, 4, 4)}

    assert readings(now, before)[0] == Reading(PAIRED, Tally(3, 4, 4), 0.25)


def test_readings_without_a_month_ago_have_no_change():
    assert {reading.change for reading in readings(NOTHING, {})} == {None}


@pytest.mark.parametrize(
    ("metric", "value", "words"),
    [
        (ACTIVE_PAIRINGS, 1234, "1,234"),
        (PAIRED, 0.816, "82 %"),
        (ON_PACE, 1.04, "104 %"),
        (RATING, 4.25, "4.2"),
        (GROWTH, 0.84, "+0.8"),
        (GROWTH, -0.3, "-0.3"),
        (GROWTH, -0.04, "0"),
    ],
)
def test_values_are_written_for_people(metric, value, words):
    assert written(metric, value) == words


@pytest.mark.parametrize(
    ("metric", "change", "words"),
    [
        (ACTIVE_PAIRINGS, 3, "+3"),
        (ACTIVE_PAIRINGS, -1, "-1"),
        (PAIRED, 0.06, "+6 points"),
        (PAIRED, -0.012, "-1 point"),
        (PAIRED, 0.004, "0"),
        (RATING, -0.21, "-0.2"),
        (GROWTH, 0.0, "0"),
    ],
)
def test_changes_are_written_with_their_sign(metric, change, words):
    assert written_change(metric, change) == words


def test_targets_are_written_where_there_is_one():
    assert [written_target(metric) for metric in (PAIRED, ON_PACE, RATING, RESPONSE)] == ["70 %", "80-90 %", "4.0", ""]
