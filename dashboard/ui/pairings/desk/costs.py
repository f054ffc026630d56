"""What a choice costs everyone else, in a few words: a shape, what is lost, and who stands worst."""

from dashboard.matching.rules import Rule
from dashboard.queries.consequences import Consequence
from dashboard.queries.groups import MentorGroup
from dashboard.queries.shifts import Shift
from dashboard.ui.text import plain
from dashboard.words import counted

MINUS = "\u2212"
BEST = ":green[:material/balance: best for all]"
HINDERS = {
    Rule.SAME_PERSON: "the same person",
    Rule.MANAGER: "manager",
    Rule.REPORT: "report",
    Rule.SEPARATED: "kept apart",
    Rule.NOT_ACTIVE: "not active",
    Rule.FULL: "full",
    Rule.OTHER_DEPARTMENT: "in another department",
    Rule.SAME_DEPARTMENT: "in the same department",
    Rule.NO_LANGUAGE: "without a common language",
    Rule.HOURS_APART: "too many hours apart",
    Rule.PAST: "paired before",
}
"""Each rule in a word or two, behind the number of those whom it keeps away."""


def cost(one: Consequence | None) -> str:
    """The line below a candidate, as Markdown; nothing is said of somebody who is not to be chosen."""
    if one is None:
        return ""
    if one.people > 0:
        more = counted(one.people, "person", "people")
        return f":green[:material/person_add: places {more} more{_most(one)}]"
    if one.people < 0:
        fewer = counted(-one.people, "person", "people")
        return f":orange[:material/person_off: {fewer} could no longer be placed{_who(one)}]"
    if one.left_out:
        return f":orange[:material/person_off: {plain(one.hit)} could then not be placed, but {_instead(one)} could]"
    if one.points == 0:
        return BEST
    if one.points > 0:
        return f":green[:material/trending_up: {points(one.points)} more in all{_most(one)}]"
    return f":gray[:material/trending_down: costs {points(-one.points)} in all{_most(one)}]"


def shift_told(one: Shift) -> str:
    """What a move or a swap changes, as Markdown: the fits of those who change mentors, then all."""
    fits = " · ".join(f"{plain(name)} {before:.0f} → {after:.0f}" for name, before, after in one.fits)
    if one.rules:
        rules = ", ".join(HINDERS[rule] for rule in Rule if rule & one.rules)
        return f":orange[:material/block: not possible: {rules}]"
    same = one.cost.people == 0 and one.cost.points == 0 and not one.cost.left_out
    total = ":gray[:material/balance: as good as now in all]" if same else cost(one.cost)
    return f":gray[Fit:] {fits} &ensp; {total}"


def shift_in_short(one: Shift | None) -> str:
    """The same for a list of choices: ``+12 in all``."""
    if one is None:
        return ""
    if one.rules:
        return "not possible"
    if one.cost.people:
        more = "more" if one.cost.people > 0 else "fewer"
        return f"{counted(abs(one.cost.people), 'person', 'people')} {more} placed"
    sign = "+" if one.cost.points >= 0.5 else MINUS if one.cost.points <= -0.5 else "±"
    return f"{sign}{abs(one.cost.points):.0f} in all"


def group_notes(found: MentorGroup) -> dict[int, str]:
    """For each mentee what their coming alone costs the others, and whether they are in the best whole group."""
    size, changed = int(found.choices["in_group"].sum()), ""
    if found.people:
        changed = f": {counted(-found.people, 'person', 'people')} fewer placed"
    elif found.points:
        changed = f": {MINUS}{points(-found.points)}"
    group = f" &ensp; :gray[in the best group if {counted(size, 'place is', 'places are')} to be filled{changed}]"
    return {
        row["mentee_id"]: cost(Consequence(row["people"], row["points"], None, 0, left_out=False))
        + (group if row["in_group"] else "")
        for row in found.choices.to_dict("records")
    }


def points(number: float) -> str:
    """Points of fit, to the whole: 1 point, 12 points."""
    return counted(round(number), "point") if number >= 1 else "less than a point"


def _who(one: Consequence) -> str:
    return f": {plain(one.hit)}" if one.hit else ""


def _instead(one: Consequence) -> str:
    return plain(one.instead) if one.instead else "somebody else"


def _most(one: Consequence) -> str:
    return f", most: {plain(one.hit)} {MINUS}{one.drop:.0f}" if one.hit and one.drop >= 1 else ""
