"""Two plans side by side, in a sentence."""

import pandas as pd
import pytest

from dashboard.queries.comparisons import Comparison
from dashboard.queries.outlooks import Total
from dashboard.ui.pairings.plan.compare import difference


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        (Total(2, 150), Total(3, 116), "Fit places 1 more, for 34 points less."),
        (Total(3, 116), Total(2, 150), "Fit places 1 fewer, for 34 points more."),
        (Total(2, 150), Total(2, 149.6), "Fit places as many, for less than a point less."),
        (Total(2, 150), Total(2, 150), "Fit places as many, for the same total fit."),
    ],
)
def test_the_difference_is_told_with_what_it_costs(one, other, sentence):
    told = Comparison(one, other, 0, pd.DataFrame(), (0, 0))

    assert difference(told, "Fit") == sentence
