"""Answers on somebody else's scale brought to ours: where an answer stands between the ends, and what that is here."""

import math
import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from dashboard.errors import InvalidError
from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_words import plain, position
from dashboard.questions import RANGES, Scale
from models import Fit

Value = int | str | bool | None
THIRD = Fraction(1, 3)
RANGE = re.compile(r"(\d+)-(\d+)")
OUT_OF = re.compile(r"\A(\d{1,6}(?:[.,]\d{1,6})?)\s*(?:/|of|out of|von|sur|de|di|van|из)\s*(\d{1,3})\b")
NUMBER = re.compile(
    r"\A\(?(\d{1,6}(?:[.,]\d{1,6})?)(?!\d)\)?\s*(%|percent|prozent|por ciento|pour cent)?"
    r"\s*(?:[-\u2013\u2014:=.,)(]|\Z|(?=\s*[^\W\d]))"
)
OWN_WORDS = {Scale.FIT: "fit", Scale.YES_NO: "yes"}
"""The words of the scales of ours that have no numbers."""
FULL, HOLLOW, HALF = "★⭐🌟✭", "☆✩", "1\u20442"  # the last as ½ is narrowed
TURNED = "turned "
"""Before a family of words: what stands first is the best."""


class Answer(NamedTuple):
    """What a cell says: a number, of how many where it tells, and the words beside it."""

    number: Fraction | None
    of: int | None = None
    words: str = ""
    is_percent: bool = False


@lru_cache(maxsize=100_000)
def parse(cell: str) -> Answer:
    """The answer that a cell holds: ``4``, ``4/5``, ``80 %``, ``4 - Agree``, ``★★★★☆``, ``Agree``."""
    text = _digits(cell)
    if stars := sum(text.count(star) for star in FULL):
        halves = text.count(HALF)
        hollow = sum(text.count(star) for star in HOLLOW)
        return Answer(stars + Fraction(halves, 2), stars + halves + hollow if hollow else None)
    if (found := OUT_OF.match(text)) and int(found.group(2)) > 1:
        return Answer(_number(found.group(1)), int(found.group(2)))
    if found := NUMBER.match(text):
        return Answer(_number(found.group(1)), None, plain(text[found.end() :]), bool(found.group(2)))
    return Answer(None, words=plain(text))


def read_answer(cell: str, way: str, scale: Scale) -> Value:
    """What a cell of a column that is read this way is on our scale; None where it is neither yes nor no.

    A cell that tells its own scale, such as 4/5 or 80 %, is read on that. Where the column is read in words, a number
    is on our own range: it is how somebody corrects a cell.
    """
    answer = parse(cell)
    family, is_turned = family_of(way)
    family, ends = family or OWN_WORDS.get(scale, ""), _ends(way, scale)
    at = position(answer.words, family) if family else None
    if at is not None and is_turned:
        at = 1 - at
    elif at is None and answer.number is not None and (own := _own_ends(answer, ends)):
        at = _between(cell, answer.number, *own)
    if at is None:
        raise InvalidError(f'"{cell.strip()}" is not an answer on this scale. {_wanted(family, ends)}')
    return on_scale(at, scale)


def family_of(way: str) -> tuple[str, bool]:
    """The family of words in which a way reads, if it reads words, and whether the first step is the best."""
    family = way.removeprefix(TURNED)
    return (family, family != way) if family in FAMILIES else ("", False)


def on_scale(at: Fraction, scale: Scale) -> Value:
    """What stands there, between 0 for the worst and 1 for the best, on our scale. Order is kept, ends stay ends."""
    if scale in RANGES:
        low, high = RANGES[scale]
        return math.floor(low + (high - low) * at + Fraction(1, 2))
    if scale == Scale.FIT:
        return str(Fit.GOOD if at >= 2 * THIRD else Fit.NOT_A_FIT if at <= THIRD else Fit.DECIDING)
    return True if at >= 2 * THIRD else False if at <= THIRD else None


def _ends(way: str, scale: Scale) -> tuple[int, int] | None:
    """The numbers that a column takes."""
    found = RANGE.fullmatch(way)
    return (int(found.group(1)), int(found.group(2))) if found else RANGES.get(scale)


def _own_ends(answer: Answer, ends: tuple[int, int] | None) -> tuple[int, int] | None:
    """The scale that the cell tells, else that of its column."""
    if answer.is_percent:
        return 0, 100
    if answer.of and (ends is None or answer.of != max(ends)):
        return (0 if answer.of >= 10 or not answer.number else 1), answer.of
    return ends


def _between(cell: str, number: Fraction, start: int, end: int) -> Fraction:
    low, high = sorted((start, end))
    if not low <= number <= high:
        raise InvalidError(
            f'"{cell.strip()}" lies outside {low} to {high}. Correct it, or choose another scale for the column.'
        )
    return Fraction(number - start) / (end - start)


def _wanted(family: str, ends: tuple[int, int] | None) -> str:
    """What may be written: the words of the scale, each step by its first name, and the numbers."""
    told = [", ".join(step.split(", ")[0] for step in FAMILIES[family][1:])] if family else []
    if ends:
        told.append(f"a number from {min(ends)} to {max(ends)}")
    return f"Write {', or '.join(told)}, or choose another scale for the column."


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _digits(cell: Any) -> str:
    """Narrowed, in lower case, digits of other scripts as ours."""
    text = unicodedata.normalize("NFKC", cell).casefold().strip()
    return text if text.isascii() else "".join(str(unicodedata.decimal(one, one)) for one in text)
