"""What a choice costs everyone else, in a few words: a shape, what is lost, and who stands worst."""

from dashboard.queries.consequences import Consequence
from dashboard.ui.text import plain
from dashboard.words import counted

MINUS = "\u2212"
BEST = ":green[:material/balance: best for all]"


def cost(one: Consequence | None) -> str:
    """The line below a candidate, as Markdown; nothing is said of somebody who is not to be chosen."""
    if one is None:
        return ""
    if one.people < 0:
        fewer = counted(-one.people, "person", "people")
        return f":orange[:material/person_off: {fewer} could no longer be placed{_who(one)}]"
    if one.left_out:
        return f":orange[:material/person_off: {plain(one.hit)} could then not be placed, but {_instead(one)} could]"
    if one.points == 0:
        return BEST
    return f":gray[:material/trending_down: costs {points(-one.points)} in all{_most(one)}]"


def points(number: float) -> str:
    """Points of fit, to the whole: 1 point, 12 points."""
    return counted(round(number), "point") if number >= 1 else "less than a point"


def _who(one: Consequence) -> str:
    return f": {plain(one.hit)}" if one.hit else ""


def _instead(one: Consequence) -> str:
    return plain(one.instead) if one.instead else "somebody else"


def _most(one: Consequence) -> str:
    return f", most: {plain(one.hit)} {MINUS}{one.drop:.0f}" if one.hit and one.drop >= 1 else ""
