"""Headline numbers as they stand, and as they are read. A number without data is None, never 0. No database."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.metrics import METRICS, Metric, Tally, Unit


@dataclass(frozen=True)
class Reading:
    """A headline number as it stands. ``before`` is what it was a month ago."""

    metric: Metric
    tally: Tally
    before: float | None = None

    @property
    def value(self) -> float | None:
        """The number itself; None when there is no data."""
        return worth(self.metric, self.tally)

    @property
    def change(self) -> float | None:
        """Since a month ago; None unless both are known."""
        return None if self.value is None or self.before is None else self.value - self.before


def readings(now: Mapping[str, Tally], before: Mapping[str, Tally]) -> list[Reading]:
    """Every headline number from what was counted now and, if anything was, a month ago; by the keys of the metrics."""
    were = {metric.key: worth(metric, before[metric.key]) for metric in METRICS if metric.key in before}
    return [Reading(metric, now[metric.key], were.get(metric.key)) for metric in METRICS]


def worth(metric: Metric, tally: Tally) -> float | None:
    """What a tally amounts to."""
    if metric.unit == Unit.COUNT:
        return tally.numerator
    return tally.numerator / tally.denominator if tally.denominator else None


def written(metric: Metric, value: float) -> str:
    """A value as it is read: ``82 %``, ``4.2``, ``+0.8``."""
    return {
        Unit.COUNT: f"{value:,.0f}",
        Unit.SHARE: f"{value * 100:.0f} %",
        Unit.RATING: f"{value:.1f}",
        Unit.GROWTH: signed(value, 1),
    }[metric.unit]


def written_change(metric: Metric, change: float) -> str:
    """A change as it is read, with its sign: ``+3``, ``-4 points``; ``0`` when it rounds to nothing."""
    if metric.unit == Unit.SHARE:
        points = signed(change * 100, 0)
        return points if points == "0" else f"{points} {'point' if points[1:] == '1' else 'points'}"
    return signed(change, 0 if metric.unit == Unit.COUNT else 1)


def signed(value: float, digits: int) -> str:
    """A number with its sign; what rounds to nothing has none."""
    rounded = round(value, digits)
    return f"{rounded:+,.{digits}f}" if rounded else "0"


def written_target(metric: Metric) -> str:
    """The target as it is read: ``70 %``, ``80-90 %``; empty when there is none."""
    if metric.target is None:
        return ""
    low, high = metric.target
    return (
        written(metric, low) if high is None else f"{written(metric, low).removesuffix(' %')}-{written(metric, high)}"
    )
