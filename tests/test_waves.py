"""When check-ins are due."""

from dashboard.waves import EVER, Slot, pulse_days, slots

USUAL = {"baseline": 7, "first_meeting": 30, "pulse": 60, "midpoint": 90, "final": 180}


def test_slots_follow_one_another_and_the_pulse_comes_back_until_the_final():
    assert slots(USUAL, cohort_days=365) == [
        Slot("baseline", 7, 30, -EVER, EVER),
        Slot("first_meeting", 30, 60, -EVER, EVER),
        Slot("pulse", 60, 90, -EVER, 90),
        Slot("midpoint", 90, 120, -EVER, EVER),
        Slot("pulse", 120, 180, 90, EVER),
        Slot("final", 180, EVER, -EVER, EVER),
    ]


def test_a_pulse_on_the_day_of_the_final_is_not_asked():
    assert pulse_days({"pulse": 60, "final": 180}, cohort_days=365) == [60, 120]


def test_without_a_final_the_pulse_lasts_as_long_as_the_cohort():
    assert pulse_days({"pulse": 30}, cohort_days=90) == [30, 60, 90]


def test_without_a_pulse_there_is_none():
    assert pulse_days({"final": 30}, cohort_days=90) == []


def test_of_two_waves_on_one_day_the_later_kind_is_asked():
    assert slots({"pulse": 90, "midpoint": 90}, cohort_days=100) == [Slot("midpoint", 90, EVER, -EVER, EVER)]


def test_a_daily_pulse_stays_bounded():
    assert len(slots({"pulse": 1}, cohort_days=3650)) == 60


def test_no_schedule_asks_for_nothing():
    assert slots({}, cohort_days=365) == []
