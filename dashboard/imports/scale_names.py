"""What the name of a column says about its scale: "(1-7)", "1 = not at all, 5 = very", "Schulnoten 1 bis 6"."""

import re
from fractions import Fraction

from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_words import plain, position

SPAN = re.compile(r"\b(\d{1,3})\s*(?:[-\u2013\u2014]|to|bis|à|a|al|through|\.\.+)\s*(\d{1,3})\b")
END = re.compile(r"\b(\d{1,3})\s*(?:=|:|\(|\s[-\u2013]\s)\s*([^\d=:,;/|()]{2,40})")
BEST = frozenset(["best", "highest", "excellent", "most", "top", "beste", "meilleur", "mejor", "migliore"])
WORST = frozenset(["worst", "lowest", "least", "poorest", "schlechteste", "pire", "peor", "peggiore"])
GRADES = re.compile(r"schulnote")


def range_in(name: str) -> str:
    """The scale that the name tells, from the worst to the best, such as ``1-7`` or ``5-1``; nothing when it tells
    none."""
    text = name.casefold()
    ends = {int(number): at for number, words in END.findall(text) if (at := _where(words)) is not None}
    if len(ends) > 1:
        worst, best = min(ends, key=lambda one: ends[one]), max(ends, key=lambda one: ends[one])
        return f"{worst}-{best}" if ends[worst] < ends[best] else ""
    spans = [(int(one), int(other)) for one, other in SPAN.findall(text)]
    low, high = next(((low, high) for low, high in spans if low in (0, 1) and high > low + 1), (0, 0))
    is_turned = GRADES.search(text) or ends.get(low) == 1 or ends.get(high) == 0
    return "" if not high else f"{high}-{low}" if is_turned else f"{low}-{high}"


def _where(words: str) -> Fraction | None:
    """Where the words at an end stand, 0 for the worst and 1 for the best."""
    said = plain(words)
    if BEST.intersection(said.split()):
        return Fraction(1)
    if WORST.intersection(said.split()):
        return Fraction(0)
    return next((at for family in FAMILIES if (at := position(said, family)) is not None), None)
