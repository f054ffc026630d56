"""Columns that could be the same field: which of them is, and which others are worth telling of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dashboard.imports.fields import CONTENT_SAMPLE, Field
from dashboard.imports.tables import Table

CLEARLY = 0.25
"""By which share of the rows a column has to hold more of a field to win over one with a better name."""
CALLED_SO = 80
"""How alike the name of a column has to be for a rival to count."""


class Claim(NamedTuple):
    """A column that could be a field."""

    position: int
    field: Field
    score: int
    """0-100."""
    why: str
    called: int
    """How alike its name is, 0-100."""
    is_label: bool
    held: float
    """The share of rows in which it holds such a value."""
    rank: int = 0
    """The score, less where it is overruled."""
    is_overruled: bool = False
    """Whether another column holds clearly more of it."""

    @property
    def is_likely(self) -> bool:
        """Whether it is worth telling of where another column won."""
        return max(self.called, self.score) >= CALLED_SO


def weighed(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Claims to one field, the best name first: what holds clearly less of it than another is overruled."""
    most = max(claims, key=lambda claim: claim.held)
    if not claims[0].field.is_single or most.held - claims[0].held < CLEARLY:
        return claims
    return [
        claim._replace(rank=min(claim.rank, most.rank), is_overruled=True)
        if most.held - claim.held >= CLEARLY
        else claim
        for claim in claims
    ]


def rivals(table: Table, found: Claim, beaten: Mapping[int, Claim]) -> list[Claim]:
    """Claims of columns that are called like this field, too, and say something else."""
    return [
        claim
        for claim in beaten.values()
        if claim.field.key == found.field.key
        and claim.called >= CALLED_SO
        and _differ(table, found.position, claim.position)
    ]


def is_by_values(found: Claim, rival: Claim) -> bool:
    """Whether the rival has the better name, and the values alone decided."""
    return rival.is_overruled or (rival.called >= found.called and found.held - rival.held >= CLEARLY)


def _differ(table: Table, one: int, other: int) -> bool:
    """Whether the second column says something that the first does not."""
    pairs = zip(table.sound_cells(one, CONTENT_SAMPLE), table.sound_cells(other, CONTENT_SAMPLE), strict=True)
    return any(more.strip() and more.strip().casefold() != here.strip().casefold() for here, more in pairs)
