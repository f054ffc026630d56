"""The fit of one mentee with each mentor in words, made from the same facts as the numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.matching.facts import Facts
from dashboard.matching.fit import COMPONENTS, NEUTRAL, YEARS, Fit, Weights
from dashboard.matching.kinds import languages

ENOUGH_YEARS, WIDE_GAP = YEARS[1] / 2, YEARS[2]  # half of what counts in full, and where it begins to count less
NAMED_SKILLS = 5


@dataclass(frozen=True)
class Reasons:
    """What speaks for a pair, what speaks against it, and what is not known; what weighs most comes first."""

    pro: tuple[str, ...]
    con: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All of it on one line: "offers 2 of 3 skills sought: negotiation, SQL; both in Lima; 9 years ahead"."""
        told = [*self.pro, *self.con]
        return "; ".join([*told, "not known: " + ", ".join(self.unknown)] if self.unknown else told)


def reasons(
    mentee: Mapping[Any, Any],
    mentors: pd.DataFrame,
    *,
    sought: pd.DataFrame,
    offered: pd.DataFrame,
    facts: Facts,
    fit: Fit,
    weights: Weights,
) -> list[Reasons]:
    """One for each mentor, from the row of arrays of this one mentee. ``sought`` holds each ``skill`` by name too."""
    names = skills_sought(sought)
    offers = {key: frozenset(ids) for key, ids in offered.groupby("participant_id")["skill_id"]}
    return [
        _weigh(_phrases(mentee, mentor, names, offers.get(mentor["id"], frozenset()), facts, at), fit, weights, at)
        for at, mentor in enumerate(mentors.to_dict("records"))
    ]


def skills_sought(sought: pd.DataFrame) -> dict[int, str]:
    """Skill id -> name, the most wanted first."""
    ordered = sought.sort_values(["priority", "skill"])
    return dict(zip(ordered["skill_id"], ordered["skill"], strict=True))


def _weigh(phrases: dict[str, str], fit: Fit, weights: Weights, at: int) -> Reasons:
    """Sort the phrases of the components that count by how far each moves the score from neutral.

    What is offered always speaks for a pair; where it is too little, what is missing of it speaks against.
    """
    pull = {
        name: weights.share(name) * (float(fit.components[name][0, at]) - NEUTRAL)
        for name in COMPONENTS
        if weights.share(name) > 0
    }
    known = [name for name in pull if not np.isnan(pull[name])]
    against = {name: phrases[name] for name in known if pull[name] < 0}
    speaking = [name for name in known if name not in against]
    if "skills" in against and "missing" in phrases:
        against["skills"] = phrases["missing"]
        speaking.append("skills")
    return Reasons(
        pro=tuple(phrases[name] for name in sorted(speaking, key=lambda name: -pull[name])),
        con=tuple(against[name] for name in sorted(against, key=lambda name: pull[name])),
        unknown=tuple(phrases[name] for name in pull if name not in known),
    )


def _phrases(
    mentee: Mapping[Any, Any],
    mentor: Mapping[Any, Any],
    sought: dict[int, str],
    offered: Iterable[int],
    facts: Facts,
    at: int,
) -> dict[str, str]:
    """Component -> its phrase; for what is not known, whose entry is missing. ``missing``: skills, where some are."""
    offered = frozenset(offered)
    missing = [name for skill_id, name in sought.items() if skill_id not in offered]
    return {
        **({"missing": f"not offered: {_named(missing)}"} if 0 < len(missing) < len(sought) else {}),
        "skills": _skills(sought, offered),
        "experience": _years(float(facts.years_ahead[0, at]), _missing(mentee, mentor, "years_experience")),
        "place": _place(mentor, bool(facts.same_place[0, at]), float(facts.hours_apart[0, at]), mentee),
        "language": _language(mentee, mentor),
        "field": _field(mentee, mentor, float(facts.same_field[0, at])),
    }


def _skills(sought: dict[int, str], offered: frozenset[int]) -> str:
    if not sought or not offered:
        return "skills sought" if not sought else "skills offered"
    found = [name for skill_id, name in sought.items() if skill_id in offered]
    if not found:
        return (
            f"offers none of the {len(sought)} skills sought" if len(sought) > 1 else f"does not offer {_only(sought)}"
        )
    share = f"all {len(sought)}" if len(found) == len(sought) else f"{len(found)} of {len(sought)}"
    told = f"offers {share} skills sought: {_named(found)}" if len(sought) > 1 else f"offers what is sought: {found[0]}"
    others = len(offered) - len(found)
    return told + (f" (and {others} other skills)" if others > NAMED_SKILLS else "")


def _only(sought: dict[int, str]) -> str:
    return next(iter(sought.values()))


def _named(names: list[str]) -> str:
    rest = len(names) - NAMED_SKILLS
    return ", ".join(names[:NAMED_SKILLS]) + (f" and {rest} more" if rest > 0 else "")


def _years(ahead: float, missing: str) -> str:
    if np.isnan(ahead):
        return f"{missing}years of experience"
    years = f"{abs(ahead):.1f}".removesuffix(".0")
    if years == "0":
        return "the same years of experience"
    told = f"{years} {'year' if years == '1' else 'years'}"
    if ahead < 0:
        return f"{told} behind"
    if ahead < ENOUGH_YEARS:
        return f"only {told} ahead"
    return f"{told} ahead" + (", a wide gap" if ahead > WIDE_GAP else "")


def _place(mentor: Mapping[Any, Any], same: bool, hours: float, mentee: Mapping[Any, Any]) -> str:
    if same:
        return f"both in {str(mentor['location']).strip()}"
    if np.isnan(hours):
        return f"{_missing(mentee, mentor, 'time_zone')}time zone"
    told = f"{hours:.2f}".rstrip("0").rstrip(".")
    if told == "0":
        return "same time of day"
    return f"{told} {'hour' if told == '1' else 'hours'} apart"


def _language(mentee: Mapping[Any, Any], mentor: Mapping[Any, Any]) -> str:
    own, other = languages(mentee["languages"]), languages(mentor["languages"])
    if not own or not other:
        return f"{_missing(mentee, mentor, 'languages')}languages"
    spelled = [name.strip() for name in str(mentee["languages"]).split(",") if name.strip()]
    common = [name for name in dict.fromkeys(spelled) if name.casefold() in other]
    return f"both speak {' and '.join(common)}" if common else "no language in common"


def _field(mentee: Mapping[Any, Any], mentor: Mapping[Any, Any], same: float) -> str:
    if np.isnan(same):
        return f"{_missing(mentee, mentor, 'department')}department"
    department = str(mentor["department"]).strip()
    return f"both in {department}" if same else f"another department: {department}"


def _missing(mentee: Mapping[Any, Any], mentor: Mapping[Any, Any], column: str) -> str:
    """Whose entry is missing: "mentee's ", "mentor's ", or nothing when it is both."""
    gone = [bool(pd.isna(one[column])) for one in (mentee, mentor)]
    return {(True, False): "mentee's ", (False, True): "mentor's "}.get((gone[0], gone[1]), "")
