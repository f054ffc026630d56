"""Which roles a cell names, in the words of forms and of a dozen languages."""

# ruff: noqa: RUF001  (Cyrillic letters are meant)

import re

from dashboard.errors import InvalidError
from dashboard.imports.values import read_capacity
from models import Role

BOTH = (Role.MENTOR.value, Role.MENTEE.value)
MENTOR = re.compile(
    r"\b(ment(or|oras?|ore|ori|ores|ors|oren|orem|orka|orin|orinnen|orzy|ör)|mentors?|parrain|marraine|opiekun(ka)?)\b|"
    r"\bto mentor\b|mentor[/*:_]?in(nen)?\b|导师|導師|指导者|メンター|멘토(?!링)|наставни[кц]|\bментор"
)
MENTEE = re.compile(
    r"\b(mentees?|mentorees?|mentorand[oa]s?|mentorad[oa]s?|mentorée?s?|mentored|prot[eé]g[eé]e?s?|protegid[oa]s?|"
    r"filleule?s?|pupil[oa]s?|schützling|podopieczn[ya]|adept)\b|学员|學員|徒弟|メンティー|멘티|подопечн|\bменти\b"
)
# What says less: a student mentor is a mentor, and only a student alone a mentee.
MENTOR_ELSE = re.compile(r"\b(tutora?s?|coach(es)?|advis[oe]rs?|berater(in)?|begeleider|guide|handledare|trener)\b")
MENTEE_ELSE = re.compile(
    r"\b(students?|learners?|apprentices?|aprendiz|tutees?|coachees?|allievo|allieva|lehrling|leerling|uczeń|uczennica)\b"
)
BOTH_WORDS = re.compile(
    r"\b(both|ambos|ambas|beides?|les deux|entramb[ie]|beiden?|båda|obie|oboje|оба|обе)\b|两者|兩者|両方|둘 다"
)
SEEKS_ONE = re.compile(
    r"\b(want|need|seek|seeking|find|have|get|like|looking for|busco|necesito|quiero|tener|suche|brauche|möchte|"
    r"cherche|souhaite|voudrais|cerco|procuro|zoek|ищу|хочу)\s+"
    r"((to have|to find|avoir|an?|my|un|una|une|um|uma|einen?|eine|een)\s+)*"
    r"(mentor(a|e|in)?|наставника|ментора)\b(?!.*\b(sein|werden|zijn)\b)|\bbe(ing)? mentored\b"
)
NO_LONGER = re.compile(r"\b(not|no|non|never|ex|former|formerly|previously|kein|keine|nicht|pas|ehemalig\w*)\b")
"""Words that turn a role round: not a mentor, ex-mentor."""
OPEN = re.compile(r"\?|\b(or|either|oder|ou|oppure|maybe|perhaps|unsure|undecided|vielleicht|quizás|либо|или)\b")
MENTEES_TAKEN = re.compile(
    r"(?:\b(?:up to|max\.?|maximum|for|of|to|takes?|bis zu|hasta|jusqu'à)\s+){0,3}"
    r"\b(?P<places>\d{1,3})\s*(?:mentees?|places?|people)\b"
)
PART = re.compile(r"[,;/|&+\n、，]|\b(?:and|y|et|und|e|en|och|oraz|и)\b|[和と및]")


class Roles(tuple[str, ...]):
    """The roles of a cell, and the number of mentees where it tells one: mentor (2 mentees)."""

    places: int | None = None


def read_roles(cell: str) -> tuple[str, ...]:
    """The roles that a cell names: ``mentor``, ``mentee`` or both of them; what leaves it open is asked back."""
    said = cell.strip()
    whole = said.casefold()
    if NO_LONGER.search(whole):
        raise InvalidError(f'"{said}" does not say which role this is. Write mentor, mentee or both.')
    taken = MENTEES_TAKEN.search(whole)
    parts = PART.split(MENTEES_TAKEN.sub(" ", whole) if taken else whole)
    named = {role for part in parts for role in _named(part)}
    if BOTH_WORDS.search(whole):
        named = set(BOTH)
    if OPEN.search(whole):
        raise InvalidError(f'"{said}" leaves the role open. Write mentor, mentee or both.')
    if not named:
        raise InvalidError(f'"{said}" is not a role. Write mentor, mentee or both.')
    roles = Roles(role for role in BOTH if role in named)
    roles.places = read_capacity(taken["places"]) if taken else None
    return roles


def _named(part: str) -> set[str]:
    """The roles that one part of the cell names."""
    if SEEKS_ONE.search(part):
        return {Role.MENTEE.value}
    for mentor, mentee in ((MENTOR, MENTEE), (MENTOR_ELSE, MENTEE_ELSE)):
        found = {role for role, words in zip(BOTH, (mentor, mentee), strict=True) if words.search(part)}
        if found:
            return found
    return set()
