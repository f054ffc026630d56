"""What a row says beside its roles: a number of mentees beside the word, and what only the other role has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from dashboard.imports.cells import Trouble
from dashboard.imports.roles import BOTH
from dashboard.words import both
from models import Role

OTHER_SKILLS = {"mentor": "skills_offered", "mentee": "skills_sought"}
ONLY = {"skills_offered": Role.MENTOR, "skills_sought": Role.MENTEE, "capacity": Role.MENTOR}
"""Field -> the role that alone has it."""
CALLED = {"skills_offered": "skills offered", "skills_sought": "skills sought", "capacity": "the capacity"}


def named_roles(
    roles: Sequence[Any], both_of: Sequence[Any], is_mentor: Sequence[Any], is_mentee: Sequence[Any]
) -> Sequence[Any]:
    """The roles of each row by the column that names them, and by those that say yes or no to one or to both."""
    told = zip(both_of, is_mentor, is_mentee, strict=True)
    if not any(map(any, told)):
        return roles
    return [
        tuple(one for one, yes in zip(BOTH, (mentor, mentee), strict=True) if two or yes or one in (role or ()))
        for role, two, mentor, mentee in zip(roles, both_of, is_mentor, is_mentee, strict=True)
    ]


def places(roles: Iterable[Any], capacities: Iterable[Any]) -> list[Any]:
    """The capacity of each row, else the number of mentees that stands beside its role."""
    pairs = zip(roles, capacities, strict=True)
    return [getattr(role, "places", None) if capacity is None else capacity for role, capacity in pairs]


def left_out(values: Mapping[str, Sequence[Any]], row: int, roles: Collection[str], *, used: Collection[str]) -> str:
    """A sentence on what the row gives and nobody in these roles has; ``used`` are the columns that serve all the same.
    Nothing where nothing is lost."""
    if not roles:
        return ""
    lost = [
        CALLED[key]
        for key, role in ONLY.items()
        if key in values and key not in used and role not in roles and values[key][row] is not None
    ]
    if not lost:
        return ""
    told = both(lost)
    are, them = ("is", "it") if lost == [CALLED["capacity"]] else ("are", "them")
    other = Role.MENTEE if Role.MENTOR in roles else Role.MENTOR
    return f"{told[0].upper()}{told[1:]} {are} left out: only a {other} has {them}."


def without_places(troubles: dict[int, list[Trouble]], row: int, names: Collection[str]) -> None:
    """Forget what is wrong with the capacity of somebody who has none: n/a, 0, a dash."""
    rest = [one for one in troubles[row] if one.column not in names]
    if rest:
        troubles[row] = rest
    else:
        del troubles[row]
