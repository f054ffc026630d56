"""How close a plan is to the best, as its gauge tells it."""

import pytest

from dashboard.queries.outlooks import Gauge, Total
from dashboard.ui.pairings.plan.bar import reached, told

BEST = Total(12, 720.0, proven=True)


@pytest.mark.parametrize(
    ("now", "share"),
    [
        (Total(0, 0.0), 0),
        (Total(8, 720.0), 8 / 12),
        (Total(11, 900.0), 11 / 12),
        (Total(12, 360.0), 11.5 / 12),
        (Total(12, 719.99), 0.99),
        (BEST, 1),
    ],
)
def test_people_move_the_gauge_and_fit_only_within_the_last_step(now, share):
    assert reached(Gauge(12, now, BEST, BEST, impossible=0)) == pytest.approx(share)


def test_less_than_a_point_is_not_told_as_none():
    found = Gauge(12, Total(12, 719.6), BEST, Total(12, 719.6), impossible=0)

    assert "less than a point of fit below the best plan" in told(found)
    assert "what is locked costs less than a point" in told(found)
